package vn.vanban.lucene;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import vn.vanban.search.SearchRequest.Order;

/**
 * Orders that do not ask for words. Equals stand in the order of their ids, so pages are stable.
 */
final class DocumentOrder {
  private DocumentOrder() {}

  /**
   * The first documents.
   *
   * @param documents which
   * @param order any but RELEVANCE
   * @param wanted how many are needed
   * @return them, and how many there are in all
   */
  static Ranked rank(IndexSearcher searcher, Query documents, Order order, int wanted)
      throws IOException {
    SortField id = new SortField(DocumentFields.ID_ORDER, SortField.Type.STRING);
    Sort sort = new Sort(first(order), id);
    return Ranked.of(
        searcher.search(
            documents, new TopFieldCollectorManager(sort, wanted, null, Integer.MAX_VALUE)));
  }

  private static SortField first(Order order) {
    return switch (order) {
      case NEWEST -> new SortField(Schema.ISSUED, SortField.Type.LONG, true, Long.MIN_VALUE);
      case OLDEST -> new SortField(Schema.ISSUED, SortField.Type.LONG, false, Long.MAX_VALUE);
      case NUMBER ->
          new SortField(
              DocumentFields.NUMBER_ORDER, SortField.Type.STRING, false, SortField.STRING_LAST);
      case RELEVANCE -> throw new IllegalArgumentException("relevance is asked of words");
    };
  }
}
