package vn.vanban.samples;

import java.text.Normalizer;
import java.util.Map;

/** The two encodings that Vietnamese offices used before Unicode, as their fonts show them. */
public final class LegacyEncoding {
  private LegacyEncoding() {}

  /** TCVN 5712:1993, VN3 (ABC): one byte a lower-case letter; capitals are a font of their own. */
  private static final String TCVN3_LETTERS =
      "ăâêôơưđĂÂÊÔƠƯĐàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

  private static final String TCVN3_CODES =
      "\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7"
          + "\u00b5\u00b6\u00b7\u00b8\u00b9\u00bb\u00bc\u00bd\u00be\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb"
          + "\u00cc\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00dc\u00dd\u00de"
          + "\u00df\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee"
          + "\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe";

  /** Letters that VNI-Windows writes with one byte. */
  private static final Map<Character, String> VNI_SINGLE =
      Map.of(
          'đ', "\u00f1", 'Đ', "\u00d1", 'ơ', "\u00f4", 'Ơ', "\u00d4", 'ư', "\u00f6", 'Ư', "\u00d6",
          'ỉ', "\u00e6", 'ị', "\u00f2", 'ỵ', "\u00ee");

  /** What follows the base letter: combining marks (as NFD gives them) to one byte, lower case. */
  private static final Map<String, Character> VNI_MARKS =
      Map.ofEntries(
          Map.entry("\u0300", '\u00f8'),
          Map.entry("\u0301", '\u00f9'),
          Map.entry("\u0309", '\u00fb'),
          Map.entry("\u0303", '\u00f5'),
          Map.entry("\u0323", '\u00ef'),
          Map.entry("\u0302", '\u00e2'),
          Map.entry("\u0302\u0300", '\u00e0'),
          Map.entry("\u0302\u0301", '\u00e1'),
          Map.entry("\u0302\u0309", '\u00e5'),
          Map.entry("\u0302\u0303", '\u00e3'),
          Map.entry("\u0302\u0323", '\u00e4'),
          Map.entry("\u0306", '\u00ea'),
          Map.entry("\u0306\u0300", '\u00e8'),
          Map.entry("\u0306\u0301", '\u00e9'),
          Map.entry("\u0306\u0309", '\u00fa'),
          Map.entry("\u0306\u0303", '\u00fc'),
          Map.entry("\u0306\u0323", '\u00eb'));

  /** Accented capitals become small letters, since {@code .VnTime} has no place for them. */
  public static String tcvn3(String text) {
    StringBuilder out = new StringBuilder();
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      int at = TCVN3_LETTERS.indexOf(c);
      if (at < 0) {
        at = TCVN3_LETTERS.indexOf(Character.toLowerCase(c));
      }
      out.append(at < 0 ? c : TCVN3_CODES.charAt(at));
    }
    return out.toString();
  }

  /** A base letter, then a mark. */
  public static String vni(String text) {
    StringBuilder out = new StringBuilder();
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      String single = VNI_SINGLE.get(c);
      if (single != null) {
        out.append(single);
        continue;
      }
      String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      if (parts.length() == 1) {
        out.append(c);
        continue;
      }
      boolean horn = parts.indexOf('\u031b') > 0;
      String marks = order(parts.substring(1).replace("\u031b", ""));
      char base = parts.charAt(0);
      boolean upper = Character.isUpperCase(base);
      if (horn) {
        base = base == 'o' ? '\u00f4' : base == 'O' ? '\u00d4' : base == 'u' ? '\u00f6' : '\u00d6';
      }
      Character mark = VNI_MARKS.get(marks);
      if (mark == null || "iI".indexOf(base) >= 0) {
        out.append(dotless(c));
      } else {
        out.append(base).append(upper ? Character.toUpperCase(mark) : mark);
      }
    }
    return out.toString();
  }

  /** Circumflex or breve first, the tone after it: NFD puts the dot below before them. */
  private static String order(String marks) {
    return marks.length() == 2 && marks.charAt(0) == '\u0323'
        ? new StringBuilder(marks).reverse().toString()
        : marks;
  }

  private static String dotless(char c) {
    return switch (c) {
      case 'ì' -> "\u00ec";
      case 'í' -> "\u00ed";
      case 'ĩ' -> "\u00f3";
      case 'Ì' -> "\u00cc";
      case 'Í' -> "\u00cd";
      case 'Ĩ' -> "\u00d3";
      case 'Ỉ' -> "\u00c6";
      case 'Ị' -> "\u00d2";
      default -> throw new IllegalArgumentException("no VNI code for " + c);
    };
  }
}
