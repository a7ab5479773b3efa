package vn.vanban.law;

/**
 * Where a value was read and how.
 *
 * @param span the place in the repaired text
 * @param rule short stable name of the rule that read it, such as {@code letterhead-number}
 * @param confidence the parser's own estimate that the value is right, 0 to 1
 */
public record Evidence(Span span, String rule, double confidence) {
  public Evidence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence outside 0..1: " + confidence);
    }
  }
}
