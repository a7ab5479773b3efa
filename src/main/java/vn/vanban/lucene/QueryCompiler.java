package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.vanban.law.DocumentKind;
import vn.vanban.lucene.QueryWords.Word;
import vn.vanban.lucene.Schema.Fields;
import vn.vanban.search.NumberCandidates;

/** Makes Lucene queries of requests. */
final class QueryCompiler {
  /** Above any score that words can earn, so that what bears the number comes first. */
  private static final float NUMBER = 100_000;

  private static final float NUMBER_PREFIX = 50_000;

  /** Of nested candidates (01/2020/NĐ, 01/2020/NĐ-CP) the longer one is meant, whatever its age. */
  private static final float KEY_LETTER = 200;

  /**
   * Numbers repeat every year and in every office: of documents that bear one number the newest
   * comes first, a point a year.
   */
  private static final double DAYS_A_POINT = 365.25;

  /**
   * Where the query is nothing but a number, age alone decides: more than the words of the number
   * earn, which a longer text repeats more often.
   */
  private static final float AGE_ALONE = 50;

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

  /** Of one year, the document itself comes before reports of it. */
  private static final float ORIGINAL_FIRST = .5f;

  private static final DoubleValuesSource RECENCY =
      DoubleValuesSource.fromField(
          Schema.ISSUED, day -> Math.max(0, day - FIRST_DAY.toEpochDay()) / DAYS_A_POINT);

  private final Ranking ranking;

  QueryCompiler(Ranking ranking) {
    this.ranking = ranking;
  }

  /** What the words of a query ask of passages. */
  Query words(QueryWords words) {
    Fields fields = Schema.PASSAGE;
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    float bare = words.marked() ? ranking.bare() : 1;
    if (words.marked()) {
      terms(any, fields.accented(), words.accented(), 1);
      phrase(any, fields.accented(), words.accented(), ranking.phrase());
    } else {
      phrase(any, fields.bare(), words.bare(), ranking.phrase());
    }
    terms(any, fields.bare(), words.bare(), bare);
    terms(any, fields.barePairs(), words.barePairs(), ranking.pair());
    return any.build();
  }

  private void terms(BooleanQuery.Builder any, String field, List<Word> words, float weight) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    words.forEach(word -> counts.merge(word.term(), 1, Integer::sum));
    counts.forEach((term, count) -> {
      float boost = weight * count * (term.charAt(0) == '=' ? ranking.typed() : 1);
      any.add(boosted(new TermQuery(new Term(field, term)), boost), Occur.SHOULD);
    });
  }

  private static void phrase(
      BooleanQuery.Builder any, String field, List<Word> words, float weight) {
    List<Term> terms = new ArrayList<>();
    for (Word word : words) {
      if (!word.stacked()) {
        terms.add(new Term(field, word.term()));
      }
    }
    // Two words are a pair already.
    if (terms.size() > 2) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      terms.forEach(phrase::add);
      any.add(boosted(phrase.build(), weight), Occur.SHOULD);
    }
  }

  /** Documents that bear a number which the query may mean. */
  Optional<Query> numbers(NumberCandidates candidates) {
    if (candidates.keys().isEmpty() && candidates.prefix().isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String key : candidates.keys()) {
      any.add(
          constant(
              new TermQuery(new Term(Schema.NUMBER_KEY, key)), NUMBER + KEY_LETTER * key.length()),
          Occur.SHOULD);
      any.add(
          constant(
              new TermQuery(new Term(Schema.NUMBER_SQUEEZED, key.replace(" ", ""))), NUMBER / 2),
          Occur.SHOULD);
    }
    candidates
        .prefix()
        .ifPresent(prefix ->
            any.add(
                constant(new PrefixQuery(new Term(Schema.NUMBER_KEY, prefix + " ")), NUMBER_PREFIX),
                Occur.SHOULD));
    BooleanQuery.Builder numbers =
        new BooleanQuery.Builder()
            .add(any.build(), Occur.MUST)
            .add(
                constant(
                    new TermQuery(new Term(Schema.KIND, DocumentKind.ORIGINAL.name())),
                    ORIGINAL_FIRST),
                Occur.SHOULD)
            .add(newest(MatchAllDocsQuery.INSTANCE), Occur.SHOULD);
    candidates
        .prefix()
        .ifPresent(whole -> {
          Query alone = newest(new TermQuery(new Term(Schema.NUMBER_KEY, whole)));
          numbers.add(boosted(alone, AGE_ALONE), Occur.SHOULD);
        });
    return Optional.of(numbers.build());
  }

  private static Query newest(Query documents) {
    return new FunctionScoreQuery(documents, RECENCY);
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1 ? query : new BoostQuery(query, boost);
  }
}
