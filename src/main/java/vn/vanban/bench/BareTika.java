package vn.vanban.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The measure for extraction: Tika as it comes, by content, with no limits and no recognition of
 * images (no such parser is on the class path).
 */
public final class BareTika {
  private static final Logger LOG = LoggerFactory.getLogger(BareTika.class);

  private final AutoDetectParser parser = new AutoDetectParser();

  /**
   * What a run gave.
   *
   * @param files read without an error
   * @param failures files that Tika could not read
   * @param characters of text, markup apart
   */
  public record Count(int files, int failures, long characters) {}

  /**
   * Extracts the text of every file.
   *
   * @param files regular files
   * @param threads that share the work
   * @return what was read
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Count extractAll(List<Path> files, int threads) throws InterruptedException {
    long characters = 0;
    int failures = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> results = files.stream().map(f -> pool.submit(() -> length(f))).toList();
      for (Future<Long> result : results) {
        try {
          characters += result.get();
        } catch (ExecutionException e) {
          LOG.debug("not read", e.getCause());
          failures++;
        }
      }
    }
    return new Count(files.size() - failures, failures, characters);
  }

  private long length(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    BodyContentHandler handler = new BodyContentHandler(-1);
    try (InputStream stream = TikaInputStream.get(bytes)) {
      parser.parse(stream, handler, new Metadata(), new ParseContext());
    }
    return handler.toString().length();
  }
}
