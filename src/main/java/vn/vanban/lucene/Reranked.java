package vn.vanban.lucene;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Passages in the order of the second stage.
 *
 * @param order the best first
 * @param values by passage, of those looked at, the values by {@link Feature#place()}
 */
record Reranked(List<ScoreDoc> order, Map<Integer, double[]> values) {
  /** Passages that the second stage does not care for, in the order given. */
  static Reranked asTheyAre(List<ScoreDoc> passages) {
    return new Reranked(passages, Map.of());
  }
}
