package vn.vanban.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import vn.vanban.law.EffectStatus;

/** The days of effect of a segment's documents, and the status that follows for any day. */
final class EffectDays {
  /** Before any day that a calendar has. */
  private static final int NONE = Integer.MIN_VALUE;

  private final int[] from;
  private final int[] until;
  private final int[] partsFrom;
  private final int[] partsTo;

  private EffectDays(int[] from, int[] until, int[] partsFrom, int[] partsTo) {
    this.from = from;
    this.until = until;
    this.partsFrom = partsFrom;
    this.partsTo = partsTo;
  }

  /**
   * Reads a segment.
   *
   * @param documents their numbers in the segment, ascending
   */
  static EffectDays of(LeafReader reader, int[] documents) throws IOException {
    return new EffectDays(
        days(reader, Effectiveness.FROM, documents),
        days(reader, Effectiveness.UNTIL, documents),
        days(reader, Effectiveness.PARTS_FROM, documents),
        days(reader, Effectiveness.PARTS_TO, documents));
  }

  private static int[] days(LeafReader reader, String field, int[] documents) throws IOException {
    NumericDocValues values = DocValues.getNumeric(reader, field);
    int[] days = new int[documents.length];
    Arrays.fill(days, NONE);
    for (int i = 0; i < days.length; i++) {
      if (values.advanceExact(documents[i])) {
        days[i] = Math.clamp(values.longValue(), NONE + 1, Integer.MAX_VALUE);
      }
    }
    return days;
  }

  /**
   * The status of the n-th document.
   *
   * @param day days since 1970
   */
  EffectStatus status(int n, long day) {
    if (until[n] != NONE && until[n] <= day) {
      return EffectStatus.EXPIRED;
    }
    if (from[n] == NONE) {
      return EffectStatus.UNKNOWN;
    }
    if (from[n] <= day) {
      return partsTo[n] > day ? EffectStatus.PARTLY : EffectStatus.IN_FORCE;
    }
    boolean begun = partsFrom[n] != NONE && partsFrom[n] <= day;
    return begun ? EffectStatus.PARTLY : EffectStatus.NOT_YET;
  }
}
