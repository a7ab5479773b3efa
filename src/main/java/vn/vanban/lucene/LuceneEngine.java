package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Suggestion;

/**
 * The embedded engine: a Lucene index in a folder. Failures of the disk are {@link
 * UncheckedIOException}; after one, what was applied since the last commit is dropped and must be
 * applied again from {@link #mark()} on. An index that shows itself to be damaged has no mark and
 * answers nothing until a successor takes its place.
 */
public final class LuceneEngine implements SearchEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);

  private final Generations generations;
  private final RankingWeights weights;
  private final UnaryOperator<Directory> wrapping;
  private volatile Generation current;

  private LuceneEngine(
      Generations generations, RankingWeights weights, UnaryOperator<Directory> wrapping)
      throws IOException {
    this.generations = generations;
    this.weights = weights;
    this.wrapping = wrapping;
    this.current = openCurrent();
  }

  /**
   * Loads what opening an index needs of the language. Who opens one meanwhile waits for no more
   * than what is being loaded.
   */
  public static void prepare() {
    try (Analyzer analyzer = Schema.analyzer()) {
      new Readings(analyzer).of("");
    }
  }

  /**
   * Opens an index, new or old, after holding every file of it against its checksum. A broken one
   * is removed, and {@link #mark()} is empty then; so it is in a new folder.
   *
   * @param indexFolder where the index lies; made if it does not exist
   * @throws UncheckedIOException if the folder cannot be used, or another process writes to it
   */
  public static LuceneEngine open(Path indexFolder) {
    return open(indexFolder, RankingWeights.DEFAULT);
  }

  /**
   * Opens an index whose answers are put in order by other weights than those shipped.
   *
   * @param indexFolder where the index lies; made if it does not exist
   * @param weights the weights of ranking
   * @throws UncheckedIOException if the folder cannot be used, or another process writes to it
   */
  public static LuceneEngine open(Path indexFolder, RankingWeights weights) {
    return open(indexFolder, weights, UnaryOperator.identity());
  }

  static LuceneEngine open(
      Path indexFolder, RankingWeights weights, UnaryOperator<Directory> wrapping) {
    try {
      Generations generations = Generations.open(indexFolder);
      boolean done = false;
      try {
        LuceneEngine opened = new LuceneEngine(generations, weights, wrapping);
        done = true;
        return opened;
      } finally {
        if (!done) {
          IOUtils.closeWhileHandlingException(generations);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Không mở được chỉ mục " + indexFolder, e);
    }
  }

  /**
   * Where the files of the index lie that answers.
   *
   * @param indexFolder an index of this engine, or any other of Lucene
   * @throws IOException if there is none
   */
  public static Path filesIn(Path indexFolder) throws IOException {
    return Generations.readable(indexFolder)
        .orElseThrow(() -> new NoSuchFileException(indexFolder.toString()));
  }

  private Generation openCurrent() throws IOException {
    Optional<Path> folder = generations.current();
    if (folder.isPresent()) {
      try {
        return Generation.open(folder.get(), weights, wrapping);
      } catch (IOException | RuntimeException e) {
        if (!IndexFolder.isDamage(e)) {
          throw e;
        }
        LOG.warn("Chỉ mục {} bị hỏng nên được làm lại từ đầu.", folder.get(), e);
      }
    }
    Path next = generations.next();
    Generation made = Generation.open(next, weights, wrapping);
    boolean done = false;
    try {
      generations.promote(next);
      generations.settle();
      if (folder.isPresent()) {
        generations.remove(folder.get());
      }
      done = true;
      return made;
    } finally {
      if (!done) {
        IOUtils.closeWhileHandlingException(made::retire);
      }
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return answer((searching, cursors) -> cursors.search(request, searching::search));
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) {
    return answerFromCurrent((searching, searcher) -> searching.suggest(searcher, typed, limit));
  }

  @Override
  public SearchResult similar(String documentId, int limit) {
    return answerFromCurrent(
        (searching, searcher) -> searching.similar(searcher, documentId, limit));
  }

  @Override
  public SearchResult citing(String documentId, int offset, int limit) {
    return answerFromCurrent(
        (searching, searcher) -> searching.citing(searcher, documentId, offset, limit));
  }

  @Override
  public synchronized void apply(List<IndexChange> changes) {
    changing(() -> current.apply(changes));
  }

  @Override
  public synchronized void commit(IndexMark next) {
    changing(() -> current.commit(next));
  }

  @Override
  public Optional<IndexMark> mark() {
    return current.mark();
  }

  @Override
  public synchronized void clear() {
    changing(current::clear);
  }

  @Override
  public void withhold() {
    current.withhold();
  }

  @Override
  public long documentCount() {
    return withSearcher(searcher -> (long) searcher.count(FilterCompiler.DOCUMENTS));
  }

  /** Always throws what failed: what was applied before may be lost, so nobody may go on. */
  private void changing(Runnable change) {
    try {
      change.run();
    } catch (RuntimeException e) {
      current.failed(e);
      if (!current.isWritable() && !current.isDamaged()) {
        reopen(e);
      }
      throw e;
    }
  }

  /** Lucene closes a writer for good when the disk fails it; its last commit is sound. */
  private void reopen(RuntimeException failure) {
    Generation closed = current;
    try {
      Generation reopened = Generation.open(closed.folder(), weights, wrapping);
      reopened.withholdAs(closed);
      current = reopened;
      closed.retire();
    } catch (IOException | RuntimeException e) {
      closed.failed(e);
      failure.addSuppressed(e);
    }
  }

  @Override
  public synchronized Successor successor() {
    try {
      return new Next(Generation.open(generations.next(), weights, wrapping));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Next implements Successor {
    private final Generation generation;
    private boolean finished;

    Next(Generation generation) {
      this.generation = generation;
    }

    @Override
    public void apply(List<IndexChange> changes) {
      generation.apply(changes);
    }

    @Override
    public void finish(IndexMark mark) {
      generation.commit(mark);
      replaceBy(generation);
      finished = true;
    }

    @Override
    public void close() {
      if (finished) {
        return;
      }
      try {
        generation.retire();
      } finally {
        remove(generation.folder());
      }
    }
  }

  private synchronized void replaceBy(Generation next) {
    Generation former = current;
    try {
      generations.promote(next.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    current = next;
    try {
      former.retire();
    } catch (UncheckedIOException e) {
      LOG.warn("the former index did not close well", e);
    }
    // Who still reads it has its files open.
    remove(former.folder());
  }

  /** What cannot be removed now is swept up at the next opening. */
  private void remove(Path folder) {
    try {
      generations.settle();
      generations.remove(folder);
    } catch (IOException e) {
      LOG.warn("{} is left over", folder, e);
    }
  }

  @Override
  public synchronized void close() {
    try (generations) {
      current.retire();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Analyzer analyzer() {
    return current.analyzer();
  }

  private <T> T answer(Generation.Answering<T> answering) {
    return held(generation -> generation.answer(answering));
  }

  private interface FromCurrent<T> {
    T with(Searching searching, IndexSearcher searcher) throws IOException;
  }

  private <T> T answerFromCurrent(FromCurrent<T> answering) {
    return held(generation ->
        generation.answer((searching, cursors) ->
            generation.withSearcher(searcher -> answering.with(searching, searcher))));
  }

  <T> T withSearcher(Work<T> work) {
    return held(generation -> generation.withSearcher(work));
  }

  interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T held(Function<Generation, T> work) {
    Generation generation = current;
    while (!generation.hold()) {
      // Replaced between the two, or closed.
      Generation now = current;
      if (now == generation) {
        throw new IllegalStateException("the engine is closed");
      }
      generation = now;
    }
    try {
      return work.apply(generation);
    } finally {
      generation.release();
    }
  }
}
