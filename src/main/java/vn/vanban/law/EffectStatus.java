package vn.vanban.law;

/** Whether a document has effect on a given day (tình trạng hiệu lực). */
public enum EffectStatus {
  /** Chưa có hiệu lực. */
  NOT_YET("Chưa có hiệu lực"),
  /** Còn hiệu lực. */
  IN_FORCE("Còn hiệu lực"),
  /** Hết hiệu lực một phần, or in force with parts that begin later. */
  PARTLY("Có hiệu lực một phần"),
  /** Ngưng hiệu lực. */
  SUSPENDED("Ngưng hiệu lực"),
  /** Hết hiệu lực. */
  EXPIRED("Hết hiệu lực"),
  /** Nothing says so. */
  UNKNOWN("Chưa rõ hiệu lực");

  private final String vietnamese;

  EffectStatus(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** What a reader calls it. */
  public String vietnamese() {
    return vietnamese;
  }
}
