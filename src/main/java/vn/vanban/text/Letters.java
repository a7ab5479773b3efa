package vn.vanban.text;

import java.text.Normalizer;

/** Which letters a text has, told at a glance. */
final class Letters {
  /** Letters of windows-1252, where the legacy encodings have theirs. */
  private static final int WESTERN = 1;

  /** Those of them that are no letters of Vietnamese: only legacy text has many. */
  private static final int FOREIGN = 2;

  /** Letters of Vietnamese that windows-1252 does not have. */
  private static final int UNICODE_ONLY = 4;

  /** Letters with a tone: a syllable has one of them. */
  private static final int TONE = 8;

  private static final int VOWEL = 16;

  private static final byte[] KINDS = new byte[0x1F00];

  static {
    for (char c = '\u00A1'; c <= '\u00FE'; c++) {
      boolean vietnamese = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ".indexOf(c) >= 0;
      KINDS[c] = (byte) (vietnamese ? WESTERN : WESTERN | FOREIGN);
    }
    // Characters that PDF fonts give in place of a code.
    KINDS['\u03BC'] = WESTERN | FOREIGN;
    for (char c : "ĂăĐđĨĩŨũƠơƯư".toCharArray()) {
      KINDS[c] = UNICODE_ONLY;
    }
    for (char c = '\u1EA0'; c <= '\u1EF9'; c++) {
      KINDS[c] = UNICODE_ONLY;
    }
    for (char c = 'À'; c < KINDS.length; c++) {
      String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      boolean vowel = "aeiouyAEIOUY".indexOf(parts.charAt(0)) >= 0;
      boolean tone = parts.chars().anyMatch(m -> "\u0300\u0301\u0303\u0309\u0323".indexOf(m) >= 0);
      KINDS[c] |= (byte) (vowel ? tone ? VOWEL | TONE : VOWEL : 0);
    }
  }

  private Letters() {}

  private static int kind(char c) {
    return c < KINDS.length ? KINDS[c] : LegacyEncoding.isLookAlike(c) ? WESTERN | FOREIGN : 0;
  }

  /** The kinds of letters in a text, for the questions below. */
  static int in(String text) {
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\u00A0') {
        kinds |= kind(c);
      }
    }
    return kinds;
  }

  /** Vietnamese in Unicode has letters of windows-1252, but among them its own. */
  static boolean mayBeLegacy(int kinds) {
    return (kinds & UNICODE_ONLY) != 0 ? (kinds & FOREIGN) != 0 : (kinds & WESTERN) != 0;
  }

  static boolean areVietnamese(int kinds) {
    return (kinds & UNICODE_ONLY) != 0;
  }

  /** The high half of windows-1252 where the legacy encodings have their letters. */
  static boolean isLegacy(char c) {
    return (kind(c) & WESTERN) != 0;
  }

  static boolean hasTone(char c) {
    return (kind(c) & TONE) != 0;
  }

  static boolean isVowel(char c) {
    return c < '\u0080' ? "aeiouyAEIOUY".indexOf(c) >= 0 : (kind(c) & VOWEL) != 0;
  }

  static boolean isUnicodeOnly(char c) {
    return (kind(c) & UNICODE_ONLY) != 0;
  }
}
