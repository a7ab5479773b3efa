package vn.vanban.cli;

import java.io.PrintWriter;
import vn.vanban.registry.Progress;

/** Progress of long work: a plain line now and then. */
final class CountLines implements Progress {
  private final PrintWriter out;
  private final String unit;
  private final long every;
  private long shown;

  /**
   * @param out where lines go
   * @param unit what is counted
   * @param every how many make a line
   */
  CountLines(PrintWriter out, String unit, long every) {
    this.out = out;
    this.unit = unit;
    this.every = every;
  }

  @Override
  public void at(long done, long total) {
    if (done - shown >= every) {
      shown = done;
      out.printf("%d/%d %s%n", done, total, unit);
      out.flush();
    }
  }
}
