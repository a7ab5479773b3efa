package vn.vanban.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.lucene.QueryWords.Syllable;
import vn.vanban.lucene.QueryWords.Word;
import vn.vanban.lucene.Schema.Fields;

/** Makes Lucene queries of requests. */
final class QueryCompiler {
  private final Ranking ranking;

  QueryCompiler(Ranking ranking) {
    this.ranking = ranking;
  }

  /**
   * What the words of a query ask of passages: its syllables and pairs without marks, which find
   * what is spelt with other marks too. Of few words the marks tell much, so they are asked for as
   * well; of many the pairs tell more, and {@link Reranker} looks at the marks.
   */
  Query words(QueryWords words) {
    Fields fields = Schema.PASSAGE;
    Map<String, Integer> syllables = new LinkedHashMap<>();
    Map<String, Integer> pairs = new LinkedHashMap<>();
    int count = 0;
    for (List<Syllable> run : words.subject()) {
      for (int i = 0; i < run.size(); i++) {
        syllables.merge(run.get(i).bare(), 1, Integer::sum);
        if (i > 0) {
          pairs.merge(run.get(i - 1).bare() + " " + run.get(i).bare(), 1, Integer::sum);
        }
        count++;
      }
    }
    for (Word word : words.bare()) {
      if (word.stacked()) {
        syllables.merge(word.term(), 1, Integer::sum);
      }
    }
    boolean few = words.marked() && count <= ranking.few();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (few) {
      for (Word word : words.accented()) {
        float weight = word.term().charAt(0) == FoldingFilterFactory.AS_TYPED ? ranking.typed() : 1;
        any.add(boosted(term(fields.accented(), word.term()), weight), Occur.SHOULD);
      }
    }
    float bare = few ? ranking.bare() : 1;
    syllables.forEach(
        (term, times) -> any.add(boosted(term(fields.bare(), term), bare * times), Occur.SHOULD));
    pairs.forEach((term, times) ->
        any.add(boosted(term(fields.barePairs(), term), ranking.pair() * times), Occur.SHOULD));
    return any.build();
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1 ? query : new BoostQuery(query, boost);
  }
}
