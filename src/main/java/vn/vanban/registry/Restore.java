package vn.vanban.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a {@link BackupFormat backup} into a {@link NewFolder}, holding every entry against the
 * manifest.
 */
final class Restore {
  private final Path file;
  private final Path folder;
  private final Progress progress;

  Restore(Path file, Path folder, Progress progress) {
    this.file = file;
    this.folder = folder;
    this.progress = progress;
  }

  void run() throws IOException, SQLException {
    if (!Files.isRegularFile(file)) {
      throw new RegistryException("Không có tệp sao lưu " + file + ".");
    }
    NewFolder.make(
        folder,
        made -> {
          try (ZipFile zip = new ZipFile(file.toFile())) {
            unpack(zip, made);
          } catch (ZipException | EOFException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
          }
        });
  }

  private void unpack(ZipFile zip, NewFolder made) throws IOException, SQLException {
    ZipEntry manifest = zip.getEntry(BackupFormat.MANIFEST);
    if (manifest == null) {
      throw new RegistryException(
          file
              + " không phải bản sao lưu của chương trình này: thiếu "
              + BackupFormat.MANIFEST
              + ".");
    }
    long done = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(manifest), StandardCharsets.UTF_8))) {
      BackupFormat.Header header = read(lines.readLine(), BackupFormat.Header.class);
      if (header.format() != BackupFormat.VERSION) {
        throw new RegistryException(
            "Bản sao lưu có định dạng %d, chương trình này chỉ hiểu định dạng %d. Hãy dùng phiên bản chương trình mới hơn."
                .formatted(header.format(), BackupFormat.VERSION));
      }
      Set<String> seen = new HashSet<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        BackupFormat.Entry entry = read(line, BackupFormat.Entry.class);
        if (!seen.add(entry.name())) {
          throw damaged(entry.name() + " có hai lần trong danh mục", null);
        }
        entry(zip, entry, made);
        progress.at(++done, zip.size() - 1L);
      }
    }
    if (done != zip.size() - 1L) {
      throw damaged("có tệp mà danh mục không nêu", null);
    }
    if (!Files.exists(made.database())) {
      throw damaged("thiếu " + BackupFormat.DATABASE, null);
    }
    renew(made.database());
  }

  private Path place(BackupFormat.Entry entry, Path database) {
    String name = entry.name();
    if (!BackupFormat.NAME.matcher(name).matches()) {
      throw damaged("tên \"" + name + "\" không được phép có trong bản sao lưu", null);
    }
    if (name.equals(BackupFormat.DATABASE)) {
      return database;
    }
    if (name.startsWith(BackupFormat.ORIGINALS)) {
      String sha256 = name.substring(BackupFormat.ORIGINALS.length());
      if (!sha256.equals(entry.sha256())) {
        throw damaged(name + " không mang tên theo mã SHA-256 của nó", null);
      }
      return Originals.path(folder, sha256);
    }
    return folder.resolve(name);
  }

  private void entry(ZipFile zip, BackupFormat.Entry expected, NewFolder made) throws IOException {
    Path target = place(expected, made.database());
    ZipEntry entry = zip.getEntry(expected.name());
    if (entry == null) {
      throw damaged("thiếu " + expected.name(), null);
    }
    Sha256.Measured found;
    try (InputStream in = zip.getInputStream(entry)) {
      found = made.put(in, target);
    } catch (ZipException | EOFException e) {
      throw damaged(expected.name() + ": " + e.getMessage(), e);
    }
    if (found.bytes() != expected.bytes() || !found.sha256().equals(expected.sha256())) {
      throw damaged(expected.name() + " không khớp với mã SHA-256 trong danh mục", null);
    }
  }

  /** Gives the database a new epoch, so that no index of before is taken for level with it. */
  private void renew(Path database) throws SQLException {
    try (Database opened = Database.open(database)) {
      opened
          .writing()
          .useHandle(handle -> {
            handle.execute("DELETE FROM session"); // who was signed in then is not signed in here
            handle.execute("UPDATE meta SET value = ? WHERE name = 'epoch'", Database.newName());
            try (Stream<String> named = Backup.originalFiles(handle)) {
              named
                  .filter(sha256 -> !Files.exists(Originals.path(folder, sha256)))
                  .findFirst()
                  .ifPresent(sha256 -> {
                    throw damaged("thiếu bản gốc " + sha256, null);
                  });
            }
          });
    }
  }

  private <T> T read(@Nullable String line, Class<T> type) {
    if (line == null) {
      throw damaged("danh mục trống", null);
    }
    try {
      return BackupFormat.JSON.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw damaged("không đọc được danh mục", e);
    }
  }

  private RegistryException damaged(String what, @Nullable Exception cause) {
    String message =
        "Bản sao lưu " + file + " bị hỏng hoặc không trọn vẹn (" + what + "); chưa khôi phục gì.";
    return cause == null ? new RegistryException(message) : new RegistryException(message, cause);
  }
}
