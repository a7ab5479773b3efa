package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.search.BadCursorException;
import vn.vanban.search.CursorExpiredException;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.IndexUnavailableException;

/** One index in one folder: open for writing, and for reading until its last reader is done. */
final class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  /** A search pays for each segment. */
  private static final int FEW_SEGMENTS = 4;

  /** So many changes, and such a share of the documents, make segments that are worth merging. */
  private static final int MANY_CHANGES = 1_000;

  private static final double MUCH_CHANGED = .25;

  private final Path folder;
  private final Directory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Blocks blocks;
  private final Searching searching;
  private final Cursors cursors;

  /** The owner is one of them. */
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Reading everything is dear: a request that fails for another reason makes it happen once. */
  private final AtomicBoolean checkedOnFailure = new AtomicBoolean();

  /** Whether a document went since the last commit of which nothing may stay. */
  private final AtomicBoolean concealed = new AtomicBoolean();

  /** Changes since segments were last made few. */
  private final AtomicInteger changes = new AtomicInteger();

  private final AtomicBoolean gathering = new AtomicBoolean();

  private volatile boolean withheld;
  private volatile boolean damaged;

  /** Of what is durable and searchable: the writer's own data already bears that of a commit. */
  private volatile Optional<IndexMark> mark;

  private Generation(
      Path folder,
      Directory directory,
      Analyzer analyzer,
      IndexWriter writer,
      RankingWeights weights)
      throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.analyzer = analyzer;
    this.writer = writer;
    this.mark = CommitData.mark(writer.getLiveCommitData());
    this.withheld = mark.isEmpty();
    this.searchers = new SearcherManager(writer, new Searchers());
    this.blocks = new Blocks(analyzer);
    this.searching = new Searching(analyzer, weights);
    this.cursors = new Cursors(new CurrentView(searchers));
  }

  /**
   * Opens an index whose every file is as it was written.
   *
   * @throws IOException if it is not ({@link IndexFolder#isDamage}), or cannot be read
   */
  static Generation open(Path folder, RankingWeights weights, UnaryOperator<Directory> wrapping)
      throws IOException {
    return IndexFolder.open(
        folder,
        wrapping,
        (directory, analyzer, writer) -> {
          try (DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexFolder.checkIntegrity(reader);
          }
          Generation opened = new Generation(folder, directory, analyzer, writer, weights);
          if (opened.segments() > 2 * FEW_SEGMENTS) {
            opened.gather(); // another process put much in, and ended
          }
          return opened;
        });
  }

  private int segments() {
    return withSearcher(searcher -> searcher.getIndexReader().leaves().size());
  }

  Path folder() {
    return folder;
  }

  Optional<IndexMark> mark() {
    return withheld || damaged ? Optional.empty() : mark;
  }

  boolean isWritable() {
    return writer.isOpen();
  }

  boolean isDamaged() {
    return damaged;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  void withhold() {
    withheld = true;
  }

  void withholdAs(Generation other) {
    withheld |= other.withheld;
    damaged |= other.damaged;
  }

  /** Notes what a failure says of the files. */
  void failed(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (IndexFolder.isDamage(cause)) {
        damage(cause);
      }
    }
    Throwable tragedy = writer.getTragicException();
    if (tragedy != null && IndexFolder.isDamage(tragedy)) {
      damage(tragedy);
    }
  }

  private void damage(Throwable cause) {
    if (!damaged) {
      LOG.error("Chỉ mục {} bị hỏng nên sẽ được dựng lại.", folder, cause);
    }
    damaged = true;
  }

  interface Answering<T> {
    T with(Searching searching, Cursors cursors) throws IOException;
  }

  /**
   * Answers, unless there is nothing to answer from.
   *
   * @throws IndexUnavailableException if it may not, or shows itself to be damaged
   */
  <T> T answer(Answering<T> answering) {
    if (withheld || damaged) {
      throw new IndexUnavailableException();
    }
    try {
      return answering.with(searching, cursors);
    } catch (BadCursorException | CursorExpiredException | IndexUnavailableException e) {
      throw e;
    } catch (IOException e) {
      failed(e);
      refuseDamaged(e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | AssertionError e) {
      failed(e);
      // Wrong bytes can lead astray in any way; whether they are wrong the checksums tell.
      if (!damaged && checkedOnFailure.compareAndSet(false, true)) {
        check();
      }
      refuseDamaged(e);
      throw e;
    }
  }

  private void refuseDamaged(Throwable failure) {
    if (damaged) {
      IndexUnavailableException unavailable = new IndexUnavailableException();
      unavailable.addSuppressed(failure);
      throw unavailable;
    }
  }

  private void check() {
    try {
      withSearcher(searcher -> {
        IndexFolder.checkIntegrity((DirectoryReader) searcher.getIndexReader());
        return true;
      });
    } catch (UncheckedIOException e) {
      failed(e);
    }
  }

  void apply(List<IndexChange> changes) {
    // Of several changes of one document the last one counts, so the rest may go in any order.
    Map<String, IndexChange> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.documentId(), change));
    last.values().parallelStream().forEach(this::write);
    this.changes.addAndGet(last.size());
  }

  private void write(IndexChange change) {
    Term id = new Term(Schema.ID, change.documentId());
    try {
      switch (change) {
        case IndexChange.Put put -> writer.updateDocuments(id, blocks.block(put));
        case IndexChange.Remove remove -> {
          if (remove.reason() == IndexChange.Reason.ERASED
              || (remove.reason() == IndexChange.Reason.WITHHELD && isShown(id))) {
            concealed.set(true);
          }
          writer.deleteDocuments(id);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isShown(Term id) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().docFreq(id) > 0;
    } finally {
      searchers.release(searcher);
    }
  }

  void commit(IndexMark next) {
    try {
      boolean purge = concealed.getAndSet(false);
      if (purge) {
        // Deleted documents stay in their segments until these are written anew.
        writer.forceMergeDeletes();
      }
      writer.setLiveCommitData(CommitData.of(next).entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      if (purge) {
        cursors.end(); // their views would show it still
        writer.deleteUnusedFiles();
      }
      mark = Optional.of(next);
      withheld = false;
      if (changes.get() >= MANY_CHANGES && changes.get() >= MUCH_CHANGED * documents()) {
        gather();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long documents() {
    return withSearcher(searcher -> (long) searcher.count(FilterCompiler.DOCUMENTS));
  }

  /** Makes segments few, beside all else: neither a change nor the end waits for it. */
  private void gather() {
    changes.set(0);
    if (gathering.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("index-merging").start(this::gatherNow);
    }
  }

  private void gatherNow() {
    try {
      writer.forceMerge(FEW_SEGMENTS);
      // With what was applied meanwhile; the mark says of less, and that is applied again.
      writer.commit();
      searchers.maybeRefresh();
    } catch (AlreadyClosedException e) {
      LOG.debug("closed while its segments were merged", e);
    } catch (IOException e) {
      if (writer.isOpen()) {
        LOG.warn("segments of {} stay many", folder, e);
      }
    } finally {
      gathering.set(false);
    }
  }

  void clear() {
    try {
      writer.deleteAll();
      writer.setLiveCommitData(Map.<String, String>of().entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      mark = Optional.empty();
      withheld = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T withSearcher(LuceneEngine.Work<T> work) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return work.with(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it can still be read; if so {@link #release} must follow. */
  boolean hold() {
    return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /** The last one to let go closes the files. */
  void release() {
    if (holders.decrementAndGet() > 0) {
      return;
    }
    try {
      IOUtils.close(cursors, searchers, analyzer, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends writing at once, and reading with the last reader. What is not committed is dropped. */
  void retire() {
    try {
      writer.rollback();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AlreadyClosedException e) {
      LOG.debug("closed by a failure before", e);
    } finally {
      release();
    }
  }

  private record CurrentView(SearcherManager searchers) implements Cursors.Current {
    @Override
    public IndexSearcher acquire() throws IOException {
      return searchers.acquire();
    }

    @Override
    public void release(IndexSearcher searcher) throws IOException {
      searchers.release(searcher);
    }
  }

  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader,
        org.apache.lucene.index.@org.jspecify.annotations.Nullable IndexReader previous) {
      return new TermCachingSearcher(reader);
    }
  }
}
