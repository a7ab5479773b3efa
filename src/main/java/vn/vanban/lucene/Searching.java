package vn.vanban.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import vn.vanban.search.NumberCandidates;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.Suggestion;

/** Answers requests. */
final class Searching {
  /** Up to this many passages are counted exactly; more would forbid passing over the weak. */
  private static final int COUNTED_HITS = 100;

  private static final Query DOCUMENTS = new TermQuery(new Term(Schema.ROLE, Schema.DOCUMENT));

  private final Analyzer analyzer;
  private final QueryCompiler compiler;
  private final BitSetProducer documents = new QueryBitSetProducer(DOCUMENTS);

  Searching(Analyzer analyzer, Ranking ranking) {
    this.analyzer = analyzer;
    this.compiler = new QueryCompiler(ranking);
  }

  SearchResult search(IndexSearcher searcher, SearchRequest request) throws IOException {
    long begun = System.nanoTime();
    QueryWords words = QueryWords.of(request.query(), analyzer);
    HitReader reader =
        new HitReader(searcher, documents, new Snippets(new Matches(analyzer, words, searcher)));
    int wanted = wanted(searcher, request);
    Ranked ranked;
    List<Hit> hits;
    if (words.bare().isEmpty()) {
      ranked = newest(searcher, request, wanted);
      hits = reader.documents(page(ranked, request), Map.of());
    } else {
      Query passages = passages(words, request);
      if (request.unit() == Unit.PASSAGE) {
        ranked = Ranked.of(searcher.search(passages, best(Math.max(wanted, COUNTED_HITS))));
        hits = reader.passages(page(ranked, request));
      } else {
        ranked =
            new Grouping(searcher, documents)
                .rank(passages, numbers(searcher, request, wanted), wanted);
        List<ScoreDoc> page = page(ranked, request);
        hits = reader.documents(page, new BestPassages(searcher, documents).of(passages, page));
      }
    }
    return new SearchResult(
        ranked.total(),
        ranked.lowerBound(),
        hits,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  List<Suggestion> suggest(IndexSearcher searcher, String typed, int limit) throws IOException {
    return new Suggestions(searcher).of(typed, limit);
  }

  SearchResult similar(IndexSearcher searcher, String documentId, int limit) throws IOException {
    return SearchResult.NONE;
  }

  SearchResult citing(IndexSearcher searcher, String documentId, int offset, int limit)
      throws IOException {
    return SearchResult.NONE;
  }

  /** How many hits are needed; never more than there can be, for room is made for them. */
  private static int wanted(IndexSearcher searcher, SearchRequest request) {
    long asked = Math.max(1, (long) request.offset() + request.limit());
    return (int) Math.min(asked, Math.max(1, searcher.getIndexReader().maxDoc()));
  }

  /** Passages that have something of the query, of documents that pass the filters. */
  private Query passages(QueryWords words, SearchRequest request) {
    Query passages = compiler.words(words);
    List<Query> filters = compiler.filters(request);
    if (filters.isEmpty()) {
      return passages;
    }
    return new BooleanQuery.Builder()
        .add(passages, Occur.MUST)
        .add(new ToChildBlockJoinQuery(allOf(filters), documents), Occur.FILTER)
        .build();
  }

  /** Documents that bear a number which the query may mean, the surest first. */
  private ScoreDoc[] numbers(IndexSearcher searcher, SearchRequest request, int wanted)
      throws IOException {
    Optional<Query> numbers = compiler.numbers(NumberCandidates.in(request.query()));
    if (numbers.isEmpty()) {
      return new ScoreDoc[0];
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(numbers.get(), Occur.MUST);
    compiler.filters(request).forEach(filter -> all.add(filter, Occur.FILTER));
    return searcher.search(all.build(), best(wanted)).scoreDocs;
  }

  private Ranked newest(IndexSearcher searcher, SearchRequest request, int wanted)
      throws IOException {
    if (!request.query().isBlank()) {
      return new Ranked(List.of(), 0, false); // signs only
    }
    SortField issued = new SortField(Schema.ISSUED, SortField.Type.LONG, true, Long.MIN_VALUE);
    Sort sort = new Sort(issued, SortField.FIELD_DOC);
    return Ranked.of(
        searcher.search(
            allOf(compiler.filters(request)),
            new TopFieldCollectorManager(sort, wanted, null, Integer.MAX_VALUE)));
  }

  private static Query allOf(List<Query> filters) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(DOCUMENTS, Occur.FILTER);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  private static TopScoreDocCollectorManager best(int count) {
    return new TopScoreDocCollectorManager(count, null, count);
  }

  private static List<ScoreDoc> page(Ranked ranked, SearchRequest request) {
    int size = ranked.hits().size();
    int from = Math.min(request.offset(), size);
    return ranked.hits().subList(from, Math.min(size, from + request.limit()));
  }
}
