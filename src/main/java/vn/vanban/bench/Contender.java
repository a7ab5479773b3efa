package vn.vanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import vn.vanban.search.IndexChange;

/** An engine that takes part in the comparison; failures of the disk are {@link IOException}s. */
interface Contender extends AutoCloseable {
  /** What it is called in the report. */
  String name();

  /** Whether it holds what it was given in an earlier run, and can still read it. */
  boolean holdsCorpus();

  /** Forgets what it holds. */
  void clear() throws IOException;

  /** Takes in documents. */
  void add(List<IndexChange.Put> documents) throws IOException;

  /** Makes all that was added searchable. */
  void finish() throws IOException;

  /** After how long no more queries of a kind are asked. */
  default Duration patience() {
    return Duration.ofHours(1);
  }

  /** One who asks; used by one thread. */
  Client client() throws IOException;

  @Override
  void close() throws IOException;

  /** One who asks. */
  interface Client extends AutoCloseable {
    /**
     * Asks and reads the first ten hits.
     *
     * @return whether a document is among them
     */
    boolean finds(BenchQuery query) throws IOException;

    @Override
    default void close() throws IOException {}
  }
}
