package vn.vanban.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import vn.vanban.search.NumberCandidates;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

/** Answers requests. */
final class Searching {
  /** Up to this many hits are counted exactly; counting more would forbid passing over the weak. */
  private static final int COUNTED_HITS = 1_000;

  private static final Query DOCUMENTS = new TermQuery(new Term(Schema.ROLE, Schema.DOCUMENT));

  private final Analyzer analyzer;
  private final Ranking ranking;
  private final QueryCompiler compiler;
  private final BitSetProducer documents = new QueryBitSetProducer(DOCUMENTS);

  Searching(Analyzer analyzer, Ranking ranking) {
    this.analyzer = analyzer;
    this.ranking = ranking;
    this.compiler = new QueryCompiler(ranking);
  }

  SearchResult search(IndexSearcher searcher, SearchRequest request) throws IOException {
    long begun = System.nanoTime();
    QueryWords words = QueryWords.of(request.query(), analyzer);
    int wanted = Math.max(1, request.offset() + request.limit());
    TopDocs top;
    Query passages = compiler.words(words, Schema.PASSAGE);
    if (words.bare().isEmpty()) {
      top = newest(searcher, request, wanted);
    } else {
      Query query =
          switch (request.unit()) {
            case DOCUMENT -> documentQuery(request, words, passages);
            case PASSAGE -> passageQuery(request, passages);
          };
      top =
          searcher.search(
              query, new TopScoreDocCollectorManager(wanted, null, Math.max(wanted, COUNTED_HITS)));
    }
    List<Hit> hits = hits(searcher, request, words, passages, top);
    return new SearchResult(
        top.totalHits.value(),
        top.totalHits.relation() != TotalHits.Relation.EQUAL_TO,
        hits,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private Query documentQuery(SearchRequest request, QueryWords words, Query passages) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(new ToParentBlockJoinQuery(passages, documents, ScoreMode.Max), Occur.SHOULD);
    any.add(new BoostQuery(compiler.words(words, Schema.HEAD), ranking.head()), Occur.SHOULD);
    any.add(compiler.numbers(NumberCandidates.in(request.query())), Occur.SHOULD);
    List<Query> filters = compiler.filters(request);
    filters.forEach(filter -> any.add(filter, Occur.FILTER));
    any.setMinimumNumberShouldMatch(1);
    return any.build();
  }

  private Query passageQuery(SearchRequest request, Query passages) {
    List<Query> filters = compiler.filters(request);
    if (filters.isEmpty()) {
      return passages;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(passages, Occur.MUST);
    all.add(new ToChildBlockJoinQuery(allOf(filters), documents), Occur.FILTER);
    return all.build();
  }

  private static TopDocs emptyTop() {
    return new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);
  }

  private TopDocs newest(IndexSearcher searcher, SearchRequest request, int wanted)
      throws IOException {
    if (!request.query().isBlank()) {
      return emptyTop(); // signs only
    }
    List<Query> filters = new ArrayList<>(compiler.filters(request));
    filters.add(DOCUMENTS);
    Query query = allOf(filters);
    SortField issued = new SortField(Schema.ISSUED, SortField.Type.LONG, true, Long.MIN_VALUE);
    Sort sort = new Sort(issued, SortField.FIELD_DOC);
    return searcher.search(
        query, new TopFieldCollectorManager(sort, wanted, null, Integer.MAX_VALUE));
  }

  private static Query allOf(List<Query> filters) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  private List<Hit> hits(
      IndexSearcher searcher, SearchRequest request, QueryWords words, Query passages, TopDocs top)
      throws IOException {
    int from = Math.min(request.offset(), top.scoreDocs.length);
    List<ScoreDoc> page =
        List.of(top.scoreDocs)
            .subList(from, Math.min(top.scoreDocs.length, from + request.limit()));
    HitReader reader =
        new HitReader(searcher, documents, new Snippets(new Matches(analyzer, words, searcher)));
    return switch (request.unit()) {
      case PASSAGE -> reader.passages(page);
      case DOCUMENT -> {
        Map<Integer, int[]> best = new BestPassages(searcher, documents).of(passages, page);
        yield reader.documents(page, best);
      }
    };
  }
}
