package vn.vanban.cli;

import java.io.PrintWriter;
import vn.vanban.registry.Progress;

/** Progress of long work: a plain line now and then. */
final class CountLines implements Progress {
  private static final long PIECES_A_LINE = 1_000;

  private final PrintWriter out;
  private final String unit;

  /**
   * @param out where lines go
   * @param unit what is counted
   */
  CountLines(PrintWriter out, String unit) {
    this.out = out;
    this.unit = unit;
  }

  @Override
  public void at(long done, long total) {
    if (done % PIECES_A_LINE == 0) {
      out.printf("%d/%d %s%n", done, total, unit);
      out.flush();
    }
  }
}
