package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Searcher;

/** Reads an index as it was last committed, also while another process writes to it. */
public final class LuceneSearcher implements Searcher {
  private final Directory directory;
  private final Analyzer analyzer;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Searching searching;

  private LuceneSearcher(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.analyzer = Schema.analyzer();
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(Schema.similarity());
    this.searching = new Searching(analyzer, Ranking.DEFAULT);
  }

  /**
   * Opens an index for reading.
   *
   * @param indexFolder where the index lies
   * @return the index; empty where there is none
   * @throws UncheckedIOException if it cannot be read
   */
  public static Optional<LuceneSearcher> open(Path indexFolder) {
    try {
      Directory directory = FSDirectory.open(indexFolder);
      if (!DirectoryReader.indexExists(directory)) {
        directory.close();
        return Optional.empty();
      }
      return Optional.of(new LuceneSearcher(directory, DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException("Không đọc được chỉ mục " + indexFolder, e);
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    try {
      return searching.search(searcher, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<IndexMark> mark() {
    try {
      return CommitData.mark(reader.getIndexCommit().getUserData().entrySet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long documentCount() {
    try {
      return searcher.count(new TermQuery(new Term(Schema.ROLE, Schema.DOCUMENT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (directory;
        analyzer;
        reader) {
      // Closed in the reverse order of their opening.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
