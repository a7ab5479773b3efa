package vn.vanban.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the folder of an index; a broken one is emptied, for the registry is the truth. */
final class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /** Segments are written when they reach this size; small ones would only be merged again. */
  private static final double RAM_BUFFER_MB = 96;

  private IndexFolder() {}

  interface Opened<T> {
    T with(Directory directory, Analyzer analyzer, IndexWriter writer) throws IOException;
  }

  static <T> T open(Path folder, Opened<T> opened) throws IOException {
    Files.createDirectories(folder);
    try {
      return attempt(folder, opened);
    } catch (IOException e) {
      if (!isDamage(e)) {
        throw e;
      }
      LOG.warn("Chỉ mục {} bị hỏng nên được làm lại từ đầu: {}", folder, e.toString());
      empty(folder);
      return attempt(folder, opened);
    }
  }

  /** Whether it is the index that is wrong: broken, incomplete, or of another version of Lucene. */
  static boolean isDamage(IOException failure) {
    return failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof FileNotFoundException
        || failure instanceof NoSuchFileException
        || failure instanceof EOFException;
  }

  private static <T> T attempt(Path folder, Opened<T> opened) throws IOException {
    Directory directory = FSDirectory.open(folder);
    Analyzer analyzer = Schema.analyzer();
    IndexWriter writer = null;
    boolean done = false;
    try {
      IndexWriterConfig config = new IndexWriterConfig(analyzer);
      config.setSimilarity(Schema.similarity());
      config.setRAMBufferSizeMB(RAM_BUFFER_MB);
      config.setCommitOnClose(false);
      writer = new IndexWriter(directory, config);
      T result = opened.with(directory, analyzer, writer);
      done = true;
      return result;
    } finally {
      if (!done) {
        if (writer != null) {
          writer.rollback();
        }
        analyzer.close();
        directory.close();
      }
    }
  }

  /** Removes the index's files through Lucene's own folder, which knows which are pending. */
  private static void empty(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
  }
}
