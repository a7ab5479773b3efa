package vn.vanban.text;

/** Numbers cut at a hyphen by a line end: {@code 40/2022/QĐ-} / {@code UBND ngày 14}. */
final class LineHyphen {
  /** No sign of a document is longer: 12/2024/TTLT-BTNMT-BNNPTNT-BTC. */
  private static final int MAX_SIGN = 40;

  private LineHyphen() {}

  /**
   * How many characters of a line continue the number at the end of the line before.
   *
   * @return 0 if none do
   */
  static int continuation(CharSequence before, CharSequence line) {
    int last = before.length() - 1;
    if (last < 3 || before.charAt(last) != '-' || !Character.isUpperCase(before.charAt(last - 1))) {
      return 0;
    }
    boolean number = false;
    for (int i = last - 1; i > 0 && i > last - MAX_SIGN && !number; i--) {
      char c = before.charAt(i);
      if (Character.isWhitespace(c)) {
        return 0;
      }
      number = c == '/' && Character.isDigit(before.charAt(i - 1));
    }
    int end = 0;
    while (end < line.length() && isSign(line.charAt(end))) {
      end++;
    }
    boolean word =
        end == line.length()
            || Character.isWhitespace(line.charAt(end))
            || ",.;:)".indexOf(line.charAt(end)) >= 0;
    return number && end >= 2 && end < MAX_SIGN && word && Character.isUpperCase(line.charAt(0))
        ? end
        : 0;
  }

  private static boolean isSign(char c) {
    return Character.isUpperCase(c) || Character.isDigit(c) || c == '-' || c == '&';
  }
}
