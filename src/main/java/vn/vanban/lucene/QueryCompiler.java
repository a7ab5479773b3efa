package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.lucene.QueryWords.Syllable;
import vn.vanban.lucene.QueryWords.Word;
import vn.vanban.lucene.Schema.Fields;

/** Makes Lucene queries of requests. */
final class QueryCompiler {
  /** Of fewer words none is left out. */
  private static final int MANY = 5;

  /** A syllable in more than this share of the passages, and in so many of them, is common. */
  private static final double COMMON = .2;

  private static final int FREQUENT = 1_000;

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
    return words(words, Set.of());
  }

  private Query words(QueryWords words, Set<String> leftOut) {
    Fields fields = Schema.PASSAGE;
    Map<String, Integer> syllables = new LinkedHashMap<>();
    Map<String, Integer> pairs = new LinkedHashMap<>();
    int count = 0;
    for (List<Syllable> run : words.subject()) {
      for (int i = 0; i < run.size(); i++) {
        syllables.merge(run.get(i).bare(), 1, Integer::sum);
        if (i > 0) {
          pairs.merge(pair(run, i), 1, Integer::sum);
        }
        count++;
      }
    }
    for (Word word : words.bare()) {
      if (word.stacked()) {
        syllables.merge(word.term(), 1, Integer::sum);
      }
    }
    syllables.keySet().removeAll(leftOut);
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

  /**
   * The same for finding the best passages of an index: of a query of many words its most common
   * syllables are left out, which find nothing that their pairs do not, and cost the most.
   */
  Query candidates(QueryWords words, IndexSearcher searcher) throws IOException {
    List<String> syllables =
        words.subject().stream().flatMap(List::stream).map(Syllable::bare).distinct().toList();
    if (syllables.size() < MANY) {
      return words(words);
    }
    String field = Schema.PASSAGE.bare();
    double common = Math.max(FREQUENT, COMMON * searcher.getIndexReader().getDocCount(field));
    Set<String> leftOut = new HashSet<>();
    for (String syllable : syllables) {
      if (TermCachingSearcher.docFreq(searcher, field, syllable) > common) {
        leftOut.add(syllable);
      }
    }
    return leftOut.size() == syllables.size() ? words(words) : words(words, leftOut);
  }

  /** Of a query that texts may write in several ways: the best of them counts. */
  Query words(List<QueryWords> readings) {
    return best(readings.stream().map(this::words).toList());
  }

  /** The same for finding the best passages of an index. */
  Query candidates(List<QueryWords> readings, IndexSearcher searcher) throws IOException {
    List<Query> queries = new ArrayList<>();
    for (QueryWords reading : readings) {
      queries.add(candidates(reading, searcher));
    }
    return best(queries);
  }

  private static Query best(List<Query> queries) {
    return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
  }

  /**
   * The few words of a query side by side as they were typed, marks too where it has them: where
   * enough passages have that, those with less are not worth their cost. Empty for other queries.
   */
  Optional<Query> together(QueryWords words) {
    if (words.subject().size() != 1) {
      return Optional.empty();
    }
    List<Syllable> run = words.subject().getFirst();
    if (run.size() < 2 || run.size() > ranking.few()) {
      return Optional.empty();
    }
    Fields fields = Schema.PASSAGE;
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < run.size(); i++) {
      Syllable syllable = run.get(i);
      if (words.marked()) {
        all.add(term(fields.accented(), syllable.accented()), Occur.MUST);
      }
      if (i > 0) {
        all.add(boosted(term(fields.barePairs(), pair(run, i)), ranking.pair()), Occur.MUST);
      }
    }
    return Optional.of(all.build());
  }

  /**
   * What the few words of a query typed with marks ask for, the unaccented syllables left out: they
   * cost most, and are needed only where too little has the marks. Empty for other queries.
   */
  Optional<Query> withMarks(QueryWords words) {
    List<Syllable> syllables = words.subject().stream().flatMap(List::stream).toList();
    if (!words.marked() || syllables.isEmpty() || syllables.size() > ranking.few()) {
      return Optional.empty();
    }
    Fields fields = Schema.PASSAGE;
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Syllable syllable : syllables) {
      any.add(term(fields.accented(), syllable.accented()), Occur.SHOULD);
    }
    for (List<Syllable> run : words.subject()) {
      for (int i = 1; i < run.size(); i++) {
        any.add(boosted(term(fields.barePairs(), pair(run, i)), ranking.pair()), Occur.SHOULD);
      }
    }
    return Optional.of(any.build());
  }

  /** A syllable of a run and the one before it, as pairs are indexed. */
  private static String pair(List<Syllable> run, int second) {
    return run.get(second - 1).bare() + " " + run.get(second).bare();
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1 ? query : new BoostQuery(query, boost);
  }
}
