package vn.vanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractionException;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.ingest.Ingester;
import vn.vanban.text.RepairedText;
import vn.vanban.text.TextRepair;

/**
 * What text repair costs on one core: on text that needs nothing (the repaired texts of the files,
 * repaired again), and on the texts as extracted. Extraction is not measured; a warm-up, then of
 * several rounds the median.
 */
public final class TextBench {
  private static final Logger LOG = LoggerFactory.getLogger(TextBench.class);

  private static final int ROUNDS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /**
   * What was measured.
   *
   * @param texts how many files had text
   * @param cleanBytes of the texts that need nothing, in UTF-8
   * @param clean median time for them
   * @param rawBytes of the texts as extracted, in UTF-8
   * @param repair median time for these
   */
  public record Result(
      int texts, long cleanBytes, Duration clean, long rawBytes, Duration repair) {}

  /**
   * Measures on the calling thread.
   *
   * @param paths files and folders
   * @return the medians
   * @throws IllegalArgumentException if a path does not exist
   */
  public Result run(List<Path> paths) {
    TextRepair repair = new TextRepair();
    List<ExtractedText> raw = new ArrayList<>();
    try (TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
      for (Path file : Ingester.filesIn(paths)) {
        extract(extractor, file, raw);
      }
    }
    List<ExtractedText> clean = raw.stream().map(text -> clean(repair.repair(text), text)).toList();
    return new Result(
        raw.size(),
        bytes(clean),
        median(clean, repair::repair),
        bytes(raw),
        median(raw, repair::repair));
  }

  private static void extract(TikaExtractor extractor, Path file, List<ExtractedText> into) {
    try {
      ExtractedText text =
          extractor.extract(new SourceFile(file.toString(), Files.readAllBytes(file))).text();
      if (!text.paragraphs().isEmpty()) {
        into.add(text);
      }
    } catch (ExtractionException e) {
      LOG.debug("not read: {}", file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExtractedText clean(RepairedText repaired, ExtractedText raw) {
    int page = raw.paragraphs().getFirst().page();
    return new ExtractedText(
        repaired
            .text()
            .lines()
            .map(line -> new Paragraph(line, ExtractedText.Place.BODY, page, List.of()))
            .toList(),
        raw.pages(),
        raw.images());
  }

  private static long bytes(List<ExtractedText> texts) {
    return texts.stream().mapToLong(t -> t.plain().getBytes(StandardCharsets.UTF_8).length).sum();
  }

  private static Duration median(List<ExtractedText> texts, Consumer<ExtractedText> work) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP.toNanos()) {
      texts.forEach(work);
    }
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      texts.forEach(work);
      times.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    return times.stream().sorted().toList().get(ROUNDS / 2);
  }
}
