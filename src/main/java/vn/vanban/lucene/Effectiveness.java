package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import vn.vanban.law.Effect;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.Reading;

/**
 * Intervals of effect as the index holds them, and what has a status on a day by them: documents
 * are not indexed anew as days pass. All are days since 1970 as doc values, which can be changed
 * without analysing a text again.
 */
final class Effectiveness {
  static final String FROM = "effective";

  /** The first day without effect. */
  static final String UNTIL = "expires";

  /** The first and the last day on which a part with a date of its own begins. */
  static final String PARTS_FROM = "parts_from";

  static final String PARTS_TO = "parts_to";

  private Effectiveness() {}

  static void add(Document fields, Effect effect) {
    day(fields, FROM, effect.effective().map(Reading::value));
    day(fields, UNTIL, effect.expires().map(Reading::value));
    List<LocalDate> parts =
        effect.parts().stream().map(part -> part.value().effective()).sorted().toList();
    if (!parts.isEmpty()) {
      day(fields, PARTS_FROM, Optional.of(parts.getFirst()));
      day(fields, PARTS_TO, Optional.of(parts.getLast()));
    }
  }

  private static void day(Document fields, String name, Optional<LocalDate> day) {
    day.ifPresent(known -> fields.add(new NumericDocValuesField(name, known.toEpochDay())));
  }

  /** Documents, and perhaps passages, that have a status on a day, as {@link EffectDays} has it. */
  static Query having(EffectStatus status, LocalDate day) {
    long today = day.toEpochDay();
    Query expired = upTo(UNTIL, today);
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(expired, Occur.MUST_NOT);
    return switch (status) {
      case EXPIRED -> expired;
      // Nothing in a document says that it was suspended.
      case SUSPENDED -> new MatchNoDocsQuery("no source of suspension");
      case UNKNOWN ->
          query
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(new FieldExistsQuery(FROM), Occur.MUST_NOT)
              .build();
      case IN_FORCE ->
          query
              .add(upTo(FROM, today), Occur.FILTER)
              .add(after(PARTS_TO, today), Occur.MUST_NOT)
              .build();
      case NOT_YET ->
          query
              .add(after(FROM, today), Occur.FILTER)
              .add(upTo(PARTS_FROM, today), Occur.MUST_NOT)
              .build();
      case PARTLY ->
          query
              .add(
                  new BooleanQuery.Builder()
                      .add(both(upTo(FROM, today), after(PARTS_TO, today)), Occur.SHOULD)
                      .add(both(after(FROM, today), upTo(PARTS_FROM, today)), Occur.SHOULD)
                      .build(),
                  Occur.FILTER)
              .build();
    };
  }

  private static Query upTo(String field, long day) {
    return NumericDocValuesField.newSlowRangeQuery(field, Long.MIN_VALUE, day);
  }

  private static Query after(String field, long day) {
    return NumericDocValuesField.newSlowRangeQuery(field, day + 1, Long.MAX_VALUE);
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }
}
