package vn.vanban.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanban.viet.Folding;

/**
 * The words of a query as they were typed, for their spelling. What is no word of speech stands
 * between them and is left alone: numbers and symbols ({@code 383/KH-UBND}), names of fields
 * ({@code loai:}), abbreviations and operators in capitals.
 */
final class TypedWords {
  /** {@code UBND}: capitals of that length in other text abbreviate. */
  private static final int MAX_ABBREVIATION = 6;

  /**
   * Words of asking, which laws hardly have: nothing is known of their neighbours, so they are no
   * neighbours ({@code trường hợp nào, là gì, bao nhiêu, đúng hay sai}).
   */
  private static final Set<String> ASKING =
      Set.of("nào", "gì", "đâu", "sao", "ai", "nhiêu", "mấy", "hay", "sai", "đúng", "vậy", "chưa");

  private static final Set<String> ASKING_BARE =
      ASKING.stream().map(Folding::unaccented).collect(Collectors.toUnmodifiableSet());

  private TypedWords() {}

  /**
   * A word.
   *
   * @param start where it begins in the query
   * @param end where it ends
   * @param text in canonical form
   * @param bare in unaccented form
   * @param linked whether the word before it is its neighbour
   */
  record Typed(int start, int end, String text, String bare, boolean linked) {}

  static List<Typed> of(String query) {
    List<Typed> words = new ArrayList<>();
    boolean capitals = query.equals(query.toUpperCase(Locale.ROOT));
    boolean linked = false;
    int at = 0;
    while (at < query.length()) {
      int end = at;
      while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
        end++;
      }
      if (isSymbol(query, at, end)) {
        linked = false;
      } else {
        linked = words(query, at, end, capitals, linked, words);
      }
      at = end + 1;
    }
    return words;
  }

  private static boolean isSymbol(String query, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(query.charAt(i)) || "/:_@".indexOf(query.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean words(
      String query, int from, int to, boolean capitals, boolean before, List<Typed> words) {
    boolean linked = before;
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && isLetter(query.charAt(end))) {
        end++;
      }
      if (end == at) {
        linked &= ".;:!?()[]\"“”…".indexOf(query.charAt(at)) < 0;
        at++;
        continue;
      }
      String word = query.substring(at, end);
      boolean abbreviation =
          !capitals
              && word.length() > 1
              && word.length() <= MAX_ABBREVIATION
              && word.equals(word.toUpperCase(Locale.ROOT));
      String text = Folding.loneI(Folding.canonical(word));
      boolean asks = ASKING.contains(text) || ASKING_BARE.contains(text);
      if (!abbreviation && !asks) {
        words.add(new Typed(at, end, text, Folding.unaccented(text), linked));
      }
      linked = !abbreviation && !asks;
      at = end;
    }
    return linked;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) || (c >= 0x300 && c <= 0x36F);
  }

  /** A word with capitals where those of another are: {@code Luât, luật} gives {@code Luật}. */
  static String inCaseOf(String typed, String word) {
    if (typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(typed.charAt(0))
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }
}
