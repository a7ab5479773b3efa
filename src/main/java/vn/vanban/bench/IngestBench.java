package vn.vanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.vanban.extract.ExtractionException;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.IsolatedExtractor;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.ingest.FileOutcome;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.ingest.IngestReport;
import vn.vanban.ingest.Ingester;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/**
 * What the whole way costs: bare Tika extraction beside ingestion (extract, repair, parse, register
 * durably, index, commit), on the same files; ingestion with files parsed in this process, and with
 * files parsed in children.
 *
 * <p>To be fair all go over all files once without being measured, so that code is compiled and
 * files are in memory; then they take turns, and of each the median round counts. Ingestion starts
 * with an empty data folder each time and ends when all is durable and searchable. Both read with
 * the same number of threads; ingestion has one more that registers and one that indexes.
 */
public final class IngestBench {
  private static final int ROUNDS = 3;

  /**
   * What was measured.
   *
   * @param files how many
   * @param bytes of all files
   * @param threads that read
   * @param bareTika median time of extraction alone by Tika
   * @param tika what bare Tika read in its last round
   * @param inProcess where files are parsed in this process
   * @param isolated where they are parsed in as many children as there are threads
   */
  public record Result(
      int files,
      long bytes,
      int threads,
      Duration bareTika,
      BareTika.Count tika,
      Ways inProcess,
      Ways isolated) {

    /** Ingestion's time in this process as a multiple of bare Tika's. */
    public double ratio() {
      return inProcess.ingestion().toNanos() / (double) bareTika.toNanos();
    }

    /** What children cost: extraction in them as a multiple of extraction in this process. */
    public double extractionOverhead() {
      return isolated.extraction().toNanos() / (double) inProcess.extraction().toNanos();
    }

    /** What children cost the whole way. */
    public double ingestionOverhead() {
      return isolated.ingestion().toNanos() / (double) inProcess.ingestion().toNanos();
    }
  }

  /**
   * With one extractor.
   *
   * @param extraction median time of extraction alone
   * @param ingestion median time of the whole way
   * @param report what ingestion did in its last round
   * @param indexed documents searchable at the end of the last round
   */
  public record Ways(Duration extraction, Duration ingestion, IngestReport report, long indexed) {}

  /** One ingestion. */
  private record Round(Duration time, IngestReport report, long indexed) {}

  /**
   * Measures.
   *
   * @param paths files and folders
   * @param threads that read
   * @return the medians of three rounds
   * @throws IllegalArgumentException if a path does not exist
   * @throws InterruptedException if the thread is interrupted
   */
  public Result run(List<Path> paths, int threads) throws InterruptedException {
    List<Path> files = Ingester.filesIn(paths);
    BareTika bare = new BareTika();
    bare.extractAll(files, threads);
    try (Rounds here = new Rounds(new TikaExtractor(Limits.DEFAULT), files, threads);
        Rounds apart = new Rounds(new IsolatedExtractor(Limits.DEFAULT, threads), files, threads)) {
      here.warmUp();
      apart.warmUp();
      List<Duration> bareTimes = new ArrayList<>();
      BareTika.Count count = new BareTika.Count(0, 0, 0);
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        count = bare.extractAll(files, threads);
        bareTimes.add(Duration.ofNanos(System.nanoTime() - start));
        here.measure();
        apart.measure();
      }
      return new Result(
          files.size(),
          files.stream().mapToLong(IngestBench::size).sum(),
          threads,
          median(bareTimes),
          count,
          here.result(),
          apart.result());
    }
  }

  /** The rounds of one extractor, which goes on from one to the next as in a server. */
  private static final class Rounds implements AutoCloseable {
    private final Extractor extractor;
    private final List<Path> files;
    private final int threads;
    private final List<Duration> extractions = new ArrayList<>();
    private final List<Round> ingestions = new ArrayList<>();

    Rounds(Extractor extractor, List<Path> files, int threads) {
      this.extractor = extractor;
      this.files = files;
      this.threads = threads;
    }

    void warmUp() throws InterruptedException {
      extract();
      ingest();
    }

    void measure() throws InterruptedException {
      extractions.add(extract());
      ingestions.add(ingest());
    }

    Ways result() {
      Round last = ingestions.getLast();
      return new Ways(
          median(extractions),
          median(ingestions.stream().map(Round::time).toList()),
          last.report(),
          last.indexed());
    }

    private Duration extract() throws InterruptedException {
      long start = System.nanoTime();
      try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Path file : files) {
          work.add(() -> {
            try {
              extractor.extract(new SourceFile(file.toString(), Files.readAllBytes(file)));
              return true;
            } catch (ExtractionException e) {
              return false; // a refusal is work too
            }
          });
        }
        readers.invokeAll(work);
      }
      return Duration.ofNanos(System.nanoTime() - start);
    }

    private Round ingest() {
      try (TemporaryFolder folder = new TemporaryFolder("vanban-bench")) {
        long start = System.nanoTime();
        IngestReport report;
        long indexed;
        try (Registry registry = Registry.open(folder.path().resolve("data"));
            LuceneEngine engine = LuceneEngine.open(folder.path().resolve("index"));
            IndexFollower follower = new IndexFollower(registry, engine)) {
          Ingester ingester =
              new Ingester(
                  extractor,
                  new TextRepair(),
                  new DocumentParser(),
                  registry,
                  threads,
                  Limits.DEFAULT);
          follower.start();
          report = ingester.ingest(files, new Silence());
          follower.catchUp();
          indexed = engine.documentCount();
        }
        return new Round(Duration.ofNanos(System.nanoTime() - start), report, indexed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      extractor.close();
    }
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Measuring, nobody watches. */
  private static final class Silence implements Ingester.Progress {
    @Override
    public void found(int files) {}

    @Override
    public void done(FileOutcome outcome) {}
  }
}
