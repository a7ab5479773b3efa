package vn.vanban.search;

import java.util.ArrayList;
import java.util.List;
import vn.vanban.law.DocumentNumber;
import vn.vanban.viet.Folding;

/**
 * A run of letters and digits of a query.
 *
 * @param folded without case, marks and leading zeros
 * @param start its first offset in the query
 * @param end the offset after it
 */
record TypedWord(String folded, int start, int end) {
  /** The words of a text; {@code 383KH} is two, {@code 03a} is one, as in numbers. */
  static List<TypedWord> in(String text) {
    List<TypedWord> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      while (at < text.length() && inRun(text.charAt(at))) {
        at++;
      }
      int cut = glued(text, start, at);
      if (cut > start) {
        words.add(word(text, start, cut));
      }
      words.add(word(text, cut, at));
    }
    return words;
  }

  private static boolean inRun(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static TypedWord word(String text, int start, int end) {
    String run = text.substring(start, end);
    return new TypedWord(
        Character.isDigit(run.charAt(0)) ? DocumentNumber.foldedKey(run) : Folding.unaccented(run),
        start,
        end);
  }

  /** Where a run of digits touches two letters or more ({@code 383KH}), or {@code số} a digit. */
  private static int glued(String text, int start, int end) {
    if (Character.isDigit(text.charAt(start))) {
      int digits = start;
      while (digits < end && Character.isDigit(text.charAt(digits))) {
        digits++;
      }
      return end - digits > 1 ? digits : start;
    }
    int letters = start + 2;
    boolean number =
        letters < end
            && Character.isDigit(text.charAt(letters))
            && Folding.unaccented(text.substring(start, letters)).equals("so");
    return number ? letters : start;
  }

  boolean isNumber() {
    return !folded.isEmpty() && Character.isDigit(folded.charAt(0));
  }

  /** Whether it may be a year: {@code 1946} to {@code 2099}. */
  boolean isYear() {
    return folded.length() == 4
        && folded.chars().allMatch(c -> c >= '0' && c <= '9')
        && folded.compareTo("1900") >= 0
        && folded.compareTo("2099") <= 0;
  }

  boolean is(String word) {
    return folded.equals(word);
  }
}
