package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import vn.vanban.search.BadCursorException;
import vn.vanban.search.CursorExpiredException;
import vn.vanban.search.IndexMark;
import vn.vanban.search.IndexUnavailableException;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Searcher;
import vn.vanban.search.Suggestion;

/**
 * Reads an index as it was last committed, also while another process writes to it or puts a
 * successor in its place. One that bears no mark answers nothing.
 */
public final class LuceneSearcher implements Searcher {
  private final Directory directory;
  private final Analyzer analyzer;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Searching searching;
  private final Cursors cursors;

  private LuceneSearcher(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.analyzer = Schema.analyzer();
    this.reader = reader;
    this.searcher = new TermCachingSearcher(reader);
    this.searching = new Searching(analyzer, RankingWeights.DEFAULT);
    this.cursors = new Cursors(new OneView(searcher));
  }

  /**
   * Opens an index for reading, after holding every file of it against its checksum.
   *
   * @param indexFolder where the index lies
   * @return the index; empty where there is none
   * @throws DamagedIndexException if its files are not as they were written; so do all methods when
   *     it shows later
   * @throws UncheckedIOException if it cannot be read
   */
  public static Optional<LuceneSearcher> open(Path indexFolder) {
    try {
      Optional<Path> found = Generations.readable(indexFolder);
      while (found.isPresent()) {
        @Nullable IOException failure = null;
        try {
          Optional<LuceneSearcher> opened = attempt(found.get());
          if (opened.isPresent()) {
            return opened;
          }
        } catch (IOException e) {
          failure = e;
        }
        Optional<Path> now = Generations.readable(indexFolder);
        if (!now.equals(found)) {
          // Replaced between the two: its successor is the one to read.
          found = now;
        } else if (failure != null) {
          throw failure;
        } else {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      if (IndexFolder.isDamage(e)) {
        throw new DamagedIndexException(e);
      }
      throw new UncheckedIOException("Không đọc được chỉ mục " + indexFolder, e);
    }
  }

  private static Optional<LuceneSearcher> attempt(Path generation) throws IOException {
    if (!Files.isDirectory(generation)) {
      throw new NoSuchFileException(generation.toString());
    }
    @Nullable Directory directory = null;
    @Nullable DirectoryReader reader = null;
    boolean done = false;
    try {
      directory = FSDirectory.open(generation);
      if (!DirectoryReader.indexExists(directory)) {
        return Optional.empty();
      }
      reader = DirectoryReader.open(directory);
      IndexFolder.checkIntegrity(reader);
      LuceneSearcher opened = new LuceneSearcher(directory, reader);
      done = true;
      return Optional.of(opened);
    } catch (IllegalArgumentException e) {
      if (IndexFolder.isDamage(e)) {
        throw new CorruptIndexException("another version's", generation.toString(), e);
      }
      throw e;
    } finally {
      if (!done) {
        IOUtils.closeWhileHandlingException(reader, directory);
      }
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return answering(() -> cursors.search(request, searching::search));
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) {
    return answering(() -> searching.suggest(searcher, typed, limit));
  }

  @Override
  public SearchResult similar(String documentId, int limit) {
    return answering(() -> searching.similar(searcher, documentId, limit));
  }

  @Override
  public SearchResult citing(String documentId, int offset, int limit) {
    return answering(() -> searching.citing(searcher, documentId, offset, limit));
  }

  @Override
  public Optional<IndexMark> mark() {
    return reading(() -> CommitData.mark(reader.getIndexCommit().getUserData().entrySet()));
  }

  @Override
  public long documentCount() {
    return reading(() -> (long) searcher.count(FilterCompiler.DOCUMENTS));
  }

  private record OneView(IndexSearcher searcher) implements Cursors.Current {
    @Override
    public IndexSearcher acquire() {
      return searcher;
    }

    @Override
    public void release(IndexSearcher held) {}
  }

  private interface Read<T> {
    T run() throws IOException;
  }

  private <T> T answering(Read<T> read) {
    if (mark().isEmpty()) {
      throw new IndexUnavailableException();
    }
    return reading(read);
  }

  private <T> T reading(Read<T> read) {
    try {
      return read.run();
    } catch (IOException e) {
      throw IndexFolder.isDamage(e) ? new DamagedIndexException(e) : new UncheckedIOException(e);
    } catch (BadCursorException | CursorExpiredException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      // Wrong bytes can lead astray in any way; whether they are wrong the checksums tell.
      try {
        IndexFolder.checkIntegrity(reader);
      } catch (IOException damage) {
        damage.addSuppressed(e);
        throw new DamagedIndexException(damage);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    try (directory;
        analyzer;
        reader;
        cursors) {
      // Closed in the reverse order of their opening.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
