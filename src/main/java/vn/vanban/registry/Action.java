package vn.vanban.registry;

import java.util.Locale;

/** What a change did to its document. */
public enum Action {
  /** Its first copy came. */
  REGISTERED("đăng ký"),
  /** Another file with the same content. */
  COPY_ADDED("thêm bản khác"),
  /** Another file whose content differs in places. */
  REVISION_ADDED("thêm bản có nội dung khác"),
  /** An official overruled a field. */
  CORRECTED("đính chính"),
  /** An official found that what was read is right. */
  ACCEPTED("xác nhận"),
  /** A correction or acceptance was taken back. */
  CORRECTION_WITHDRAWN("rút đính chính"),
  /** A later parser read something else. */
  REPARSED("đọc lại"),
  /** Taken out of sight, with its content kept. */
  REMOVED("gỡ"),
  /** Brought back after a removal. */
  RESTORED("khôi phục"),
  /** Its content was destroyed; that it was there stays known. */
  ERASED("xóa nội dung"),
  /** It is one with another document, which keeps its copies and answers in its place. */
  MERGED_INTO("gộp vào văn bản khác"),
  /** Another document was found to be this one; its copies came here. */
  MERGED("nhận bản của văn bản được gộp vào"),
  /** Another document came, changed or went that bears on its effect. */
  EFFECT_CHANGED("hiệu lực có thể đổi do văn bản khác");

  private final String vietnamese;

  Action(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** What a reader calls it. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The name used in JSON: {@code copy-added}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
