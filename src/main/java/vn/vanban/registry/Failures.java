package vn.vanban.registry;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.sqlite.SQLiteException;

/** Says in Vietnamese what went wrong in a data folder, and what to do. */
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
      "thư mục chỉ cho đọc. Hãy cấp quyền ghi cho tài khoản đang chạy, hoặc chọn thư mục khác.";
  private static final String FULL = "đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại.";

  private static String ofSqlite(SQLiteException e) {
    return switch (e.getResultCode().name().replaceFirst("^(SQLITE_[A-Z]+)_.*$", "$1")) {
      case "SQLITE_FULL" -> FULL;
      case "SQLITE_READONLY", "SQLITE_PERM" -> READ_ONLY;
      case "SQLITE_CANTOPEN" ->
          "không mở được tệp cơ sở dữ liệu. Hãy kiểm tra thư mục có tồn tại và có quyền đọc, ghi.";
      case "SQLITE_CORRUPT", "SQLITE_NOTADB" ->
          "tệp cơ sở dữ liệu bị hỏng hoặc không phải của chương trình này."
              + " Hãy khôi phục từ bản sao lưu.";
      case "SQLITE_BUSY", "SQLITE_LOCKED" ->
          "cơ sở dữ liệu đang bị chương trình khác khóa. Hãy thử lại sau.";
      case "SQLITE_IOERR" -> "lỗi đọc hoặc ghi đĩa (" + e.getResultCode() + ").";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String ofDisk(IOException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space left") || text.contains("not enough space")) {
      return FULL;
    }
    if (e instanceof AccessDeniedException
        || text.contains("read-only")
        || text.contains("operation not permitted")) {
      return READ_ONLY;
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
