package vn.vanban.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.vanban.lucene.QueryWords.Word;
import vn.vanban.lucene.Schema.Fields;
import vn.vanban.search.SearchRequest;

/** Makes Lucene queries of requests. */
final class QueryCompiler {
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

  /** What a document must fulfil; a list to be used as filters. */
  List<Query> filters(SearchRequest request) {
    List<Query> filters = new ArrayList<>();
    filter(filters, Schema.TYPE_KEY, request.filters().types());
    filter(filters, Schema.ISSUER_KEY, request.filters().issuers());
    if (!request.filters().years().isEmpty()) {
      filters.add(
          new TermInSetQuery(
              Schema.YEAR,
              request.filters().years().stream()
                  .map(year -> new BytesRef(year.toString()))
                  .toList()));
    }
    return filters;
  }

  private static void filter(List<Query> filters, String field, Set<String> values) {
    if (!values.isEmpty()) {
      filters.add(
          new TermInSetQuery(
              field, values.stream().map(value -> new BytesRef(Blocks.key(value))).toList()));
    }
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1 ? query : new BoostQuery(query, boost);
  }
}
