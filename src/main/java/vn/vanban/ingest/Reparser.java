package vn.vanban.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.vanban.extract.SourceFile;
import vn.vanban.registry.Act;
import vn.vanban.registry.FieldDifference;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.registry.RegistryException;
import vn.vanban.registry.StoredReading;
import vn.vanban.registry.Submission;

/**
 * Reads registered originals again with the present program, and records what it reads otherwise.
 * Corrections stay.
 */
public final class Reparser {
  /** Documents whose originals are in memory at a time. */
  private static final int BATCH = 16;

  private final FileReader reader;
  private final Registry registry;

  /** Reads with {@code reader}, which must know no registered file. */
  public Reparser(FileReader reader, Registry registry) {
    this.reader = reader;
    this.registry = registry;
  }

  /** Is told how far the reading is; called by the thread that runs it. */
  public interface Progress {
    /** A document is done. */
    void done(Outcome outcome);
  }

  /**
   * What reading a document again gave.
   *
   * @param document as it was
   * @param differences of its fields; empty if it is read as before
   * @param failures of its files that can no longer be read, with the reason
   */
  public record Outcome(
      RegisteredDocument document, List<FieldDifference> differences, List<String> failures) {
    public Outcome {
      differences = List.copyOf(differences);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Reads all documents again.
   *
   * @param act in whose name differences are recorded
   * @param dryRun whether nothing is to be recorded
   * @param progress is told of each document
   */
  public void run(Act act, boolean dryRun, Progress progress) {
    try (ExecutorService readers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("reparse-", 0).daemon().factory())) {
      long after = 0;
      while (true) {
        Registry.Page page = registry.documentsFrom(after, BATCH);
        if (page.documents().isEmpty()) {
          return;
        }
        List<Future<Read>> reads = new ArrayList<>();
        for (RegisteredDocument document : page.documents()) {
          reads.add(readers.submit(() -> read(document)));
        }
        for (Future<Read> read : reads) {
          progress.done(record(await(read), act, dryRun));
        }
        after = page.last();
      }
    }
  }

  /** A document with what its files read as now. */
  private record Read(
      RegisteredDocument document, List<Submission> submissions, List<String> failures) {}

  private Read read(RegisteredDocument document) {
    List<Submission> submissions = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (RegisteredDocument.Copy copy : document.copies()) {
      read(copy.source(), copy.sha256(), submissions, failures);
    }
    return new Read(document, submissions, failures);
  }

  private void read(
      String source, String sha256, List<Submission> submissions, List<String> failures) {
    read(source, registry.original(sha256), submissions, failures);
  }

  private void read(
      String source,
      Optional<InputStream> original,
      List<Submission> submissions,
      List<String> failures) {
    if (original.isEmpty()) {
      failures.add(source + ": thiếu bản gốc.");
      return;
    }
    byte[] bytes;
    try (InputStream in = original.get()) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // What else an archive or a mail holds is registered as originals of their own.
    switch (reader.read(new SourceFile(source, bytes)).items().getFirst()) {
      case FileReading.Fresh fresh -> submissions.add(fresh.submission());
      case FileReading.Rejected rejected ->
          failures.add(rejected.source() + ": " + rejected.reason());
      case FileReading.Known known ->
          throw new IllegalStateException("known before it was read: " + known.source());
    }
  }

  /**
   * Reads the originals of damaged readings again, and puts what is read in their place.
   *
   * @param actor in whose name
   * @param progress is told of each reading
   */
  public void mend(String actor, Mending progress) {
    Act act = new Act(actor, "hồ sơ đã lưu bị hỏng, được đọc lại từ bản gốc");
    for (StoredReading damaged : registry.damagedReadings()) {
      List<Submission> submissions = new ArrayList<>();
      List<String> failures = new ArrayList<>();
      try {
        read(damaged.source(), registry.original(damaged), submissions, failures);
        if (failures.isEmpty()) {
          registry.by(act).replaceDamaged(damaged, submissions.getFirst());
        }
      } catch (RegistryException | UncheckedIOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
      progress.done(damaged, failures);
    }
  }

  /** Is told of damaged readings. */
  public interface Mending {
    /**
     * A reading is done.
     *
     * @param failures why its original cannot be read; empty if the damage is mended
     */
    void done(StoredReading damaged, List<String> failures);
  }

  private Outcome record(Read read, Act act, boolean dryRun) {
    List<FieldDifference> differences =
        registry.by(act).reparse(read.document().id(), read.submissions(), !dryRun);
    return new Outcome(read.document(), differences, read.failures());
  }

  private static Read await(Future<Read> read) {
    try {
      return read.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Việc đọc lại bị ngắt.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
