package vn.vanban.lucene;

import java.time.LocalDate;
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
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.law.DocumentKind;
import vn.vanban.lucene.QueryWords.Syllable;
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

  /**
   * What the words of a query ask of passages: its syllables and pairs without marks, which find
   * what is spelt with other marks too. Of few words the marks tell much, so they are asked for as
   * well; of many the pairs tell more, and {@link Reranker} looks at the marks.
   */
  Query words(QueryWords words) {
    Fields fields = Schema.PASSAGE;
    Map<String, Integer> syllables = new LinkedHashMap<>();
    Map<String, Integer> pairs = new LinkedHashMap<>();
    int count = 0;
    for (List<Syllable> run : words.subject()) {
      for (int i = 0; i < run.size(); i++) {
        syllables.merge(run.get(i).bare(), 1, Integer::sum);
        if (i > 0) {
          pairs.merge(run.get(i - 1).bare() + " " + run.get(i).bare(), 1, Integer::sum);
        }
        count++;
      }
    }
    for (Word word : words.bare()) {
      if (word.stacked()) {
        syllables.merge(word.term(), 1, Integer::sum);
      }
    }
    boolean few = words.marked() && count <= ranking.few();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (few) {
      for (Word word : words.accented()) {
        float weight = word.term().charAt(0) == FoldingFilterFactory.AS_TYPED ? ranking.typed() : 1;
        any.add(boosted(term(fields.accented(), word.term()), weight), Occur.SHOULD);
      }
    }
    float bare = few ? ranking.bare() : 1;
    syllables.forEach(
        (term, times) -> any.add(boosted(term(fields.bare(), term), bare * times), Occur.SHOULD));
    pairs.forEach((term, times) ->
        any.add(boosted(term(fields.barePairs(), term), ranking.pair() * times), Occur.SHOULD));
    return any.build();
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
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
