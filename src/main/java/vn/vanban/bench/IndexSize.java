package vn.vanban.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vn.vanban.lucene.LuceneEngine;

/**
 * How large the last commit of a Lucene index is.
 *
 * @param segments how many it has
 * @param bytes by what they hold; those of compound files are looked up within them
 */
record IndexSize(int segments, Map<Part, Long> bytes) {
  /** What files of an index hold. */
  enum Part {
    STORED,
    TERMS,
    POSTINGS,
    POSITIONS,
    NORMS,
    DOC_VALUES,
    OTHER
  }

  static IndexSize of(Path folder) throws IOException {
    Map<Part, Long> bytes = new TreeMap<>();
    try (Directory directory = FSDirectory.open(LuceneEngine.filesIn(folder))) {
      SegmentInfos infos = SegmentInfos.readLatestCommit(directory);
      for (SegmentCommitInfo segment : infos) {
        if (segment.info.getUseCompoundFile()) {
          try (Directory within =
              segment.info.getCodec().compoundFormat().getCompoundReader(directory, segment.info)) {
            for (String file : within.listAll()) {
              bytes.merge(part(file), within.fileLength(file), Long::sum);
            }
          }
        } else {
          for (String file : segment.files()) {
            bytes.merge(part(file), directory.fileLength(file), Long::sum);
          }
        }
      }
      long texts = texts(directory);
      bytes.merge(Part.STORED, texts, Long::sum);
      bytes.merge(Part.DOC_VALUES, -texts, Long::sum);
      return new IndexSize(infos.size(), bytes);
    }
  }

  /** What doc values hold of texts to be shown: all that is neither a number nor an ordinal. */
  private static long texts(Directory directory) throws IOException {
    long bytes = 0;
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          if (field.getDocValuesType() == DocValuesType.BINARY) {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(field.name);
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
              bytes += values.binaryValue().length;
            }
          }
        }
      }
    }
    return bytes;
  }

  private static Part part(String file) {
    String extension = String.valueOf(IndexFileNames.getExtension(file));
    return switch (extension) {
      case "fdt", "fdx", "fdm" -> Part.STORED;
      case "tim", "tip", "tmd" -> Part.TERMS;
      case "doc", "psm" -> Part.POSTINGS;
      case "pos", "pay" -> Part.POSITIONS;
      case "nvd", "nvm" -> Part.NORMS;
      case "dvd", "dvm" -> Part.DOC_VALUES;
      default -> Part.OTHER;
    };
  }

  long all() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  long withoutStored() {
    return all() - of(Part.STORED);
  }

  long of(Part part) {
    return bytes.getOrDefault(part, 0L);
  }
}
