package vn.vanban.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What it cost to index a corpus; kept beside the index, so that the next run need not make it.
 *
 * @param corpus the corpus's {@linkplain CorpusMaker#name name}
 * @param textBytes of its texts in UTF-8
 * @param cpuNanos of all threads, merging and garbage collection included, the making of texts not
 * @param wallNanos likewise
 */
record IndexingCost(String corpus, long textBytes, long cpuNanos, long wallNanos) {

  /** Megabytes of text that a core indexes in a second. */
  double megabytesPerCpuSecond() {
    return textBytes / 1e6 / (cpuNanos / 1e9);
  }

  double megabytesPerSecond() {
    return textBytes / 1e6 / (wallNanos / 1e9);
  }

  /** Reads what {@link #write} wrote; empty where there is nothing or it is of another corpus. */
  static Optional<IndexingCost> read(Path file, String corpus) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    if (!corpus.equals(kept.getProperty("corpus"))) {
      return Optional.empty();
    }
    return Optional.of(
        new IndexingCost(
            corpus,
            number(kept, "textBytes"),
            number(kept, "cpuNanos"),
            number(kept, "wallNanos")));
  }

  private static long number(Properties kept, String key) {
    return Long.parseLong(kept.getProperty(key, "0"));
  }

  void write(Path file) throws IOException {
    Properties kept = new Properties();
    kept.setProperty("corpus", corpus);
    kept.setProperty("textBytes", Long.toString(textBytes));
    kept.setProperty("cpuNanos", Long.toString(cpuNanos));
    kept.setProperty("wallNanos", Long.toString(wallNanos));
    try (Writer writer = Files.newBufferedWriter(file)) {
      kept.store(writer, null);
    }
  }
}
