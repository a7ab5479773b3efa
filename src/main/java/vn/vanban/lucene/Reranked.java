package vn.vanban.lucene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** Of the same passages put in order in several ways: each as it scores best. */
  static Reranked best(List<Reranked> ways) {
    if (ways.size() == 1) {
      return ways.getFirst();
    }
    Map<Integer, ScoreDoc> best = new LinkedHashMap<>();
    Map<Integer, double[]> values = new HashMap<>();
    for (Reranked way : ways) {
      for (ScoreDoc hit : way.order) {
        ScoreDoc before = best.get(hit.doc);
        if (before == null || hit.score > before.score) {
          best.put(hit.doc, hit);
          if (way.values.containsKey(hit.doc)) {
            values.put(hit.doc, way.values.get(hit.doc));
          }
        }
      }
    }
    List<ScoreDoc> order =
        best.values().stream()
            .sorted(
                Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score)
                    .thenComparingInt(hit -> hit.doc))
            .toList();
    return new Reranked(order, values);
  }
}
