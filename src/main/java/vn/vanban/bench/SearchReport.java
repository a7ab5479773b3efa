package vn.vanban.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vanban.bench.IndexSize.Part;
import vn.vanban.bench.SearchBench.Growth;
import vn.vanban.bench.SearchBench.Indexed;
import vn.vanban.bench.SearchBench.Result;
import vn.vanban.bench.SearchBench.Timed;

/** The figures of {@link SearchBench} in aligned lines, targets beside them. */
final class SearchReport {
  private static final double INDEXING_TARGET = 6;
  private static final double SIZE_TARGET = .6;
  private static final double SIZE_TARGET_WITH_STORED = 1;
  private static final double RATIO_TARGET = 2;

  private final SearchBench.Options options;
  private final List<String> lines = new ArrayList<>();

  SearchReport(SearchBench.Options options) {
    this.options = options;
  }

  List<String> lines(Result result) {
    Runtime runtime = Runtime.getRuntime();
    line(
        "JDK %s, %d cores, heap %d MB, seed %d",
        Runtime.version(),
        runtime.availableProcessors(),
        runtime.maxMemory() >> 20,
        options.seed());
    line("corpus: %,d documents, %,d provisions", result.documents(), result.provisions());
    for (Growth growth : result.growth()) {
      line(
          "  first %7.1f MB: %,9d different syllables, %,11d different pairs",
          growth.bytes() / 1e6, growth.syllables(), growth.pairs());
    }
    line("");
    line(
        "%-18s %9s %13s %10s %15s %15s %9s",
        "index", "text MB", "MB/s a core", "MB/s wall", "size/text", "without stored", "segments");
    result.indexes().forEach(this::index);
    line(
        "%-18s %9s %13s %10s %15s %15s",
        "target",
        "",
        "≥ %.1f".formatted(INDEXING_TARGET),
        "",
        "≤ %.2f".formatted(SIZE_TARGET_WITH_STORED),
        "≤ %.2f".formatted(SIZE_TARGET));
    line("");
    result.indexes().forEach(this::parts);
    if (!result.timings().isEmpty()) {
      timings(result.timings());
    }
    return lines;
  }

  private void index(Indexed index) {
    double text = index.cost().textBytes();
    IndexSize size = index.size();
    // What a database's server spends is not seen from here.
    boolean seen = !index.name().equals("PostgreSQL");
    line(
        "%-18s %9.1f %13s %10.1f %15.3f %15.3f %9s",
        index.name(),
        text / 1e6,
        seen ? "%.1f".formatted(index.cost().megabytesPerCpuSecond()) : "–",
        index.cost().megabytesPerSecond(),
        size.all() / text,
        size.withoutStored() / text,
        seen ? Integer.toString(size.segments()) : "–");
  }

  private void parts(Indexed index) {
    StringBuilder parts = new StringBuilder("%-18s".formatted(index.name()));
    for (Part part : Part.values()) {
      parts.append(
          String.format(
              Locale.ROOT,
              "  %s %.3f",
              part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              index.size().of(part) / (double) index.cost().textBytes()));
    }
    line("%s", parts);
  }

  private void timings(List<Timed> timings) {
    line("");
    line(
        "queries: %,d of each kind after %,d to warm up; ms; cpu: of the thread that asks; found: "
            + "source document among the hits",
        options.queries(), options.warmUps());
    line(
        "%-20s %-17s %7s %7s %8s %8s %8s %8s %8s %8s %6s %7s %6s",
        "kind", "engine", "clients", "asked", "p50", "p95", "p99", "max", "cpu p99", "q/s", "found",
        "target", "ratio");
    for (Timed timed : timings) {
      Latencies times = timed.latencies();
      boolean ours = timed.name().equals("vanban");
      line(
          "%-20s %-17s %7d %7d %8.2f %8.2f %8.2f %8.2f %8.2f %8.0f %6.2f %7s %6s",
          timed.kind().shown(),
          timed.name(),
          timed.clients(),
          times.asked(),
          times.millis(.5),
          times.millis(.95),
          times.millis(.99),
          times.millis(1),
          times.cpuMillis(.99),
          times.queriesPerSecond(),
          times.found(),
          ours ? "≤ %.0f".formatted(timed.kind().targetMillis()) : "",
          ours ? ratio(timed, timings) : "");
    }
    if (options.postgres().isPresent()) {
      line(
          "PostgreSQL: all words required, at most 60 s a kind; stored: rows with their tsvectors");
    }
    line("ratio: of p99 to that of StandardAnalyzer, target ≤ %.0f", RATIO_TARGET);
  }

  private static String ratio(Timed ours, List<Timed> timings) {
    return timings.stream()
        .filter(other ->
            other.name().equals("StandardAnalyzer")
                && other.kind() == ours.kind()
                && other.clients() == ours.clients())
        .map(other ->
            String.format(
                Locale.ROOT, "%.2f", ours.latencies().millis(.99) / other.latencies().millis(.99)))
        .findFirst()
        .orElse("");
  }

  @SuppressWarnings("AnnotateFormatMethod") // for an annotation alone no library comes in
  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
