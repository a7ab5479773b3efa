package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Suggestion;

/**
 * The embedded engine: a Lucene index in a folder. Failures of the disk are {@link
 * UncheckedIOException}.
 */
public final class LuceneEngine implements SearchEngine {
  private final Directory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Blocks blocks;
  private final Searching searching;
  private final Cursors cursors;

  /** Of what is durable and searchable: the writer's own data already bears that of a commit. */
  private volatile Optional<IndexMark> mark;

  private LuceneEngine(
      Directory directory, Analyzer analyzer, IndexWriter writer, RankingWeights weights)
      throws IOException {
    this.directory = directory;
    this.analyzer = analyzer;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, new Searchers());
    this.blocks = new Blocks(analyzer);
    this.searching = new Searching(analyzer, weights);
    this.cursors = new Cursors(new CurrentView(searchers));
    this.mark = CommitData.mark(writer.getLiveCommitData());
  }

  /**
   * Opens an index, new or old. A folder that holds a broken index is emptied, and {@link #mark()}
   * is empty then.
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
    try {
      return IndexFolder.open(
          indexFolder,
          (directory, analyzer, writer) -> new LuceneEngine(directory, analyzer, writer, weights));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the index " + indexFolder, e);
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    try {
      return cursors.search(request, searching::search);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) {
    return withSearcher(searcher -> searching.suggest(searcher, typed, limit));
  }

  @Override
  public SearchResult similar(String documentId, int limit) {
    return withSearcher(searcher -> searching.similar(searcher, documentId, limit));
  }

  @Override
  public SearchResult citing(String documentId, int offset, int limit) {
    return withSearcher(searcher -> searching.citing(searcher, documentId, offset, limit));
  }

  @Override
  public void apply(List<IndexChange> changes) {
    // Of several changes of one document the last one counts, so the rest may go in any order.
    Map<String, IndexChange> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.documentId(), change));
    last.values().parallelStream().forEach(this::write);
  }

  private void write(IndexChange change) {
    Term id = new Term(Schema.ID, change.documentId());
    try {
      switch (change) {
        case IndexChange.Put put -> writer.updateDocuments(id, blocks.block(put));
        case IndexChange.Remove remove -> writer.deleteDocuments(id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void commit(IndexMark next) {
    try {
      writer.setLiveCommitData(CommitData.of(next).entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      mark = Optional.of(next);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<IndexMark> mark() {
    return mark;
  }

  @Override
  public void clear() {
    try {
      writer.deleteAll();
      writer.setLiveCommitData(Map.<String, String>of().entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      mark = Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long documentCount() {
    return withSearcher(searcher -> (long) searcher.count(FilterCompiler.DOCUMENTS));
  }

  @Override
  public void close() {
    try (directory;
        analyzer) {
      try (cursors) {
        searchers.close();
      } finally {
        // What was applied but not committed is not part of the index.
        writer.rollback();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Analyzer analyzer() {
    return analyzer;
  }

  <T> T withSearcher(Work<T> work) {
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

  interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
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
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(Schema.similarity());
      return searcher;
    }
  }
}
