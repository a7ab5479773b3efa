package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.Evidence;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Span;
import vn.vanban.registry.RegisteredDocument;

/** JSON-LD in pages: what a crawler takes out of them has the shape of schema.org's Legislation. */
class LegislationJsonTest {
  private static final PublicAddress BASE = new PublicAddress("https://vanban.example");
  private static final LocalDate DAY = LocalDate.of(2021, 6, 1);
  private static final Pattern BLOCK =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            LegislationJsonTest.class.getResourceAsStream("legislation.schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<ValidationMessage> faults(JsonNode json) {
    return SCHEMA.validate(json);
  }

  private static RegisteredDocument registered(LegalDocument document) {
    return new RegisteredDocument(
        "01abc",
        Instant.EPOCH,
        document,
        List.of(
            new RegisteredDocument.Copy(
                "ab".repeat(32), "/srv/nhan/kh.pdf", "application/pdf", 1234, "chữ")),
        List.of());
  }

  private static Relation relation(RelationType type, Citation.Target target) {
    return new Relation(
        type, target, List.of(), Optional.empty(), new Evidence(new Span(0, 1), "test", 0.9));
  }

  private static ObjectNode json(LegalDocument document, EffectStatus status) {
    return LegislationJson.of(BASE, registered(document), Optional.of(status), DAY).orElseThrow();
  }

  private static LegalDocument plan() {
    return SampleTexts.plan().document().draft().kind(DocumentKind.ORIGINAL).build();
  }

  @Test
  void everyFieldIsThereInItsShape() {
    LegalDocument plan = plan();
    Citation.Target decree = new Citation.ByNumber(new DocumentNumber("30/2020/NĐ-CP"));
    Citation.Target law =
        new Citation.ByName("Luật Bình đẳng giới", java.util.OptionalInt.of(2006));
    LegalDocument related =
        new LegalDocument(
            plan.kind(),
            plan.number(),
            plan.type(),
            plan.issuers(),
            plan.issued(),
            plan.subject(),
            plan.signers(),
            plan.handling(),
            plan.effect(),
            plan.legalBases(),
            plan.citations(),
            List.of(
                relation(RelationType.BASED_ON, law),
                relation(RelationType.AMENDS, decree),
                relation(RelationType.REPEALS, decree),
                relation(RelationType.CONSOLIDATES, decree),
                relation(RelationType.GUIDES, law),
                relation(RelationType.REFERS_TO, law),
                relation(RelationType.AMENDS, new Citation.Self())),
            plan.provisions(),
            plan.warnings());
    ObjectNode json = json(related, EffectStatus.PARTLY);
    assertThat(faults(json)).isEmpty();
    assertThat(json.path("url").asText()).isEqualTo("https://vanban.example/van-ban/01abc");
    assertThat(json.path("name").asText()).isEqualTo("Kế hoạch 383/KH-UBND");
    assertThat(json.path("legislationIdentifier").asText()).isEqualTo("383/KH-UBND");
    assertThat(json.path("legislationType").asText()).isEqualTo("Kế hoạch");
    assertThat(json.path("legislationDate").asText()).isEqualTo("2020-02-26");
    assertThat(json.path("legislationDateVersion").asText()).isEqualTo("2021-06-01");
    assertThat(json.path("legislationPassedBy").path(0).path("name").asText())
        .isEqualTo("Ủy ban nhân dân tỉnh Mẫu Sơn");
    assertThat(json.path("isBasedOn").toString())
        .isEqualTo("[{\"@type\":\"Legislation\",\"name\":\"Luật Bình đẳng giới 2006\"}]");
    assertThat(json.path("legislationChanges").toString())
        .isEqualTo("[{\"@type\":\"Legislation\",\"legislationIdentifier\":\"30/2020/NĐ-CP\"}]");
    assertThat(json.path("legislationConsolidates")).hasSize(1);
    assertThat(json.path("legislationApplies")).hasSize(1);
    assertThat(json.path("encoding").path("contentUrl").asText())
        .isEqualTo("https://vanban.example/api/v1/documents/01abc/original");
  }

  @ParameterizedTest
  @CsvSource({
    "IN_FORCE, https://schema.org/InForce",
    "PARTLY, https://schema.org/PartiallyInForce",
    "NOT_YET, https://schema.org/NotInForce",
    "SUSPENDED, https://schema.org/NotInForce",
    "EXPIRED, https://schema.org/NotInForce",
    "UNKNOWN, ''",
  })
  void forceIsToldWhereItIsKnown(EffectStatus status, String force) {
    ObjectNode json = json(plan(), status);
    assertThat(faults(json)).isEmpty();
    assertThat(json.path("legislationLegalForce").asText("")).isEqualTo(force);
  }

  @Test
  void ofADocumentThatCouldNotBeReadItIsValidAndOfAFormThereIsNone() {
    assertThat(faults(json(SampleTexts.empty(DocumentKind.ORIGINAL), EffectStatus.UNKNOWN)))
        .isEmpty();
    for (DocumentKind kind : List.of(DocumentKind.FORM, DocumentKind.OTHER)) {
      assertThat(
              LegislationJson.of(BASE, registered(SampleTexts.empty(kind)), Optional.empty(), DAY))
          .isEmpty();
    }
  }

  @Test
  void theSchemaCanTellWrongFromRight() {
    assertThat(faults(json(plan(), EffectStatus.IN_FORCE).put("legislationDate", "26/02/2020")))
        .isNotEmpty();
    assertThat(faults(json(plan(), EffectStatus.IN_FORCE).put("url", "/van-ban/1"))).isNotEmpty();
    assertThat(faults(json(plan(), EffectStatus.IN_FORCE).put("legislationPassedBy", "Chính phủ")))
        .isNotEmpty();
    assertThat(faults(json(plan(), EffectStatus.IN_FORCE).put("legislationLegalforce", "x")))
        .isNotEmpty();
    ObjectNode nameless = json(plan(), EffectStatus.IN_FORCE);
    nameless.remove("name");
    assertThat(faults(nameless)).isNotEmpty();
  }

  @Test
  void pagesCarryItEvenWhereEveryFieldAttacks(@TempDir Path folder) throws IOException {
    try (RunningServer server =
        new RunningServer(folder, SampleTexts.plan(), SampleTexts.hostile())) {
      for (int i = 0; i < 2; i++) {
        String page = server.get("/van-ban/" + server.id(i)).body();
        Matcher block = BLOCK.matcher(page);
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).doesNotContain("<", ">");
        JsonNode json = new ObjectMapper().readTree(block.group(1));
        assertThat(faults(json)).isEmpty();
        assertThat(json.path("url").asText()).isEqualTo(server.base() + "/van-ban/" + server.id(i));
        assertThat(block.find()).isFalse();
      }
    }
  }
}
