package vn.vanban.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BytesRef;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Jurisdiction;
import vn.vanban.search.Facet;
import vn.vanban.search.SearchRequest.Order;

/** Documents that are like one, and documents that cite one. */
final class RelatedDocuments {
  /** Passages that are read of a document to learn what it is about, and characters of each. */
  private static final int SAMPLED_PASSAGES = 24;

  private static final int SAMPLED_CHARS = 1_000;

  /** A title says more of what a document is about than as many words of its text. */
  private static final int TITLE_REPEATS = 3;

  private static final int TELLING_TERMS = 25;

  private final IndexSearcher searcher;
  private final BitSetProducer documents;

  RelatedDocuments(IndexSearcher searcher, BitSetProducer documents) {
    this.searcher = searcher;
    this.documents = documents;
  }

  /**
   * Documents with passages that share the most telling words and pairs of words of a document.
   *
   * @return the most alike first; none for an unknown id
   */
  Ranked similar(String id, Analyzer analyzer, int limit) throws IOException {
    Optional<Integer> document = find(id);
    if (document.isEmpty()) {
      return new Ranked(List.of(), 0, false);
    }
    String field = Schema.PASSAGE.barePairs();
    MoreLikeThis telling = new MoreLikeThis(searcher.getIndexReader());
    telling.setAnalyzer(analyzer);
    telling.setFieldNames(new String[] {field});
    telling.setMinTermFreq(1);
    telling.setMinDocFreq(2);
    telling.setMaxQueryTerms(TELLING_TERMS);
    telling.setBoost(true);
    telling.setMaxNumTokensParsed(Integer.MAX_VALUE); // the sample is bounded
    Query alike = telling.like(field, new StringReader(sample(document.get())));
    Query others =
        new BooleanQuery.Builder()
            .add(alike, Occur.MUST)
            .add(new TermQuery(new Term(Schema.ID, id)), Occur.MUST_NOT)
            .build();
    Ranked ranked =
        new Grouping(searcher, documents)
            .rank(
                others,
                List.of(),
                Reranked::asTheyAre,
                found -> Priors.NONE,
                new ScoreDoc[0],
                limit)
            .ranked();
    List<ScoreDoc> best = ranked.hits().subList(0, Math.min(limit, ranked.hits().size()));
    return new Ranked(best, best.size(), ranked.hits().size() > limit || ranked.lowerBound());
  }

  /** The title, and the beginnings of passages spread evenly over the text. */
  private String sample(int document) throws IOException {
    Document fields = searcher.storedFields().document(document);
    StringBuilder sample = new StringBuilder();
    String title = DocumentFields.title(fields);
    for (int i = 0; i < TITLE_REPEATS; i++) {
      sample.append(title).append('\n');
    }
    TextColumn passages = new TextColumn(searcher, Schema.RECORD);
    int first = new BlockMembers(searcher, documents).firstPassage(document);
    int step = Math.max(1, Math.ceilDiv(document - first, SAMPLED_PASSAGES));
    for (int passage = first; passage < document; passage += step) {
      String body = passages.passage(passage).body();
      sample.append(body, 0, Math.min(SAMPLED_CHARS, body.length())).append('\n');
    }
    return sample.toString();
  }

  /**
   * Documents that cite one: by its number; or by its name with the year of its issue; or, from its
   * issue until another document of this name is issued, by its name alone. A number that carries
   * no year is that of many bodies: where the document's body is of a province, only bodies of that
   * province, and those of none, are taken to mean it. What gives the number only with the days or
   * the bodies of other documents means those.
   *
   * @return the newest first, as many as wanted; none for an unknown id
   */
  Ranked citing(String id, int wanted) throws IOException {
    Optional<Integer> document = find(id);
    if (document.isEmpty()) {
      return new Ranked(List.of(), 0, false);
    }
    Document cited = searcher.storedFields().document(document.get());
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    Optional.ofNullable(cited.get(Schema.NUMBER))
        .ifPresent(number -> any.add(byNumber(number, cited), Occur.SHOULD));
    for (Query query : byName(cited)) {
      any.add(query, Occur.SHOULD);
    }
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(FilterCompiler.DOCUMENTS, Occur.FILTER)
            .add(any.build(), Occur.FILTER)
            .add(new TermQuery(new Term(Schema.ID, id)), Occur.MUST_NOT);
    // Nothing cites what is issued later; without a date it may.
    DocumentFields.issued(cited)
        .ifPresent(day -> all.add(issued(Long.MIN_VALUE, day.toEpochDay() - 1), Occur.MUST_NOT));
    return DocumentOrder.rank(searcher, all.build(), Order.NEWEST, wanted);
  }

  private static Query byNumber(String printed, Document cited) {
    DocumentNumber number = new DocumentNumber(printed);
    BooleanQuery.Builder cites =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(DocumentFields.CITED_NUMBER, number.key())), Occur.FILTER);
    List<BytesRef> provinces = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (String issuer : Optional.ofNullable(cited.get(Schema.ISSUER)).orElse("").split("; ", -1)) {
      Jurisdiction.of(issuer)
          .province()
          .ifPresent(province -> provinces.add(new BytesRef(DocumentFields.name(province))));
      places.addAll(CitedAs.fitting(number, issuer));
    }
    if (!places.isEmpty()) {
      cites.add(another(DocumentFields.CITED_BODY, number, places), Occur.MUST_NOT);
    }
    DocumentFields.issued(cited)
        .map(day -> Set.of(CitedAs.dayTerm(number, day)))
        .ifPresent(
            day -> cites.add(another(DocumentFields.CITED_DAY, number, day), Occur.MUST_NOT));
    if (number.year().isEmpty() && !provinces.isEmpty()) {
      Query elsewhere =
          new BooleanQuery.Builder()
              .add(new FieldExistsQuery(DocumentFields.facet(Facet.Field.PROVINCE)), Occur.FILTER)
              .add(new TermInSetQuery(DocumentFields.PROVINCE_KEY, provinces), Occur.MUST_NOT)
              .build();
      cites.add(elsewhere, Occur.MUST_NOT);
    }
    return cites.build();
  }

  /** What says something of a number, and nothing that fits. */
  private static Query another(String field, DocumentNumber number, Set<String> fitting) {
    return new BooleanQuery.Builder()
        .add(new PrefixQuery(new Term(field, CitedAs.beginning(number))), Occur.FILTER)
        .add(NumberLookup.in(field, fitting), Occur.MUST_NOT)
        .build();
  }

  private List<Query> byName(Document cited) throws IOException {
    Optional<LocalDate> issued = DocumentFields.issued(cited);
    if (issued.isEmpty() || cited.get(Schema.TYPE) == null || cited.get(Schema.SUBJECT) == null) {
      return List.of();
    }
    String title = DocumentFields.title(cited);
    long from = issued.get().toEpochDay();
    Query undated =
        new BooleanQuery.Builder()
            .add(
                new TermQuery(new Term(DocumentFields.CITED_NAME, DocumentFields.name(title))),
                Occur.FILTER)
            .add(issued(from, nextOfName(title, from) - 1), Occur.FILTER)
            .build();
    String dated = DocumentFields.datedName(title, issued.get().getYear());
    return List.of(undated, new TermQuery(new Term(DocumentFields.CITED_DATED_NAME, dated)));
  }

  /** The day on which the next document of this name is issued. */
  private long nextOfName(String title, long after) throws IOException {
    Query next =
        new BooleanQuery.Builder()
            .add(
                new TermQuery(new Term(DocumentFields.TITLE_KEY, DocumentFields.name(title))),
                Occur.FILTER)
            .add(issued(after + 1, Long.MAX_VALUE), Occur.FILTER)
            .build();
    List<ScoreDoc> found = DocumentOrder.rank(searcher, next, Order.OLDEST, 1).hits();
    return found.isEmpty()
        ? Long.MAX_VALUE
        : DocumentFields.issued(searcher.storedFields().document(found.getFirst().doc))
            .orElseThrow()
            .toEpochDay();
  }

  private Optional<Integer> find(String id) throws IOException {
    Query query = FilterCompiler.documents(List.of(new TermQuery(new Term(Schema.ID, id))));
    TopDocs found = searcher.search(query, 1);
    return found.scoreDocs.length == 0 ? Optional.empty() : Optional.of(found.scoreDocs[0].doc);
  }

  private static Query issued(long from, long to) {
    return NumericDocValuesField.newSlowRangeQuery(Schema.ISSUED, from, to);
  }
}
