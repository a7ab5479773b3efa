package vn.vanban.law;

/**
 * A stretch of the repaired text.
 *
 * @param start first UTF-16 offset, inclusive
 * @param end last UTF-16 offset, exclusive; not below {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Whether every character of {@code other} lies in this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The length in UTF-16 units. */
  public int length() {
    return end - start;
  }
}
