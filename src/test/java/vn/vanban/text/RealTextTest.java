package vn.vanban.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractionException;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.extract.TikaExtractor;

/** Nothing is rewritten in silence: real files, where they are at hand. */
@Tag("slow")
class RealTextTest {
  private static final Path DOCS = Path.of("../shared/data/docs");

  @Test
  void cleanFilesChangeOnlyByWhatIsReported() throws IOException {
    assumeTrue(
        Boolean.getBoolean("vanban.noSkip") || Files.isDirectory(DOCS), "no real files at " + DOCS);
    int clean = 0;
    int repaired = 0;
    int converted = 0;
    try (TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT);
        Stream<Path> files = Files.walk(DOCS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        ExtractedText raw;
        try {
          raw = extractor.extract(new SourceFile(file.toString(), Files.readAllBytes(file))).text();
        } catch (ExtractionException e) {
          continue;
        }
        RepairedText text = new TextRepair().repair(raw);
        List<String> repairs = text.notes().stream().filter(n -> n.startsWith("Đã")).toList();
        if (repairs.isEmpty()) {
          assertThat(plain(text.text())).as(file.toString()).isEqualTo(plain(raw.plain()));
          clean++;
        } else if (repairs.stream().anyMatch(note -> note.contains("bảng mã"))) {
          converted++;
        } else {
          assertThat(isPart(letters(text.text()), letters(raw.plain())))
              .as("%s: %s", file, repairs)
              .isTrue();
          repaired++;
        }
      }
    }
    System.out.printf(
        "real texts: %d unchanged, %d with reported repairs, %d converted%n",
        clean, repaired, converted);
    assertThat(clean).isGreaterThan(10 * (repaired + converted) / 2);
  }

  /** What NFC and the repair of single characters do to both. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace('Ð', 'Đ')
        .replace('ð', 'đ')
        .replaceAll("[\\p{Zs}]", " ")
        .replaceAll("[\\p{Cf}\\p{Cc}&&[^\n\t]]", "");
  }

  private static String letters(String text) {
    return plain(text).replaceAll("\\s", "");
  }

  private static boolean isPart(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      at += whole.charAt(i) == part.charAt(at) ? 1 : 0;
    }
    return at == part.length();
  }
}
