package vn.vanban.viet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a word may have been meant as: the syllables that differ from it in marks, or by one letter
 * missing, too many, wrong or changed with its neighbour. Costs are logarithms of how rarely that
 * happens, as estimated by hand: marks are left out more often than taken wrong.
 */
public final class Slips {
  private static final double WRONG_TONE = -4;
  private static final double WRONG_LETTER = -5;
  private static final double NO_MARKS = -3;
  private static final double EDIT = -6;

  /** More than these cannot be told apart by looking each of them up. */
  private static final int MOST = 64;

  private Slips() {}

  /**
   * A syllable.
   *
   * @param syllable in canonical form; without marks where marks do not count
   * @param cost logarithm of the probability of such a slip, 0 for none
   */
  public record Meant(String syllable, double cost) {}

  /**
   * The syllables that a word may have been meant as, the likeliest first, the word itself not
   * among them.
   *
   * @param word in {@linkplain Folding#canonical canonical form}
   * @param marks whether marks count; without them syllables are given in unaccented form
   * @param edits whether a letter may be wrong
   */
  public static List<Meant> of(String word, boolean marks, boolean edits) {
    String bare = Folding.unaccented(word);
    List<Meant> all = new ArrayList<>();
    if (marks) {
      for (String syllable : Inventory.accented(bare)) {
        if (!syllable.equals(word)) {
          all.add(new Meant(syllable, marks(word, syllable)));
        }
      }
    }
    if (edits) {
      for (String near : near(bare)) {
        if (!marks) {
          all.add(new Meant(near, EDIT));
          continue;
        }
        for (String syllable : Inventory.accented(near)) {
          all.add(new Meant(syllable, EDIT + marksOfOthers(word, syllable)));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Meant::cost).reversed());
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  /** Unaccented syllables one edit away. */
  static Set<String> near(String bare) {
    Set<String> near = new LinkedHashSet<>();
    if (bare.length() > 9) {
      return near;
    }
    StringBuilder word = new StringBuilder(bare);
    for (int i = 0; i <= bare.length(); i++) {
      if (i < bare.length()) {
        char letter = bare.charAt(i);
        word.deleteCharAt(i);
        keep(word, near);
        word.insert(i, letter);
        // kì and kỳ are two customs of writing, and no slip.
        boolean custom = i > 0 && i == bare.length() - 1 && (letter == 'i' || letter == 'y');
        for (char c = 'a'; c <= 'z'; c++) {
          if (!custom || (c != 'i' && c != 'y')) {
            word.setCharAt(i, c);
            keep(word, near);
          }
        }
        word.setCharAt(i, letter);
        if (i + 1 < bare.length()) {
          swap(word, i);
          keep(word, near);
          swap(word, i);
        }
      }
      for (char c = 'a'; c <= 'z'; c++) {
        word.insert(i, c);
        keep(word, near);
        word.deleteCharAt(i);
      }
    }
    near.remove(bare);
    return near;
  }

  private static void swap(StringBuilder word, int i) {
    char first = word.charAt(i);
    word.setCharAt(i, word.charAt(i + 1));
    word.setCharAt(i + 1, first);
  }

  private static void keep(StringBuilder word, Set<String> near) {
    String candidate = word.toString();
    if (Inventory.isBare(candidate)) {
      near.add(candidate);
    }
  }

  /** What it costs to write one syllable for another that has the same letters. */
  private static double marks(String word, String meant) {
    if (Folding.unaccented(word).equals(word)) {
      return NO_MARKS;
    }
    double cost = 0;
    for (int i = 0; i < Math.min(word.length(), meant.length()); i++) {
      char typed = Letters.toneless(word.charAt(i));
      if (typed != Letters.toneless(meant.charAt(i))) {
        cost += Letters.bare(typed) == typed ? NO_MARKS / 2 : WRONG_LETTER;
      }
    }
    int tone = tone(word);
    if (tone != tone(meant)) {
      cost += tone == Letters.LEVEL ? NO_MARKS / 2 : WRONG_TONE;
    }
    // A mark missing beside others is rarer than none at all.
    return cost < 0 ? Math.min(cost, NO_MARKS) : WRONG_TONE;
  }

  /** The same where letters differ, which seldom happens at once: marks are compared as wholes. */
  private static double marksOfOthers(String word, String meant) {
    if (Folding.unaccented(word).equals(word)) {
      return Folding.unaccented(meant).equals(meant) ? 0 : NO_MARKS;
    }
    double cost = tone(word) == tone(meant) ? 0 : 2 * WRONG_TONE;
    return cost + (qualities(word).equals(qualities(meant)) ? 0 : WRONG_LETTER);
  }

  private static int tone(String word) {
    return word.chars().map(c -> Letters.tone((char) c)).max().orElse(Letters.LEVEL);
  }

  private static String qualities(String word) {
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char letter = Letters.toneless(word.charAt(i));
      if (Letters.bare(letter) != letter) {
        marked.append(letter);
      }
    }
    return marked.toString();
  }
}
