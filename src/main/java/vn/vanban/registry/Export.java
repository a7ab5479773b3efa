package vn.vanban.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link ExportFormat export} of a registry as of one moment, within one transaction.
 * Others may register meanwhile; nobody may destroy originals.
 */
final class Export {
  /** Half of a pair of UTF-16 units, which UTF-8 cannot carry; JSON can, escaped. */
  private static final Pattern LONE_SURROGATE =
      Pattern.compile("[\\x{D800}-\\x{DFFF}]", Pattern.UNICODE_CHARACTER_CLASS);

  private static final String WHAT = "bản xuất";

  private final Path folder;
  private final Originals originals;
  private final Handle handle;
  private final Progress progress;

  /**
   * An export.
   *
   * @param folder the data folder
   * @param handle in a transaction
   * @param progress is told of each document
   */
  Export(Path folder, Originals originals, Handle handle, Progress progress) {
    this.folder = folder;
    this.originals = originals;
    this.handle = handle;
    this.progress = progress;
  }

  /** Writes the export under another name, forces it to disk and renames it. */
  void write(Path target) throws IOException {
    Path whole = target.toAbsolutePath();
    WorkFolder.parent(whole, WHAT);
    refuseUsed(whole, target);
    WorkFolder.beside(
        whole,
        WHAT,
        work -> {
          fill(work);
          Files.deleteIfExists(whole); // empty
          Files.move(work, whole, StandardCopyOption.ATOMIC_MOVE);
        });
  }

  private static void refuseUsed(Path whole, Path named) throws IOException {
    if (!Files.exists(whole)) {
      return;
    }
    boolean empty = false;
    if (Files.isDirectory(whole)) {
      try (DirectoryStream<Path> there = Files.newDirectoryStream(whole)) {
        empty = !there.iterator().hasNext();
      }
    }
    if (!empty) {
      throw new RegistryException(
          "Đã có " + named + ". Chỉ xuất vào một thư mục mới hoặc trống; hãy nêu tên khác.");
    }
  }

  private void fill(Path work) throws IOException {
    Path files = Files.createDirectory(work.resolve("originals"));
    long changes = changes(work.resolve(ExportFormat.CHANGES));
    long total = number("SELECT count(*) FROM document");
    long documents = 0;
    long copies = 0;
    try (Lines lines = new Lines(work.resolve(ExportFormat.DOCUMENTS));
        Stream<Long> ordinals =
            handle
                .createQuery("SELECT ordinal FROM document ORDER BY ordinal")
                .mapTo(Long.class)
                .stream()) {
      for (long ordinal : (Iterable<Long>) ordinals::iterator) {
        ExportFormat.Document document = document(ordinal);
        lines.write(document);
        if (!document.state().equals("ERASED")) {
          for (ExportFormat.Copy copy : document.copies()) {
            original(copy, files);
            copies++;
          }
        }
        progress.at(++documents, total);
      }
    }
    Originals.sync(files);
    quarantine(work);
    ExportFormat.Manifest manifest =
        new ExportFormat.Manifest(
            ExportFormat.VERSION,
            handle
                .createQuery("SELECT value FROM meta WHERE name = 'registry_id'")
                .mapTo(String.class)
                .one(),
            changes,
            documents,
            copies,
            hashes(work),
            Instant.now().toString());
    try (Lines lines = new Lines(work.resolve(ExportFormat.MANIFEST))) {
      lines.write(manifest);
    }
    Originals.sync(work);
  }

  /** Of the files whose lines are not named by a hash of their own. */
  static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String name : List.of(ExportFormat.CHANGES, ExportFormat.DOCUMENTS)) {
      try (InputStream in = Files.newInputStream(folder.resolve(name))) {
        hashes.put(name, Sha256.measure(in).sha256());
      }
    }
    return hashes;
  }

  private long changes(Path file) throws IOException {
    long last = 0;
    try (Lines lines = new Lines(file);
        Stream<ExportFormat.Change> all =
            handle
                .createQuery(
                    """
                    SELECT sequence, document_id, removed, at, action, actor, reason FROM change
                    ORDER BY sequence
                    """)
                .map((row, context) ->
                    new ExportFormat.Change(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .stream()) {
      for (ExportFormat.Change change : (Iterable<ExportFormat.Change>) all::iterator) {
        lines.write(change);
        last = change.sequence();
      }
    }
    return last;
  }

  private ExportFormat.Document document(long ordinal) {
    List<ExportFormat.Copy> copies =
        handle
            .createQuery(
                """
                SELECT ordinal, sha256, bytes, source, media_type, registered, sequence, merged,
                    doubts, record, repaired, extracted
                FROM copy WHERE document = :document ORDER BY ordinal
                """)
            .bind("document", ordinal)
            .map((row, context) -> copy(row))
            .list();
    List<ExportFormat.Correction> corrections =
        handle
            .createQuery(
                """
                SELECT number, field, accepted, value, made, withdrawn FROM correction
                WHERE document = :document ORDER BY number
                """)
            .bind("document", ordinal)
            .map((row, context) ->
                new ExportFormat.Correction(
                    row.getLong(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getObject(6) == null ? null : row.getLong(6)))
            .list();
    return handle
        .createQuery(
            """
            SELECT d.id, d.registered, d.state, kept.id AS merged, d.kind, d.number_key,
                d.issuer_key, d.year, d.withheld, d.doubts
            FROM document d LEFT JOIN document kept ON kept.ordinal = d.merged
            WHERE d.ordinal = :document
            """)
        .bind("document", ordinal)
        .map((row, context) ->
            new ExportFormat.Document(
                row.getString("id"),
                row.getString("registered"),
                row.getString("state"),
                row.getString("merged"),
                row.getString("kind"),
                row.getString("number_key"),
                row.getString("issuer_key"),
                row.getObject("year") == null ? null : row.getInt("year"),
                row.getBoolean("withheld"),
                row.getInt("doubts"),
                copies,
                corrections))
        .one();
  }

  private ExportFormat.Copy copy(ResultSet row) throws SQLException {
    boolean erased = row.getBytes("record").length == 0;
    List<ExportFormat.Reading> readings =
        handle
            .createQuery(
                """
                SELECT sequence, doubts, record, repaired, extracted FROM reading
                WHERE copy = :copy ORDER BY sequence
                """)
            .bind("copy", row.getLong("ordinal"))
            .map((reading, context) -> reading(reading))
            .list();
    List<ExportFormat.Place> places =
        handle
            .createQuery(
                """
                SELECT d.id, m.sequence, m.merged, m.until
                FROM moved m JOIN document d ON d.ordinal = m.document
                WHERE m.copy = :copy ORDER BY m.until
                """)
            .bind("copy", row.getLong("ordinal"))
            .map((place, context) ->
                new ExportFormat.Place(
                    place.getString(1), place.getLong(2), place.getBoolean(3), place.getLong(4)))
            .list();
    return new ExportFormat.Copy(
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getString("source"),
        row.getString("media_type"),
        row.getString("registered"),
        row.getLong("sequence"),
        row.getBoolean("merged"),
        erased ? null : reading(row),
        readings,
        places,
        containers(row.getLong("ordinal")));
  }

  private List<String> containers(long copy) {
    return handle
        .createQuery("SELECT container FROM enclosure WHERE copy = :copy ORDER BY container")
        .bind("copy", copy)
        .mapTo(String.class)
        .list();
  }

  private static ExportFormat.Reading reading(ResultSet row) throws SQLException {
    byte @Nullable [] extracted = row.getBytes("extracted");
    try {
      return new ExportFormat.Reading(
          row.getLong("sequence"),
          row.getInt("doubts"),
          ExportFormat.JSON.readTree(PackedText.unpack(row.getBytes("record"))),
          PackedText.unpack(row.getBytes("repaired")),
          extracted == null ? null : PackedText.unpack(extracted));
    } catch (JsonProcessingException e) {
      throw new RegistryException("Bản ghi bị hỏng: " + e.getOriginalMessage(), e);
    }
  }

  private void original(ExportFormat.Copy copy, Path files) throws IOException {
    Optional<InputStream> small = Originals.openSmall(handle, copy.sha256());
    try (InputStream in =
        small.isPresent() ? small.get() : Files.newInputStream(originals.path(copy.sha256()))) {
      Sha256.Measured found = Originals.copyForced(in, files.resolve(copy.sha256()));
      if (!found.sha256().equals(copy.sha256())) {
        throw damaged("Bản gốc " + copy.sha256() + " không còn khớp với mã SHA-256", null);
      }
    } catch (NoSuchFileException e) {
      throw damaged("Thiếu bản gốc " + copy.sha256(), e);
    }
  }

  private void quarantine(Path work) throws IOException {
    List<Path> rejected = new Quarantine(folder).files();
    if (rejected.isEmpty()) {
      return;
    }
    Path target = Files.createDirectory(work.resolve("quarantine"));
    for (Path file : rejected) {
      try (InputStream in = Files.newInputStream(file)) {
        Originals.copyForced(in, target.resolve(file.getFileName()));
      }
    }
    Originals.sync(target);
  }

  private long number(String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  private static RegistryException damaged(String what, @Nullable IOException cause) {
    String message = what + "; chưa xuất gì. Hãy chạy lệnh verify để biết mọi chỗ hỏng.";
    return cause == null ? new RegistryException(message) : new RegistryException(message, cause);
  }

  /** JSON objects, one a line, forced to disk at the end. */
  private static final class Lines implements AutoCloseable {
    private final FileOutputStream file;
    private final OutputStream out;

    Lines(Path path) throws IOException {
      file = new FileOutputStream(path.toFile());
      out = new BufferedOutputStream(file, 1 << 16);
    }

    void write(Object value) throws IOException {
      String json = ExportFormat.JSON.writeValueAsString(value);
      String whole =
          LONE_SURROGATE
              .matcher(json)
              .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
      out.write(whole.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }

    @Override
    public void close() throws IOException {
      out.flush();
      file.getChannel().force(true);
      out.close();
    }
  }
}
