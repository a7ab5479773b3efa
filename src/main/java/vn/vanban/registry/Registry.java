package vn.vanban.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;

/**
 * The truth: one folder with a SQLite database and the originals by their SHA-256. Safe for use by
 * many threads; one writer process at a time, any number of readers.
 *
 * <p>Every method throws {@link RegistryException} when disk or database fail; the message says
 * what, where and what to do.
 */
public final class Registry implements AutoCloseable {
  private static final String DATABASE = "registry.db";

  private final Failures failures;
  private final Database database;
  private final Originals originals;
  private final Quarantine quarantine;
  private final Optional<FolderLock> folderLock;
  private final RecordCodec codec = new RecordCodec();
  private final DocumentIds ids = new DocumentIds();
  private final Reads reads;
  private final String registryId;
  private final String epoch;

  private final ReentrantLock writing = new ReentrantLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Registry(Path folder, Database database, Optional<FolderLock> folderLock) {
    this.failures = new Failures(folder);
    this.database = database;
    this.folderLock = folderLock;
    this.originals = new Originals(folder);
    this.quarantine = new Quarantine(folder);
    this.reads = new Reads(database.reading(), codec);
    this.registryId = reads.meta("registry_id");
    this.epoch = reads.meta("epoch");
  }

  /**
   * Opens a registry for reading and writing, making it if the folder is new.
   *
   * @param folder the data folder
   * @throws RegistryException if it is held by another process, newer than this program, or damaged
   */
  public static Registry open(Path folder) {
    Failures failures = new Failures(folder);
    @org.jspecify.annotations.Nullable FolderLock lock = null;
    try {
      Files.createDirectories(folder);
      lock = FolderLock.take(folder);
      Registry registry =
          new Registry(folder, Database.open(folder.resolve(DATABASE)), Optional.of(lock));
      registry.originals.prepare();
      return registry;
    } catch (IOException | SQLException | RuntimeException e) {
      RegistryException failure = failures.of("mở sổ đăng ký", e);
      if (lock != null) {
        try {
          lock.close();
        } catch (IOException second) {
          failure.addSuppressed(second);
        }
      }
      throw failure;
    }
  }

  /**
   * Opens a registry for reading only, also while another process writes to it; what that process
   * commits is seen at once.
   *
   * @param folder the data folder
   * @throws RegistryException if there is no registry, or it is newer or older than this program
   */
  public static Registry openReadOnly(Path folder) {
    Path file = folder.resolve(DATABASE);
    if (!Files.exists(file)) {
      throw new RegistryException(
          "Chưa có sổ đăng ký trong thư mục "
              + folder
              + ". Hãy chạy lệnh ingest trước, hoặc kiểm tra lại --data.");
    }
    try {
      return new Registry(folder, Database.openReadOnly(file), Optional.empty());
    } catch (IOException | SQLException | RuntimeException e) {
      throw new Failures(folder).of("mở sổ đăng ký để đọc", e);
    }
  }

  /** The name under which bytes are known here: their SHA-256, 64 lower-case hex digits. */
  public static String sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }

  /**
   * Registers a group of files in one commit. When this returns, the originals and records are
   * durable; when it throws, no record of the group is registered.
   *
   * <p>The same bytes change nothing. Other bytes of the same kind, issuers, number and year with
   * similar content become a copy of that document, whose fields stay; with other content a
   * document of its own, with a warning.
   *
   * @param submissions what was read
   * @return one outcome for each, in their order
   */
  public List<Registration> register(List<Submission> submissions) {
    if (submissions.isEmpty()) {
      return List.of();
    }
    refuseIfReadOnly();
    List<String> hashes = submissions.parallelStream().map(s -> Sha256.of(s.original())).toList();
    return guarded(
        "ghi",
        () -> {
          Map<String, String> registered =
              database.reading().withHandle(h -> Reads.ofOriginals(h, Set.copyOf(hashes)));
          List<PreparedSubmission> prepared =
              IntStream.range(0, hashes.size())
                  .parallel()
                  .filter(i -> !registered.containsKey(hashes.get(i)))
                  .mapToObj(i -> PreparedSubmission.of(submissions.get(i), hashes.get(i), codec))
                  .toList();
          Map<String, byte[]> bytes = new LinkedHashMap<>();
          for (int i = 0; i < hashes.size(); i++) {
            if (!registered.containsKey(hashes.get(i))) {
              bytes.put(hashes.get(i), submissions.get(i).original());
            }
          }
          if (prepared.isEmpty()) {
            return inOrder(hashes, registered, List.of());
          }
          List<Registration> outcomes = write(prepared, bytes);
          listeners.forEach(Runnable::run);
          return inOrder(hashes, registered, outcomes);
        });
  }

  private List<Registration> write(List<PreparedSubmission> group, Map<String, byte[]> bytes)
      throws IOException {
    writing.lock();
    try {
      originals.store(bytes);
      return database
          .writing()
          .inTransaction(handle ->
              new Registrar(handle, codec, ids, Instant.now())
                  .register(group, Reads.ofOriginals(handle, bytes.keySet())));
    } finally {
      writing.unlock();
    }
  }

  /** Outcomes of what was known before and of what was written, as submitted. */
  private static List<Registration> inOrder(
      List<String> hashes, Map<String, String> registered, List<Registration> written) {
    var next = written.iterator();
    return hashes.stream()
        .map(hash -> {
          String before = registered.get(hash);
          return before == null
              ? next.next()
              : new Registration(Registration.Outcome.UNCHANGED, before, Optional.empty());
        })
        .toList();
  }

  /**
   * Asks to be told of every commit that this registry object makes.
   *
   * @param listener called after the commit by the thread that registered; must be quick
   * @return ends it when closed
   */
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** An {@link #onChange} that can be ended. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Keeps the bytes of a file that cannot be read, with the reason; the same bytes are kept once.
   *
   * @param source where it came from
   * @param original its bytes
   * @param reason why it was rejected, in Vietnamese
   */
  public void quarantine(String source, byte[] original, String reason) {
    refuseIfReadOnly();
    guarded(
        "cách ly tệp",
        () -> {
          writing.lock();
          try {
            quarantine.keep(source, original, reason);
            return true;
          } finally {
            writing.unlock();
          }
        });
  }

  /** Whether these very bytes are registered, and as which document. */
  public Optional<String> documentOfOriginal(String sha256) {
    return guarded(
        "đọc",
        () ->
            database
                .reading()
                .withHandle(
                    h -> Optional.ofNullable(Reads.ofOriginals(h, List.of(sha256)).get(sha256))));
  }

  /** The document with this id, if there is one. */
  public Optional<RegisteredDocument> document(String id) {
    return guarded("đọc", () -> reads.document(id));
  }

  /** The documents with these ids, those that exist, by id. */
  public Map<String, RegisteredDocument> documents(Collection<String> documentIds) {
    return guarded("đọc", () -> reads.byIds(new HashSet<>(documentIds)));
  }

  /**
   * All documents, the last registered first.
   *
   * @param offset how many to pass over
   * @param limit how many at most
   */
  public List<RegisteredDocument> documents(int offset, int limit) {
    return guarded("đọc", () -> reads.newest(offset, limit));
  }

  /**
   * All documents with this number, whatever their body and year, the first registered first.
   *
   * @param numberKey {@link vn.vanban.law.DocumentNumber#key()}
   */
  public List<RegisteredDocument> documentsByNumber(String numberKey) {
    return guarded("đọc", () -> reads.byNumber(numberKey));
  }

  /** The bytes of a registered original. */
  public Optional<InputStream> original(String sha256) {
    return documentOfOriginal(sha256).flatMap(id -> guarded("đọc", () -> originals.open(sha256)));
  }

  /** The text of an original before any repair. */
  public Optional<String> extractedText(String sha256) {
    return guarded("đọc", () -> reads.extractedText(sha256));
  }

  /** The identity of this registry and its last change. */
  public FeedPosition position() {
    return guarded("đọc", () -> new FeedPosition(registryId, epoch, reads.lastSequence()));
  }

  /**
   * The change feed, oldest first.
   *
   * @param sequence changes after this number
   * @param limit how many at most
   */
  public List<Change> changesAfter(long sequence, int limit) {
    return guarded("đọc", () -> reads.changesAfter(sequence, limit));
  }

  /** How many documents there are. */
  public long documentCount() {
    return guarded("đọc", reads::documentCount);
  }

  /**
   * Holds every original against its hash and size, every record and text against its own, the feed
   * against the documents, and lets SQLite check its file. Reads everything: minutes for large
   * registries.
   *
   * @return what was found; empty if all is well
   */
  public List<Finding> verify() {
    return guarded(
        "kiểm tra",
        () ->
            database
                .reading()
                .withHandle(h -> {
                  try {
                    return new Verification(h, originals, codec).run();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    guarded(
        "đóng sổ đăng ký",
        () -> {
          writing.lock();
          try {
            originals.close();
            database.close();
            if (folderLock.isPresent()) {
              folderLock.get().close();
            }
            return true;
          } finally {
            writing.unlock();
          }
        });
  }

  private void refuseIfReadOnly() {
    if (folderLock.isEmpty()) {
      throw new RegistryException("Sổ đăng ký đang mở ở chế độ chỉ đọc, không ghi được.");
    }
  }

  /** Work that may fail for reasons of disk or database. */
  private interface Work<T> {
    T run() throws IOException, SQLException;
  }

  private <T> T guarded(String doing, Work<T> work) {
    try {
      return work.run();
    } catch (IOException | SQLException | UncheckedIOException | JdbiException e) {
      throw failures.of(doing, e);
    }
  }
}
