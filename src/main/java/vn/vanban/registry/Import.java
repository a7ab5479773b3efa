package vn.vanban.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import vn.vanban.law.DocumentKind;

/**
 * Makes a registry of an {@link ExportFormat export} in a {@link NewFolder}: the same documents,
 * ids, history, corrections and originals, with a new epoch.
 */
final class Import {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> STATES = Set.of("LIVE", "REMOVED", "ERASED", "MERGED");

  /** Lines a transaction. */
  private static final int BATCH = 500;

  private final Path export;
  private final Path folder;
  private final Progress progress;
  private final RecordCodec codec = new RecordCodec();
  private final Map<String, String> merged = new HashMap<>();
  private int format;
  private final List<Moved> places = new ArrayList<>();

  /** Where a copy was before a merge. */
  private record Moved(long copy, ExportFormat.Place place) {}

  private long changes;
  private long documents;
  private long copies;
  private long originals;

  /**
   * An import.
   *
   * @param export the folder of the export
   * @param folder the data folder to make
   * @param progress is told of each document
   */
  Import(Path export, Path folder, Progress progress) {
    this.export = export;
    this.folder = folder;
    this.progress = progress;
  }

  void run() throws IOException, SQLException {
    ExportFormat.Manifest manifest = manifest();
    NewFolder.make(folder, made -> fill(manifest, made));
  }

  private ExportFormat.Manifest manifest() throws IOException {
    Path file = export.resolve(ExportFormat.MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new RegistryException(
          export + " không phải bản xuất của lệnh export: thiếu " + ExportFormat.MANIFEST + ".");
    }
    ExportFormat.Manifest manifest;
    try {
      int format = ExportFormat.JSON.readTree(file.toFile()).path("format").asInt();
      if (format < ExportFormat.OLDEST || format > ExportFormat.VERSION) {
        throw new RegistryException(
            "Bản xuất có định dạng %d, chương trình này chỉ hiểu định dạng %d đến %d. Hãy nhập bằng phiên bản chương trình hợp với nó."
                .formatted(format, ExportFormat.OLDEST, ExportFormat.VERSION));
      }
      manifest = ExportFormat.JSON.readValue(file.toFile(), ExportFormat.Manifest.class);
    } catch (JsonProcessingException e) {
      throw damaged(ExportFormat.MANIFEST, e.getOriginalMessage(), e);
    }
    return manifest;
  }

  private void fill(ExportFormat.Manifest manifest, NewFolder made)
      throws IOException, SQLException {
    format = manifest.format();
    try (Database database = Database.open(made.database())) {
      database
          .writing()
          .useHandle(handle ->
              handle.execute(
                  "UPDATE meta SET value = ? WHERE name = 'registry_id'", manifest.registry()));
      lines(database, ExportFormat.CHANGES, ExportFormat.Change.class, this::change);
      lines(
          database,
          ExportFormat.DOCUMENTS,
          ExportFormat.Document.class,
          (handle, document) -> {
            document(handle, document, made);
            progress.at(documents, manifest.documents());
          });
      quarantine(made);
      count("thay đổi", changes, manifest.sequence());
      count("văn bản", documents, manifest.documents());
      count("bản gốc", originals, manifest.originals());
      database.writing().useTransaction(this::merge);
      database.writing().useHandle(Import::everyChangeHasItsDocument);
      Map<String, String> hashes = Export.hashes(export);
      hashes.forEach((name, sha256) -> {
        if (!sha256.equals(manifest.sha256().get(name))) {
          throw damaged(name, "không khớp với mã SHA-256 trong " + ExportFormat.MANIFEST, null);
        }
      });
      new DerivedRepair(
              database.writing(), new Reads(database.reading(), codec), codec, new ReentrantLock())
          .run();
    }
  }

  private interface Line<T> {
    void add(Handle handle, T line) throws IOException;
  }

  /** Reads a file, some lines a transaction; what is wrong is told with file and line. */
  private <T> void lines(Database database, String name, Class<T> type, Line<T> each)
      throws IOException {
    long read = 0;
    try (BufferedReader reader = Files.newBufferedReader(export.resolve(name))) {
      List<String> lines = next(reader);
      while (!lines.isEmpty()) {
        List<String> some = lines;
        long before = read;
        database
            .writing()
            .useTransaction(handle -> {
              for (int i = 0; i < some.size(); i++) {
                one(handle, name + ", dòng " + (before + i + 1), some.get(i), type, each);
              }
            });
        read += some.size();
        lines = next(reader);
      }
    } catch (NoSuchFileException e) {
      throw damaged(name, "không có tệp này", e);
    } catch (CharacterCodingException e) {
      throw damaged(name + ", sau dòng " + read, "có byte không phải UTF-8", e);
    }
  }

  private static List<String> next(BufferedReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < BATCH) {
      String line = reader.readLine();
      if (line == null) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  private <T> void one(Handle handle, String where, String line, Class<T> type, Line<T> each)
      throws IOException {
    try {
      JsonNode tree = ExportFormat.JSON.readTree(line);
      if (format < ExportFormat.VERSION) {
        for (JsonNode copy : tree.path("copies")) {
          if (copy instanceof ObjectNode object) {
            object.putArray("containers");
          }
        }
      }
      each.add(handle, ExportFormat.JSON.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      throw damaged(where, field(e) + e.getOriginalMessage(), e);
    } catch (JdbiException e) {
      throw damaged(where, Failures.reason(e), e);
    } catch (NoSuchFileException e) {
      throw damaged(where, "thiếu tệp " + e.getFile(), e);
    } catch (WrongLine | RegistryException | DateTimeException e) {
      throw damaged(where, String.valueOf(e.getMessage()), e);
    }
  }

  /** The field that cannot be, where that is known. */
  private static String field(JsonProcessingException failure) {
    return failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? mapping.getPath().stream()
                .map(step ->
                    step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("/"))
            + ": "
        : "";
  }

  /** What a line says cannot be. */
  private static final class WrongLine extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongLine(String message) {
      super(message);
    }
  }

  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new WrongLine(what);
    }
  }

  private void change(Handle handle, ExportFormat.Change change) {
    must(change.sequence() == changes + 1, "sequence phải là " + (changes + 1));
    must(isOneOf(Action.values(), change.action()), "không có action " + change.action());
    handle
        .createUpdate(
            """
            INSERT INTO change (sequence, document_id, removed, at, action, actor, reason)
            VALUES (:sequence, :document, :removed, :at, :action, :actor, :reason)
            """)
        .bind("sequence", change.sequence())
        .bind("document", change.document())
        .bind("removed", change.removed() ? 1 : 0)
        .bind("at", Instant.parse(change.at()).toString())
        .bind("action", change.action())
        .bind("actor", change.actor())
        .bind("reason", change.reason())
        .execute();
    changes++;
  }

  private static boolean isOneOf(Enum<?>[] values, String name) {
    for (Enum<?> value : values) {
      if (value.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void document(Handle handle, ExportFormat.Document document, NewFolder made)
      throws IOException {
    must(STATES.contains(document.state()), "state phải là LIVE, REMOVED, ERASED hoặc MERGED");
    must(isOneOf(DocumentKind.values(), document.kind()), "không có kind " + document.kind());
    String kept = document.mergedInto();
    boolean isMerged = document.state().equals("MERGED");
    must(isMerged == (kept != null), "mergedInto chỉ có và phải có khi state là MERGED");
    must(isMerged == document.copies().isEmpty(), "văn bản không có bản nào");
    if (kept != null) {
      merged.put(document.id(), kept);
    }
    long ordinal = ++documents;
    handle
        .createUpdate(
            """
            INSERT INTO document (ordinal, id, registered, kind, number_key, issuer_key, year,
                withheld, doubts, state)
            VALUES (:ordinal, :id, :registered, :kind, :number, :issuer, :year, :withheld, :doubts,
                :state)
            """)
        .bind("ordinal", ordinal)
        .bind("id", document.id())
        .bind("registered", Instant.parse(document.registered()).toString())
        .bind("kind", document.kind())
        .bind("number", document.numberKey())
        .bind("issuer", document.issuerKey())
        .bind("year", document.year())
        .bind("withheld", document.withheld() ? 1 : 0)
        .bind("doubts", document.doubts())
        .bind("state", document.state())
        .execute();
    boolean erased = document.state().equals("ERASED");
    for (ExportFormat.Copy copy : document.copies()) {
      must(SHA_256.matcher(copy.sha256()).matches(), "sha256 phải là 64 chữ số thập lục phân");
      copy(handle, ordinal, copy, erased);
      if (!erased) {
        original(handle, copy, made);
      }
    }
    for (ExportFormat.Correction correction : document.corrections()) {
      correction(handle, ordinal, correction);
    }
  }

  private void copy(Handle handle, long document, ExportFormat.Copy copy, boolean erased) {
    ExportFormat.Reading first = copy.first();
    must((first == null) == erased, "chỉ văn bản đã xóa nội dung (ERASED) mới thiếu first");
    long ordinal = ++copies;
    must(isChange(copy.sequence()), "không có thay đổi số " + copy.sequence());
    handle
        .createUpdate(
            """
            INSERT INTO copy (ordinal, document, sha256, bytes, source, media_type, registered,
                sequence, merged, doubts, text_sha256, record, repaired, extracted)
            VALUES (:ordinal, :document, :sha256, :bytes, :source, :mediaType, :registered,
                :sequence, :merged, :doubts, :textSha256, :record, :repaired, :extracted)
            """)
        .bind("ordinal", ordinal)
        .bind("merged", copy.merged() ? 1 : 0)
        .bind("document", document)
        .bind("sha256", copy.sha256())
        .bind("bytes", copy.bytes())
        .bind("source", copy.source())
        .bind("mediaType", copy.mediaType())
        .bind("registered", Instant.parse(copy.registered()).toString())
        .bind("sequence", copy.sequence())
        .bindMap(reading(first))
        .execute();
    for (ExportFormat.Reading reading : copy.readings()) {
      must(isChange(reading.sequence()), "không có thay đổi số " + reading.sequence());
      handle
          .createUpdate(
              """
              INSERT INTO reading (copy, sequence, doubts, text_sha256, record, repaired, extracted)
              VALUES (:copy, :sequence, :doubts, :textSha256, :record, :repaired, :extracted)
              """)
          .bind("copy", ordinal)
          .bind("sequence", reading.sequence())
          .bindMap(reading(reading))
          .execute();
    }
    must(copy.containers() != null, "thiếu containers");
    for (String container : copy.containers()) {
      must(container != null && SHA_256.matcher(container).matches(), "containers phải là SHA-256");
      handle.execute(
          "INSERT OR IGNORE INTO enclosure (copy, container) VALUES (?, ?)", ordinal, container);
    }
    must(copy.places() != null, "thiếu places");
    for (ExportFormat.Place place : copy.places()) {
      must(isChange(place.sequence()), "không có thay đổi số " + place.sequence());
      must(isChange(place.until()), "không có thay đổi số " + place.until());
      places.add(new Moved(ordinal, place));
    }
  }

  /** The columns of a reading; empty ones where the content was erased. */
  private Map<String, @Nullable Object> reading(ExportFormat.@Nullable Reading reading) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    if (reading == null) {
      columns.put("doubts", 0);
      columns.put("textSha256", "");
      columns.put("record", new byte[0]);
      columns.put("repaired", new byte[0]);
      columns.put("extracted", null);
      return columns;
    }
    String record = reading.record().toString();
    codec.decode(record);
    String extracted = reading.extracted();
    columns.put("doubts", reading.doubts());
    columns.put("textSha256", Sha256.of(reading.text()));
    columns.put("record", PackedText.pack(record));
    columns.put("repaired", PackedText.pack(reading.text()));
    columns.put("extracted", extracted == null ? null : PackedText.pack(extracted));
    return columns;
  }

  private boolean isChange(long sequence) {
    return sequence >= 1 && sequence <= changes;
  }

  private void correction(Handle handle, long document, ExportFormat.Correction correction) {
    Long withdrawn = correction.withdrawn();
    must(
        isChange(correction.made()) && (withdrawn == null || isChange(withdrawn)),
        "đính chính " + correction.number() + " trỏ tới thay đổi không có");
    handle
        .createUpdate(
            """
            INSERT INTO correction (number, document, field, accepted, value, made, withdrawn)
            VALUES (:number, :document, :field, :accepted, :value, :made, :withdrawn)
            """)
        .bind("number", correction.number())
        .bind("document", document)
        .bind("field", correction.field())
        .bind("accepted", correction.accepted() ? 1 : 0)
        .bind("value", correction.value())
        .bind("made", correction.made())
        .bind("withdrawn", withdrawn)
        .execute();
  }

  private void original(Handle handle, ExportFormat.Copy copy, NewFolder made) throws IOException {
    Path source = export.resolve("originals").resolve(copy.sha256());
    Sha256.Measured found;
    if (Files.size(source) <= Originals.SMALL_BYTES) {
      byte[] bytes = Files.readAllBytes(source);
      found = new Sha256.Measured(Sha256.of(bytes), bytes.length);
      Originals.storeSmall(handle, Map.of(copy.sha256(), bytes));
    } else {
      found = put(made, source, Originals.path(folder, copy.sha256()));
    }
    must(
        found.sha256().equals(copy.sha256()) && found.bytes() == copy.bytes(),
        "originals/" + copy.sha256() + " không khớp với mã SHA-256 hoặc số byte của nó");
    originals++;
  }

  private static Sha256.Measured put(NewFolder made, Path source, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(source)) {
      return made.put(in, target);
    }
  }

  private void quarantine(NewFolder made) throws IOException {
    Path source = export.resolve("quarantine");
    if (!Files.isDirectory(source)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(source)) {
      for (Path file : files) {
        String name = BackupFormat.QUARANTINE + file.getFileName();
        if (!BackupFormat.NAME.matcher(name).matches()) {
          throw damaged(name, "tên này không được phép có trong bản xuất", null);
        }
        Sha256.Measured found = put(made, file, folder.resolve(name));
        if (!name.endsWith(".txt") && !name.endsWith(found.sha256())) {
          throw damaged(name, "không khớp với mã SHA-256 của nó", null);
        }
      }
    }
  }

  private void count(String what, long found, long told) {
    if (found != told) {
      throw damaged(
          ExportFormat.MANIFEST, "có %d %s, đúng ra là %d".formatted(found, what, told), null);
    }
  }

  /** Once all documents are there. */
  private void merge(Handle handle) {
    merged.forEach((gone, kept) -> {
      int rows =
          handle
              .createUpdate(
                  """
                  UPDATE document SET merged =
                      (SELECT ordinal FROM document WHERE id = :kept AND state <> 'MERGED')
                  WHERE id = :gone AND EXISTS
                      (SELECT 1 FROM document WHERE id = :kept AND state <> 'MERGED')
                  """)
              .bind("gone", gone)
              .bind("kept", kept)
              .execute();
      if (rows != 1) {
        throw damaged(
            ExportFormat.DOCUMENTS,
            "văn bản " + gone + " đã gộp vào " + kept + " không có trong đó",
            null);
      }
    });
    for (Moved moved : places) {
      int rows =
          handle
              .createUpdate(
                  """
                  INSERT INTO moved (copy, document, sequence, merged, until)
                  SELECT :copy, ordinal, :sequence, :merged, :until FROM document
                  WHERE id = :document AND state = 'MERGED'
                  """)
              .bind("copy", moved.copy())
              .bind("document", moved.place().document())
              .bind("sequence", moved.place().sequence())
              .bind("merged", moved.place().merged() ? 1 : 0)
              .bind("until", moved.place().until())
              .execute();
      if (rows != 1) {
        throw damaged(
            ExportFormat.DOCUMENTS, "không có văn bản đã gộp " + moved.place().document(), null);
      }
    }
  }

  private static void everyChangeHasItsDocument(Handle handle) {
    handle
        .createQuery(
            """
            SELECT c.sequence FROM change c
            WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.document_id) LIMIT 1
            """)
        .mapTo(Long.class)
        .findOne()
        .ifPresent(sequence -> {
          throw new RegistryException(
              "Bản xuất không trọn vẹn: thay đổi số "
                  + sequence
                  + " là của một văn bản không có trong đó; chưa nhập gì.");
        });
  }

  private RegistryException damaged(String where, String what, @Nullable Exception cause) {
    String message =
        "Bản xuất %s bị hỏng hoặc không trọn vẹn (%s: %s); chưa nhập gì."
            .formatted(export, where, what);
    return cause == null ? new RegistryException(message) : new RegistryException(message, cause);
  }
}
