package vn.vanban.analysis;

/**
 * Finds tokens that are more than one run of letters and digits: a document number with its symbol
 * ({@code 30/2020/NĐ-CP}, {@code 383/KH –UBND}) and a figure with grouped thousands ({@code
 * 1.500.000}).
 */
final class Composites {
  private static final int MAX_PARTS = 8;

  /** Where a composite ends and how many runs it has; one run is no composite. */
  record Extent(int end, int parts) {}

  private Composites() {}

  /**
   * The composite that begins with a number.
   *
   * @param text the buffer
   * @param start where the number begins
   * @param firstEnd where its first run ends
   * @param length how much of the buffer is text
   */
  static Extent at(char[] text, int start, int firstEnd, int length) {
    Extent figure = figure(text, start, firstEnd, length);
    return figure.parts() > 1 ? figure : symbol(text, firstEnd, length);
  }

  private static Extent figure(char[] text, int start, int firstEnd, int length) {
    int end = firstEnd;
    int parts = 1;
    if (firstEnd - start <= 3 && digits(text, start, firstEnd)) {
      while (end + 4 <= length
          && (text[end] == '.' || text[end] == ',')
          && digits(text, end + 1, end + 4)
          && SyllableTokenizer.endOfRun(text, end + 1, length) == end + 4
          && text[end] == text[firstEnd]) {
        end += 4;
        parts++;
      }
    }
    return new Extent(end, parts);
  }

  private static Extent symbol(char[] text, int firstEnd, int length) {
    int end = firstEnd;
    int parts = 1;
    boolean letters = false;
    while (parts < MAX_PARTS) {
      int next = separator(text, end, length);
      if (next < 0) {
        break;
      }
      end = SyllableTokenizer.endOfRun(text, next, length);
      for (int i = next; i < end; i++) {
        letters |= Character.isLetter(text[i]);
      }
      parts++;
    }
    return letters ? new Extent(end, parts) : new Extent(firstEnd, 1);
  }

  /**
   * Passes over a slash or dash between two runs, perhaps with a space about it where capitals
   * follow (in running text a spaced dash is punctuation).
   *
   * @return where the next run begins, or -1
   */
  private static int separator(char[] text, int end, int length) {
    int i = end;
    boolean spaced = i < length && text[i] == ' ';
    if (spaced) {
      i++;
    }
    if (i >= length || !(text[i] == '/' || isDash(text[i]) || (text[i] == '.' && !spaced))) {
      return -1;
    }
    boolean dot = text[i] == '.';
    i++;
    if (i < length && text[i] == ' ' && !dot) {
      spaced = true;
      i++;
    }
    if (i >= length || !SyllableTokenizer.startsRun(text, i, length)) {
      return -1;
    }
    boolean capitals =
        Character.isUpperCase(text[i]) && (i + 1 >= length || !Character.isLowerCase(text[i + 1]));
    return spaced && !capitals ? -1 : i;
  }

  private static boolean digits(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return end > start;
  }

  private static boolean isDash(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\u00AD';
  }
}
