package vn.vanban.parse;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.vanban.law.ProvisionPath.Level;

/**
 * The line that opens a provision.
 *
 * @param level its level
 * @param number in lower case, words joined by dashes
 * @param label as printed
 * @param heading its heading; empty where a sentence stands in its place
 * @param start its offset in the text
 */
record Mark(Level level, String number, String label, String heading, int start) {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LEAD = Pattern.compile("^[\\s.:\\p{Pd}]+");

  /** What opens an enumeration is a sentence (folded). */
  private static final Pattern ENUMERATES =
      Pattern.compile("(?:như sau|sau đây|gồm|bao gồm|là)\\s*:$");

  /** A name that a colon ends is short: {@code 2. Nhiệm vụ:}. */
  private static final int MAX_BEFORE_COLON = 60;

  static Mark of(Level level, String number, Piece line, int labelEnd, String heading) {
    String label = line.text().substring(0, Math.min(labelEnd, line.text().length())).strip();
    String slug = SPACES.matcher(number.toLowerCase(Locale.ROOT)).replaceAll("-");
    return new Mark(level, slug, label, heading, line.start());
  }

  /** What stands behind a label on its line. */
  static String rest(Piece line, int from) {
    return LEAD.matcher(line.text().substring(from)).replaceFirst("").strip();
  }

  /**
   * The heading of an article: a heading has no full stop, semicolon or colon at its end; what has
   * one is the first sentence of the text (NĐ 30/2020, Phụ lục I, mục II.6: Điều "có tiêu đề").
   */
  static String articleHeading(String rest, int maxLength) {
    return rest.isEmpty() || rest.length() > maxLength || ".;:".indexOf(last(rest)) >= 0
        ? ""
        : rest;
  }

  /**
   * The heading of a numbered section, which may end with a colon if it is short; an enumerated
   * part of a sentence begins with a small letter.
   */
  static String sectionHeading(String rest, int maxLength) {
    if (rest.isEmpty() || Character.isLowerCase(rest.charAt(0))) {
      return "";
    }
    boolean colon =
        last(rest) == ':'
            && rest.length() <= MAX_BEFORE_COLON
            && !ENUMERATES.matcher(rest.toLowerCase(Locale.ROOT)).find();
    return articleHeading(
        colon ? rest.substring(0, rest.length() - 1).stripTrailing() : rest, maxLength);
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }
}
