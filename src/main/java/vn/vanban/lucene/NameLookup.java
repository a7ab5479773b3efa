package vn.vanban.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import vn.vanban.search.LawName;
import vn.vanban.search.LawTitle;

/**
 * Finds laws by their names: the newest first, of a year typed only those of that year; then those
 * that took over from a law of this name. Of {@code luật doanh nghiệp sửa đổi} the amending laws
 * come first; a year may be that of the law amended.
 */
final class NameLookup {
  private static final int MOST = 100;

  // What counts more, from the least to the most.
  private static final float ORIGINAL = 1;
  private static final float TYPE = 2;
  private static final float MARKS = 4;
  private static final float SUCCESSOR = 8;
  private static final float NAME = 16;
  private static final float AMENDMENT = 32;
  private static final float YEAR = 64;

  private final IndexSearcher searcher;
  private final List<Query> filters;

  NameLookup(IndexSearcher searcher, List<Query> filters) {
    this.searcher = searcher;
    this.filters = List.copyOf(filters);
  }

  /** The laws that a name may mean, the best first. */
  List<ScoreDoc> find(LawName asked) throws IOException {
    LawTitle title = asked.title();
    BooleanQuery.Builder named = new BooleanQuery.Builder();
    any(named, Schema.LAW_NAME, title.names(), NAME);
    any(named, Schema.LAW_NAME, title.amended(), NAME);
    any(named, Schema.LAW_NAME, asked.successors(), SUCCESSOR);
    any(named, Schema.LAW_AMENDED, title.amended(), AMENDMENT);
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(named.build(), Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    if (asked.withMarks()) {
      any(all, Schema.LAW_NAME_MARKED, title.marked(), MARKS);
    }
    any(all, Schema.TYPE_KEY, List.of(title.type()), TYPE);
    if (title.year().isPresent()) {
      Query thatYear =
          NumberLookup.in(Schema.CALLED_YEAR, List.of(Integer.toString(title.year().getAsInt())));
      all.add(
          NumberLookup.constant(thatYear, YEAR),
          title.names().isEmpty() ? Occur.SHOULD : Occur.MUST);
    }
    all.add(NumberLookup.constant(NumberLookup.original(), ORIGINAL), Occur.SHOULD);
    return Arrays.asList(
        searcher.search(
                all.build(),
                new TopFieldCollectorManager(
                    NumberLookup.BEST_THEN_NEWEST, MOST, null, Integer.MAX_VALUE))
            .scoreDocs);
  }

  private static void any(
      BooleanQuery.Builder query, String field, List<String> values, float score) {
    if (!values.isEmpty()) {
      query.add(NumberLookup.constant(NumberLookup.in(field, values), score), Occur.SHOULD);
    }
  }
}
