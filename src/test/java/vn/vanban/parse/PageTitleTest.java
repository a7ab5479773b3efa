package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Warning;
import vn.vanban.text.OffsetMap;
import vn.vanban.text.RepairedText;

class PageTitleTest {
  private static LegalDocument parse(String text) {
    return new DocumentParser().parse(new RepairedText(text, OffsetMap.identity(), List.of()));
  }

  @Test
  void aPageTitleServesWhereTheLetterheadIsMissing() {
    LegalDocument document =
        parse(
            """
            Thông tư số 95/2031/TT-BNV Quy định về sổ theo dõi văn bản đến
            Còn hiệu lực
            Điều 1. Phạm vi điều chỉnh
            Thông tư này quy định về sổ theo dõi.
            """);
    assertThat(document.number().map(n -> n.value().canonical())).contains("95/2031/TT-BNV");
    assertThat(document.type().map(Reading::value)).contains("Thông tư");
    assertThat(document.subject().map(Reading::value))
        .contains("Quy định về sổ theo dõi văn bản đến");
    assertThat(document.warnings()).extracting(Warning::field).contains("issued");
  }

  @Test
  void anotherNumberBelowThePageTitleIsReported() {
    LegalDocument document =
        parse(
            """
            Nghị định số 951/2031/NĐ-CP Quy định về cầu dân sinh
            CHÍNH PHỦ
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 952/2031/NĐ-CP
            Hà Nội, ngày 05 tháng 3 năm 2031
            NGHỊ ĐỊNH
            Quy định về cầu dân sinh
            Điều 1. Phạm vi điều chỉnh
            """);
    assertThat(document.number().map(n -> n.value().canonical())).contains("952/2031/NĐ-CP");
    assertThat(document.warnings()).extracting(Warning::field).contains("number");
  }

  @Test
  void proseIsNoPageTitle() {
    LegalDocument document =
        parse("Quyết định số 15/QĐ-UBND ngày 05/3/2031 đã được gửi tới các xã trong huyện.");
    assertThat(document.number()).isEmpty();
    assertThat(document.warnings()).extracting(Warning::field).contains("number");
  }
}
