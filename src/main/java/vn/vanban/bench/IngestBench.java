package vn.vanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vanban.extract.Limits;
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
 * durably, index, commit), on the same files in the same process.
 *
 * <p>To be fair both go over all files once without being measured, so that code is compiled and
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
   * @param bareTika median time of extraction alone
   * @param ingestion median time of the whole way
   * @param tika what bare Tika read in its last round
   * @param report what ingestion did in its last round
   * @param indexed documents searchable at the end of the last round
   */
  public record Result(
      int files,
      long bytes,
      int threads,
      Duration bareTika,
      Duration ingestion,
      BareTika.Count tika,
      IngestReport report,
      long indexed) {

    /** Ingestion's time as a multiple of bare Tika's. */
    public double ratio() {
      return (double) ingestion.toNanos() / bareTika.toNanos();
    }
  }

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
    Round round = ingest(files, threads);
    List<Duration> bareTimes = new ArrayList<>();
    List<Duration> ingestTimes = new ArrayList<>();
    BareTika.Count count = new BareTika.Count(0, 0, 0);
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      count = bare.extractAll(files, threads);
      bareTimes.add(Duration.ofNanos(System.nanoTime() - start));
      round = ingest(files, threads);
      ingestTimes.add(round.time());
    }
    return new Result(
        files.size(),
        files.stream().mapToLong(IngestBench::size).sum(),
        threads,
        median(bareTimes),
        median(ingestTimes),
        count,
        round.report(),
        round.indexed());
  }

  private static Round ingest(List<Path> files, int threads) {
    try {
      try (TemporaryFolder folder = new TemporaryFolder("vanban-bench")) {
        long start = System.nanoTime();
        IngestReport report;
        long indexed;
        try (Registry registry = Registry.open(folder.path().resolve("data"));
            LuceneEngine engine = LuceneEngine.open(folder.path().resolve("index"));
            TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT);
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
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
