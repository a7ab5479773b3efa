package vn.vanban.registry;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes a {@link BackupFormat backup}: the database as of one moment first, then the originals
 * that it names. Others may register meanwhile; nobody may destroy originals.
 */
final class Backup {
  /** Documents are mostly packed already (docx, pdf): to try harder costs time and saves little. */
  private static final int PACKING = Deflater.BEST_SPEED;

  private static final String WHAT = "bản sao lưu";

  private final Path folder;
  private final Originals originals;
  private final Progress progress;
  private long done;
  private long total;

  Backup(Path folder, Originals originals, Progress progress) {
    this.folder = folder;
    this.originals = originals;
    this.progress = progress;
  }

  /**
   * Writes the backup under another name, forces it to disk and renames it.
   *
   * @param database where to read from
   * @param file the backup
   * @param replace whether there may be such a file already
   */
  void write(Jdbi database, Path file, boolean replace) throws IOException {
    Path target = file.toAbsolutePath();
    WorkFolder.parent(target, WHAT);
    if (Files.isDirectory(target)) {
      throw new RegistryException(file + " là một thư mục. Hãy nêu tên tệp sao lưu.");
    }
    if (Files.exists(target) && !replace) {
      throw new RegistryException(
          "Đã có tệp " + file + ". Hãy chọn tên khác, hoặc thêm --force để ghi đè.");
    }
    WorkFolder.beside(
        target,
        WHAT,
        work -> {
          Path archive = work.resolve("archive");
          pack(database, work, archive);
          Files.move(
              archive, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
  }

  private void pack(Jdbi database, Path work, Path archive) throws IOException {
    Path snapshot = work.resolve(BackupFormat.DATABASE);
    database.useHandle(handle -> handle.execute("VACUUM INTO ?", snapshot.toString()));
    Path manifest = work.resolve(BackupFormat.MANIFEST);
    List<Path> rejected = new Quarantine(folder).files();
    try (Handle handle = Jdbi.create("jdbc:sqlite:" + snapshot).open();
        FileOutputStream out = new FileOutputStream(archive.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(PACKING);
      try (BufferedWriter lines = Files.newBufferedWriter(manifest);
          Stream<String> named = originalFiles(handle)) {
        line(
            lines,
            new BackupFormat.Header(
                BackupFormat.VERSION,
                handle
                    .createQuery("SELECT value FROM meta WHERE name = 'registry_id'")
                    .mapTo(String.class)
                    .one(),
                handle
                    .createQuery("SELECT coalesce(max(sequence), 0) FROM change")
                    .mapTo(Long.class)
                    .one(),
                Instant.now().toString()));
        total =
            1
                + rejected.size()
                + handle.createQuery("SELECT count(*) " + ORIGINAL_FILES).mapTo(Long.class).one();
        line(lines, add(zip, BackupFormat.DATABASE, snapshot));
        for (String sha256 : (Iterable<String>) named::iterator) {
          line(lines, original(zip, sha256));
        }
        for (Path file : rejected) {
          line(lines, add(zip, BackupFormat.QUARANTINE + file.getFileName(), file));
        }
      }
      zip.putNextEntry(new ZipEntry(BackupFormat.MANIFEST));
      Files.copy(manifest, zip);
      zip.closeEntry();
      zip.finish();
      out.getChannel().force(true);
    }
  }

  /** Those that are not small, of documents that are not erased. */
  private static final String ORIGINAL_FILES =
      """
      FROM copy c JOIN document d ON d.ordinal = c.document
      WHERE d.state <> 'ERASED' AND NOT EXISTS (SELECT 1 FROM original o WHERE o.sha256 = c.sha256)
      """;

  static Stream<String> originalFiles(Handle handle) {
    return handle
        .createQuery("SELECT c.sha256 " + ORIGINAL_FILES + " ORDER BY c.ordinal")
        .mapTo(String.class)
        .stream();
  }

  private BackupFormat.Entry original(ZipOutputStream zip, String sha256) throws IOException {
    BackupFormat.Entry entry;
    try {
      entry = add(zip, BackupFormat.ORIGINALS + sha256, originals.path(sha256));
    } catch (NoSuchFileException e) {
      throw damaged("Thiếu bản gốc " + sha256, e);
    }
    if (!entry.sha256().equals(sha256)) {
      throw damaged(
          "Bản gốc " + sha256 + " không còn khớp với mã SHA-256", new IOException(entry.sha256()));
    }
    return entry;
  }

  private static RegistryException damaged(String what, IOException cause) {
    return new RegistryException(
        what + "; chưa ghi bản sao lưu nào. Hãy chạy lệnh verify để biết mọi chỗ hỏng.", cause);
  }

  private BackupFormat.Entry add(ZipOutputStream zip, String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      Sha256.Measured measured = Sha256.copy(in, zip);
      zip.closeEntry();
      progress.at(++done, total);
      return new BackupFormat.Entry(name, measured.bytes(), measured.sha256());
    }
  }

  private static void line(BufferedWriter lines, Object line) throws IOException {
    lines.write(BackupFormat.JSON.writeValueAsString(line));
    lines.write('\n');
  }
}
