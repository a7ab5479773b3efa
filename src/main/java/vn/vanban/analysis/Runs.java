package vn.vanban.analysis;

/**
 * Runs of letters, digits and the marks on them, and what parts them. The characters that
 * Vietnamese text has are looked up in a table.
 */
final class Runs {
  /** Longer runs are cut; no syllable or number is near it. */
  static final int MAX_LENGTH = 255;

  /** Above the Latin letters with two marks (ế, U+1EBF) and general punctuation. */
  private static final int LIMIT = 0x2100;

  private static final int LETTER_OR_DIGIT = 1;
  private static final int MARK = 2;
  private static final int OPENER = 4;
  private static final String OPENERS = ".;:!?…\n\r\t()[]\"“”";
  private static final byte[] KINDS = kinds();

  private Runs() {}

  /** Whether a run can begin here: not with a mark that has no letter before it. */
  static boolean startsAt(char[] text, int i, int length) {
    return (kind(text, i, length) & LETTER_OR_DIGIT) != 0;
  }

  /**
   * Where the run that begins at {@code start} ends; {@code start} if none does.
   *
   * @param length how much of the buffer is text
   */
  static int end(char[] text, int start, int length) {
    int limit = Math.min(length, start + MAX_LENGTH);
    int i = start;
    while (i < limit && (kind(text, i, length) & (LETTER_OR_DIGIT | MARK)) != 0) {
      i += isPair(text, i, length) ? 2 : 1;
    }
    // A cut falls between characters.
    return i > limit ? i - 2 : i;
  }

  /** Whether this is part of a run, as a character of its own or half of one. */
  static boolean contains(char c) {
    return Character.isSurrogate(c)
        || ((c < LIMIT ? KINDS[c] : kind((int) c)) & (LETTER_OR_DIGIT | MARK)) != 0;
  }

  /** Whether the next token begins a new stretch of speech if this stands before it. */
  static boolean opensSpeech(char c) {
    return c < LIMIT && (KINDS[c] & OPENER) != 0;
  }

  private static int kind(char[] text, int i, int length) {
    char c = text[i];
    return c < LIMIT ? KINDS[c] : kind(Character.codePointAt(text, i, length));
  }

  private static int kind(int character) {
    if (Character.isLetterOrDigit(character)) {
      return LETTER_OR_DIGIT;
    }
    boolean mark = character >= 0x300 && Character.getType(character) == Character.NON_SPACING_MARK;
    return mark ? MARK : 0;
  }

  private static boolean isPair(char[] text, int i, int length) {
    return text[i] >= LIMIT && i + 1 < length && Character.isSurrogatePair(text[i], text[i + 1]);
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[LIMIT];
    for (char c = 0; c < LIMIT; c++) {
      kinds[c] = (byte) (kind((int) c) | (OPENERS.indexOf(c) >= 0 ? OPENER : 0));
    }
    return kinds;
  }
}
