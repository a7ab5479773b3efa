package vn.vanban.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import vn.vanban.law.Provision;
import vn.vanban.search.IndexChange;

/**
 * What Lucene gives out of the box: one field of BM25 over {@link StandardAnalyzer}, a document a
 * provision, its text stored; the ten best with their texts.
 */
final class StandardBaseline implements AutoCloseable {
  private static final String TEXT = "text";
  private static final String STORED = "stored";
  private static final int HITS = 10;

  private final StandardAnalyzer analyzer = new StandardAnalyzer();
  private final FSDirectory directory;
  private final IndexWriter writer;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  StandardBaseline(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
    reader = DirectoryReader.open(writer);
    searcher = new IndexSearcher(reader);
  }

  void add(IndexChange.Put put) throws IOException {
    String text = put.texts().getFirst();
    String title = put.document().title();
    for (Provision provision : put.document().provisions()) {
      String body = text.substring(provision.span().start(), provision.span().end());
      Document document = new Document();
      document.add(new TextField(TEXT, title, Field.Store.NO));
      document.add(new TextField(TEXT, body, Field.Store.NO));
      document.add(new StoredField(STORED, body));
      writer.addDocument(document);
    }
  }

  /** Makes all that was added searchable. */
  void commit() throws IOException {
    writer.commit();
  }

  /** Reads what was committed, now or in an earlier run. */
  void reopen() throws IOException {
    reader.close();
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, .75f));
  }

  /** Asks; returns how many characters were found. */
  int ask(String query) throws IOException {
    Query asked = new QueryBuilder(analyzer).createBooleanQuery(TEXT, query);
    if (asked == null) {
      return 0; // no word in it
    }
    int characters = 0;
    for (ScoreDoc hit :
        searcher.search(asked, new TopScoreDocCollectorManager(HITS, null, HITS)).scoreDocs) {
      characters += searcher.storedFields().document(hit.doc).get(STORED).length();
    }
    return characters;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    writer.close();
    directory.close();
    analyzer.close();
  }
}
