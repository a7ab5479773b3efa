package vn.vanban.registry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A registry in one ZIP file: {@code manifest.txt} (format of the file, and the SHA-256 of the
 * database), {@code registry.db}, and {@code originals/SHA256} for each original that is not in the
 * database. A file under its final name is whole, for it is written under another one, forced to
 * disk and renamed.
 */
final class Backup {
  private static final String FORMAT = "vanban-backup 1";
  private static final String MANIFEST = "manifest.txt";
  private static final String DATABASE = "registry.db";
  private static final String ORIGINALS = "originals/";
  private static final int EPOCH_BYTES = 12;

  private Backup() {}

  /** Copies a database as it is at one moment. */
  interface Snapshot {
    /** Writes the copy to a file that is not there yet. */
    void into(Path file) throws SQLException;
  }

  /**
   * Writes a backup.
   *
   * @param source copies the database
   * @param originals of the registry; none may be destroyed meanwhile
   * @param file what to write
   * @param progress is told how many originals are written so far
   * @return how many files the backup holds
   */
  static int write(Snapshot source, Originals originals, Path file, IntConsumer progress)
      throws IOException, SQLException {
    Path whole = file.toAbsolutePath().normalize();
    if (Files.exists(whole)) {
      throw new FileAlreadyExistsException(whole.toString(), null, "tệp đã có");
    }
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Path snapshot = whole.resolveSibling(whole.getFileName() + ".db");
    try {
      Files.deleteIfExists(snapshot);
      source.into(snapshot);
      int files;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        files = fill(zip, snapshot, originals, progress);
      }
      Originals.force(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      Originals.sync(whole.getParent());
      return files;
    } finally {
      Files.deleteIfExists(snapshot);
      Files.deleteIfExists(part);
    }
  }

  private static int fill(
      ZipOutputStream zip, Path snapshot, Originals originals, IntConsumer progress)
      throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(
        (FORMAT + "\n" + hash(snapshot) + " " + DATABASE + "\n").getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    add(zip, DATABASE, snapshot);
    int done = 0;
    for (String sha256 : filed(snapshot)) {
      add(zip, ORIGINALS + sha256, originals.path(sha256));
      progress.accept(++done);
    }
    return done;
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  /** The originals of a database that are files. */
  private static List<String> filed(Path database) throws SQLException {
    List<String> hashes = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.sha256 FROM copy c JOIN document d ON d.ordinal = c.document
                WHERE d.state <> 'ERASED'
                  AND NOT EXISTS (SELECT 1 FROM original o WHERE o.sha256 = c.sha256)
                ORDER BY c.ordinal
                """)) {
      while (rows.next()) {
        hashes.add(rows.getString(1));
      }
    }
    return hashes;
  }

  /**
   * Makes a data folder from a backup; every byte is held against its hash first. The registry gets
   * a new epoch, so that no index of another time is taken for its own.
   *
   * @param file the backup
   * @param folder a new or empty folder
   * @throws RegistryException if the file is no whole backup; the folder is then as before
   */
  static void restore(Path file, Path folder) throws IOException, SQLException {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      try (Stream<Path> entries = Files.list(target)) {
        if (entries.findAny().isPresent()) {
          throw new RegistryException(
              "Thư mục " + folder + " đã có dữ liệu. Hãy chọn một thư mục mới hoặc trống.");
        }
      }
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    delete(part);
    Files.createDirectories(part);
    try {
      unpack(file, part);
      newEpoch(part.resolve(DATABASE));
      Files.deleteIfExists(target);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      Originals.sync(target.getParent());
    } finally {
      delete(part);
    }
  }

  private static void unpack(Path file, Path folder) throws IOException, SQLException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      String[] manifest =
          new String(read(zip, MANIFEST, file).readAllBytes(), StandardCharsets.UTF_8)
              .split("\n", -1);
      if (!manifest[0].startsWith("vanban-backup ")) {
        throw damaged(file, "thiếu dòng đầu của bản kê");
      }
      if (!manifest[0].equals(FORMAT)) {
        throw new RegistryException(
            "Bản sao lưu " + file + " do phiên bản mới hơn ghi. Hãy dùng phiên bản mới hơn.");
      }
      Path database = folder.resolve(DATABASE);
      if (manifest.length < 2
          || !(copy(zip, DATABASE, database, file) + " " + DATABASE).equals(manifest[1])) {
        throw damaged(file, "cơ sở dữ liệu không khớp với bản kê");
      }
      for (String sha256 : filed(database)) {
        Path original =
            folder
                .resolve("originals")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.createDirectories(original.getParent());
        if (!copy(zip, ORIGINALS + sha256, original, file).equals(sha256)) {
          throw damaged(file, "bản gốc " + sha256 + " không khớp với mã của nó");
        }
      }
    } catch (ZipException e) {
      throw new RegistryException(
          "Tệp " + file + " không phải bản sao lưu, hoặc đã bị cắt, hỏng.", e);
    }
  }

  /** Copies an entry, forces it to disk, and gives its SHA-256. */
  private static String copy(ZipFile zip, String name, Path to, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (DigestInputStream in = new DigestInputStream(read(zip, name, file), digest)) {
      Files.copy(in, to);
    }
    Originals.force(to);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static InputStream read(ZipFile zip, String name, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(file, "thiếu " + name);
    }
    return new BufferedInputStream(zip.getInputStream(entry));
  }

  private static RegistryException damaged(Path file, String what) {
    return new RegistryException("Bản sao lưu " + file + " bị hỏng: " + what + ".");
  }

  private static void newEpoch(Path database) throws SQLException {
    byte[] epoch = new byte[EPOCH_BYTES];
    new SecureRandom().nextBytes(epoch);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var update =
            connection.prepareStatement("UPDATE meta SET value = ? WHERE name = 'epoch'")) {
      update.setString(1, HexFormat.of().formatHex(epoch));
      if (update.executeUpdate() != 1) {
        throw new RegistryException("Bản sao lưu không có epoch của sổ đăng ký.");
      }
    }
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.measure(in).sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
