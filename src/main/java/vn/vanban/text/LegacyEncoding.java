package vn.vanban.text;

import java.text.Normalizer;
import java.util.List;
import vn.vanban.viet.Syllables;

/** An 8-bit Vietnamese encoding whose bytes were read as windows-1252, as fonts show them. */
enum LegacyEncoding {
  /**
   * TCVN 5712:1993, form VN3 (ABC fonts): one byte a letter. Capital vowels with a tone have no
   * codes of their own; capital fonts show the small ones as capitals.
   */
  TCVN3("TCVN3 (ABC)") {
    @Override
    int read(CharSequence text, int at, StringBuilder out) {
      char c = text.charAt(at);
      char code = code(c);
      char letter = code >= 0xA0 && code <= 0xFF ? TCVN3_LETTERS[code - 0xA0] : 0;
      // Both letters đ number items, the small one stands after sums: 5.000®. § 5 is a section.
      boolean item = c == '®' || (c == '§' && !isBeforeDigit(text, at + 1));
      if (!Character.isLetter(c) && !item && !touchesLetter(text, at)) {
        letter = 0;
      }
      out.append(letter == 0 ? c : letter);
      return 1;
    }
  },

  /**
   * VNI-Windows: a base letter, then a byte for its marks; đ, ơ, ư, ỵ and the marked i are single
   * bytes (some converters write i and a mark).
   */
  VNI("VNI") {
    @Override
    int read(CharSequence text, int at, StringBuilder out) {
      char c = text.charAt(at);
      char base = vniBase(c);
      if (base == 0) {
        char single = c <= 0xFF ? VNI_SINGLES[c] : 0;
        out.append(single == 0 ? c : single);
        return 1;
      }
      char composed = at + 1 < text.length() ? vniPair(base, text.charAt(at + 1)) : 0;
      out.append(composed == 0 ? base : composed);
      return composed == 0 ? 1 : 2;
    }
  },

  /** VISCII (RFC 1456): one byte a letter, six of them control codes. */
  VISCII("VISCII") {
    @Override
    int read(CharSequence text, int at, StringBuilder out) {
      char c = text.charAt(at);
      char letter = VISCII_LETTERS[viscii(c)];
      // Alone within a line it is the word ở, before a line a bullet.
      boolean word = c == '·' && at > 0;
      boolean sure = Character.isLetter(c) || word || touchesLetter(text, at);
      out.append(letter == 0 || !sure ? c : letter);
      return 1;
    }
  },

  /** windows-1258: a tone is a character of its own after its vowel. */
  WINDOWS_1258("windows-1258") {
    @Override
    int read(CharSequence text, int at, StringBuilder out) {
      char c = text.charAt(at);
      int code = "ÃÌÐÒÕÝÞãìðòõý".indexOf(c);
      char letter = code < 0 ? c : "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư".charAt(code);
      boolean stray = Character.getType(letter) == Character.NON_SPACING_MARK && at == 0;
      out.append(stray ? c : letter);
      return 1;
    }
  };

  /** Characters that PDF fonts give in place of a code: minus, bullet operator, Greek mu. */
  static boolean isLookAlike(char c) {
    return code(c) != c;
  }

  private static char code(char c) {
    return switch (c) {
      case '\u2212' -> '\u00AD';
      case '\u2219' -> '\u00B7';
      case '\u03BC' -> '\u00B5';
      default -> c;
    };
  }

  /** A code that is punctuation in Unicode stands alone as punctuation, within a word as letter. */
  private static boolean touchesLetter(CharSequence text, int at) {
    return (at > 0 && isLetterCode(text.charAt(at - 1)))
        || (at + 1 < text.length() && isLetterCode(text.charAt(at + 1)));
  }

  private static boolean isBeforeDigit(CharSequence text, int at) {
    int next = at;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && Character.isDigit(text.charAt(next));
  }

  private static boolean isLetterCode(char c) {
    return Character.isLetter(c) || (c > '\u00A0' && c <= '\u00FE') || isLookAlike(c);
  }

  /** Codes A1 to FE of VN3, in the order of the standard's table; a blank is an unused code. */
  private static final char[] TCVN3_LETTERS =
      table(
          " ĂÂÊÔƠƯĐăâêôơưđ "
              + "     àảãáạ ằẳẵắ "
              + "      ặầẩẫấậè ẻẽ"
              + "éẹềểễếệìỉ   ĩíịò"
              + " ỏõóọồổỗốộờởỡớợù"
              + " ủũúụừửữứựỳỷỹýỵ ");

  private static final char[] VNI_SINGLES = vniSingles();

  /** Codes 80 to FF of VISCII; the standard has no gaps. */
  private static final char[] VISCII_LETTERS = visciiLetters();

  /** The bytes that windows-1252 shows as other characters, 80 to 9F; a blank where it has none. */
  private static final String WESTERN = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

  /** Whether a character that is no letter in windows-1252 is one in VISCII. */
  static boolean isVisciiSign(char c) {
    int code = viscii(c);
    return code != 0 && code <= 0x9F && VISCII_LETTERS[code] != 0;
  }

  /** The byte that a character was, 0 for those that are no byte of VISCII's letters. */
  private static int viscii(char c) {
    if (c <= 0xFF) {
      return c;
    }
    int western = WESTERN.indexOf(c);
    return western < 0 ? 0 : 0x80 + western;
  }

  private static char[] visciiLetters() {
    char[] letters = new char[256];
    letters[0x02] = 'Ẳ';
    letters[0x05] = 'Ẵ';
    letters[0x06] = 'Ẫ';
    letters[0x14] = 'Ỷ';
    letters[0x19] = 'Ỹ';
    letters[0x1E] = 'Ỵ';
    String high =
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
    for (int i = 0; i < high.length(); i++) {
      letters[0x80 + i] = high.charAt(i);
    }
    return letters;
  }

  private final String label;

  LegacyEncoding(String label) {
    this.label = label;
  }

  /** Its usual name. */
  String label() {
    return label;
  }

  /**
   * Reads one letter.
   *
   * @param out takes the letter in Unicode, or the character itself if it is none
   * @return how many characters it took
   */
  abstract int read(CharSequence text, int at, StringBuilder out);

  /** Whether a word read in this encoding is a Vietnamese syllable. */
  boolean isSyllable(CharSequence word) {
    StringBuilder letters = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      at += read(word, at, letters);
    }
    return Syllables.isValid(letters);
  }

  private static char[] table(String letters) {
    char[] table = letters.toCharArray();
    for (int i = 0; i < table.length; i++) {
      if (table[i] == ' ') {
        table[i] = 0;
      }
    }
    return table;
  }

  private static char[] vniSingles() {
    char[] singles = new char[256];
    for (String pair : List.of("íí", "ìì", "æỉ", "óĩ", "òị", "ñđ", "îỵ")) {
      set(singles, pair.charAt(0), pair.charAt(1));
    }
    return singles;
  }

  private static void set(char[] singles, char code, char letter) {
    singles[code] = letter;
    singles[Character.toUpperCase(code)] = Character.toUpperCase(letter);
  }

  /** The letter that a mark may follow, 0 for the others. */
  private static char vniBase(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y' -> c;
      case 'ô' -> 'ơ';
      case 'Ô' -> 'Ơ';
      case 'ö' -> 'ư';
      case 'Ö' -> 'Ư';
      default -> 0;
    };
  }

  /** Base letter and mark as one letter, 0 if they make none. */
  private static char vniPair(char base, char mark) {
    String marks =
        switch (Character.toLowerCase(mark)) {
          case 'ù' -> "\u0301";
          case 'ø' -> "\u0300";
          case 'û' -> "\u0309";
          case 'õ' -> "\u0303";
          case 'ï' -> "\u0323";
          case 'â' -> "\u0302";
          case 'á' -> "\u0302\u0301";
          case 'à' -> "\u0302\u0300";
          case 'å' -> "\u0302\u0309";
          case 'ã' -> "\u0302\u0303";
          case 'ä' -> "\u0302\u0323";
          case 'ê' -> "\u0306";
          case 'é' -> "\u0306\u0301";
          case 'è' -> "\u0306\u0300";
          case 'ú' -> "\u0306\u0309";
          case 'ü' -> "\u0306\u0303";
          case 'ë' -> "\u0306\u0323";
          default -> "";
        };
    if (marks.isEmpty()) {
      return 0;
    }
    String letter = Normalizer.normalize(base + marks, Normalizer.Form.NFC);
    return letter.length() == 1 ? letter.charAt(0) : 0;
  }
}
