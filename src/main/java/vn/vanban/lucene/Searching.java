package vn.vanban.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.vanban.law.VietnamTime;
import vn.vanban.lucene.Readings.Reading;
import vn.vanban.search.Facet;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.SearchResult.Spelling;
import vn.vanban.search.Suggestion;
import vn.vanban.search.Understanding;

/** Answers requests. */
final class Searching {
  private final Analyzer analyzer;
  private final Readings readings;
  private final QueryCompiler compiler;
  private final TreeCompiler trees;
  private final Reranker reranker;
  private final SpellingCheck spelling =
      new SpellingCheck(
          Schema.PASSAGE.accented(), Schema.PASSAGE.bare(), Schema.PASSAGE.barePairs());
  private final BitSetProducer documents = new QueryBitSetProducer(FilterCompiler.DOCUMENTS);
  private final FacetOrdinals ordinals = new FacetOrdinals(documents);

  Searching(Analyzer analyzer, RankingWeights weights) {
    this.analyzer = analyzer;
    this.readings = new Readings(analyzer);
    this.compiler = new QueryCompiler(Ranking.DEFAULT);
    this.trees =
        new TreeCompiler(
            analyzer, documents, readings, text -> compiler.words(words(readings.of(text))));
    this.reranker = new Reranker(weights);
  }

  /**
   * A request as it is understood.
   *
   * @param readings what is left to rank by, in each way in which texts may write it
   * @param filters by the field that each filters
   */
  private record Asking(
      IndexSearcher searcher,
      SearchRequest request,
      Understanding query,
      List<QueryWords> readings,
      Map<Facet.Field, Query> filters) {

    /** The words as typed, if texts write them so. */
    QueryWords words() {
      return readings.getFirst();
    }

    /** Whether there is a query, but nothing in it to look for. */
    boolean isSignsOnly() {
      return query.isPlain() && words().bare().isEmpty() && !request.query().isBlank();
    }
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
    Understanding query = Understanding.of(request.query());
    List<Reading> ways = readings.of(query.tree().text(), searcher);
    Asking asking =
        new Asking(
            searcher,
            request,
            query,
            words(ways),
            FilterCompiler.byField(request.filters(), request.asOf().orElseThrow()));
    Preferred preferred = Preferred.of(searcher, query, List.copyOf(asking.filters().values()));
    HitReader reader =
        new HitReader(
            searcher,
            documents,
            new Snippets(new Matches(analyzer, shown(ways), searcher)),
            request.asOf().orElseThrow());
    Ranked ranked;
    List<Hit> hits;
    if (request.unit() == Unit.PASSAGE && !asking.words().bare().isEmpty()) {
      Grouping.Grouped grouped = passages(asking, preferred);
      ranked = grouped.ranked();
      List<ScoreDoc> page = page(ranked, request);
      hits = preferred.toldPassages(reader.passages(page), page);
      hits = explained(hits, page, grouped, asking);
    } else {
      Grouping.Grouped grouped = documents(asking, preferred);
      grouped = grouped.showing(preferred.passages(grouped.passages()));
      ranked = grouped.ranked();
      List<ScoreDoc> page = page(ranked, request);
      hits = preferred.told(reader.documents(page, grouped.passages()), page);
      hits = explained(hits, page, grouped, asking);
    }
    if (ranked.hits().isEmpty() && query.isQuoting() && !query.isPlain()) {
      return respelt(searcher, request, query.tree().text(), next);
    }
    // Every page of a respelt answer is respelt.
    boolean doubtful =
        query.isPlain()
            && preferred.documents().isEmpty()
            && (request.offset() == 0 || ranked.hits().isEmpty());
    Optional<String> better =
        doubtful ? spelling.better(writtenOut(ways), searcher) : Optional.empty();
    if (ranked.hits().isEmpty() && better.isPresent()) {
      return respelt(searcher, request, better.get(), next);
    }
    Optional<Spelling> told = better.map(text -> new Spelling(text, false));
    return result(asking, preferred, ranked, hits, told, next, begun);
  }

  private SearchResult result(
      Asking asking,
      Preferred preferred,
      Ranked ranked,
      List<Hit> hits,
      Optional<Spelling> told,
      Cursors.Next next,
      long begun)
      throws IOException {
    SearchRequest request = asking.request();
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
              asking.searcher(),
              ordinals,
              found(asking, withoutFilters(asking, preferred)),
              asking.filters(),
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
        preferred.numbers(),
        told,
        further,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  /** What is asked for by number, citation or name, filters left aside. */
  private static Preferred withoutFilters(Asking asking, Preferred preferred) throws IOException {
    return asking.filters().isEmpty()
        ? preferred
        : Preferred.of(asking.searcher(), asking.query(), List.of());
  }

  /** The answer to another spelling, since the one typed finds nothing; and that is told. */
  private SearchResult respelt(
      IndexSearcher searcher, SearchRequest request, String text, Cursors.Next next)
      throws IOException {
    SearchResult found = search(searcher, request.withQuery(text), next);
    return new SearchResult(
        found.total(),
        found.totalIsLowerBound(),
        found.hits(),
        found.facets(),
        found.numbers(),
        Optional.of(new Spelling(text, true)),
        found.next(),
        found.took());
  }

  List<Suggestion> suggest(IndexSearcher searcher, String typed, int limit) throws IOException {
    return new Suggestions(searcher).of(typed, limit);
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
        new HitReader(searcher, documents, new Snippets(none), VietnamTime.today())
            .documents(page, Map.of());
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

  /** Passages, each shown by itself. */
  private Grouping.Grouped passages(Asking asking, Preferred preferred) throws IOException {
    int wanted = Math.max(wanted(asking.searcher(), asking.request()), Reranker.DEPTH);
    Ranked first = Ranked.of(asking.searcher().search(passageQuery(asking), best(wanted)));
    Reranked reranked = reranked(asking, first.hits());
    Ranked ranked =
        preferred.passages(new Ranked(reranked.order(), first.total(), first.lowerBound()));
    Map<Integer, int[]> shown = new HashMap<>();
    ranked.hits().forEach(hit -> shown.put(hit.doc, new int[] {hit.doc}));
    return new Grouping.Grouped(ranked, shown, reranked, Priors.NONE);
  }

  /** Each passage by the reading of the query that it answers best. */
  private Reranked reranked(Asking asking, List<ScoreDoc> found) throws IOException {
    List<Reranked> all = new ArrayList<>();
    for (QueryWords reading : asking.readings()) {
      all.add(reranker.rerank(asking.searcher(), documents, reading, found));
    }
    return Reranked.best(all);
  }

  /** What comes first by the query, the quickest to find first. */
  private List<Query> sooner(Asking asking) {
    if (!asking.query().isPlain() || asking.readings().size() > 1) {
      return List.of();
    }
    return Stream.of(compiler.together(asking.words()), compiler.withMarks(asking.words()))
        .flatMap(Optional::stream)
        .map(some -> filtered(some, asking))
        .toList();
  }

  private List<QueryWords> words(List<Reading> ways) {
    return ways.stream().map(way -> QueryWords.of(way.text(), analyzer)).toList();
  }

  /** The words that are marked in what is shown. */
  private QueryWords shown(List<Reading> ways) {
    return QueryWords.of(
        ways.stream().map(Reading::text).collect(Collectors.joining(" ")), analyzer);
  }

  /** The query without abbreviations, whose spelling can be told. */
  private static String writtenOut(List<Reading> ways) {
    return ways.stream()
        .filter(way -> way.abbreviations().isEmpty())
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** Hits with reasons where they are asked for. */
  private List<Hit> explained(
      List<Hit> hits, List<ScoreDoc> page, Grouping.Grouped grouped, Asking asking)
      throws IOException {
    if (!asking.request().explain()) {
      return hits;
    }
    Explanation explanation =
        new Explanation(
            asking.searcher(),
            documents,
            asking.request().order(),
            asking.words(),
            reranker.weights(),
            grouped);
    List<Hit> told = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      told.add(hits.get(i).because(explanation.of(page.get(i).doc, hits.get(i).found())));
    }
    return told;
  }

  private Grouping.Grouped documents(Asking asking, Preferred preferred) throws IOException {
    IndexSearcher searcher = asking.searcher();
    int wanted = wanted(searcher, asking.request());
    boolean words = !asking.words().bare().isEmpty();
    if (asking.request().order() != Order.RELEVANCE
        || (!words && preferred.documents().isEmpty())) {
      return withPassages(asking, Grouping.Grouped.of(inOrder(asking, preferred, wanted)));
    }
    if (!words) {
      return Grouping.Grouped.of(preferred.ranked());
    }
    return withPassages(
        asking,
        new Grouping(searcher, documents)
            .rank(
                passageQuery(asking),
                sooner(asking),
                found -> reranked(asking, found),
                found -> Priors.of(searcher, found, asking.request().asOf().orElseThrow()),
                preferred.documents().toArray(new ScoreDoc[0]),
                wanted));
  }

  /** Documents of the page that were not found by a passage have their best ones too. */
  private Grouping.Grouped withPassages(Asking asking, Grouping.Grouped grouped)
      throws IOException {
    List<ScoreDoc> without =
        page(grouped.ranked(), asking.request()).stream()
            .filter(document -> !grouped.passages().containsKey(document.doc))
            .toList();
    if (without.isEmpty() || asking.words().bare().isEmpty()) {
      return grouped;
    }
    Map<Integer, int[]> shown = new HashMap<>(grouped.passages());
    shown.putAll(
        new BestPassages(asking.searcher(), documents)
            .of(compiler.candidates(asking.readings(), asking.searcher()), without));
    return grouped.showing(shown);
  }

  /** How many hits are needed; never more than there can be, for room is made for them. */
  private static int wanted(IndexSearcher searcher, SearchRequest request) {
    // One more than is shown tells whether there is more.
    long asked = (long) request.offset() + request.limit() + 1;
    return (int) Math.min(asked, Math.max(1, searcher.getIndexReader().maxDoc()));
  }

  /** Passages that have something of the query, of documents that pass the filters. */
  private Query passageQuery(Asking asking) throws IOException {
    return filtered(
        asking.query().isPlain()
            ? compiler.candidates(asking.readings(), asking.searcher())
            : trees.passages(asking.query().tree()),
        asking);
  }

  private Query filtered(Query passages, Asking asking) {
    Collection<Query> filters = asking.filters().values();
    if (filters.isEmpty()) {
      return passages;
    }
    return new BooleanQuery.Builder()
        .add(passages, Occur.MUST)
        .add(new ToChildBlockJoinQuery(FilterCompiler.documents(filters), documents), Occur.FILTER)
        .build();
  }

  /** Documents in another order than that of relevance; newest first where no word is asked. */
  private Ranked inOrder(Asking asking, Preferred preferred, int wanted) throws IOException {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(found(asking, preferred), Occur.FILTER)
            .add(FilterCompiler.documents(asking.filters().values()), Occur.FILTER);
    Order order = asking.request().order();
    return DocumentOrder.rank(
        asking.searcher(), all.build(), order == Order.RELEVANCE ? Order.NEWEST : order, wanted);
  }

  /** What is found, filters left aside. */
  private Query found(Asking asking, Preferred preferred) throws IOException {
    if (asking.isSignsOnly()) {
      return new MatchNoDocsQuery("signs only");
    }
    return asking.query().isPlain()
        ? FoundDocuments.by(
            asking.readings(), preferred.query(asking.searcher()), asking.searcher(), documents)
        : trees.documents(asking.query().tree());
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
