package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.registry.Submission;

/** Which of several documents a number means, and the bodies that issue them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolutionTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server =
        new RunningServer(
            folder,
            SampleTexts.plan(), // announces the second
            plan("Ủy ban nhân dân tỉnh Mẫu Sơn", "bình đẳng giới"),
            plan("Ủy ban nhân dân tỉnh Sông Mẫu", "phòng chống lụt bão"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Submission plan(String body, String subject) {
    String text = body + "\nSố: 383/KH-UBND\nngày 26 tháng 02 năm 2020\nKẾ HOẠCH\n" + subject;
    LegalDocument document =
        LegalDocument.of(
            DocumentKind.ORIGINAL,
            Optional.of(
                SampleTexts.reading(text, "383/KH-UBND", new DocumentNumber("383/KH-UBND"), 0.9)),
            Optional.of(SampleTexts.reading(text, "KẾ HOẠCH", "Kế hoạch", 0.9)),
            List.of(SampleTexts.reading(text, body, new IssuingBody(body), 0.9)),
            Optional.of(
                SampleTexts.reading(
                    text, "ngày 26 tháng 02 năm 2020", LocalDate.of(2020, 2, 26), 0.9)),
            Optional.of(SampleTexts.reading(text, subject, subject, 0.9)),
            List.of());
    return SampleTexts.submission(subject + ".txt", "text/plain", text, text, document);
  }

  @ParameterizedTest
  @CsvSource({
    "383/KH-UBND, ambiguous, -1, 3",
    "383/kh–ubnd, ambiguous, -1, 3",
    "383/KH-UBND tỉnh Mẫu Sơn, found, 1, 3",
    "383/KH-UBND tỉnh Sông Mẫu, found, 2, 3",
    "383/KH-UBND năm 2020, ambiguous, -1, 3",
    "384/KH-UBND tỉnh Mẫu Sơn, unknown, -1, 0",
    "điều 1 383/KH-UBND tỉnh Mẫu Sơn, found, 1, 2"
  })
  void theOneThatIsNamedIsMeant(String query, String result, int meant, int documents) {
    JsonNode json = server.json("/api/v1/resolve?q=" + Responses.encoded(query));
    assertThat(json.path("result").asText()).as("%s", json).isEqualTo(result);
    assertThat(json.path("document").asText(null)).isEqualTo(meant < 0 ? null : server.id(meant));
    assertThat(json.path("documents")).hasSize(documents);
  }

  @Test
  void aBodyIsToldWithItsDocuments() {
    JsonNode all = server.json("/api/v1/bodies").path("bodies");
    assertThat(all).hasSize(2);
    assertThat(all.at("/0/documents").asInt()).isEqualTo(2);
    JsonNode body = server.json(all.at("/0/links/self").asText());
    assertThat(body.path("name").asText()).isEqualTo("Ủy ban nhân dân tỉnh Mẫu Sơn");
    assertThat(body.at("/years/0/value").asText()).isEqualTo("2020");
    assertThat(server.json(body.at("/links/documents").asText()).path("total").asInt())
        .isEqualTo(2);
    assertThat(server.json("/api/v1/bodies/bo-y-te").path("level").asText()).isEqualTo("central");
    assertThat(server.json("/api/v1/bodies/bo-y-te").path("documents").asInt()).isZero();
    assertThat(server.get("/api/v1/bodies/bo-khong-co").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"ubnd+tinh+mau+son, true, 1", "ubnd+tinh+mau+dong, false, 2"})
  void aBodyIsFoundAsTyped(String typed, boolean held, int bodies) {
    JsonNode json = server.json("/api/v1/bodies?q=" + typed);
    assertThat(json.path("held").asBoolean()).isEqualTo(held);
    assertThat(json.path("bodies")).hasSize(bodies);
  }
}
