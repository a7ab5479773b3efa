package vn.vanban.registry;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The truth: one folder with a SQLite database and the originals by their SHA-256. Safe for use by
 * many threads; one writer process at a time.
 */
@SuppressWarnings("DoNotCallSuggester") // skeleton: goes with the first real body
public final class Registry implements AutoCloseable {

  private Registry() {}

  /**
   * Opens a registry, making it if the folder is new.
   *
   * @param folder the data folder
   * @throws RegistryException if it is held by another process, newer than this program, or damaged
   */
  public static Registry open(Path folder) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Registers a group of files in one commit. When this returns, the originals and records are
   * durable.
   *
   * @param submissions what was read
   * @return one outcome for each, in their order
   */
  public List<Registration> register(List<Submission> submissions) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Keeps the bytes of a file that cannot be read, with the reason; the same bytes are kept once.
   */
  public void quarantine(String source, byte[] original, String reason) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Whether these very bytes are registered, and as which document. */
  public Optional<String> documentOfOriginal(String sha256) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The document with this id, if there is one. */
  public Optional<RegisteredDocument> document(String id) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * All documents with this number, whatever their body and year.
   *
   * @param numberKey {@link vn.vanban.law.DocumentNumber#key()}
   */
  public List<RegisteredDocument> documentsByNumber(String numberKey) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The bytes of an original. */
  public Optional<InputStream> original(String sha256) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** The identity of this registry and its last change. */
  public FeedPosition position() {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * The change feed, oldest first.
   *
   * @param sequence changes after this number
   * @param limit how many at most
   */
  public List<Change> changesAfter(long sequence, int limit) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** How many documents there are. */
  public long documentCount() {
    throw new UnsupportedOperationException("skeleton");
  }

  @Override
  public void close() {}
}
