package vn.vanban.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.Limits;
import vn.vanban.law.LegalDocument;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Act;
import vn.vanban.registry.Registry;
import vn.vanban.text.RepairedText;
import vn.vanban.text.TextRepair;

/**
 * Takes files and folders into the registry. Files are read by several threads and registered by
 * the calling one, in the order in which they were found: which of two copies comes first does not
 * hang on luck. Memory is bounded: files wait to be read while those before them fill the budget.
 */
public final class Ingester {

  /** Is told how far an ingestion is; called by the thread that ingests. */
  public interface Progress {
    /**
     * More is known of how much there is to do.
     *
     * @param files how many files there are, those within others included as far as unpacked
     */
    void found(int files);

    /** A file is done: registered durably, or rejected. */
    void done(FileOutcome outcome);
  }

  private static final int GROUP_FILES = 256;
  private static final long GROUP_BYTES = 64L << 20;

  /** How long a file that is read may wait for others before it is registered. */
  private static final Duration GROUP_TIME = Duration.ofSeconds(1);

  /** Files read ahead of the one that is to be registered next. */
  private static final int READ_AHEAD = 256;

  /**
   * The share of the heap that files being read may fill: their text needs several times as much.
   */
  private static final int HEAP_SHARE = 16;

  private static final int UNIT_BYTES = 1024;

  private final FileReader reader;
  private final Registry registry;
  private final int threads;

  /** With as many reading threads as there are processors, and the default limits. */
  public Ingester(
      Extractor extractor, TextRepair repair, DocumentParser parser, Registry registry) {
    this(
        extractor,
        repair,
        parser,
        registry,
        Runtime.getRuntime().availableProcessors(),
        Limits.DEFAULT);
  }

  /**
   * All that can be chosen.
   *
   * @param threads how many files are read at the same time
   * @param limits of which depth and bytes hold here, over all that a file holds
   */
  public Ingester(
      Extractor extractor,
      TextRepair repair,
      DocumentParser parser,
      Registry registry,
      int threads,
      Limits limits) {
    this(extractor, repair::repair, parser::parse, registry, threads, limits);
  }

  Ingester(
      Extractor extractor,
      Function<ExtractedText, RepairedText> repair,
      Function<RepairedText, LegalDocument> parser,
      Registry registry,
      int threads,
      Limits limits) {
    this.reader = new FileReader(extractor, repair, parser, registry::documentOfOriginal, limits);
    this.registry = registry;
    this.threads = threads;
  }

  /**
   * Ingests files and all files in folders. Hidden files, lock files of office programs and
   * symbolic links within folders are left out.
   *
   * @param paths files and folders
   * @param progress is told of each file
   * @return the counts by outcome
   * @throws IllegalArgumentException if a path does not exist; nothing was ingested then
   * @throws ReadingUnavailableException if no file can be read now; what was reported stays
   * @throws vn.vanban.registry.RegistryException if the registry cannot be written; what was
   *     reported as done before stays
   */
  public IngestReport ingest(List<Path> paths, Progress progress) {
    FileFinder.Found found = FileFinder.find(paths);
    Registering registering =
        new Registering(
            registry,
            progress,
            found.files().size() + found.unreadable().size(),
            Act.ofThisProcess());
    for (Path folder : found.unreadable()) {
      registering.reject(folder.toString(), "Không mở được thư mục này.");
    }
    long budgetBytes = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    int budgetUnits = (int) Math.min(Integer.MAX_VALUE, budgetBytes / UNIT_BYTES);
    // Less than the budget: else the readers would stand still whenever a group waits for its time.
    long groupUnits = Math.min(GROUP_BYTES / UNIT_BYTES, budgetUnits / 2);
    Semaphore budget = new Semaphore(budgetUnits, true);
    BlockingQueue<Future<FileReading>> queue = new ArrayBlockingQueue<>(READ_AHEAD);
    ExecutorService readers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("reader-", 0).daemon().factory());
    Thread feeder =
        Thread.ofPlatform()
            .name("ingest-feeder")
            .daemon()
            .start(() -> feed(found.files(), readers, queue, budget, budgetUnits));
    try {
      drain(found.files().size(), queue, registering, budget, groupUnits);
      return registering.report();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Việc nhập tệp bị ngắt.", e);
    } finally {
      feeder.interrupt();
      readers.shutdownNow();
    }
  }

  /**
   * The files that {@link #ingest} would read.
   *
   * @param paths files and folders
   * @throws IllegalArgumentException if a path does not exist
   */
  public static List<Path> filesIn(List<Path> paths) {
    return FileFinder.find(paths).files();
  }

  /** Hands files to the readers in order, each after its share of memory was granted. */
  private void feed(
      List<Path> files,
      ExecutorService readers,
      BlockingQueue<Future<FileReading>> queue,
      Semaphore budget,
      int budgetUnits) {
    try {
      for (Path file : files) {
        int units = (int) Math.min(budgetUnits, sizeOf(file) / UNIT_BYTES + 1);
        budget.acquire(units);
        queue.put(readers.submit(() -> reader.read(file, units)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A file that cannot be measured weighs nothing here and is rejected by its reader. */
  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static void drain(
      int files,
      BlockingQueue<Future<FileReading>> queue,
      Registering registering,
      Semaphore budget,
      long groupUnits)
      throws InterruptedException {
    List<FileReading> group = new ArrayList<>();
    @Nullable Future<FileReading> next = null;
    long started = System.nanoTime();
    for (int taken = 0; taken < files; ) {
      if (group.isEmpty()) {
        started = System.nanoTime();
      }
      long left = Math.max(0, GROUP_TIME.toNanos() - (System.nanoTime() - started));
      Optional<FileReading> reading = Optional.empty();
      if (next == null) {
        next = queue.poll(left, TimeUnit.NANOSECONDS);
      }
      if (next != null) {
        reading = await(next, Math.max(0, GROUP_TIME.toNanos() - (System.nanoTime() - started)));
      }
      if (reading.isPresent()) {
        group.add(reading.get());
        next = null;
        taken++;
      }
      boolean full =
          group.size() >= GROUP_FILES
              || weight(group) >= groupUnits
              || System.nanoTime() - started >= GROUP_TIME.toNanos();
      if (!group.isEmpty() && (full || taken == files)) {
        registering.register(group);
        budget.release(Math.toIntExact(weight(group)));
        group.clear();
      }
    }
  }

  private static long weight(List<FileReading> group) {
    return group.stream().mapToLong(FileReading::weight).sum();
  }

  private static Optional<FileReading> await(Future<FileReading> reading, long nanos)
      throws InterruptedException {
    try {
      return Optional.of(reading.get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      // A reader turns whatever a file does to it into an outcome; this is the registry or the
      // machine failing.
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
