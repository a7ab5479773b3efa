package vn.vanban.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import vn.vanban.law.EffectStatus;

/** The intervals of effect of a segment's documents, and the status that follows for any day. */
final class EffectDays {
  /** Where the intervals of the n-th document begin; one more at the end. */
  private final int[] starts;

  private final long[] intervals;

  private EffectDays(int[] starts, long[] intervals) {
    this.starts = starts;
    this.intervals = intervals;
  }

  /**
   * Reads a segment.
   *
   * @param documents their numbers in the segment, ascending
   */
  static EffectDays of(LeafReader reader, int[] documents) throws IOException {
    SortedNumericDocValues values = Effectiveness.values(reader);
    int[] starts = new int[documents.length + 1];
    long[] intervals = new long[documents.length * 2];
    int count = 0;
    for (int n = 0; n < documents.length; n++) {
      starts[n] = count;
      if (values.advanceExact(documents[n])) {
        int more = values.docValueCount();
        if (count + more > intervals.length) {
          intervals = Arrays.copyOf(intervals, (count + more) * 3 / 2);
        }
        for (int i = 0; i < more; i++) {
          intervals[count++] = values.nextValue();
        }
      }
    }
    starts[documents.length] = count;
    return new EffectDays(starts, Arrays.copyOf(intervals, count));
  }

  /**
   * The status of the n-th document.
   *
   * @param day days since 1970
   */
  EffectStatus status(int n, long day) {
    return Effectiveness.STATUSES.get(code(n, day));
  }

  /** The same as its place in {@link Effectiveness#STATUSES}. */
  int code(int n, long day) {
    return Effectiveness.code(intervals, starts[n], starts[n + 1], day);
  }
}
