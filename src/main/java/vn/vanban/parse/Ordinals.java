package vn.vanban.parse;

import java.util.List;
import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/** Numbers written out: {@code thứ nhất}, {@code thứ mười hai}. */
final class Ordinals {
  private Ordinals() {}

  private static final Pattern THU = Pattern.compile("^thu\\s+");

  /** From first to twelfth, without marks; {@code tư} is fourth. */
  private static final List<String> WORDS =
      List.of(
          "nhat",
          "hai",
          "ba",
          "tu",
          "nam",
          "sau",
          "bay",
          "tam",
          "chin",
          "muoi",
          "muoi mot",
          "muoi hai");

  /** The digits of a number written out; what is none, or beyond twelve, as it is. */
  static String digits(String printed) {
    int at = WORDS.indexOf(THU.matcher(Folding.unaccented(printed)).replaceFirst(""));
    return at < 0 ? printed : String.valueOf(at + 1);
  }
}
