package vn.vanban.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vn.vanban.law.Provision;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.viet.Folding;

/**
 * Speed and size of search on a corpus of any size, beside one field of {@link StandardBaseline}
 * and, on wish, PostgreSQL. Each answer is what a user gets: ten documents with re-ranked passages
 * and highlights.
 */
public final class SearchBench {
  private static final int BATCH = 64;
  private static final int HITS = 10;

  /** Each so many provisions, one is kept to ask for. */
  private static final int SAMPLE_EVERY = 97;

  private static final int MOST_SAMPLES = 20_000;

  /** Asked before anything is measured, of each kind. */
  private static final int WARM_UP = 300;

  private static final List<String> ASKING =
      List.of("là gì", "như thế nào", "trong trường hợp nào", "bao gồm những gì");

  private final SearchEngine engine;
  private final Path engineFolder;
  private final PrintWriter out;
  private final Random random;

  /** What is asked: one kind of query. */
  private enum Kind {
    TWO_WORDS("two words", 12),
    QUESTION("question, twelve words", 25),
    NUMBER("number", 0),
    PREFIX("prefix of a number", 0),
    FACETS("two words, with facets", 40),
    QUESTION_FACETS("question, with facets", 40);

    private final String label;

    /** The most milliseconds at p99; 0 for none. */
    private final int target;

    Kind(String label, int target) {
      this.label = label;
      this.target = target;
    }

    private boolean facets() {
      return this == FACETS || this == QUESTION_FACETS;
    }
  }

  private interface Ask {
    void ask(String query) throws IOException, SQLException;
  }

  /**
   * A benchmark.
   *
   * @param engine empty, or of an earlier run with the same corpus
   * @param engineFolder where its index lies
   * @param out where the table goes
   */
  public SearchBench(SearchEngine engine, Path engineFolder, PrintWriter out, long seed) {
    this.engine = engine;
    this.engineFolder = engineFolder;
    this.out = out;
    this.random = new Random(seed);
  }

  /**
   * Builds, asks and reports.
   *
   * @param texts real texts, of whose sentences the corpus is made
   * @param provisions how many provisions it has
   * @param seed of the corpus
   * @param queries of each kind
   * @param clients at a time, beside the single one
   * @param folder for the other engine's index
   * @param postgres the address of a database, if it is to be measured
   */
  public void run(
      List<String> texts,
      int provisions,
      long seed,
      int queries,
      int clients,
      Path folder,
      Optional<String> postgres)
      throws IOException, SQLException, InterruptedException {
    boolean built =
        engine.mark().map(IndexMark::registryId).orElse("").equals(name(provisions, seed));
    List<String> samples = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    out.printf(
        "%d provisions, seed %d; %d processors, heap %d MB, Java %s%n",
        provisions,
        seed,
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    long bytes = index(texts, provisions, seed, built, samples, numbers);
    sizes(bytes);
    try (StandardBaseline standard = new StandardBaseline(folder)) {
      if (!built) {
        each(texts, provisions, seed, standard::add);
        standard.commit();
      }
      standard.reopen();
      Map<String, Ask> others = new LinkedHashMap<>();
      others.put("standard", standard::ask);
      if (postgres.isPresent()) {
        try (PostgresBaseline database = new PostgresBaseline(postgres.get())) {
          each(texts, provisions, seed, database::add);
          database.commit();
          others.put("postgres", database::ask);
          speed(samples, numbers, queries, clients, others);
        }
      } else {
        speed(samples, numbers, queries, clients, others);
      }
    }
  }

  private static String name(int provisions, long seed) {
    return "bench-" + provisions + "-" + seed;
  }

  private interface Take {
    void take(IndexChange.Put put) throws IOException, SQLException;
  }

  private static void each(List<String> texts, int provisions, long seed, Take take)
      throws IOException, SQLException {
    CorpusMaker maker = new CorpusMaker(texts, seed);
    for (int made = 0; made < provisions; ) {
      IndexChange.Put put = maker.next();
      made += put.document().provisions().size();
      take.take(put);
    }
  }

  /** Indexes, unless that was done before; returns the bytes of the text. */
  private long index(
      List<String> texts,
      int provisions,
      long seed,
      boolean built,
      List<String> samples,
      List<String> numbers)
      throws IOException, SQLException {
    long[] bytes = {0};
    int[] count = {0};
    List<IndexChange> batch = new ArrayList<>();
    long[] indexing = {0};
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long[] cpu = {0};
    each(
        texts,
        provisions,
        seed,
        put -> {
          String text = put.texts().getFirst();
          bytes[0] += text.getBytes(StandardCharsets.UTF_8).length;
          put.document().number().ifPresent(n -> numbers.add(n.value().canonical()));
          for (Provision provision : put.document().provisions()) {
            if (count[0]++ % SAMPLE_EVERY == 0 && samples.size() < MOST_SAMPLES) {
              samples.add(text.substring(provision.span().start(), provision.span().end()));
            }
          }
          batch.add(put);
          if (batch.size() == BATCH) {
            if (!built) {
              long before = system.getProcessCpuTime();
              long start = System.nanoTime();
              engine.apply(batch);
              indexing[0] += System.nanoTime() - start;
              cpu[0] += system.getProcessCpuTime() - before;
            }
            batch.clear();
            if (count[0] % 100_000 < BATCH * 30) {
              System.err.printf("%,d điều%n", count[0]);
            }
          }
        });
    if (!built) {
      long before = system.getProcessCpuTime();
      long start = System.nanoTime();
      engine.apply(batch);
      engine.commit(new IndexMark(name(provisions, seed), "1", count[0]));
      indexing[0] += System.nanoTime() - start;
      cpu[0] += system.getProcessCpuTime() - before;
      out.printf(
          Locale.ROOT,
          "indexing, all fields: %.0f MB of text, %.1f MB/s a core (target 6), %.1f MB/s in all%n",
          bytes[0] / 1e6,
          bytes[0] / 1e6 / (cpu[0] / 1e9),
          bytes[0] / 1e6 / (indexing[0] / 1e9));
    }
    return bytes[0];
  }

  private void sizes(long textBytes) throws IOException {
    long all = 0;
    long stored = 0;
    try (Directory directory = FSDirectory.open(engineFolder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        SegmentReader segment = (SegmentReader) leaf.reader();
        for (String file : segment.getSegmentInfo().files()) {
          all += directory.fileLength(file);
        }
        try (Directory parts =
            segment.getSegmentInfo().info.getUseCompoundFile()
                ? segment
                    .getSegmentInfo()
                    .info
                    .getCodec()
                    .compoundFormat()
                    .getCompoundReader(directory, segment.getSegmentInfo().info)
                : FSDirectory.open(engineFolder)) {
          String prefix = segment.getSegmentInfo().info.name;
          for (String file : parts.listAll()) {
            boolean ofSegment =
                file.startsWith(prefix + ".")
                    || file.startsWith(prefix + "_")
                    || file.startsWith("_.");
            if ((ofSegment || parts != directory)
                && file.matches(".*\\.fd[tmx]")
                && (file.startsWith(prefix) || file.startsWith("."))) {
              stored += parts.fileLength(file);
            }
          }
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "index / text: %.2f without stored text (target 0.6), %.2f with it (target 1.0)%n",
        (double) (all - stored) / textBytes,
        (double) all / textBytes);
  }

  private void speed(
      List<String> samples, List<String> numbers, int queries, int clients, Map<String, Ask> others)
      throws IOException, SQLException, InterruptedException {
    Map<Kind, List<String>> asked = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      List<String> list = new ArrayList<>();
      for (int i = 0; i < queries + WARM_UP; i++) {
        list.add(query(kind, samples, numbers));
      }
      asked.put(kind, list);
    }
    out.printf(
        "%d queries of each kind after %d of warm-up, half without marks; milliseconds%n",
        queries, WARM_UP);
    out.printf(
        "%-24s %-9s %7s %8s %8s %8s %8s %9s %s%n",
        "", "", "clients", "p50", "p95", "p99", "most", "queries/s", "");
    for (Kind kind : Kind.values()) {
      Map<String, Ask> engines = new LinkedHashMap<>();
      engines.put(
          "vanban",
          text -> {
            SearchRequest request = SearchRequest.of(text, HITS);
            engine.search(kind.facets() ? request.withFacets() : request);
          });
      engines.putAll(others);
      Map<String, Double> p99 = new LinkedHashMap<>();
      for (Map.Entry<String, Ask> each : engines.entrySet()) {
        List<String> list = asked.get(kind);
        for (String query : list.subList(0, WARM_UP)) {
          each.getValue().ask(query);
        }
        p99.put(each.getKey(), report(kind, each, list.subList(WARM_UP, list.size()), 1, p99));
        if (!each.getKey().equals("postgres")) {
          report(kind, each, list.subList(WARM_UP, list.size()), clients, Map.of());
        }
      }
      out.flush();
    }
  }

  private double report(
      Kind kind,
      Map.Entry<String, Ask> asking,
      List<String> queries,
      int clients,
      Map<String, Double> before)
      throws InterruptedException {
    long[] nanos = new long[queries.size()];
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(
            threads.submit(() -> {
              for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long begun = System.nanoTime();
                asking.getValue().ask(queries.get(i));
                nanos[i] = System.nanoTime() - begun;
              }
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a query failed: " + e.getCause(), e.getCause());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    double p99 = at(nanos, .99);
    String beside = before.containsKey("vanban") ? ratio(before.get("vanban"), p99) : "";
    String target =
        clients == 1 && before.isEmpty() && kind.target > 0 ? "target " + kind.target : "";
    out.printf(
        Locale.ROOT,
        "%-24s %-9s %7d %8.2f %8.2f %8.2f %8.2f %9.0f %s%n",
        kind.label,
        asking.getKey(),
        clients,
        at(nanos, .5),
        at(nanos, .95),
        p99,
        nanos[nanos.length - 1] / 1e6,
        nanos.length / seconds,
        beside + target);
    return p99;
  }

  private static String ratio(double ours, double theirs) {
    return String.format(Locale.ROOT, "vanban takes %.2f times this p99", ours / theirs);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
  }

  private String query(Kind kind, List<String> samples, List<String> numbers) {
    String query =
        switch (kind) {
          case TWO_WORDS, FACETS -> words(samples, 2);
          case QUESTION, QUESTION_FACETS ->
              words(samples, 10) + " " + ASKING.get(random.nextInt(ASKING.size()));
          case NUMBER -> {
            String number = numbers.get(random.nextInt(numbers.size()));
            yield random.nextBoolean() ? number : number.replace('/', ' ').replace('-', ' ');
          }
          case PREFIX -> {
            String number = numbers.get(random.nextInt(numbers.size()));
            yield number.substring(0, Math.min(number.length(), 3 + random.nextInt(6)));
          }
        };
    return random.nextBoolean() ? query : Folding.unaccented(query);
  }

  private String words(List<String> samples, int count) {
    String[] words = samples.get(random.nextInt(samples.size())).split("[^\\p{L}\\p{N}]+", -1);
    int start = words.length <= count ? 0 : random.nextInt(words.length - count);
    return String.join(" ", Stream.of(words).skip(start).limit(count).toList());
  }

  /** Deletes what the last run left in a folder of its own. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
