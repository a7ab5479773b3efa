package vn.vanban.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.ingest.FileOutcome.Result;
import vn.vanban.registry.Act;

/**
 * Files that are accepted now and registered later, one job after another. A job is a folder with
 * its files and what is known of it; once {@link #accept} returns it is durable, and it goes on
 * after a restart: files that were registered before the stop are registered again, which changes
 * nothing. Jobs that are done are told of for a day.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
  private static final String FACTS = "job.properties";
  private static final String OUTCOMES = "outcomes-";

  /** A file as it was sent. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Upload(String name, byte[] bytes) {}

  /**
   * How a job stands.
   *
   * @param made when it was accepted
   * @param files how many were sent
   * @param read how many of them are through
   * @param outcomes of these, and of the files within them
   */
  public record Job(String id, Instant made, int files, int read, List<FileOutcome> outcomes) {
    public Job {
      outcomes = List.copyOf(outcomes);
    }

    /** Whether all files are through. */
    public boolean done() {
      return read == files;
    }
  }

  private final Path folder;
  private final Receiver receiver;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("vanban-jobs").daemon().factory());

  /**
   * Takes up what was not done, and forgets what was done long ago.
   *
   * @param folder of the jobs; made where missing
   * @param receiver registers files
   */
  public Jobs(Path folder, Receiver receiver) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.receiver = receiver;
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(left::add);
    }
    left.sort(null);
    for (Path job : left) {
      String id = job.getFileName().toString();
      Optional<Job> known = find(id);
      if (known.isEmpty()
          || (known.get().done() && known.get().made().isBefore(Instant.now().minus(KEPT)))) {
        delete(job); // never accepted, or forgotten
      } else if (!known.get().done()) {
        worker.execute(() -> run(id));
      }
    }
  }

  /**
   * Accepts files. When this returns they are durable.
   *
   * @param act in whose name, and why
   * @return the id of the job
   */
  public String accept(List<Upload> uploads, Act act) throws IOException {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    String id = HexFormat.of().formatHex(random);
    Path made = Files.createDirectory(folder.resolve(".new-" + id));
    Properties facts = new Properties();
    facts.setProperty("made", Instant.now().toString());
    facts.setProperty("actor", act.actor());
    facts.setProperty("reason", act.reason());
    facts.setProperty("files", String.valueOf(uploads.size()));
    for (int i = 0; i < uploads.size(); i++) {
      facts.setProperty("name." + i, uploads.get(i).name());
      write(made.resolve(String.valueOf(i)), uploads.get(i).bytes());
    }
    store(made, FACTS, facts);
    force(made);
    Files.move(made, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    worker.execute(() -> run(id));
    return id;
  }

  /** How a job stands; empty if there is none of this id, or if it was forgotten. */
  public Optional<Job> find(String id) {
    Path job = folder.resolve(id);
    if (!ID.matcher(id).matches() || !Files.isRegularFile(job.resolve(FACTS))) {
      return Optional.empty();
    }
    try {
      Properties facts = load(job.resolve(FACTS));
      int files = Integer.parseInt(facts.getProperty("files"));
      List<FileOutcome> outcomes = new ArrayList<>();
      int read = 0;
      for (Path told = job.resolve(OUTCOMES + read);
          read < files && Files.isRegularFile(told);
          told = job.resolve(OUTCOMES + read)) {
        outcomes.addAll(outcomes(load(told)));
        read++;
      }
      return Optional.of(
          new Job(id, Instant.parse(facts.getProperty("made")), files, read, outcomes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String id) {
    Path job = folder.resolve(id);
    try {
      Properties facts = load(job.resolve(FACTS));
      Act act = new Act(facts.getProperty("actor"), facts.getProperty("reason"));
      int files = Integer.parseInt(facts.getProperty("files"));
      for (int i = find(id).orElseThrow().read(); i < files && !worker.isShutdown(); i++) {
        Path file = job.resolve(String.valueOf(i));
        List<FileOutcome> outcomes =
            receiver.receive(facts.getProperty("name." + i), Files.readAllBytes(file), act);
        store(job, OUTCOMES + i, properties(outcomes));
        force(job);
        Files.delete(file);
      }
    } catch (IOException | RuntimeException e) {
      // It is taken up again at the next start; its files are kept.
      LOG.error("job {} stopped", id, e);
    }
  }

  private static Properties properties(List<FileOutcome> outcomes) {
    Properties told = new Properties();
    told.setProperty("count", String.valueOf(outcomes.size()));
    for (int i = 0; i < outcomes.size(); i++) {
      FileOutcome outcome = outcomes.get(i);
      String at = "." + i;
      told.setProperty("source" + at, outcome.source());
      told.setProperty("result" + at, outcome.result().name());
      outcome.documentId().ifPresent(id -> told.setProperty("document" + at, id));
      outcome.reason().ifPresent(reason -> told.setProperty("reason" + at, reason));
    }
    return told;
  }

  private static List<FileOutcome> outcomes(Properties told) {
    List<FileOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(told.getProperty("count")); i++) {
      outcomes.add(
          new FileOutcome(
              told.getProperty("source." + i),
              Result.valueOf(told.getProperty("result." + i)),
              Optional.ofNullable(told.getProperty("document." + i)),
              Optional.ofNullable(told.getProperty("reason." + i))));
    }
    return outcomes;
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }

  /** Whole or not at all. */
  private static void store(Path job, String name, Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Path made = job.resolve(".new-" + name);
    write(made, text.toString().getBytes(StandardCharsets.UTF_8));
    Files.move(made, job.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path job) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(job)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(job);
  }

  /** Ends after the file that is being read; the rest is for the next start. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      while (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.info("waiting for the file that a job is reading");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
