package vn.vanban.law;

/** Urgency marks (độ khẩn; NĐ 30/2020, Phụ lục I, mục II.9.b). */
public enum Urgency {
  URGENT("Khẩn"),
  VERY_URGENT("Thượng khẩn"),
  EXPRESS("Hỏa tốc");

  private final String vietnamese;

  Urgency(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The printed mark in reading form: {@code Hỏa tốc}. */
  public String vietnamese() {
    return vietnamese;
  }
}
