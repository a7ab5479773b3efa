package vn.vanban.viet;

/**
 * The forms under which spellings of one word meet. Both are in lower case and precomposed (Unicode
 * NFC), whatever the input's case and normal form; letters that are not Vietnamese pass through.
 * Folding a folded text changes nothing.
 */
public final class Folding {
  private Folding() {}

  /**
   * Folds to the canonical accented form, in place: lower case, and tone marks where the old style
   * puts them ({@code hoà} becomes {@code hòa}, {@code uỷ} becomes {@code ủy}; {@code quý} and
   * {@code toàn} stay). Eth becomes đ.
   *
   * @param buffer the text
   * @param length how much of the buffer is text
   * @return how much of the buffer is the folded text; never more than {@code length}
   */
  public static int canonical(char[] buffer, int length) {
    int size = composed(buffer, length);
    int start = hasTone(buffer, size) ? 0 : size;
    while (start < size) {
      if (!Character.isLetter(buffer[start])) {
        start++;
        continue;
      }
      int end = start + 1;
      while (end < size && Character.isLetter(buffer[end])) {
        end++;
      }
      // A mark that no letter took is a sign of something that is not Vietnamese.
      if (end == size || !isMark(buffer[end])) {
        TonePlacement.settle(buffer, start, end);
      }
      start = end;
    }
    return size;
  }

  /**
   * Folds to the unaccented form, in place: lower case, no tones, no marks, đ as d.
   *
   * @param buffer the text
   * @param length how much of the buffer is text
   * @return how much of the buffer is the folded text; never more than {@code length}
   */
  public static int unaccented(char[] buffer, int length) {
    int to = 0;
    for (int from = 0; from < length; from++) {
      char c = buffer[from];
      if (c < 0x80) {
        buffer[to++] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      } else if (!isMark(c)) {
        buffer[to++] = Letters.bare(Letters.lower(c));
      }
    }
    return to;
  }

  /** The {@linkplain #canonical(char[], int) canonical accented form} of a text. */
  public static String canonical(String text) {
    char[] buffer = text.toCharArray();
    return new String(buffer, 0, canonical(buffer, buffer.length));
  }

  /** The {@linkplain #unaccented(char[], int) unaccented form} of a text. */
  public static String unaccented(String text) {
    char[] buffer = text.toCharArray();
    return new String(buffer, 0, unaccented(buffer, buffer.length));
  }

  /**
   * Writes y for each lone i in place: one that alone ends a syllable behind h, k, l, m, s, t or
   * qu. Schoolbooks write {@code quản lí, kĩ thuật, qui định} (Quyết định 240/QĐ of 1984 of Bộ Giáo
   * dục), offices mostly y, and no two words are told apart by it.
   *
   * @param buffer a text in one of the folded forms
   * @param length how much of the buffer is text
   */
  public static void loneI(char[] buffer, int length) {
    for (int i = 1; i < length; i++) {
      if (Letters.bare(buffer[i]) == 'i' && isLone(buffer, i, length)) {
        buffer[i] = Letters.toned('y', Letters.tone(buffer[i]));
      }
    }
  }

  private static boolean isLone(char[] buffer, int at, int length) {
    if (at + 1 < length && (Character.isLetter(buffer[at + 1]) || isMark(buffer[at + 1]))) {
      return false;
    }
    int onset = at - 1;
    if (onset > 0 && buffer[onset] == 'u' && buffer[onset - 1] == 'q') {
      onset--;
    } else if ("hklmst".indexOf(buffer[onset]) < 0) {
      return false;
    }
    return onset == 0 || !Character.isLetter(buffer[onset - 1]);
  }

  /** A folded text with {@linkplain #loneI(char[], int) y for each lone i}. */
  public static String loneI(String folded) {
    char[] buffer = folded.toCharArray();
    loneI(buffer, buffer.length);
    return new String(buffer);
  }

  /** Whether a text carries any Vietnamese mark: a tone, a breve, circumflex or horn, or đ. */
  public static boolean hasMarks(String text) {
    return !unaccented(text).equals(canonical(text));
  }

  /**
   * Lower case and precomposed, in place, with tones where they were typed: marks that follow a
   * letter, in any order, become part of it. Eth becomes đ.
   *
   * @param buffer the text
   * @param length how much of the buffer is text
   * @return how much of the buffer is the result
   */
  public static int composed(char[] buffer, int length) {
    int to = 0;
    for (int from = 0; from < length; from++) {
      char c = buffer[from];
      if (c < 0x80) {
        buffer[to++] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      } else if (isMark(c) && to > 0 && Letters.with(buffer[to - 1], c) != 0) {
        buffer[to - 1] = Letters.with(buffer[to - 1], c);
      } else {
        c = Letters.lower(c);
        buffer[to++] = c == Letters.ETH ? Letters.DJE : c;
      }
    }
    return to;
  }

  /**
   * Whether a {@linkplain #composed composed} syllable has a tone that writers place differently:
   * on the first or the second letter of an open oa, oe or uy ({@code hòa, hoà}).
   *
   * @param syllable the syllable
   * @param length how much of the buffer is the syllable
   */
  public static boolean hasToneVariants(char[] syllable, int length) {
    if (length < 2) {
      return false;
    }
    char last = Letters.toneless(syllable[length - 1]);
    char before = Letters.toneless(syllable[length - 2]);
    boolean open =
        switch (last) {
          case 'a', 'e' -> before == 'o';
          case 'y' -> before == 'u' && (length == 2 || syllable[length - 3] != 'q');
          default -> false;
        };
    return open
        && (Letters.tone(syllable[length - 1]) != Letters.LEVEL)
            != (Letters.tone(syllable[length - 2]) != Letters.LEVEL);
  }

  private static boolean hasTone(char[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      if (Letters.tone(buffer[i]) != Letters.LEVEL) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && c <= 0x36F;
  }
}
