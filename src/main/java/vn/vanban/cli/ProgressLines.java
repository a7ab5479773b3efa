package vn.vanban.cli;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import vn.vanban.ingest.FileOutcome;
import vn.vanban.ingest.Ingester;

/** Progress of an ingestion: a bar on a terminal, a plain line now and then otherwise. */
final class ProgressLines implements Ingester.Progress, AutoCloseable {
  private static final int FILES_A_LINE = 100;

  private final PrintWriter out;
  private final @Nullable ProgressBar bar;
  private int found;
  private int done;

  private ProgressLines(PrintWriter out, @Nullable ProgressBar bar) {
    this.out = out;
    this.bar = bar;
  }

  @SuppressWarnings(
      "SystemConsoleNull") // its declared type still says null, and NullAway believes it
  static ProgressLines on(PrintWriter out) {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    ProgressBar bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName("Đăng ký")
                .setUnit(" tệp", 1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setInitialMax(0)
                .build()
            : null;
    return new ProgressLines(out, bar);
  }

  @Override
  public void found(int files) {
    found = files;
    if (bar != null) {
      bar.maxHint(files);
    }
  }

  @Override
  public void done(FileOutcome outcome) {
    done++;
    if (bar != null) {
      bar.step();
    } else if (done % FILES_A_LINE == 0) {
      out.printf("%d/%d tệp%n", done, found);
      out.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
