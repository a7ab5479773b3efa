package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.law.Visibility;
import vn.vanban.registry.Submission;

/** A document's page and JSON lead to its copies, its original and its near-duplicates. */
class KinshipPagesTest {
  private static Submission plan(String source, LegalDocument document) {
    return SampleTexts.submission(
        source, "text/plain", source + SampleTexts.PLAN, SampleTexts.PLAN, document);
  }

  @Test
  void kinIsToldOnBothSidesAndWhatIsWithheldOnNone(@TempDir Path folder) {
    LegalDocument announcement = SampleTexts.plan().document();
    LegalDocument numberless =
        announcement.draft().kind(DocumentKind.DRAFT).number(Optional.empty()).build();
    Handling internal =
        new Handling(
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Reading<>(Visibility.INTERNAL, new Evidence(new Span(0, 1), "test", 0.9))));
    try (RunningServer server =
        new RunningServer(
            folder,
            plan("trang.html", announcement),
            plan("goc.pdf", announcement.draft().kind(DocumentKind.ORIGINAL).build()),
            plan("du-thao.doc", numberless),
            plan("noi-bo.doc", numberless.draft().handling(internal).build()))) {
      JsonNode original = server.json("/api/v1/documents/" + server.id(1));
      assertThat(original.path("carries").isNull()).isTrue();
      assertThat(ids(original.path("carriedBy"))).containsExactly(server.id(0));
      assertThat(original.path("carriedBy").path(0).path("kind").asText())
          .isEqualTo("announcement");
      assertThat(ids(original.path("nearDuplicates"))).containsExactly(server.id(2));
      assertThat(original.path("nearDuplicates").path(0).path("similarity").asDouble())
          .isEqualTo(1);
      JsonNode page = server.json("/api/v1/documents/" + server.id(0)).path("carries");
      assertThat(page.path("id").asText()).isEqualTo(server.id(1));
      assertThat(page.path("number").asText()).isEqualTo("383/KH-UBND");
      assertThat(server.get(page.path("links").path("page").asText()).body())
          .contains("Thông báo về văn bản: <a href=\"/van-ban/" + server.id(0))
          .contains("Gần trùng, giống 100 %: <a href=\"/van-ban/" + server.id(2))
          .doesNotContain(server.id(3));
      assertThat(server.get("/van-ban/" + server.id(0)).body())
          .contains("Văn bản gốc: <a href=\"/van-ban/" + server.id(1));
    }
  }

  @Test
  void aMergedDocumentLeadsToTheOneThatIsKept(@TempDir Path folder) {
    LegalDocument announcement = SampleTexts.plan().document();
    LegalDocument original = announcement.draft().kind(DocumentKind.ORIGINAL).build();
    LegalDocument internal =
        original
            .draft()
            .number(Optional.empty())
            .handling(
                new Handling(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                        new Reading<>(
                            Visibility.INTERNAL, new Evidence(new Span(0, 1), "test", 0.9)))))
            .build();
    LegalDocument numberless = original.draft().number(Optional.empty()).build();
    try (RunningServer server =
        new RunningServer(
            folder,
            plan("goc.pdf", original),
            plan("khong-so.pdf", numberless),
            plan("trang.html", announcement),
            plan("noi-bo.pdf", internal))) {
      server.merge(server.id(1), server.id(0));
      assertThatThrownBy(() -> server.merge(server.id(2), server.id(3)))
          .hasMessageContaining("không công khai");
      for (String address :
          List.of("/van-ban/%s", "/van-ban/%s/tuong-tu", "/api/v1/documents/%s/history")) {
        HttpResponse<String> moved = server.get(address.formatted(server.id(1)));
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location"))
            .contains(address.formatted(server.id(0)));
      }
      assertThat(
              server
                  .get("/api/v1/documents/" + server.id(1) + "?asOf=2021-05-01")
                  .headers()
                  .firstValue("Location"))
          .contains("/api/v1/documents/" + server.id(0) + "?asOf=2021-05-01");
      assertThat(server.json("/api/v1/documents/" + server.id(0)).path("copies")).hasSize(2);
      // What is withheld is not given away by a redirect.
      server.correct(server.id(0), "visibility", "internal");
      assertThat(server.get("/van-ban/" + server.id(1)).statusCode()).isEqualTo(404);
    }
  }

  private static List<String> ids(JsonNode documents) {
    return documents.valueStream().map(document -> document.path("id").asText()).toList();
  }
}
