package vn.vanban.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;

/** In the style of Lucene's own tests, whose random data and checks it uses. */
public abstract class AnalysisTestCase extends BaseTokenStreamTestCase {
  static final String[] FILTERS = {
    "vietnameseFolding", "vietnameseUnaccented", "vietnamesePairs", "vietnameseAbbreviations"
  };

  final Analyzer syllables = chain();
  final Analyzer folded = chain("vietnameseFolding");
  final Analyzer typed = chain("vietnameseFolding keepTyped=true");
  final Analyzer bare = chain("vietnameseUnaccented");
  final Analyzer pairs = chain("vietnameseFolding", "vietnamesePairs");
  final Analyzer typedPairs = chain("vietnameseFolding keepTyped=true", "vietnamesePairs");
  final Analyzer barePairs = chain("vietnameseUnaccented", "vietnamesePairs");
  final Analyzer abbreviated = chain("vietnameseFolding", "vietnameseAbbreviations");
  final Analyzer abbreviatedBare =
      chain("vietnameseUnaccented", "vietnameseAbbreviations unaccented=true");

  /** A token as a consumer sees it. */
  record Token(String term, int start, int end) {}

  final List<Analyzer> chains() {
    return List.of(
        syllables, folded, typed, bare, pairs, typedPairs, barePairs, abbreviated, abbreviatedBare);
  }

  /** Filters by name, each perhaps with a parameter behind it. */
  static Analyzer chain(String... filters) {
    return chain(CustomAnalyzer.builder(), filters);
  }

  static Analyzer chain(CustomAnalyzer.Builder chain, String... filters) {
    try {
      chain.withTokenizer("vietnameseSyllable");
      for (String filter : filters) {
        String[] words = filter.split("[ =]", -1);
        Map<String, String> parameters = new HashMap<>();
        if (words.length > 1) {
          parameters.put(words[1], words[2]);
        }
        chain.addTokenFilter(words[0], parameters);
      }
      return chain.build();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    }
    return tokens;
  }
}
