package vn.vanban.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;

/**
 * Ranks documents by their best passage. The best passages are asked for, as many as it takes, so
 * that Lucene can pass over whole stretches of the index; scoring every document would forbid that.
 */
final class Grouping {
  /** Asked for at first; a law with hundreds of provisions can fill it. */
  private static final int FIRST_PASSAGES = 200;

  /** How much more is asked for when those were of too few documents. */
  private static final int GROWTH = 8;

  private final IndexSearcher searcher;
  private final BitSetProducer documents;

  Grouping(IndexSearcher searcher, BitSetProducer documents) {
    this.searcher = searcher;
    this.documents = documents;
  }

  /**
   * Ranks documents.
   *
   * @param passages what passages are asked for
   * @param preferred documents that come first whatever their passages, with their scores
   * @param wanted how many documents are needed
   */
  Ranked rank(Query passages, ScoreDoc[] preferred, int wanted) throws IOException {
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    long asked = Math.max(FIRST_PASSAGES, 4L * wanted);
    while (true) {
      int count = (int) Math.min(most, asked);
      TopDocs top = searcher.search(passages, new TopScoreDocCollectorManager(count, null, count));
      Map<Integer, Float> scores = new LinkedHashMap<>();
      for (ScoreDoc passage : top.scoreDocs) {
        scores.putIfAbsent(parent(passage.doc), passage.score);
      }
      boolean all = top.scoreDocs.length < count || count == most;
      for (ScoreDoc document : preferred) {
        scores.merge(document.doc, document.score, Float::sum);
      }
      if (all || scores.size() >= wanted) {
        List<ScoreDoc> hits =
            scores.entrySet().stream()
                .map(entry -> new ScoreDoc(entry.getKey(), entry.getValue()))
                .sorted(
                    Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score)
                        .thenComparingInt(hit -> hit.doc))
                .toList();
        return new Ranked(hits, hits.size(), !all);
      }
      asked *= GROWTH;
    }
  }

  private int parent(int passage) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(passage, leaves));
    BitSet parents = documents.getBitSet(leaf);
    if (parents == null) {
      throw new IllegalStateException("a passage without a document: " + passage);
    }
    return leaf.docBase + parents.nextSetBit(passage - leaf.docBase);
  }
}
