package vn.vanban.law;

/** Secrecy marks (độ mật; Luật Bảo vệ bí mật nhà nước 2018, Điều 8). */
public enum Secrecy {
  CONFIDENTIAL("Mật"),
  SECRET("Tối mật"),
  TOP_SECRET("Tuyệt mật");

  private final String vietnamese;

  Secrecy(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The printed mark in reading form: {@code Tối mật}. */
  public String vietnamese() {
    return vietnamese;
  }
}
