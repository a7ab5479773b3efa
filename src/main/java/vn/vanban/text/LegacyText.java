package vn.vanban.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.viet.Syllables;

/**
 * Decides what of a text is in a legacy encoding, by the words with marks: in which reading are
 * they Vietnamese syllables? First for the document, which proves encodings by words that are no
 * syllables as they stand; then for each paragraph, run by run, so that a word or two of another
 * language, or a Unicode part of a legacy document, stays as it is, and a legacy letterhead over a
 * Unicode body is converted.
 */
final class LegacyText {
  /** Of the words that are no syllables as they stand, this part are syllables once converted. */
  private static final double CONVINCING = 0.7;

  /** The same for one encoding, where another one is in the document too. */
  private static final double PLAUSIBLE = 0.5;

  private static final int FEW_WORDS = 3;

  /**
   * A document with so many words of an encoding may hold single ones within other text; a second
   * encoding needs as many.
   */
  private static final int MANY_WORDS = 10;

  /** What a change of encoding between two words costs, in words that are no syllables. */
  private static final double CHANGE = 0.6;

  private static final double CHANGE_IF_MANY = 0.4;

  /** Cells of a table, and the ends of a paragraph, part runs. */
  private static final double CHANGE_OF_CELL = 0.1;

  private static final double FOREIGN_LETTER = 5;

  /** François is no syllable in any reading, and best left alone; Lªnin has a sign within. */
  private static final double NO_SYLLABLE = 1.2;

  private static final double SIGN_IN_WORD = 1.5;

  /**
   * A part of a paragraph in one encoding.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   */
  record Run(int start, int end, LegacyEncoding encoding) {}

  /** Readings of a text, from 1; the one at 0 is Unicode, as it stands. */
  private final List<LegacyEncoding> proven = new ArrayList<>();

  /** Whether more of the document is legacy than Unicode. */
  private final boolean mainly;

  private final double change;

  /**
   * @param paragraphs of one document
   */
  LegacyText(List<String> paragraphs) {
    Proof proof = new Proof();
    long unicode = 0;
    long other = 0;
    for (String paragraph : paragraphs) {
      int letters = Letters.in(paragraph);
      unicode += Letters.areVietnamese(letters) ? paragraph.length() : 0;
      other += Letters.areVietnamese(letters) ? 0 : paragraph.length();
      if (Letters.mayBeLegacy(letters)) {
        for (Word word : words(paragraph, false)) {
          proof.add(paragraph, word);
        }
      }
    }
    proven.addAll(proof.encodings());
    mainly = isLegacy() && other > unicode;
    change = isLegacy() && proof.in(proven.getFirst()) >= MANY_WORDS ? CHANGE_IF_MANY : CHANGE;
  }

  /** Whether parts of the document are in a legacy encoding. */
  boolean isLegacy() {
    return !proven.isEmpty();
  }

  /** The parts of a paragraph that are not Unicode, in order. */
  List<Run> runs(Paragraph paragraph) {
    String text = paragraph.text();
    List<Run> runs = runs(text);
    // No marks, but a capital font: QUY CHUNG is written "quy chung".
    boolean capitals =
        runs.isEmpty()
            && proven.contains(LegacyEncoding.TCVN3)
            && CapitalFonts.all(paragraph.fonts())
            && !Letters.areVietnamese(Letters.in(text));
    return capitals ? List.of(new Run(0, text.length(), LegacyEncoding.TCVN3)) : runs;
  }

  private List<Run> runs(String paragraph) {
    if (proven.isEmpty()) {
      return List.of();
    }
    boolean viscii = proven.contains(LegacyEncoding.VISCII);
    List<Word> words = words(paragraph, viscii);
    if (words.isEmpty()) {
      // 5.000®: nothing but letters that go with the rest of the document.
      return mainly && Letters.mayBeLegacy(Letters.in(paragraph))
          ? List.of(new Run(0, paragraph.length(), proven.getFirst()))
          : List.of();
    }
    int[] readings = cheapest(paragraph, words);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < readings.length; i++) {
      if (readings[i] == 0) {
        continue;
      }
      int first = i;
      while (i + 1 < readings.length && readings[i + 1] == readings[first]) {
        i++;
      }
      // What stands before the first word and after the last one has no letters of its own.
      int start = first == 0 ? 0 : words.get(first).start;
      int end = i + 1 == readings.length ? paragraph.length() : words.get(i).end;
      runs.add(new Run(start, end, proven.get(readings[first] - 1)));
    }
    return runs;
  }

  /** Reads each word so that few are no syllables and readings change seldom (Viterbi). */
  private int[] cheapest(String paragraph, List<Word> words) {
    int states = proven.size() + 1;
    int[][] from = new int[words.size()][states];
    double[] costs = new double[states];
    for (int state = 0; state < states; state++) {
      costs[state] = state == usual() ? 0 : CHANGE_OF_CELL;
    }
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      double changed = word.cell ? CHANGE_OF_CELL : change;
      double[] next = new double[states];
      for (int state = 0; state < states; state++) {
        int best = state;
        for (int other = 0; other < states; other++) {
          double now = costs[best] + (best == state ? 0 : changed);
          best = costs[other] + changed < now ? other : best;
        }
        from[i][state] = best;
        next[state] = costs[best] + (best == state ? 0 : changed) + cost(paragraph, word, state);
      }
      costs = next;
    }
    int state = usual();
    for (int other = 0; other < states; other++) {
      state = costs[other] < costs[state] ? other : state;
    }
    int[] readings = new int[words.size()];
    for (int i = words.size() - 1; i >= 0; i--) {
      readings[i] = state;
      state = from[i][state];
    }
    return readings;
  }

  private int usual() {
    return mainly ? 1 : 0;
  }

  private double cost(String paragraph, Word word, int state) {
    if (state == 0) {
      boolean valid = Syllables.isValid(paragraph, word.start, word.end);
      return valid ? 0 : word.sign ? SIGN_IN_WORD : 1;
    }
    if (word.unicode) {
      return FOREIGN_LETTER;
    }
    String read = paragraph.substring(word.start, word.end);
    return proven.get(state - 1).isSyllable(read) ? 0 : NO_SYLLABLE;
  }

  /**
   * A word with marks.
   *
   * @param unicode whether it has letters that no legacy encoding shows
   * @param sign whether it has a character that is no letter as it stands
   * @param cell whether it is the first one of a cell
   */
  private record Word(int start, int end, boolean unicode, boolean sign, boolean cell) {}

  private static List<Word> words(String text, boolean viscii) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    boolean marked = false;
    boolean unicode = false;
    boolean proves = false;
    boolean sign = false;
    boolean cell = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean high = Letters.isLegacy(c) || (viscii && LegacyEncoding.isVisciiSign(c));
      if (high || Character.isLetter(c)) {
        start = start < 0 ? i : start;
        marked |= high;
        sign |= !Character.isLetter(c);
        unicode |= Letters.isUnicodeOnly(c);
        // An eth is more often a mistyped Đ than a letter of TCVN3: it proves nothing.
        proves |= high && c != 'Ð' && c != 'ð';
      } else if (start >= 0) {
        if (unicode || (marked && proves && !isAbbreviation(text, start, i))) {
          words.add(new Word(start, i, unicode, sign, cell));
          cell = false;
        }
        start = -1;
        marked = false;
        unicode = false;
        proves = false;
        sign = false;
      }
      cell |= c == '\t';
    }
    return words;
  }

  /** A letter or sign alone, and HÑ (HĐ in VNI), which TCVN3 would read as Hẹ, prove nothing. */
  private static boolean isAbbreviation(String text, int start, int end) {
    boolean capitals = end - start <= 4;
    for (int i = start; i < end && capitals; i++) {
      char c = text.charAt(i);
      capitals = (c >= 'A' && c <= 'Z') ? "AEIOUY".indexOf(c) < 0 : "§ÑÐ".indexOf(c) >= 0;
    }
    return capitals || end - start == 1;
  }

  /** Counts the words that are no syllables as they stand, by the encodings that make them so. */
  private static final class Proof {
    private final Map<Set<LegacyEncoding>, Integer> words = new HashMap<>();

    void add(String paragraph, Word word) {
      if (word.unicode || Syllables.isValid(paragraph, word.start, word.end)) {
        return;
      }
      String letters = paragraph.substring(word.start, word.end);
      Set<LegacyEncoding> readings = EnumSet.noneOf(LegacyEncoding.class);
      for (LegacyEncoding encoding : LegacyEncoding.values()) {
        if (encoding.isSyllable(letters)) {
          readings.add(encoding);
        }
      }
      words.merge(readings, 1, Integer::sum);
    }

    int in(LegacyEncoding encoding) {
      return in(encoding, Set.of());
    }

    /** The words of an encoding that none of some others reads. */
    private int in(LegacyEncoding encoding, Collection<LegacyEncoding> others) {
      int count = 0;
      for (Map.Entry<Set<LegacyEncoding>, Integer> some : words.entrySet()) {
        if (some.getKey().contains(encoding) && Collections.disjoint(some.getKey(), others)) {
          count += some.getValue();
        }
      }
      return count;
    }

    /** Encodings in the order of their words; none if too many words are in no encoding. */
    List<LegacyEncoding> encodings() {
      int left = words.values().stream().mapToInt(Integer::intValue).sum();
      List<LegacyEncoding> found = new ArrayList<>();
      boolean convincing = left - words.getOrDefault(Set.of(), 0) >= CONVINCING * left;
      while (convincing) {
        LegacyEncoding best = LegacyEncoding.TCVN3;
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
          best = in(encoding, found) > in(best, found) ? encoding : best;
        }
        int count = in(best, found);
        int few = found.isEmpty() ? FEW_WORDS : MANY_WORDS;
        convincing = count >= few && count >= PLAUSIBLE * left;
        if (convincing) {
          found.add(best);
          left -= count;
        }
      }
      return found;
    }
  }
}
