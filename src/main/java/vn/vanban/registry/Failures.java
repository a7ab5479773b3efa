package vn.vanban.registry;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteException;

/** Says in Vietnamese and English what went wrong in a data folder, and what to do. */
final class Failures {
  private final Path folder;

  Failures(Path folder) {
    this.folder = folder;
  }

  /**
   * The message for a failure of disk or database.
   *
   * @param doing what was being done, as the continuation of "Không thể"
   */
  RegistryException of(String doing, Throwable failure) {
    if (failure instanceof RegistryException known) {
      return known;
    }
    return new RegistryException(
        "Không thể " + doing + " trong thư mục dữ liệu " + folder + ": " + reason(failure),
        failure);
  }

  /** Why, and what to do; ends with a full stop where it is a sentence. */
  static String reason(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException sqlite) {
        return ofSqlite(sqlite);
      }
      if (t instanceof IOException io) {
        return ofDisk(io);
      }
      if (t instanceof ReadOnlyFileSystemException) {
        return READ_ONLY;
      }
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static final String READ_ONLY =
      "thư mục chỉ cho đọc. Hãy cấp quyền ghi cho tài khoản đang chạy, hoặc chọn thư mục khác."
          + " / Read-only folder: allow this account to write there, or choose another folder.";
  private static final String FULL =
      "đĩa đã đầy hoặc hết hạn mức. Hãy giải phóng dung lượng rồi chạy lại."
          + " / Disk full, or no quota left: free some space and run it again.";
  private static final String UNREADABLE =
      "lỗi đọc hoặc ghi đĩa (%1$s). Hãy kiểm tra đĩa và nhật ký hệ thống rồi chạy lại."
          + " / Disk error (%1$s): check the disk and the system log, then run it again.";
  private static final String NOT_OPENED =
      "không mở được tệp cơ sở dữ liệu. Hãy kiểm tra dung lượng trống, và thư mục có tồn tại, có quyền"
          + " đọc, ghi. / Cannot open the database: check free space, and that the folder is there"
          + " and may be written.";
  private static final String BROKEN =
      "tệp cơ sở dữ liệu bị hỏng hoặc không phải của chương trình này. Hãy khôi phục từ bản sao lưu."
          + " / The database is damaged or of another program: restore a backup.";
  private static final String LOCKED =
      "cơ sở dữ liệu đang bị chương trình khác khóa. Hãy thử lại sau."
          + " / Another program has locked the database: try again later.";

  private static String ofSqlite(SQLiteException e) {
    return switch (e.getResultCode().name().replaceFirst("^(SQLITE_[A-Z]+)_.*$", "$1")) {
      case "SQLITE_FULL" -> FULL;
      case "SQLITE_READONLY", "SQLITE_PERM" -> READ_ONLY;
      case "SQLITE_CANTOPEN" -> NOT_OPENED;
      case "SQLITE_CORRUPT", "SQLITE_NOTADB" -> BROKEN;
      case "SQLITE_BUSY", "SQLITE_LOCKED" -> LOCKED;
      case "SQLITE_IOERR" -> UNREADABLE.formatted("registry.db: " + e.getResultCode().name());
      default -> String.valueOf(e.getMessage());
    };
  }

  /** What systems say of a disk, a quota or a process's own limit that is full. */
  private static final List<String> FILLED =
      List.of("no space left", "not enough space", "quota exceeded", "file too large");

  private static String ofDisk(IOException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (FILLED.stream().anyMatch(text::contains)) {
      return FULL;
    }
    if (e instanceof AccessDeniedException
        || text.contains("read-only")
        || text.contains("operation not permitted")) {
      return READ_ONLY;
    }
    return UNREADABLE.formatted(
        e instanceof FileSystemException file && file.getReason() != null
            ? file.getFile() + ": " + file.getReason()
            : e.getClass().getSimpleName() + ": " + e.getMessage());
  }
}
