package vn.vanban.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import vn.vanban.lucene.QueryWords.Word;

/**
 * Which documents count as found by words: those with a passage that holds them, however marked: up
 * to three words all, of more words three quarters, and of more than six only the six that fewest
 * passages have, for the rest tells nothing. Where no document does, those that hold any. Ranking
 * shows further documents with fewer of the words after, or among, these; they are not counted,
 * since nearly every document has some word of a question.
 */
final class FoundDocuments {
  private static final int TELLING = 6;

  private FoundDocuments() {}

  /**
   * The documents found by words; all where there are none.
   *
   * @param readings the words in each way in which texts may write them
   * @param asked the documents asked for by number, citation or name, which are found in any case
   * @param documents tells documents from passages
   */
  static Query by(
      List<QueryWords> readings, Query asked, IndexSearcher searcher, BitSetProducer documents)
      throws IOException {
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryWords words : readings) {
      List<String> terms =
          words.bare().stream().filter(word -> !word.stacked()).map(Word::term).distinct().toList();
      if (terms.isEmpty()) {
        return FilterCompiler.DOCUMENTS;
      }
      List<String> telling = terms.size() <= TELLING ? terms : rarest(terms, searcher);
      most.add(holding(telling, telling.size() - telling.size() / 4), Occur.SHOULD);
      any.add(holding(terms, 1), Occur.SHOULD);
    }
    Query found =
        new BooleanQuery.Builder()
            .add(ofDocuments(most.build(), documents), Occur.SHOULD)
            .add(asked, Occur.SHOULD)
            .build();
    return isEmpty(found, searcher) ? ofDocuments(any.build(), documents) : found;
  }

  private static List<String> rarest(List<String> terms, IndexSearcher searcher)
      throws IOException {
    Map<String, Integer> frequencies = new HashMap<>();
    for (String term : terms) {
      frequencies.put(term, TermCachingSearcher.docFreq(searcher, Schema.PASSAGE.bare(), term));
    }
    return terms.stream()
        .filter(term -> frequencies.getOrDefault(term, 0) > 0)
        .sorted(Comparator.comparing(frequencies::get))
        .limit(TELLING)
        .toList();
  }

  private static Query holding(List<String> terms, int least) {
    BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    for (String term : terms) {
      any.add(new TermQuery(new Term(Schema.PASSAGE.bare(), term)), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query ofDocuments(Query passages, BitSetProducer documents) {
    return new ToParentBlockJoinQuery(passages, documents, ScoreMode.None);
  }

  private static boolean isEmpty(Query query, IndexSearcher searcher) throws IOException {
    TopScoreDocCollectorManager first = new TopScoreDocCollectorManager(1, null, 1);
    return searcher.search(new ConstantScoreQuery(query), first).scoreDocs.length == 0;
  }
}
