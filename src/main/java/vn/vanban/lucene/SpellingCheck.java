package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.lucene.Neighbours.Word;
import vn.vanban.lucene.TypedWords.Typed;
import vn.vanban.viet.Folding;
import vn.vanban.viet.Inventory;
import vn.vanban.viet.Keystrokes;
import vn.vanban.viet.Slips;
import vn.vanban.viet.Slips.Meant;

/**
 * "Có phải bạn muốn tìm": another spelling of a query, where what was typed is hardly what was
 * meant. A noisy channel (Kernighan, Church and Gale 1990): the reading that is most probable by
 * the frequency of syllables and neighbours in the index, and by how easily it is mistyped as it
 * was. A word whose neighbour is known to the index is not doubted, so that what is well spelt is
 * left in peace. Only terms are looked up: a few milliseconds, however large the index.
 */
final class SpellingCheck {
  /** A longer query is a text, whose slips do not matter. */
  private static final int MAX_WORDS = 32;

  /** Where more words are doubtful, it is another language. */
  private static final int MAX_DOUBTFUL = 12;

  private static final int MAX_CANDIDATES = 10;

  /** A form that has that share of a syllable's occurrences is no wrong tone. */
  private static final double USUAL = .5;

  /**
   * By how much the other reading must be the better one for a word that is no syllable. These
   * three are chosen on the 525 development questions: as typed they have some ten slips of their
   * own, and besides one in a hundred was respelt.
   */
  private static final double GAIN = 2;

  /** The same for a syllable of which only marks change: {@code nghĩ định}. */
  private static final double GAIN_OVER_MARKS = 4;

  /** The same for a syllable of which letters change: {@code một vài} is no slip of {@code và}. */
  private static final double GAIN_OVER_LETTERS = 7;

  private final String accented;
  private final String bare;
  private final String barePairs;

  /**
   * Spelling by the statistics of an index.
   *
   * @param accented the field of accented syllables, with positions
   * @param bare that of unaccented syllables
   * @param barePairs that of unaccented pairs
   */
  SpellingCheck(String accented, String bare, String barePairs) {
    this.accented = accented;
    this.bare = bare;
    this.barePairs = barePairs;
  }

  /** Another spelling that is probably meant; empty if the query is probably right as it is. */
  Optional<String> better(String query, IndexSearcher searcher) throws IOException {
    Optional<String> keystrokes = Keystrokes.read(query);
    if (keystrokes.isPresent()) {
      String text = keystrokes.get();
      if (known(text, searcher) > known(query, searcher)) {
        return Optional.of(respelt(text, searcher).orElse(text));
      }
    }
    return respelt(query, searcher);
  }

  /** How many words and neighbours of a text the index knows. */
  private int known(String text, IndexSearcher searcher) throws IOException {
    List<Typed> words = TypedWords.of(text);
    words = words.subList(0, Math.min(MAX_WORDS, words.size()));
    boolean marks = Folding.hasMarks(text);
    Neighbours index = new Neighbours(searcher, accented, bare, barePairs, marks);
    int known = 0;
    for (int i = 0; i < words.size(); i++) {
      Typed word = words.get(i);
      known += index.frequency(marks ? word.text() : word.bare()) > 0 ? 1 : 0;
      if (word.linked() && i > 0) {
        known += index.together(words.get(i - 1).bare(), word.bare()) > 0 ? 1 : 0;
      }
    }
    return known;
  }

  private Optional<String> respelt(String query, IndexSearcher searcher) throws IOException {
    List<Typed> typed = TypedWords.of(query);
    if (typed.isEmpty() || typed.size() > MAX_WORDS) {
      return Optional.empty();
    }
    boolean marks = Folding.hasMarks(query);
    Neighbours index = new Neighbours(searcher, accented, bare, barePairs, marks);
    List<Slot> slots =
        new MissingBlanks(index, marks)
            .putIn(typed).stream().map(word -> new Slot(word, marks)).toList();
    int doubtful = 0;
    for (int i = 0; i < slots.size(); i++) {
      doubtful += doubt(slots, i, index, marks) ? 1 : 0;
    }
    boolean split = slots.size() > typed.size();
    if (doubtful > MAX_DOUBTFUL || (doubtful == 0 && !split)) {
      return Optional.empty();
    }
    List<Candidate> best =
        new ArrayList<>(new BestReading(index).of(slots.stream().map(Slot::reading).toList()));
    boolean changed = split;
    // From the end and back: what is taken back may have been another's support.
    for (int i = 2 * slots.size() - 1; i >= 0; i--) {
      int at = i < slots.size() ? slots.size() - 1 - i : i - slots.size();
      if (best.get(at).cost() < 0 && !supported(slots, best, at, index)) {
        best.set(at, slots.get(at).candidates.getFirst());
      }
    }
    for (Candidate chosen : best) {
      changed |= chosen.cost() < 0;
    }
    return changed ? Optional.of(written(query, slots, best)) : Optional.empty();
  }

  /** What a word may be meant as. */
  record Candidate(Word word, double cost) {}

  /** The place of a word, with what may be meant there, as typed first. */
  private static final class Slot {
    private final Typed typed;
    private final List<Candidate> candidates = new ArrayList<>();

    Slot(Typed typed, boolean marks) {
      this.typed = typed;
      Word word = new Word(marks ? typed.text() : typed.bare(), typed.bare());
      candidates.add(new Candidate(word, 0));
    }

    Word word() {
      return candidates.getFirst().word();
    }

    BestReading.Place reading() {
      return new BestReading.Place(typed.linked(), candidates);
    }
  }

  /** Adds what else may be meant where a word is doubtful. */
  private static boolean doubt(List<Slot> slots, int i, Neighbours index, boolean marks)
      throws IOException {
    Slot slot = slots.get(i);
    Word word = slot.word();
    long frequency = index.frequency(word.text());
    boolean syllable = Inventory.isBare(word.bare());
    if (frequency > 0 && !syllable && !marks) {
      return false; // a word of another language that the index knows
    }
    boolean bareKnown = known(slots, i, index, false);
    boolean letters = !syllable || !bareKnown;
    boolean wrongMarks = marks && !usual(word, frequency, index) && !known(slots, i, index, true);
    if (!letters && !wrongMarks) {
      return false;
    }
    List<Candidate> others = new ArrayList<>();
    for (Meant meant : Slips.of(word.text(), marks, letters)) {
      if (index.frequency(meant.syllable()) > 0) {
        Word other = new Word(meant.syllable(), Folding.unaccented(meant.syllable()));
        others.add(new Candidate(other, meant.cost()));
      }
    }
    Map<Candidate, Double> weights = new HashMap<>();
    for (Candidate other : others) {
      weights.put(other, other.cost() + around(slots, i, other.word(), index));
    }
    others.sort(Comparator.comparing(weights::get, Comparator.reverseOrder()));
    slot.candidates.addAll(others.subList(0, Math.min(MAX_CANDIDATES, others.size())));
    return true;
  }

  /** How well a word goes with the neighbours as they were typed, marks aside. */
  private static double around(List<Slot> slots, int i, Word word, Neighbours index)
      throws IOException {
    double sum = Math.log((double) index.frequency(word.text()));
    if (linked(slots, i)) {
      sum += Math.log1p((double) index.together(slots.get(i - 1).word().bare(), word.bare()));
    }
    if (linked(slots, i + 1)) {
      sum += Math.log1p((double) index.together(word.bare(), slots.get(i + 1).word().bare()));
    }
    return sum;
  }

  private static boolean linked(List<Slot> slots, int i) {
    return i > 0 && i < slots.size() && slots.get(i).reading().linked();
  }

  /** Whether a form is what this syllable mostly is. */
  private static boolean usual(Word word, long frequency, Neighbours index) throws IOException {
    long all = 0;
    for (String form : Inventory.accented(word.bare())) {
      all += index.frequency(form);
    }
    return frequency > 0 && frequency >= USUAL * all;
  }

  /** Whether the index knows a word beside one of its neighbours; alone, whether it knows it. */
  private static boolean known(List<Slot> slots, int i, Neighbours index, boolean marks)
      throws IOException {
    Word word = slots.get(i).word();
    boolean alone = true;
    if (linked(slots, i)) {
      alone = false;
      Word before = slots.get(i - 1).word();
      if (together(index, before, word, marks) > 0) {
        return true;
      }
    }
    if (linked(slots, i + 1)) {
      alone = false;
      Word after = slots.get(i + 1).word();
      if (together(index, word, after, marks) > 0) {
        return true;
      }
    }
    return alone && index.frequency(word.text()) > 0;
  }

  private static double together(Neighbours index, Word first, Word second, boolean marks)
      throws IOException {
    return marks ? index.together(first, second) : index.together(first.bare(), second.bare());
  }

  /** Whether a changed word stands beside one of its new neighbours, and gains enough by it. */
  private boolean supported(List<Slot> slots, List<Candidate> best, int i, Neighbours index)
      throws IOException {
    Word word = best.get(i).word();
    boolean before = linked(slots, i);
    boolean after = linked(slots, i + 1);
    if (!before && !after) {
      return !Inventory.isBare(slots.get(i).word().bare());
    }
    boolean known =
        (before && index.together(best.get(i - 1).word(), word) > 0)
            || (after && index.together(word, best.get(i + 1).word()) > 0);
    return known && gain(slots, best, i, index) >= wanted(slots.get(i).word(), word);
  }

  private static double wanted(Word typed, Word meant) {
    if (!Inventory.isBare(typed.bare())) {
      return GAIN;
    }
    return typed.bare().equals(meant.bare()) ? GAIN_OVER_MARKS : GAIN_OVER_LETTERS;
  }

  /** By how much the reading is better with this word than with the one typed. */
  private static double gain(List<Slot> slots, List<Candidate> best, int i, Neighbours index)
      throws IOException {
    Optional<Word> before =
        linked(slots, i) ? Optional.of(best.get(i - 1).word()) : Optional.empty();
    Word typed = slots.get(i).word();
    Word word = best.get(i).word();
    double gain =
        best.get(i).cost() + index.probability(before, word) - index.probability(before, typed);
    if (linked(slots, i + 1)) {
      Word after = best.get(i + 1).word();
      gain +=
          index.probability(Optional.of(word), after)
              - index.probability(Optional.of(typed), after);
    }
    return gain;
  }

  private static String written(String query, List<Slot> slots, List<Candidate> reading) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      String typed = query.substring(slot.typed.start(), slot.typed.end());
      Candidate chosen = reading.get(i);
      // Two words with nothing between them lack a blank.
      text.append(query, at, slot.typed.start());
      text.append(i > 0 && slot.typed.start() == at ? " " : "");
      text.append(chosen.cost() < 0 ? TypedWords.inCaseOf(typed, chosen.word().text()) : typed);
      at = slot.typed.end();
    }
    return text.append(query, at, query.length()).toString();
  }
}
