package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.search.NumberQuestion;
import vn.vanban.search.SearchResult.Bearer;
import vn.vanban.viet.Folding;

/**
 * Finds the documents that bear a number. At best a document is all that the query speaks of: each
 * of its words is part of the document's number, type, body or year. Else the documents count that
 * bear a number which stands in the query, whatever else is said.
 */
final class NumberLookup {
  /** More documents that share a number are not listed. */
  static final int MOST = 500;

  /** The newest last day of what is alike comes first. */
  static final Sort BEST_THEN_NEWEST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Schema.DATED, SortField.Type.LONG, true, Long.MIN_VALUE),
          SortField.FIELD_DOC);

  // What counts more, from the least to the most.
  private static final float ISSUER_WORD = 1;
  private static final float UNMARKED = 32;
  private static final float TYPE = 64;
  private static final float EXACT = 128;
  private static final float ALIKE = 256;
  private static final float LONGER_KEY = 512;
  private static final float DAY = 131_072;

  /** Of so many keys numbers count too that only begin so. */
  private static final int BEGINNINGS = 6;

  /** Above what the words of a query earn, so that what bears a number in it comes first. */
  private static final float FOUND_AMONG_WORDS = 1_000_000;

  private static final float EXACT_AMONG_WORDS = 4 * Reranker.ABOVE;

  /** Of nested candidates (01/2020/NĐ, 01/2020/NĐ-CP) the longer one is meant. */
  private static final float KEY_LETTER = 8 * Reranker.ABOVE;

  private static final double DAYS_A_POINT = 365.25;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final Set<String> SHOWN =
      Set.of(Schema.ID, Schema.NUMBER, Schema.ISSUER, Schema.ISSUED);

  private final IndexSearcher searcher;
  private final List<Query> filters;

  /**
   * A look-up.
   *
   * @param filters what documents must fulfil
   */
  NumberLookup(IndexSearcher searcher, List<Query> filters) {
    this.searcher = searcher;
    this.filters = List.copyOf(filters);
  }

  /**
   * Documents found by number.
   *
   * @param meant those that are all that the query speaks of, the best first
   * @param sharing further ones that bear the number, or those whose number stands in the query
   *     beside other words; these with a score to which that of the words is to be added
   * @param amongWords whether there are other words
   */
  record Found(List<ScoreDoc> meant, List<ScoreDoc> sharing, boolean amongWords) {
    static final Found NONE = new Found(List.of(), List.of(), false);
  }

  Found find(NumberQuestion question) throws IOException {
    List<ScoreDoc> meant = meant(question);
    if (meant.isEmpty()) {
      return isAmongWords(question) ? new Found(List.of(), amongWords(question), true) : Found.NONE;
    }
    Optional<String> shared = whole(question, meant.getFirst());
    List<ScoreDoc> sharing = new ArrayList<>();
    // The first one bears it; a search for others is dear.
    if (shared.isPresent()
        && TermCachingSearcher.docFreq(searcher, Schema.NUMBER_KEY, shared.get()) > 1) {
      Set<Integer> known =
          meant.stream().map(hit -> hit.doc).collect(Collectors.toUnmodifiableSet());
      Query key = new TermQuery(new Term(Schema.NUMBER_KEY, shared.get()));
      for (ScoreDoc hit : best(key, question)) {
        if (!known.contains(hit.doc)) {
          sharing.add(hit);
        }
      }
    }
    return new Found(meant, sharing, false);
  }

  /** Documents that are all that the query speaks of, the best first. */
  List<ScoreDoc> meant(NumberQuestion question) throws IOException {
    List<ScoreDoc> all =
        question.ordinals().isEmpty() ? List.of() : best(identity(question), question);
    return all.isEmpty() && question.begun().isPresent()
        ? best(beginning(question.begun().get()), question)
        : all;
  }

  /** Those whose number begins so, within a part of its symbol too. */
  private static Query beginning(String key) {
    return new PrefixQuery(new Term(Schema.NUMBER_KEY, key));
  }

  /**
   * Documents that bear the longest number that stands in the query, whatever else is said there:
   * {@code Luật Đất đai số 45/2013/QH13}, {@code nghị định 30/2020/NĐ-CP về công tác văn thư}.
   * Those come first of which more words are a part.
   */
  List<ScoreDoc> bearing(NumberQuestion question) throws IOException {
    for (String key : keys(question)) {
      if (exists(Schema.NUMBER_KEY, key)) {
        return best(term(Schema.NUMBER_KEY, key), question);
      }
    }
    return List.of();
  }

  /** Those of which every word of the query is a part. */
  static Query identity(NumberQuestion question) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(in(Schema.ORDINAL, question.ordinals()), Occur.FILTER);
    question.words().forEach(word -> all.add(term(Schema.IDENTITY, word), Occur.FILTER));
    return all.build();
  }

  /** Those that bear one of the numbers, however spelled; for a field of the query language. */
  static Query filter(NumberQuestion question) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (!question.ordinals().isEmpty()) {
      any.add(identity(question), Occur.SHOULD);
    }
    // The longest keys are made of all that was typed.
    List<String> whole = question.exactKeys().stream().limit(1).toList();
    any.add(in(Schema.NUMBER_EXACT, whole), Occur.SHOULD);
    any.add(in(Schema.NUMBER_KEY, question.guesses()), Occur.SHOULD);
    question.begun().ifPresent(key -> any.add(beginning(key), Occur.SHOULD));
    return any.build();
  }

  /** Every document of those found, with what tells it from the others, the exact ones first. */
  List<Bearer> bearers(NumberQuestion question, Found found) throws IOException {
    String exact = "";
    for (String key : question.exactKeys()) {
      if (exact.isEmpty() && exists(Schema.NUMBER_EXACT, key)) {
        exact = key;
      }
    }
    List<Bearer> bearers = new ArrayList<>();
    for (ScoreDoc hit : Stream.concat(found.meant().stream(), found.sharing().stream()).toList()) {
      Document fields = searcher.storedFields().document(hit.doc, SHOWN);
      String number = Optional.ofNullable(fields.get(Schema.NUMBER)).orElse("");
      bearers.add(
          new Bearer(
              Optional.ofNullable(fields.get(Schema.ID)).orElseThrow(),
              number,
              Optional.ofNullable(fields.get(Schema.ISSUER)),
              DocumentFields.issued(fields),
              !exact.isEmpty() && new DocumentNumber(number).key().equals(exact)));
    }
    return bearers.stream()
        .sorted(Comparator.comparing((Bearer bearer) -> !bearer.exact()))
        .limit(MOST)
        .toList();
  }

  /** The folded key of what was found, where the query has the whole of it. */
  private Optional<String> whole(NumberQuestion question, ScoreDoc found) throws IOException {
    String number = searcher.storedFields().document(found.doc, SHOWN).get(Schema.NUMBER);
    if (number == null) {
      return Optional.empty();
    }
    String key = new DocumentNumber(number).foldedKey();
    String squeezed = key.replace(" ", "");
    return keys(question).stream().anyMatch(typed -> typed.replace(" ", "").equals(squeezed))
        ? Optional.of(key)
        : Optional.empty();
  }

  private boolean isAmongWords(NumberQuestion question) throws IOException {
    for (String key : keys(question)) {
      if (exists(Schema.NUMBER_KEY, key) || exists(Schema.NUMBER_SQUEEZED, key.replace(" ", ""))) {
        return true;
      }
    }
    return false;
  }

  private boolean exists(String field, String value) throws IOException {
    return TermCachingSearcher.docFreq(searcher, field, value) > 0;
  }

  private static List<String> keys(NumberQuestion question) {
    return Stream.concat(question.foldedKeys().stream(), question.guesses().stream())
        .distinct()
        .toList();
  }

  private List<ScoreDoc> best(Query documents, NumberQuestion question) throws IOException {
    BooleanQuery.Builder all = filtered(documents);
    List<Query> keys = new ArrayList<>();
    float weight = LONGER_KEY * (1 + question.foldedKeys().size());
    int beginnings = 0;
    for (String key : question.foldedKeys()) {
      keys.add(constant(term(Schema.NUMBER_KEY, key), weight));
      Query squeezed = term(Schema.NUMBER_SQUEEZED, key.replace(" ", ""));
      keys.add(constant(squeezed, weight - LONGER_KEY / 4));
      if (beginnings++ < BEGINNINGS) {
        Query begins = new PrefixQuery(new Term(Schema.NUMBER_KEY, key + " "));
        keys.add(constant(begins, weight - LONGER_KEY / 2));
      }
      weight -= LONGER_KEY;
    }
    keys.add(constant(in(Schema.NUMBER_KEY, question.guesses()), ALIKE));
    all.add(new DisjunctionMaxQuery(keys, 0), Occur.SHOULD);
    all.add(constant(in(Schema.NUMBER_EXACT, question.exactKeys()), EXACT), Occur.SHOULD);
    List<String> unmarked = question.exactKeys().stream().map(Folding::unaccented).toList();
    all.add(constant(in(Schema.NUMBER_UNMARKED, unmarked), UNMARKED), Occur.SHOULD);
    all.add(constant(in(Schema.SYMBOL_HEAD, question.types()), TYPE), Occur.SHOULD);
    for (String word : question.words()) {
      all.add(constant(term(Schema.ISSUER_WORD, word), ISSUER_WORD), Occur.SHOULD);
    }
    question
        .day()
        .map(day -> LongPoint.newExactQuery(Schema.ISSUED_POINT, day.toEpochDay()))
        .ifPresent(day -> all.add(constant(day, DAY), Occur.SHOULD));
    return Arrays.asList(
        searcher.search(
                all.build(),
                new TopFieldCollectorManager(BEST_THEN_NEWEST, MOST, null, Integer.MAX_VALUE))
            .scoreDocs);
  }

  /** Scores to which those of the other words are added: among alike ones these decide. */
  private List<ScoreDoc> amongWords(NumberQuestion question) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String key : question.foldedKeys()) {
      any.add(
          constant(term(Schema.NUMBER_KEY, key), FOUND_AMONG_WORDS + KEY_LETTER * key.length()),
          Occur.SHOULD);
      any.add(
          constant(term(Schema.NUMBER_SQUEEZED, key.replace(" ", "")), FOUND_AMONG_WORDS / 2),
          Occur.SHOULD);
    }
    any.add(
        constant(in(Schema.NUMBER_KEY, question.guesses()), FOUND_AMONG_WORDS / 2), Occur.SHOULD);
    BooleanQuery.Builder all = filtered(any.build());
    all.add(
        constant(in(Schema.NUMBER_EXACT, question.exactKeys()), EXACT_AMONG_WORDS), Occur.SHOULD);
    DoubleValuesSource recency =
        DoubleValuesSource.fromField(
            Schema.DATED, day -> Math.max(0, day - FIRST_DAY.toEpochDay()) / DAYS_A_POINT);
    all.add(new FunctionScoreQuery(MatchAllDocsQuery.INSTANCE, recency), Occur.SHOULD);
    return Arrays.asList(searcher.search(all.build(), MOST).scoreDocs);
  }

  private BooleanQuery.Builder filtered(Query documents) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(documents, Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all;
  }

  static Query original() {
    return term(Schema.KIND, DocumentKind.ORIGINAL.name());
  }

  static Query in(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
