package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.lucene.TypedWords.Typed;
import vn.vanban.viet.Inventory;
import vn.vanban.viet.Slips;
import vn.vanban.viet.Slips.Meant;

/** Puts blanks back between two syllables typed as one: {@code nghịđịnh} is nghị định. */
final class MissingBlanks {
  /** Two syllables of seven letters. */
  private static final int MAX_LETTERS = 14;

  private final Neighbours index;
  private final boolean marks;

  /**
   * By the statistics of an index.
   *
   * @param index which pairs there are
   * @param marks whether marks count in them
   */
  MissingBlanks(Neighbours index, boolean marks) {
    this.index = index;
    this.marks = marks;
  }

  /**
   * The words, those that lack a blank taken apart: the second part begins where the first ends.
   */
  List<Typed> putIn(List<Typed> typed) throws IOException {
    List<Typed> words = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      Typed word = typed.get(i);
      Optional<Integer> blank =
          Inventory.isBare(word.bare()) || isNear(typed, i) ? Optional.empty() : blank(word);
      if (blank.isEmpty()) {
        words.add(word);
        continue;
      }
      int at = blank.get();
      int middle = word.start() + at;
      words.add(part(word, 0, at, word.start(), middle));
      words.add(part(word, at, word.text().length(), middle, word.end()));
    }
    return words;
  }

  /** Whether a slip explains a word: a syllable near to it has a neighbour that was typed. */
  private boolean isNear(List<Typed> typed, int i) throws IOException {
    Typed word = typed.get(i);
    for (Meant near : Slips.of(word.bare(), false, true)) {
      String syllable = near.syllable();
      boolean before =
          word.linked() && i > 0 && index.together(typed.get(i - 1).bare(), syllable) > 0;
      boolean after =
          i + 1 < typed.size()
              && typed.get(i + 1).linked()
              && index.together(syllable, typed.get(i + 1).bare()) > 0;
      if (before || after) {
        return true;
      }
    }
    return false;
  }

  private static Typed part(Typed word, int from, int to, int start, int end) {
    return new Typed(
        start,
        end,
        word.text().substring(from, to),
        word.bare().substring(from, to),
        from > 0 || word.linked());
  }

  /** Where {@code nghịđịnh} lacks a blank: between the two that stand together most often. */
  private Optional<Integer> blank(Typed word) throws IOException {
    String text = word.bare();
    boolean aligned =
        text.length() == word.text().length() && text.length() == word.end() - word.start();
    if (!aligned
        || text.length() > MAX_LETTERS
        || index.frequency(marks ? word.text() : text) > 0) {
      return Optional.empty();
    }
    Optional<Integer> best = Optional.empty();
    long most = 0;
    for (int i = 2; i < text.length() - 1; i++) {
      String first = text.substring(0, i);
      String second = text.substring(i);
      if (Inventory.isBare(first) && Inventory.isBare(second)) {
        long together = index.together(first, second);
        if (together > most) {
          most = together;
          best = Optional.of(i);
        }
      }
    }
    return best;
  }
}
