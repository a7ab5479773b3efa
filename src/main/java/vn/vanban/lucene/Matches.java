package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.lucene.QueryWords.Word;
import vn.vanban.viet.Folding;

/** Finds the words of a query in shown texts. */
final class Matches {
  /** A syllable in more than a tenth of all passages is common. */
  private static final double COMMON = 0.1;

  private final Analyzer analyzer;
  private final boolean marked;

  /** Syllables of the query and how telling each is. */
  private final Map<String, Double> weights = new HashMap<>();

  private final Set<String> common = new HashSet<>();
  private final Set<String> pairs;

  /**
   * A word of the query in a text.
   *
   * @param start its first offset
   * @param end the offset after it
   * @param term the query's word
   * @param weight how telling it is
   */
  record Match(int start, int end, String term, double weight) {}

  Matches(Analyzer analyzer, QueryWords words, IndexSearcher searcher) throws IOException {
    this.analyzer = analyzer;
    this.marked = words.marked();
    double all = Math.max(1, searcher.getIndexReader().numDocs());
    List<Word> singles = marked ? words.accented() : words.bare();
    String field = marked ? Schema.PASSAGE.accented() : Schema.PASSAGE.bare();
    for (Word word : singles) {
      if (!word.stacked() && !weights.containsKey(word.term())) {
        int frequency = TermCachingSearcher.docFreq(searcher, field, word.term());
        weights.put(word.term(), Math.log(1 + all / (1 + frequency)));
        if (frequency > COMMON * all) {
          common.add(word.term());
        }
      }
    }
    if (common.size() == weights.size()) {
      common.clear();
    }
    pairs = words.neighbours();
  }

  private record Token(int start, int end, String term) {}

  /** The matches in a text, ascending; of common words those beside another word of the query. */
  List<Match> in(String text) {
    return in(tokens(text), false);
  }

  /** The same, and where there are none the common words by themselves. */
  List<Match> anyIn(String text) {
    List<Token> tokens = tokens(text);
    List<Match> matches = in(tokens, false);
    return matches.isEmpty() ? in(tokens, true) : matches;
  }

  private List<Match> in(List<Token> tokens, boolean all) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Double weight = weights.get(token.term());
      if (weight == null) {
        continue;
      }
      if (all || !common.contains(token.term()) || paired(tokens, i - 1) || paired(tokens, i)) {
        matches.add(new Match(token.start(), token.end(), token.term(), weight));
      }
    }
    return matches;
  }

  private boolean paired(List<Token> tokens, int first) {
    return first >= 0
        && first + 1 < tokens.size()
        && pairs.contains(tokens.get(first).term() + " " + tokens.get(first + 1).term());
  }

  private List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Schema.PASSAGE.accented(), text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (step.getPositionIncrement() > 0) {
          String word = term.toString();
          tokens.add(
              new Token(
                  offset.startOffset(),
                  offset.endOffset(),
                  marked ? word : Folding.unaccented(word)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: a string is read
    }
    return tokens;
  }
}
