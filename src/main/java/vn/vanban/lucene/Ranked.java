package vn.vanban.lucene;

import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * What was found, the best first.
 *
 * @param hits the index's numbers of documents or passages
 * @param total how many there are
 * @param lowerBound whether there may be more than that
 */
record Ranked(List<ScoreDoc> hits, long total, boolean lowerBound) {
  static Ranked of(TopDocs top) {
    return new Ranked(
        List.of(top.scoreDocs),
        top.totalHits.value(),
        top.totalHits.relation() != TotalHits.Relation.EQUAL_TO);
  }
}
