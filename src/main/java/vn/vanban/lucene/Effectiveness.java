package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectStatus;

/**
 * Intervals of effect as the index holds them, and what has a status on a day by them: documents
 * are not indexed anew as days pass. Each interval is one number, its first day and its status, so
 * that the numbers of a document lie in the order of days.
 */
final class Effectiveness {
  private static final String FIELD = "effect";

  /** A status is its place in this list, which may only grow at its end. */
  static final List<EffectStatus> STATUSES =
      List.of(
          EffectStatus.UNKNOWN,
          EffectStatus.NOT_YET,
          EffectStatus.IN_FORCE,
          EffectStatus.PARTLY,
          EffectStatus.SUSPENDED,
          EffectStatus.EXPIRED);

  private static final int STATUS_BITS = 3;

  /** Before every day of a calendar; fits beside a status into a number. */
  private static final long ALWAYS = Long.MIN_VALUE >> STATUS_BITS;

  private static final long UNKNOWN = STATUSES.indexOf(EffectStatus.UNKNOWN);

  private Effectiveness() {}

  static void add(Document fields, List<EffectInterval> intervals) {
    for (EffectInterval interval : intervals) {
      long day = interval.from().map(LocalDate::toEpochDay).orElse(ALWAYS);
      fields.add(
          new SortedNumericDocValuesField(
              FIELD, (day << STATUS_BITS) | STATUSES.indexOf(interval.status())));
    }
  }

  static SortedNumericDocValues values(LeafReader reader) throws IOException {
    return DocValues.getSortedNumeric(reader, FIELD);
  }

  /**
   * The status on a day, of the document on which the values stand.
   *
   * @param day days since 1970
   */
  static EffectStatus status(SortedNumericDocValues values, long day) throws IOException {
    long last = UNKNOWN;
    for (int i = values.docValueCount(); i > 0; i--) {
      long interval = values.nextValue();
      if (interval >> STATUS_BITS > day) {
        break;
      }
      last = interval;
    }
    return status(last);
  }

  /** The status on a day by the intervals between two places of a list, as its place in ours. */
  static int code(long[] intervals, int from, int to, long day) {
    long last = UNKNOWN;
    for (int i = from; i < to && intervals[i] >> STATUS_BITS <= day; i++) {
      last = intervals[i];
    }
    return code(last);
  }

  private static EffectStatus status(long interval) {
    return STATUSES.get(code(interval));
  }

  private static int code(long interval) {
    return (int) (interval & ((1 << STATUS_BITS) - 1));
  }

  /** Documents that have a status on a day. */
  static Query having(EffectStatus status, LocalDate day) {
    return new Having(status, day.toEpochDay());
  }

  private static final class Having extends Query {
    /** An interval or two are looked at. */
    private static final float COST = 5;

    private final EffectStatus status;
    private final long day;

    Having(EffectStatus status, long day) {
      this.status = status;
      this.day = day;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scores, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
          SortedNumericDocValues values = values(leaf.reader());
          TwoPhaseIterator having =
              new TwoPhaseIterator(values) {
                @Override
                public boolean matches() throws IOException {
                  return status(values, day) == status;
                }

                @Override
                public float matchCost() {
                  return COST;
                }
              };
          Scorer scorer = new ConstantScoreScorer(score(), scores, having);
          return new DefaultScorerSupplier(scorer);
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
          return DocValues.isCacheable(leaf, FIELD);
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      if (visitor.acceptField(FIELD)) {
        visitor.visitLeaf(this);
      }
    }

    @Override
    public String toString(String field) {
      return FIELD + ":" + status + "@" + LocalDate.ofEpochDay(day);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Having having && having.status == status && having.day == day;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(day) + status.hashCode();
    }
  }
}
