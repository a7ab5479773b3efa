package vn.vanban.search;

/**
 * What a person may be about to type.
 *
 * @param text the whole of it, with marks
 * @param kind what it is
 */
public record Suggestion(String text, Kind kind) {
  /** What is suggested. */
  public enum Kind {
    NUMBER,
    TITLE,
    ISSUER,
    SUBJECT
  }
}
