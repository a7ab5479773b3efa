package vn.vanban.law;

import java.util.Locale;

/** Whom a document is meant for, by its own mark of circulation (chỉ dẫn phạm vi lưu hành). */
public enum Visibility {
  /** Everyone. */
  PUBLIC,
  /** {@code Lưu hành nội bộ}, {@code Xem xong trả lại} (NĐ 30/2020, Phụ lục I, mục II.9.b). */
  INTERNAL;

  /** The name used in JSON: lower case. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
