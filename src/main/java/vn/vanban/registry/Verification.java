package vn.vanban.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.vanban.registry.Finding.Level;

/** Holds the database against itself and against the originals on disk. */
final class Verification {
  private final Handle handle;
  private final Originals originals;
  private final RecordCodec codec;
  private final Reads reads;
  private final List<Finding> findings = new ArrayList<>();

  Verification(Handle handle, Originals originals, RecordCodec codec, Reads reads) {
    this.handle = handle;
    this.originals = originals;
    this.codec = codec;
    this.reads = reads;
  }

  List<Finding> run() throws IOException {
    database();
    copies();
    readings();
    orphans();
    feed();
    steps();
    derived();
    return List.copyOf(findings);
  }

  private void database() {
    for (String line : handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list()) {
      if (!line.equals("ok")) {
        error("cơ sở dữ liệu", "Cấu trúc tệp bị hỏng: " + line);
      }
    }
    for (String table : handle.createQuery("PRAGMA foreign_key_check").mapTo(String.class).list()) {
      error("bảng " + table, "Có dòng trỏ tới dòng không tồn tại.");
    }
    for (String id :
        handle
            .createQuery(
                """
                SELECT id FROM document d
                WHERE state <> 'MERGED'
                  AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.document = d.ordinal)
                """)
            .mapTo(String.class)
            .list()) {
      error("văn bản " + id, "Không có bản nào.");
    }
  }

  /** One row of the copy table. */
  private record Row(String sha256, long bytes) {}

  private void copies() throws IOException {
    try (Stream<Row> rows =
        handle
            .createQuery(
                """
                SELECT c.sha256, c.bytes FROM copy c JOIN document d ON d.ordinal = c.document
                WHERE d.state <> 'ERASED' ORDER BY c.ordinal
                """)
            .map((row, context) -> new Row(row.getString(1), row.getLong(2)))
            .stream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        original(row);
      }
    }
  }

  private void original(Row row) throws IOException {
    Optional<InputStream> small = Originals.openSmall(handle, row.sha256());
    Path path = originals.path(row.sha256());
    String where = small.isPresent() ? "bản gốc " + row.sha256() : path.toString();
    if (small.isEmpty() && !Files.isRegularFile(path)) {
      error(where, "Thiếu tệp gốc.");
      return;
    }
    try (InputStream in = small.isPresent() ? small.get() : Files.newInputStream(path)) {
      Sha256.Measured found = Sha256.measure(in);
      if (found.bytes() != row.bytes()) {
        error(where, "Tệp gốc có " + found.bytes() + " byte, đúng ra là " + row.bytes() + ".");
      } else if (!found.sha256().equals(row.sha256())) {
        error(where, "Nội dung tệp gốc không còn khớp với mã SHA-256.");
      }
    }
  }

  private void readings() {
    new StoredReadings(handle, codec)
        .faults((reading, what) ->
            error(
                "bản " + reading.sha256(),
                what + " Lệnh verify --repair đọc lại bản gốc để thay."));
  }

  private void orphans() throws IOException {
    originals.forEach((path, size) -> {
      String name = path.getFileName().toString();
      if (isErased(handle, name)) {
        error(path.toString(), "Nội dung đã bị xóa mà tệp gốc còn lại; verify --repair sẽ xóa nó.");
      } else if (Reads.ofOriginals(handle, List.of(name)).isEmpty()) {
        findings.add(
            new Finding(
                Level.NOTE,
                path.toString(),
                "Tệp không thuộc văn bản nào (thường do một lần đăng ký bị ngắt; vô hại)."));
      }
    });
  }

  static boolean isErased(Handle handle, String sha256) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM copy c JOIN document d ON d.ordinal = c.document
            WHERE c.sha256 = :sha256 AND d.state = 'ERASED'
            """)
        .bind("sha256", sha256)
        .mapTo(Boolean.class)
        .one();
  }

  private void feed() {
    long count = number("SELECT count(*) FROM change");
    long last = number("SELECT coalesce(max(sequence), 0) FROM change");
    long first = number("SELECT coalesce(min(sequence), 1) FROM change");
    if (first != 1 || count != last) {
      error("nhật ký thay đổi", "Thiếu số: có " + count + " thay đổi, số cuối là " + last + ".");
    }
    long unannounced =
        number(
            """
            SELECT count(*) FROM document d
            WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.document_id = d.id)
            """);
    if (unannounced > 0) {
      error("nhật ký thay đổi", unannounced + " văn bản chưa từng được ghi vào nhật ký.");
    }
    long unknown =
        number(
            """
            SELECT count(*) FROM change c
            WHERE removed = 0 AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.document_id)
            """);
    if (unknown > 0) {
      error("nhật ký thay đổi", unknown + " thay đổi trỏ tới văn bản không tồn tại.");
    }
  }

  /** What happened to a document stands in the log under its name. */
  private void steps() {
    step(
        "bản",
        "SELECT c.sha256, c.sequence, d.id, 'REGISTERED COPY_ADDED REVISION_ADDED MERGED' FROM copy c"
            + " JOIN document d ON d.ordinal = c.document");
    step(
        "bản đã chuyển",
        """
        SELECT c.sha256, m.until, d.id, 'MERGED_INTO' FROM moved m
        JOIN copy c ON c.ordinal = m.copy JOIN document d ON d.ordinal = m.document
        """);
    step(
        "lần đọc lại bản",
        """
        SELECT c.sha256, r.sequence, NULL, 'REPARSED' FROM reading r JOIN copy c ON c.ordinal = r.copy
        """);
    step(
        "đính chính",
        """
        SELECT n.number, n.made, d.id, 'CORRECTED ACCEPTED MERGED' FROM correction n
        JOIN document d ON d.ordinal = n.document
        """);
    for (String line :
        handle
            .createQuery(
                """
                SELECT n.number || ' (trường ' || n.field || ')' FROM correction n
                WHERE n.withdrawn IS NULL AND n.accepted = 0 AND n.field NOT IN (<fields>)
                """)
            .bindList("fields", Corrections.Field.names())
            .mapTo(String.class)
            .list()) {
      error("đính chính " + line, "Không có trường nào mang tên ấy.");
    }
  }

  /** Rows of name, number of a change, id of a document (or none), and what the change may be. */
  private void step(String what, String rows) {
    handle
        .createQuery(
            """
            WITH step (name, sequence, id, actions) AS (%s)
            SELECT name FROM step s WHERE NOT EXISTS (SELECT 1 FROM change c
              WHERE c.sequence = s.sequence AND (s.id IS NULL OR c.document_id = s.id)
                AND instr(' ' || s.actions || ' ', ' ' || c.action || ' ') > 0)
            """
                .formatted(rows))
        .mapTo(String.class)
        .forEach(name -> error(what + " " + name, "Nhật ký không có thay đổi đã đem nó tới."));
  }

  /** What follows from the records is as it would be made anew. */
  private void derived() {
    long after = 0;
    List<Long> ordinals = DerivedRepair.next(handle, after);
    while (!ordinals.isEmpty()) {
      for (Reads.Placed placed : readable(ordinals)) {
        if (!DerivedRows.Rows.of(placed).equals(DerivedRows.found(handle, placed.ordinal()))) {
          error(
              "văn bản " + placed.document().id(),
              "Các dòng tra cứu không khớp với hồ sơ; verify --repair sẽ dựng lại.");
        }
      }
      after = ordinals.getLast();
      ordinals = DerivedRepair.next(handle, after);
    }
  }

  /** Documents whose records can be read; of the others it is told. */
  private List<Reads.Placed> readable(List<Long> ordinals) {
    try {
      return reads.byOrdinals(handle, ordinals);
    } catch (RegistryException some) {
      List<Reads.Placed> readable = new ArrayList<>();
      for (long ordinal : ordinals) {
        try {
          readable.addAll(reads.byOrdinals(handle, List.of(ordinal)));
        } catch (RegistryException damaged) {
          error("văn bản thứ " + ordinal, "Không đọc được hồ sơ: " + damaged.getMessage());
        }
      }
      return readable;
    }
  }

  private long number(String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  private void error(String where, String message) {
    findings.add(new Finding(Level.ERROR, where, message));
  }
}
