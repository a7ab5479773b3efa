package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/** Citations as one writes them into a document. */
class CitationTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dieu:5                                | Điều 5
          chuong:ii dieu:5 khoan:2 diem:a       | Điểm a khoản 2 Điều 5
          dieu:146đ khoan:1                     | Khoản 1 Điều 146đ
          phan:i chuong:iv muc:2                | Mục 2 Chương IV Phần I
          phu_luc:ii dieu:3                     | Điều 3 Phụ lục II
          section:i section:2                   | Mục 2 mục I
          dieu:1 khoan:1 diem:i                 | Điểm i khoản 1 Điều 1
          """)
  void aProvisionIsCitedFromWithin(String path, String text) {
    List<Step> steps = new ArrayList<>();
    for (String step : path.split(" ", -1)) {
      String[] parts = step.split(":", -1);
      steps.add(new Step(Level.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
    }
    assertThat(CitationText.of(new ProvisionPath(steps))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "dieu-5, ''",
    "chuong-ii.dieu-5, 'Chương II › '",
    "phan-i.tieu-muc-2.dieu-5, 'Phần I › Tiểu mục 2 › '",
    "section-i.section-2, 'Mục I › '",
    "'', ''"
  })
  void whatStandsAroundIsTold(String path, String around) {
    assertThat(CitationText.around(path)).isEqualTo(around);
  }

  @Test
  void aDocumentIsCitedWithDayAndBody() {
    LegalDocument plan = SampleTexts.plan().document();
    assertThat(CitationText.of(plan, "tệp"))
        .isEqualTo(
            "Kế hoạch số 383/KH-UBND ngày 26 tháng 2 năm 2020 của Ủy ban nhân dân tỉnh Mẫu Sơn");
    assertThat(CitationText.of(SampleTexts.empty(DocumentKind.OTHER), "tệp")).isEqualTo("tệp");
  }

  @ParameterizedTest
  @CsvSource({
    "Đất đai, Luật Đất đai số 31/2024/QH15",
    "LUẬT ĐẤT ĐAI, LUẬT ĐẤT ĐAI số 31/2024/QH15"
  })
  void aLawIsCitedByItsName(String subject, String text) {
    Evidence evidence = new Evidence(new Span(0, 1), "test", 0.9);
    LegalDocument law =
        SampleTexts.empty(DocumentKind.ORIGINAL)
            .draft()
            .number(Optional.of(new Reading<>(new DocumentNumber("31/2024/QH15"), evidence)))
            .type(Optional.of(new Reading<>("Luật", evidence)))
            .subject(Optional.of(new Reading<>(subject, evidence)))
            .build();
    assertThat(CitationText.of(law, "tệp")).isEqualTo(text);
  }
}
