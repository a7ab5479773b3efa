package vn.vanban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Submission;

/**
 * A service under load from another process: a rate that it has to bear, then one that it cannot,
 * then whether it answers as before.
 */
public final class LoadBench {
  private static final int GROUP = 500;
  private static final int PAGES = 2_000;

  /** Until the JVM has compiled what runs most, which takes it most of one processor. */
  private static final Duration WARM_UP = Duration.ofSeconds(150);

  private static final Duration OVERLOAD = Duration.ofSeconds(10);
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} ([0-9.E+]+)$");

  private final CorpusMaker corpus;
  private final Options options;
  private final Consumer<String> progress;

  /**
   * What is wanted.
   *
   * @param documents of the corpus, at least; each has one to nine Điều
   * @param seed of corpus, requests and the times of their arrival
   * @param perSecond requests that are due in a second
   * @param duration how long
   * @param overload requests a second that are too many
   */
  public record Options(
      int documents, long seed, double perSecond, Duration duration, double overload) {}

  /**
   * A benchmark.
   *
   * @param source what the corpus is made of
   * @param progress is told what is going on
   */
  public LoadBench(SourceSentences source, Options options, Consumer<String> progress) {
    this.corpus =
        new CorpusMaker(
            source,
            options.seed(),
            CorpusMaker.Articles.OF_AN_OFFICE,
            Math.multiplyExact(options.documents(), 5)); // Điều, on average
    this.options = options;
    this.progress = progress;
  }

  /** Registers the corpus, if the registry is empty. */
  public void fill(Registry registry) {
    if (registry.documentCount() > 0) {
      return;
    }
    List<Submission> group = new ArrayList<>();
    for (int place = 0; place < corpus.documents(); place++) {
      var made = corpus.document(place);
      String text = made.texts().getFirst();
      group.add(
          new Submission(
              made.documentId() + ".txt",
              "text/plain",
              text.getBytes(StandardCharsets.UTF_8),
              text,
              text,
              made.document()));
      if (group.size() == GROUP || place == corpus.documents() - 1) {
        registry.register(group);
        group.clear();
        progress.accept("%,d of %,d documents registered".formatted(place + 1, corpus.documents()));
      }
    }
  }

  /**
   * Ids of documents whose pages are opened, spread over the registry.
   *
   * @param registry that {@link #fill} filled
   */
  public List<String> pages(Registry registry) {
    int step = Math.max(1, corpus.documents() / PAGES);
    List<String> ids = new ArrayList<>();
    for (int from = 0; from < corpus.documents(); from += step) {
      registry.documents(from, 1).forEach(document -> ids.add(document.id()));
    }
    return ids;
  }

  /**
   * Loads a service.
   *
   * @param base its address
   * @param process the service's process
   * @param pages ids of documents whose pages are opened
   * @return the report, in lines
   */
  public List<String> run(URI base, ProcessHandle process, List<String> pages)
      throws IOException, InterruptedException {
    LoadMix mix = new LoadMix(corpus, pages);
    OpenLoop loop = new OpenLoop(base, options.seed());
    List<String> report = new ArrayList<>();
    progress.accept("warming up for %,d s".formatted(WARM_UP.toSeconds()));
    double rate = options.perSecond();
    OpenLoop.Outcome first = loop.send(requests(mix, rate, WARM_UP, 1), rate);
    report.add("from the start on, %.0f a second for %d s".formatted(rate, WARM_UP.toSeconds()));
    report.addAll(byStatus(first));
    report.add("");

    List<LoadRequest> requests = requests(mix, options.perSecond(), options.duration(), 2);
    progress.accept("%,d requests at %.0f/s".formatted(requests.size(), options.perSecond()));
    double heapBefore = heapMegabytes(base);
    Duration served = cpu(process);
    Duration own = cpu(ProcessHandle.current());
    OpenLoop.Outcome load = loop.send(requests, options.perSecond());
    double seconds = load.wallNanos() / 1e9;
    double heapAfter = heapMegabytes(base);
    report.add(
        "%,d documents, %,d Điều; %,d requests, %,d of them different, due at %.0f a second, answered in %.1f s"
            .formatted(
                corpus.documents(),
                corpus.provisions(),
                requests.size(),
                requests.stream().distinct().count(),
                options.perSecond(),
                seconds));
    report.add(
        "CPU, of %d processors: service %.2f, generator %.2f"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                cpu(process).minus(served).toNanos() / 1e9 / seconds,
                cpu(ProcessHandle.current()).minus(own).toNanos() / 1e9 / seconds));
    report.add(
        "heap of the service in use: %.0f MB before, %.0f MB after"
            .formatted(heapBefore, heapAfter));
    report.addAll(table(load));

    progress.accept("overload: %.0f/s".formatted(options.overload()));
    OpenLoop.Outcome over =
        loop.send(requests(mix, options.overload(), OVERLOAD, 3), options.overload());
    report.add("");
    report.add(
        "overload, %.0f a second for %d s".formatted(options.overload(), OVERLOAD.toSeconds()));
    report.addAll(byStatus(over));

    double gentle = options.perSecond() / 3;
    OpenLoop.Outcome after = loop.send(requests(mix, gentle, RECOVERY, 4), gentle);
    report.add("");
    report.add("at once afterwards, %.0f a second".formatted(gentle));
    report.addAll(byStatus(after));
    return report;
  }

  private static List<LoadRequest> requests(
      LoadMix mix, double perSecond, Duration duration, long seed) {
    return mix.requests((int) Math.ceil(perSecond * duration.toMillis() / 1e3), seed);
  }

  private static List<String> table(OpenLoop.Outcome load) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-20s %9s %8s %8s %8s %8s",
            "",
            "answers",
            "p50 ms",
            "p99",
            "p99.9",
            "max"));
    lines.add(line("all", load.answers()));
    for (LoadRequest.Kind kind : LoadRequest.Kind.values()) {
      lines.add(line(kind.shown(), load.answers().stream().filter(a -> a.kind() == kind).toList()));
    }
    lines.addAll(byStatus(load));
    return lines;
  }

  private static String line(String name, List<OpenLoop.Answer> answers) {
    long[] sorted = answers.stream().mapToLong(OpenLoop.Answer::nanos).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%-20s %,9d %8.1f %8.1f %8.1f %8.1f",
        name,
        sorted.length,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 0.999),
        at(sorted, 1));
  }

  private static List<String> byStatus(OpenLoop.Outcome outcome) {
    Map<Integer, List<OpenLoop.Answer>> statuses = new TreeMap<>();
    outcome
        .answers()
        .forEach(a -> statuses.computeIfAbsent(a.status(), s -> new ArrayList<>()).add(a));
    List<String> lines = new ArrayList<>();
    statuses.forEach((status, answers) ->
        lines.add(line(status == 0 ? "no answer" : "status " + status, answers)));
    if (outcome.notSent() > 0) {
      lines.add("not sent, for too many were unanswered: %,d".formatted(outcome.notSent()));
    }
    return lines;
  }

  private static double at(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)] / 1e6;
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double heapMegabytes(URI base) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String metrics =
          client
              .send(
                  HttpRequest.newBuilder(base.resolve("/metrics")).build(),
                  HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
              .body();
      double bytes = 0;
      Matcher pool = HEAP.matcher(metrics);
      while (pool.find()) {
        bytes += Double.parseDouble(pool.group(1));
      }
      return bytes / 1e6;
    }
  }
}
