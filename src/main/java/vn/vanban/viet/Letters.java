package vn.vanban.viet;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Tables over lower-case letters: each vowel is a quality (ê) with a tone (ế). */
final class Letters {
  static final char DJE = 'đ';
  static final char ETH = 'ð';
  static final int LEVEL = 0;
  static final int SAC = 2;
  static final int NANG = 5;

  /** Tones by their combining marks: huyền, sắc, ngã, hỏi, nặng; none is {@link #LEVEL}. */
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** Circumflex, breve, horn. */
  private static final String QUALITIES = "\u0302\u0306\u031b";

  private static final String VOWELS = "aăâeêioôơuưy";
  private static final int LIMIT = 0x1F00;
  private static final char[] TONELESS = new char[LIMIT];
  private static final char[] BARE = new char[LIMIT];
  private static final char[] LOWER = new char[LIMIT];
  private static final byte[] TONE = new byte[LIMIT];
  private static final char[][] TONED = new char[LIMIT][];

  static {
    for (char c = 0; c < LIMIT; c++) {
      TONELESS[c] = c;
      String parts = Normalizer.normalize(String.valueOf(c), Form.NFD);
      boolean markedLetter =
          parts.length() > 1
              && Character.isLetter(parts.charAt(0))
              && parts.chars().skip(1).allMatch(m -> m >= 0x300 && m <= 0x36F);
      BARE[c] = markedLetter ? parts.charAt(0) : c;
    }
    for (char c = 0; c < LIMIT; c++) {
      LOWER[c] = Character.toLowerCase(c);
    }
    BARE[DJE] = 'd';
    BARE[ETH] = 'd';
    for (int i = 0; i < VOWELS.length(); i++) {
      char vowel = VOWELS.charAt(i);
      char[] toned = new char[TONES.length() + 1];
      toned[LEVEL] = vowel;
      for (int tone = 1; tone < toned.length; tone++) {
        char letter = Normalizer.normalize("" + vowel + TONES.charAt(tone - 1), Form.NFC).charAt(0);
        toned[tone] = letter;
        TONELESS[letter] = vowel;
        TONE[letter] = (byte) tone;
      }
      TONED[vowel] = toned;
    }
  }

  private Letters() {}

  /** In lower case. */
  static char lower(char letter) {
    return letter < LIMIT ? LOWER[letter] : Character.toLowerCase(letter);
  }

  /** The letter without any mark. */
  static char bare(char letter) {
    return letter < LIMIT ? BARE[letter] : letter;
  }

  /** The letter without its tone. */
  static char toneless(char letter) {
    return letter < LIMIT ? TONELESS[letter] : letter;
  }

  /** The tone of a letter: 1 to 5, or {@link #LEVEL}. */
  static int tone(char letter) {
    return letter < LIMIT ? TONE[letter] : LEVEL;
  }

  /** A toneless vowel with a tone. */
  static char toned(char vowel, int tone) {
    return TONED[vowel][tone];
  }

  /** Whether a toneless letter is one of the twelve vowels. */
  static boolean isVowel(char toneless) {
    return toneless < LIMIT && TONED[toneless] != null;
  }

  /** A letter with one more combining mark; 0 where Vietnamese has no such letter. */
  static char with(char letter, char mark) {
    char vowel = toneless(letter);
    if (!isVowel(vowel)) {
      return 0;
    }
    int tone = TONES.indexOf(mark) + 1;
    if (tone > 0) {
      return tone(letter) == LEVEL ? toned(vowel, tone) : 0;
    }
    char marked =
        switch (QUALITIES.indexOf(mark)) {
          case 0 ->
              switch (vowel) {
                case 'a' -> 'â';
                case 'e' -> 'ê';
                case 'o' -> 'ô';
                default -> 0;
              };
          case 1 -> vowel == 'a' ? 'ă' : 0;
          case 2 ->
              switch (vowel) {
                case 'o' -> 'ơ';
                case 'u' -> 'ư';
                default -> 0;
              };
          default -> 0;
        };
    return marked == 0 ? 0 : toned(marked, tone(letter));
  }
}
