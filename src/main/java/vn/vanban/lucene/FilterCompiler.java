package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.TypedBodies;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.Filters;

/** Makes Lucene queries of filters: what the document's own member of a block must be. */
final class FilterCompiler {
  static final Query DOCUMENTS = new TermQuery(new Term(Schema.ROLE, Schema.DOCUMENT));

  private FilterCompiler() {}

  /**
   * One query for each field that is filtered.
   *
   * @param day on which a status is meant
   */
  static Map<Field, Query> byField(Filters filters, LocalDate day) {
    Map<Field, Query> queries = new EnumMap<>(Field.class);
    anyOf(queries, Field.TYPE, Schema.TYPE_KEY, filters.types(), Blocks::key);
    anyOf(queries, Field.ISSUER, Schema.ISSUER_KEY, filters.issuers(), TypedBodies::key);
    anyOf(
        queries,
        Field.LEVEL,
        DocumentFields.LEVEL_KEY,
        filters.levels(),
        level -> level.name().toLowerCase(Locale.ROOT));
    anyOf(
        queries,
        Field.PROVINCE,
        DocumentFields.PROVINCE_KEY,
        filters.provinces(),
        DocumentFields::name);
    anyOf(queries, Field.YEAR, Schema.YEAR, filters.years(), year -> year.toString());
    anyOf(queries, Field.KIND, Schema.KIND, filters.kinds(), kind -> kind.name());
    if (!filters.statuses().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (EffectStatus status : filters.statuses()) {
        any.add(Effectiveness.having(status, day), Occur.SHOULD);
      }
      queries.put(Field.STATUS, any.build());
    }
    return queries;
  }

  /** Documents that pass all of these. */
  static Query documents(Collection<Query> filters) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(DOCUMENTS, Occur.FILTER);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  private static <T> void anyOf(
      Map<Field, Query> queries,
      Field field,
      String indexed,
      Collection<T> values,
      Function<T, String> key) {
    if (!values.isEmpty()) {
      queries.put(
          field,
          new TermInSetQuery(
              indexed, values.stream().map(value -> new BytesRef(key.apply(value))).toList()));
    }
  }
}
