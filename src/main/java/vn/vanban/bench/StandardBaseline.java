package vn.vanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import vn.vanban.search.IndexChange;

/**
 * What one has of Lucene without further thought: a document a provision, one field of title,
 * heading and text over StandardAnalyzer, BM25, the first ten bodies read, no highlights.
 */
final class StandardBaseline implements Contender {
  private static final String TEXT = "text";
  private static final String BODY = "body";
  private static final String DOCUMENT = "document";
  private static final double RAM_BUFFER_MB = 96;

  private final Directory directory;
  private final Analyzer analyzer = new StandardAnalyzer();
  private @Nullable IndexWriter writer;
  private @Nullable DirectoryReader reader;

  /** One over an index, new or old. */
  StandardBaseline(Path folder) throws IOException {
    directory = FSDirectory.open(Files.createDirectories(folder));
  }

  @Override
  public String name() {
    return "StandardAnalyzer";
  }

  @Override
  public boolean holdsCorpus() {
    return true;
  }

  /** The next document begins a new index. */
  @Override
  public void clear() {}

  @Override
  public void add(List<IndexChange.Put> documents) throws IOException {
    IndexWriter into = writer;
    if (into == null) {
      into =
          new IndexWriter(
              directory,
              new IndexWriterConfig(analyzer)
                  .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                  .setRAMBufferSizeMB(RAM_BUFFER_MB));
      writer = into;
    }
    for (IndexChange.Put put : documents) {
      for (ProvisionRow row : ProvisionRow.of(put)) {
        Document fields = new Document();
        fields.add(
            new TextField(
                TEXT, row.title() + "\n" + row.heading() + "\n" + row.body(), Field.Store.NO));
        fields.add(new StoredField(BODY, row.body()));
        fields.add(new StoredField(DOCUMENT, row.document()));
        into.addDocument(fields);
      }
    }
  }

  @Override
  public void finish() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  @Override
  public synchronized Client client() throws IOException {
    DirectoryReader open = reader;
    if (open == null) {
      open = DirectoryReader.open(directory);
      reader = open;
    }
    IndexSearcher searcher = new IndexSearcher(open);
    QueryBuilder builder = new QueryBuilder(analyzer);
    return query -> {
      Query words = builder.createBooleanQuery(TEXT, query.text());
      StoredFields stored = searcher.storedFields();
      boolean found = false;
      for (ScoreDoc hit :
          searcher.search(
                  words == null ? new MatchNoDocsQuery("no word") : words, VanbanContender.HITS)
              .scoreDocs) {
        found |= query.document().equals(stored.document(hit.doc).get(DOCUMENT));
      }
      return found;
    };
  }

  @Override
  public void close() throws IOException {
    try (directory;
        analyzer) {
      if (reader != null) {
        reader.close();
      }
      if (writer != null) {
        writer.rollback();
      }
    }
  }
}
