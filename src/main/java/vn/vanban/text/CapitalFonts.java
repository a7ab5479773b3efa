package vn.vanban.text;

import java.util.List;
import java.util.Locale;

/**
 * Fonts of TCVN3 that show small letters as capitals, since the encoding has no codes for capitals
 * with a tone: {@code .VnTimeH}, {@code .VnArialH}, {@code ABCDEF+.VnTimeH-Bold}.
 */
final class CapitalFonts {
  private CapitalFonts() {}

  /** Whether all of a paragraph is in such fonts. */
  static boolean all(List<String> fonts) {
    return !fonts.isEmpty() && fonts.stream().allMatch(CapitalFonts::is);
  }

  private static boolean is(String font) {
    String name = font.substring(font.indexOf('+') + 1);
    int style = 0;
    while (style < name.length() && (style == 0 || Character.isLetterOrDigit(name.charAt(style)))) {
      style++;
    }
    String family = name.substring(0, style);
    return family.toLowerCase(Locale.ROOT).startsWith(".vn") && family.endsWith("H");
  }
}
