package vn.vanban.law;

import java.util.Locale;

/** How one document relates to another, read from the citing side. */
public enum RelationType {
  /** Căn cứ. */
  BASED_ON("căn cứ"),
  /** Thay thế. */
  REPLACES("thay thế"),
  /** Sửa đổi. */
  AMENDS("sửa đổi"),
  /** Bổ sung. */
  SUPPLEMENTS("bổ sung"),
  /** Bãi bỏ, hủy bỏ, hết hiệu lực. */
  REPEALS("bãi bỏ"),
  /** Đình chỉ, ngưng hiệu lực. */
  SUSPENDS("đình chỉ"),
  /** Hướng dẫn. */
  GUIDES("hướng dẫn"),
  /** Quy định chi tiết. */
  DETAILS("quy định chi tiết"),
  /** Đính chính. */
  CORRECTS("đính chính"),
  /** Hợp nhất. */
  CONSOLIDATES("hợp nhất"),
  /** Sao y, sao lục, trích sao. */
  COPIES("sao"),
  /** Ban hành kèm theo: an attachment to its parent. */
  ATTACHED_TO("kèm theo"),
  /** A page to the document that it reports. */
  ANNOUNCES("thông báo về"),
  /** Dẫn chiếu: cited in any other way. */
  REFERS_TO("dẫn chiếu");

  private final String vietnamese;

  RelationType(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The Vietnamese word: {@code thay thế}. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The name used in JSON: {@code based-on}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
