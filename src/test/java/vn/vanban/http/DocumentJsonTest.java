package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Effect;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Signer;

/** The documented JSON form. */
class DocumentJsonTest {

  @Test
  void everyKeyIsThereAndAbsentValuesAreNull() {
    ObjectNode json = DocumentJson.of(SampleTexts.empty(DocumentKind.DRAFT), "văn bản");
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    assertThat(keys)
        .containsExactly(
            "kind",
            "number",
            "type",
            "title",
            "issuer",
            "issued",
            "subject",
            "subjectReading",
            "signer",
            "signerCapacity",
            "secrecy",
            "urgency",
            "visibility",
            "effective",
            "expires",
            "partialEffect",
            "panel",
            "legalBases",
            "warnings",
            "evidence",
            "provisions",
            "citations",
            "relations");
    assertThat(json.path("kind").asText()).isEqualTo("draft");
    for (String key : keys.subList(1, keys.indexOf("partialEffect"))) {
      assertThat(json.path(key).isNull()).as(key).isTrue();
    }
    for (String key : keys.subList(keys.indexOf("partialEffect"), keys.size())) {
      assertThat(json.path(key)).as(key).isEmpty();
    }
  }

  @Test
  void valuesCarryTheWordsTheyWereReadFrom() {
    LegalDocument plan = SampleTexts.plan().document();
    ObjectNode json = DocumentJson.of(plan, SampleTexts.PLAN);
    assertThat(json.path("number").asText()).isEqualTo("383/KH-UBND");
    assertThat(json.path("issued").asText()).isEqualTo("2020-02-26");
    assertThat(json.path("effective").asText()).isEqualTo("2020-03-01");
    assertThat(json.path("title").asText())
        .isEqualTo("Kế hoạch Thực hiện công tác bình đẳng giới năm 2020");
    JsonNode evidence = json.path("evidence").path("number");
    assertThat(evidence.path("text").asText()).isEqualTo("383/KH-UBND");
    assertThat(
            SampleTexts.PLAN.substring(
                evidence.path("start").asInt(), evidence.path("end").asInt()))
        .isEqualTo("383/KH-UBND");
    assertThat(evidence.path("rule").asText()).isEqualTo("test-rule");
    assertThat(evidence.path("confidence").asDouble()).isEqualTo(0.98);
    assertThat(json.path("warnings").path(0).path("field").asText()).isEqualTo("signer");
    assertThat(json.path("warnings").path(0).path("span").path("start").isInt()).isTrue();
    assertThat(json.path("provisions").path(1).path("path").asText()).isEqualTo("chuong-i.dieu-1");
    assertThat(json.path("provisions").path(1).path("heading").asText()).isEqualTo("Yêu cầu chung");
    assertThat(json.path("provisions").path(2).path("heading").isNull()).isTrue();
    assertThat(DocumentJson.of(plan).path("evidence").path("number").has("text")).isFalse();
  }

  @Test
  void jointIssuersAndSignersAreOneStringWithAListOfEvidence() {
    String text = "BỘ MẪU A - BỘ MẪU B\nTrần Thị Một\nLê Văn Hai\n";
    LegalDocument bare = SampleTexts.empty(DocumentKind.ORIGINAL);
    LegalDocument joint =
        new LegalDocument(
            bare.kind(),
            bare.number(),
            bare.type(),
            List.of(
                SampleTexts.reading(text, "BỘ MẪU A", new IssuingBody("Bộ Mẫu A"), 0.9),
                SampleTexts.reading(text, "BỘ MẪU B", new IssuingBody("Bộ Mẫu B"), 0.9)),
            bare.issued(),
            bare.subject(),
            List.of(
                SampleTexts.reading(
                    text,
                    "Trần Thị Một",
                    new Signer("Trần Thị Một", Optional.of("KT. BỘ TRƯỞNG")),
                    0.9),
                SampleTexts.reading(
                    text, "Lê Văn Hai", new Signer("Lê Văn Hai", Optional.empty()), 0.9)),
            Handling.NONE,
            Effect.from(bare.effective()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    ObjectNode json = DocumentJson.of(joint, text);
    assertThat(json.path("issuer").asText()).isEqualTo("Bộ Mẫu A; Bộ Mẫu B");
    assertThat(json.path("signer").asText()).isEqualTo("Trần Thị Một; Lê Văn Hai");
    assertThat(json.path("signerCapacity").asText()).isEqualTo("KT. BỘ TRƯỞNG");
    assertThat(json.at("/evidence/issuer/1/value").asText()).isEqualTo("Bộ Mẫu B");
    assertThat(json.at("/evidence/issuer/1/text").asText()).isEqualTo("BỘ MẪU B");
    assertThat(json.at("/evidence/signer")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/srv/nhan/2020/kế hoạch.docx, kế hoạch.docx, kế hoạch.docx",
    "'C:\\Users\\an\\383.doc', 383.doc, 383.doc",
    "../../a.txt, a.txt, a.txt",
    "/srv/kho.zip!/vb/383.doc, vb/383.doc, 383.doc",
    "a.zip!/b.zip!/c/d.pdf, c/d.pdf, d.pdf",
    "https://example.org/vb/383.pdf, 383.pdf, 383.pdf",
    "/srv/thu.eml!/.., .., van-ban",
    "/srv/nhan/, nhan, nhan"
  })
  void sourcesAreToldWithoutTheFoldersOfTheServer(String source, String told, String saved) {
    assertThat(SourceName.of(source)).isEqualTo(told);
    assertThat(SourceName.fileName(source)).isEqualTo(saved);
  }

  @Test
  void controlCharactersOfNamesGo() {
    assertThat(SourceName.fileName("x/a\r\nSet-Cookie: b\u202egpj.exe"))
        .isEqualTo("a Set-Cookie: b gpj.exe");
  }
}
