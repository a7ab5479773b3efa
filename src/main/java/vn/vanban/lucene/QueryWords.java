package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.search.QuestionWords;
import vn.vanban.viet.Folding;

/**
 * A query's words in the ways in which texts are indexed.
 *
 * @param marked whether it was typed with marks
 * @param accented syllables with marks, and beside them their spelling as typed
 * @param bare syllables without marks, and numbers
 * @param subject what the query is about, {@linkplain QuestionWords the words that ask} left out:
 *     runs of neighbouring syllables
 */
record QueryWords(
    boolean marked, List<Word> accented, List<Word> bare, List<List<Syllable>> subject) {
  /** A longer query is cut here: nobody types it, and clauses have their price. */
  private static final int MAX_WORDS = 200;

  /** So short a query has no words to spare. */
  private static final int SHORT = 3;

  /**
   * One term.
   *
   * @param term as indexed
   * @param stacked whether it stands at the position of the one before
   */
  record Word(String term, boolean stacked) {}

  /**
   * A syllable or a figure.
   *
   * @param bare without marks
   * @param accented in canonical form
   * @param typed with the tone where it was typed
   */
  record Syllable(String bare, String accented, String typed) {}

  static QueryWords of(String query, Analyzer analyzer) {
    List<Word> accented = new ArrayList<>();
    List<Word> bare = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Schema.PASSAGE.accented(), query)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (bare.size() < MAX_WORDS && stream.incrementToken()) {
        Word word = new Word(term.toString(), step.getPositionIncrement() == 0);
        if (accented.size() < MAX_WORDS) {
          accented.add(word);
        }
        if (word.term().charAt(0) != FoldingFilterFactory.AS_TYPED) {
          bare.add(new Word(Folding.unaccented(word.term()), word.stacked()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: a string is read
    }
    return new QueryWords(Folding.hasMarks(query), accented, bare, subject(accented));
  }

  private static List<List<Syllable>> subject(List<Word> accented) {
    List<Syllable> syllables = new ArrayList<>();
    for (Word word : accented) {
      if (!word.stacked()) {
        syllables.add(new Syllable(Folding.unaccented(word.term()), word.term(), word.term()));
      } else if (word.term().charAt(0) == FoldingFilterFactory.AS_TYPED) {
        Syllable canonical = syllables.removeLast();
        syllables.add(
            new Syllable(canonical.bare(), canonical.accented(), word.term().substring(1)));
      }
    }
    BitSet asking =
        syllables.size() <= SHORT
            ? new BitSet()
            : QuestionWords.in(syllables.stream().map(Syllable::bare).toList());
    List<List<Syllable>> runs = new ArrayList<>();
    for (int at = asking.nextClearBit(0); at < syllables.size(); ) {
      int asked = asking.nextSetBit(at);
      int end = asked < 0 ? syllables.size() : asked;
      runs.add(List.copyOf(syllables.subList(at, end)));
      at = asking.nextClearBit(end);
    }
    return List.copyOf(runs);
  }

  /** Neighbouring words, as pairs of what they were typed as. */
  Set<String> neighbours() {
    List<String> singles =
        (marked ? accented : bare)
            .stream().filter(word -> !word.stacked()).map(Word::term).toList();
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < singles.size(); i++) {
      pairs.add(singles.get(i - 1) + " " + singles.get(i));
    }
    return pairs;
  }
}
