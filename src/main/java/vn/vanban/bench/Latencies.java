package vn.vanban.bench;

import java.util.Arrays;

/**
 * How long queries took.
 *
 * @param nanos of each, ascending
 * @param cpuNanos the time that its thread was running, ascending; it stays put on a busy machine
 * @param wallNanos of all of them together
 * @param found share of queries whose document was among the hits
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Latencies(long[] nanos, long[] cpuNanos, long wallNanos, double found) {
  static Latencies of(long[] nanos, long[] cpuNanos, long wallNanos, int found) {
    Arrays.sort(nanos);
    Arrays.sort(cpuNanos);
    return new Latencies(nanos, cpuNanos, wallNanos, (double) found / nanos.length);
  }

  /** Milliseconds that a share of the queries did not exceed. */
  double millis(double share) {
    return at(nanos, share);
  }

  /** The same of the time that threads were running. */
  double cpuMillis(double share) {
    return at(cpuNanos, share);
  }

  /** How many were asked. */
  int asked() {
    return nanos.length;
  }

  double queriesPerSecond() {
    return nanos.length / (wallNanos / 1e9);
  }

  private static double at(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}
