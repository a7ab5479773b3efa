package vn.vanban.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import vn.vanban.search.Facet;
import vn.vanban.search.NumberCandidates;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.Suggestion;

/** Answers requests. */
final class Searching {
  /** Up to this many passages are counted exactly; more would forbid passing over the weak. */
  private static final int COUNTED_HITS = 100;

  private final Analyzer analyzer;
  private final QueryCompiler compiler;
  private final BitSetProducer documents = new QueryBitSetProducer(FilterCompiler.DOCUMENTS);
  private final FacetOrdinals ordinals = new FacetOrdinals(documents);

  Searching(Analyzer analyzer, Ranking ranking) {
    this.analyzer = analyzer;
    this.compiler = new QueryCompiler(ranking);
  }

  /**
   * Answers a request.
   *
   * @param request with the day that is meant
   * @param next gives the cursor of further hits
   */
  SearchResult search(IndexSearcher searcher, SearchRequest request, Cursors.Next next)
      throws IOException {
    long begun = System.nanoTime();
    QueryWords words = QueryWords.of(request.query(), analyzer);
    Map<Facet.Field, Query> filters =
        FilterCompiler.byField(request.filters(), request.asOf().orElseThrow());
    HitReader reader =
        new HitReader(searcher, documents, new Snippets(new Matches(analyzer, words, searcher)));
    int wanted = wanted(searcher, request);
    Ranked ranked;
    List<Hit> hits;
    boolean asked = !words.bare().isEmpty();
    if (!asked || (request.order() != Order.RELEVANCE && request.unit() == Unit.DOCUMENT)) {
      ranked = inOrder(searcher, words, request, filters, wanted);
      List<ScoreDoc> page = page(ranked, request);
      hits =
          reader.documents(
              page,
              asked
                  ? new BestPassages(searcher, documents).of(compiler.words(words), page)
                  : Map.of());
    } else {
      Query passages = passages(words, filters.values());
      if (request.unit() == Unit.PASSAGE) {
        ranked = Ranked.of(searcher.search(passages, best(Math.max(wanted, COUNTED_HITS))));
        hits = reader.passages(page(ranked, request));
      } else {
        ranked =
            new Grouping(searcher, documents)
                .rank(passages, numbers(searcher, request, filters.values(), wanted), wanted);
        List<ScoreDoc> page = page(ranked, request);
        hits = reader.documents(page, new BestPassages(searcher, documents).of(passages, page));
      }
    }
    int end = (int) Math.min(Integer.MAX_VALUE, (long) request.offset() + hits.size());
    Optional<String> further =
        !hits.isEmpty() && ranked.hits().size() > end
            ? Optional.of(next.from(end))
            : Optional.empty();
    long total = ranked.total();
    boolean lowerBound = ranked.lowerBound();
    List<Facet> facets = List.of();
    if (request.facets()) {
      FacetCounts counts =
          FacetCounts.of(
              searcher,
              ordinals,
              found(searcher, words, request),
              filters,
              request.asOf().orElseThrow());
      facets = counts.facets();
      lowerBound = lowerBound || total > counts.total();
      total = counts.total();
    }
    return new SearchResult(
        total,
        lowerBound,
        hits,
        facets,
        List.of(),
        Optional.empty(),
        further,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  List<Suggestion> suggest(IndexSearcher searcher, String typed, int limit) throws IOException {
    return List.of();
  }

  SearchResult similar(IndexSearcher searcher, String documentId, int limit) throws IOException {
    long begun = System.nanoTime();
    Ranked ranked =
        new RelatedDocuments(searcher, documents).similar(documentId, analyzer, Math.max(1, limit));
    return related(searcher, ranked, ranked.hits(), begun);
  }

  SearchResult citing(IndexSearcher searcher, String documentId, int offset, int limit)
      throws IOException {
    long begun = System.nanoTime();
    SearchRequest page = SearchRequest.of("", limit).from(offset);
    Ranked ranked =
        new RelatedDocuments(searcher, documents).citing(documentId, wanted(searcher, page));
    return related(searcher, ranked, page(ranked, page), begun);
  }

  private SearchResult related(
      IndexSearcher searcher, Ranked ranked, List<ScoreDoc> page, long begun) throws IOException {
    Matches none = new Matches(analyzer, QueryWords.of("", analyzer), searcher);
    List<Hit> hits =
        new HitReader(searcher, documents, new Snippets(none)).documents(page, Map.of());
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

  /** How many hits are needed; never more than there can be, for room is made for them. */
  private static int wanted(IndexSearcher searcher, SearchRequest request) {
    // One more than is shown tells whether there is more.
    long asked = (long) request.offset() + request.limit() + 1;
    return (int) Math.min(asked, Math.max(1, searcher.getIndexReader().maxDoc()));
  }

  /** Passages that have something of the query, of documents that pass the filters. */
  private Query passages(QueryWords words, Collection<Query> filters) {
    Query passages = compiler.words(words);
    if (filters.isEmpty()) {
      return passages;
    }
    Query passing = FilterCompiler.documents(filters);
    return new BooleanQuery.Builder()
        .add(passages, Occur.MUST)
        .add(new ToChildBlockJoinQuery(passing, documents), Occur.FILTER)
        .build();
  }

  /** Documents that bear a number which the query may mean, the surest first. */
  private ScoreDoc[] numbers(
      IndexSearcher searcher, SearchRequest request, Collection<Query> filters, int wanted)
      throws IOException {
    Optional<Query> numbers = compiler.numbers(NumberCandidates.in(request.query()));
    if (numbers.isEmpty()) {
      return new ScoreDoc[0];
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(numbers.get(), Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return searcher.search(all.build(), best(wanted)).scoreDocs;
  }

  /** Documents in another order than that of relevance; newest first where no word is asked. */
  private Ranked inOrder(
      IndexSearcher searcher,
      QueryWords words,
      SearchRequest request,
      Map<Facet.Field, Query> filters,
      int wanted)
      throws IOException {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(found(searcher, words, request), Occur.FILTER)
            .add(FilterCompiler.documents(filters.values()), Occur.FILTER);
    Order order = request.order() == Order.RELEVANCE ? Order.NEWEST : request.order();
    return DocumentOrder.rank(searcher, all.build(), order, wanted);
  }

  /** What is found, filters left aside. */
  private Query found(IndexSearcher searcher, QueryWords words, SearchRequest request)
      throws IOException {
    return words.bare().isEmpty() && !request.query().isBlank()
        ? new MatchNoDocsQuery("signs only")
        : FoundDocuments.by(words, searcher, documents);
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
