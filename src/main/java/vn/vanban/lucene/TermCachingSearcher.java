package vn.vanban.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * Searches one view of the index and remembers where its terms stand. A query of a dozen syllables
 * looks for each of them and of their pairs four or five times, to weigh, spell, find and mark, in
 * every segment; and queries share most of their syllables.
 */
final class TermCachingSearcher extends IndexSearcher {
  /** About one kilobyte each in ten segments; cursors keep up to sixteen views. */
  private static final int MOST = 8_192;

  private final Map<Term, TermStates> known =
      new LinkedHashMap<>(1024, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Term, TermStates> eldest) {
          return size() > MOST;
        }
      };

  TermCachingSearcher(IndexReader reader) {
    super(reader);
    setSimilarity(Schema.similarity());
  }

  /** In how many members of a view a term stands, those deleted since among them. */
  static int docFreq(IndexSearcher searcher, String field, String text) throws IOException {
    Term term = new Term(field, text);
    return searcher instanceof TermCachingSearcher caching
        ? caching.states(term).docFreq()
        : searcher.getIndexReader().docFreq(term);
  }

  @Override
  public Weight createWeight(Query query, ScoreMode scores, float boost) throws IOException {
    return query instanceof TermQuery plain && plain.getTermStates() == null
        ? super.createWeight(new TermQuery(plain.getTerm(), states(plain.getTerm())), scores, boost)
        : super.createWeight(query, scores, boost);
  }

  private TermStates states(Term term) throws IOException {
    synchronized (known) {
      TermStates states = known.get(term);
      if (states != null) {
        return states;
      }
    }
    TermStates states = TermStates.build(this, term, true);
    synchronized (known) {
      known.put(term, states);
    }
    return states;
  }
}
