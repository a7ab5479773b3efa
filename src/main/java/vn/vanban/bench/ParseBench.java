package vn.vanban.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vanban.law.LegalDocument;
import vn.vanban.parse.DocumentParser;
import vn.vanban.text.OffsetMap;
import vn.vanban.text.RepairedText;

/**
 * How fast one core parses repaired text: a warm-up, then three rounds, of which the median counts.
 * Megabytes are those of the text in UTF-8.
 */
public final class ParseBench {
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 3;

  /**
   * What was measured.
   *
   * @param texts how many
   * @param bytes of all of them in UTF-8
   * @param time of the median round
   * @param provisions read in a round
   */
  public record Result(int texts, long bytes, Duration time, long provisions) {
    /** Megabytes of text a second. */
    public double megabytesPerSecond() {
      return bytes / 1e6 / (time.toNanos() / 1e9);
    }
  }

  /** Measures, on the calling thread. */
  public Result run(List<String> texts) {
    DocumentParser parser = new DocumentParser();
    List<RepairedText> repaired =
        texts.stream().map(t -> new RepairedText(t, OffsetMap.identity(), List.of())).toList();
    long bytes = texts.stream().mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length).sum();
    for (int i = 0; i < WARM_UPS; i++) {
      round(parser, repaired);
    }
    List<Duration> times = new ArrayList<>();
    long provisions = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      provisions = round(parser, repaired);
      times.add(Duration.ofNanos(System.nanoTime() - start));
    }
    times.sort(null);
    return new Result(texts.size(), bytes, times.get(ROUNDS / 2), provisions);
  }

  private static long round(DocumentParser parser, List<RepairedText> texts) {
    long provisions = 0;
    for (RepairedText text : texts) {
      LegalDocument document = parser.parse(text);
      provisions += document.provisions().size();
    }
    return provisions;
  }
}
