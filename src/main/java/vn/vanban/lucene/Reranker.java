package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.join.BitSetProducer;

/**
 * The second stage of ranking: puts the best candidates of the first in order by a weighted sum of
 * {@link Features}. What the first stage put behind them stays behind them.
 */
final class Reranker {
  /** So many passages are looked at; the right one is among them for 99 of 100 questions. */
  static final int DEPTH = 100;

  /** Reranked scores lie about this. */
  static final float ABOVE = 1_000;

  /** Those of the first stage are at most this. */
  static final float BEHIND = ABOVE / 2;

  private final RankingWeights weights;

  Reranker(RankingWeights weights) {
    this.weights = weights;
  }

  RankingWeights weights() {
    return weights;
  }

  /**
   * Puts passages in order.
   *
   * @param passages the best of the first stage, the best first
   * @return the same, the best first
   */
  Reranked rerank(
      IndexSearcher searcher, BitSetProducer documents, QueryWords words, List<ScoreDoc> passages)
      throws IOException {
    int depth = Math.min(DEPTH, passages.size());
    List<ScoreDoc> first = passages.subList(0, depth);
    double[][] values = new Candidates(searcher, documents).features(words, first);
    List<ScoreDoc> order = new ArrayList<>(passages.size());
    Map<Integer, double[]> known = new HashMap<>();
    for (int i = 0; i < depth; i++) {
      known.put(first.get(i).doc, values[i]);
      order.add(new ScoreDoc(first.get(i).doc, ABOVE + (float) weights.score(values[i])));
    }
    order.sort(
        Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score).thenComparingInt(hit -> hit.doc));
    for (ScoreDoc behind : passages.subList(depth, passages.size())) {
      order.add(new ScoreDoc(behind.doc, Math.min(BEHIND, behind.score)));
    }
    return new Reranked(order, known);
  }
}
