package vn.vanban.analysis;

/**
 * Finds tokens that are more than one run of letters and digits: a document number with its symbol
 * ({@code 30/2020/NĐ-CP}, {@code 383/KH –UBND}) and a figure with grouped thousands ({@code
 * 1.500.000}). It holds the one found last.
 */
final class Composites {
  private static final int MAX_PARTS = 8;

  private int end;
  private int parts;

  /** Where the composite found last ends. */
  int end() {
    return end;
  }

  /** How many runs the composite found last has. */
  int parts() {
    return parts;
  }

  /**
   * Looks for the composite that begins with a number, of {@link Runs#MAX_LENGTH} characters at
   * most.
   *
   * @param text the buffer
   * @param start where the number begins
   * @param firstEnd where its first run ends
   * @param length how much of the buffer is text
   * @return whether there is one; a single run is none
   */
  boolean find(char[] text, int start, int firstEnd, int length) {
    // One more, to tell what is longer; figures without end are not walked at each of their parts.
    int limit = Math.min(length, start + Runs.MAX_LENGTH + 1);
    return (figure(text, start, firstEnd, limit) || symbol(text, firstEnd, limit))
        && end - start <= Runs.MAX_LENGTH;
  }

  private boolean figure(char[] text, int start, int firstEnd, int length) {
    end = firstEnd;
    parts = 1;
    if (firstEnd - start <= 3 && digits(text, start, firstEnd)) {
      while (end + 4 <= length
          && (text[end] == '.' || text[end] == ',')
          && digits(text, end + 1, end + 4)
          && Runs.end(text, end + 1, length) == end + 4
          && text[end] == text[firstEnd]) {
        end += 4;
        parts++;
      }
    }
    return parts > 1;
  }

  private boolean symbol(char[] text, int firstEnd, int length) {
    end = firstEnd;
    parts = 1;
    boolean letters = false;
    while (parts < MAX_PARTS) {
      int next = separator(text, end, length);
      if (next < 0) {
        break;
      }
      end = Runs.end(text, next, length);
      for (int i = next; i < end && !letters; i++) {
        letters = Character.isLetter(text[i]);
      }
      parts++;
    }
    return letters;
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
    if (i >= length || !Runs.startsAt(text, i, length)) {
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
