package vn.vanban.search;

/** Places where running text may be cut. */
final class TextBreaks {
  private TextBreaks() {}

  /**
   * Where the piece ends that begins at {@code start}: at {@code end} if that is near enough, else
   * in the farther half of what is allowed, at the last preferred place, else paragraph, sentence,
   * word, else anywhere but inside a character.
   *
   * @param text the text
   * @param start where the piece begins
   * @param end where the text ends
   * @param max the most characters of a piece
   * @param preferred ascending offsets that are better than a paragraph's end
   * @return an offset in {@code (start, end]}
   */
  static int next(String text, int start, int end, int max, int[] preferred) {
    int left = end - start;
    if (left <= max) {
      return end;
    }
    // The last two pieces share what is left, or the last one would be a crumb.
    int limit = start + (left < 2 * max ? Math.max(left * 2 / 3, left - max) : max);
    limit = Math.min(limit, start + max);
    int least = start + max / 3;
    for (int i = preferred.length - 1; i >= 0; i--) {
      if (preferred[i] <= limit && preferred[i] > least) {
        return preferred[i];
      }
    }
    int newline = text.lastIndexOf('\n', limit - 1);
    if (newline >= least) {
      return newline + 1;
    }
    for (int i = limit - 1; i > least; i--) {
      if (isBlank(text.charAt(i)) && endsSentence(text.charAt(i - 1))) {
        return i;
      }
    }
    for (int i = limit - 1; i > least; i--) {
      if (isBlank(text.charAt(i))) {
        return i;
      }
    }
    int cut = limit;
    while (cut > start + 1 && joined(text, cut)) {
      cut--;
    }
    return cut > start + 1 ? cut : limit;
  }

  /** Whether the character at an offset belongs to the one before it. */
  private static boolean joined(String text, int offset) {
    char c = text.charAt(offset);
    return Character.isLowSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean endsSentence(char c) {
    return c == '.' || c == ';' || c == '!' || c == '?' || c == ':';
  }

  /** The first offset from {@code start} on that is not blank; {@code end} if all is. */
  static int skipBlank(String text, int start, int end) {
    int i = start;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The end of the text without the blanks at its end. */
  static int dropBlank(String text, int start, int end) {
    int i = end;
    while (i > start && isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
