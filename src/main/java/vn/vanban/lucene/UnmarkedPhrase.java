package vn.vanban.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import vn.vanban.viet.Folding;

/**
 * A phrase typed without marks, asked of the accented field: of each syllable every spelling with
 * marks that the index has. So positions need to be kept only once.
 */
final class UnmarkedPhrase {
  /** Vietnamese letters end here (Latin Extended Additional). */
  private static final char LAST_LETTER = '\u1EFF';

  /** No syllable has so many spellings. */
  private static final int MOST_SPELLINGS = 1_000;

  /** By letter without marks, itself and those with marks. */
  private static final Map<Character, List<Character>> LETTERS = letters();

  private UnmarkedPhrase() {}

  /**
   * The phrase of these syllables.
   *
   * @param syllables without marks
   */
  static Query of(List<String> syllables) {
    IntervalsSource[] sources =
        syllables.stream().map(UnmarkedPhrase::spellings).toArray(IntervalsSource[]::new);
    return new IntervalQuery(Schema.PASSAGE.accented(), Intervals.phrase(sources));
  }

  private static IntervalsSource spellings(String syllable) {
    List<Automaton> parts = new ArrayList<>();
    for (int i = 0; i < syllable.length(); i++) {
      char letter = syllable.charAt(i);
      List<Automaton> any = new ArrayList<>();
      for (char marked : LETTERS.getOrDefault(letter, List.of(letter))) {
        any.add(Automata.makeChar(marked));
      }
      parts.add(Operations.union(any));
    }
    Automaton all =
        Operations.determinize(
            Operations.concatenate(parts), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return Intervals.multiterm(new CompiledAutomaton(all), MOST_SPELLINGS, syllable);
  }

  private static Map<Character, List<Character>> letters() {
    Map<Character, List<Character>> letters = new HashMap<>();
    for (char c = 'a'; c <= LAST_LETTER; c++) {
      String folded = Folding.unaccented(String.valueOf(c));
      if (Character.isLetter(c) && Character.isLowerCase(c) && folded.length() == 1) {
        letters.computeIfAbsent(folded.charAt(0), base -> new ArrayList<>()).add(c);
      }
    }
    return Map.copyOf(letters);
  }
}
