package vn.vanban.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Opens the folder of one generation of an index, and tells damage from other failures. */
final class IndexFolder {
  /** Segments are written when they reach this size; small ones would only be merged again. */
  private static final double RAM_BUFFER_MB = 96;

  private IndexFolder() {}

  interface Opened<T> {
    T with(Directory directory, Analyzer analyzer, IndexWriter writer) throws IOException;
  }

  /**
   * Opens a folder for writing.
   *
   * @param wrapping what lies between the index and the disk: nothing, but for tests
   */
  static <T> T open(Path folder, UnaryOperator<Directory> wrapping, Opened<T> opened)
      throws IOException {
    Directory directory = wrapping.apply(FSDirectory.open(folder));
    Analyzer analyzer = Schema.analyzer();
    IndexWriter writer = null;
    boolean done = false;
    try {
      IndexWriterConfig config = new IndexWriterConfig(analyzer);
      config.setSimilarity(Schema.similarity());
      config.setRAMBufferSizeMB(RAM_BUFFER_MB);
      config.setCommitOnClose(false);
      TieredMergePolicy merges = new TieredMergePolicy();
      merges.setForceMergeDeletesPctAllowed(0); // forced only where content was erased
      config.setMergePolicy(merges);
      config.setMaxFullFlushMergeWaitMillis(0); // opening and committing wait for no merge
      writer = new IndexWriter(directory, config);
      T result = opened.with(directory, analyzer, writer);
      done = true;
      return result;
    } finally {
      if (!done) {
        IndexWriter opening = writer;
        IOUtils.closeWhileHandlingException(
            () -> {
              if (opening != null) {
                opening.rollback();
              }
            },
            analyzer,
            directory);
      }
    }
  }

  /**
   * Whether it is the index that is wrong: broken, incomplete, or of another version of Lucene. Not
   * a full disk, missing rights or a defect of ours: these are told, and the index stays.
   */
  static boolean isDamage(Throwable failure) {
    return failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof FileNotFoundException
        || failure instanceof NoSuchFileException
        || failure instanceof EOFException
        || isMissingCodec(failure);
  }

  /** SegmentInfos and NamedSPILoader tell of a codec that this version lacks in this way alone. */
  private static boolean isMissingCodec(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof IllegalArgumentException
        && (message.startsWith("Could not load codec")
            || message.startsWith("An SPI class of type org.apache.lucene."));
  }

  /**
   * Holds every file against its checksum, several segments at a time. Reads everything.
   *
   * @throws CorruptIndexException if one differs
   * @throws IOException if one cannot be read
   */
  static void checkIntegrity(DirectoryReader reader) throws IOException {
    try {
      reader.leaves().parallelStream().forEach(IndexFolder::check);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void check(LeafReaderContext leaf) {
    try {
      leaf.reader().checkIntegrity();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
