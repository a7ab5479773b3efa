package vn.vanban.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/** The whole way over the real files, where they are at hand. */
@Tag("slow")
class RealFilesTest {
  private static final Path DOCS = Path.of("../shared/data/docs");

  @TempDir Path folder;

  @Test
  void everyRealFileIsRegisteredOrRejectedWithATrueReason() {
    assumeTrue(Files.isDirectory(DOCS), "no real files at " + DOCS);
    List<FileOutcome> outcomes = new ArrayList<>();
    Ingester.Progress progress =
        new Ingester.Progress() {
          @Override
          public void found(int files) {}

          @Override
          public void done(FileOutcome outcome) {
            outcomes.add(outcome);
          }
        };
    try (Registry registry = Registry.open(folder);
        TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
      Ingester ingester = new Ingester(extractor, new TextRepair(), new DocumentParser(), registry);
      long start = System.nanoTime();
      IngestReport report = ingester.ingest(List.of(DOCS), progress);
      long middle = System.nanoTime();
      IngestReport again = ingester.ingest(List.of(DOCS), progress);
      long end = System.nanoTime();
      System.out.printf(
          "real files: %d added, %d unchanged, %d copies, %d rejected, %d kept apart in %.1f s;"
              + " again in %.2f s%n",
          report.added(),
          report.unchanged(),
          report.newCopies(),
          report.rejected().size(),
          report.keptApart().size(),
          (middle - start) / 1e9,
          (end - middle) / 1e9);
      Map<String, Integer> reasons = new TreeMap<>();
      report.rejected().forEach(o -> reasons.merge(o.reason().orElseThrow(), 1, Integer::sum));
      reasons.forEach((reason, count) -> System.out.println("  " + count + " × " + reason));
      assertThat(outcomes).hasSizeGreaterThanOrEqualTo(2 * Ingester.filesIn(List.of(DOCS)).size());
      assertThat(report.rejected())
          .noneMatch(o -> o.reason().orElseThrow().startsWith("Lỗi của chương trình"));
      assertThat(again.added() + again.newCopies()).isZero();
      assertThat(registry.verify()).isEmpty();
    }
  }
}
