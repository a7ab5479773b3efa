package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Reading;

class PanelReaderTest {
  private static final String TITLE =
      "Thông tư số 12/2025/TT-BTN Quy định việc thử nghiệm bến sông\n";
  private static final String SHORT =
      "Còn hiệu lực\nNgày có hiệu lực: 01/07/2025\nNgày cập nhật: 06/04/2026\n";

  private static String text(String number, String effect) {
    return "BỘ THỬ NGHIỆM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: "
        + number
        + "\nSông Mây, ngày 05 tháng 3 năm 2025\nTHÔNG TƯ\nQuy định việc thử nghiệm bến sông\n"
        + "Điều 1. Phạm vi\nĐiều 2. Thông tư này có hiệu lực từ ngày "
        + effect
        + ".\n";
  }

  @Test
  void agreesWithTheText() {
    Parsed parsed = Parsed.of(TITLE + SHORT + text("12/2025/TT-BTN", "01 tháng 7 năm 2025"));
    PortalPanel panel = parsed.document().panel();
    Reading<?> effective = panel.effective().orElseThrow();
    assertThat(effective.value()).hasToString("2025-07-01");
    assertThat(
            parsed
                .text()
                .substring(effective.evidence().span().start(), effective.evidence().span().end()))
        .isEqualTo("01/07/2025");
    assertThat(panel.status().map(Reading::value)).contains("Còn hiệu lực");
    assertThat(parsed.effective()).isEqualTo("2025-07-01");
    assertThat(parsed.document().warnings()).noneMatch(w -> w.field().equals("effective"));
  }

  @Test
  void differsFromTheText() {
    Parsed parsed = Parsed.of(TITLE + SHORT + text("12/2025/TT-BTN", "15 tháng 8 năm 2025"));
    assertThat(parsed.effective()).isEqualTo("2025-08-15");
    assertThat(parsed.document().warnings())
        .anyMatch(w -> w.field().equals("effective") && w.message().contains("2025-07-01"));
  }

  @Test
  void isNeverTheDocumentsOwnWord() {
    Parsed parsed =
        Parsed.of(
            TITLE
                + SHORT
                + TITLE
                + "Số hiệu 12/2025/TT-BTN\nLoại văn bản Thông tư\nNgành --\nNgày ban hành 05/03/2025\n"
                + "Ngày có hiệu lực 01/07/2025\nTình trạng hiệu lực\nCòn hiệu lực\nNgày hết hiệu lực --\n"
                + "Cơ quan ban hành Bộ Thử nghiệm\nChức danh Thứ trưởng\nNgười ký Lê Văn Thử\n");
    PortalPanel panel = parsed.document().panel();
    assertThat(panel.number().map(r -> r.value().canonical())).contains("12/2025/TT-BTN");
    assertThat(panel.type().map(Reading::value)).contains("Thông tư");
    assertThat(panel.issuer().map(Reading::value)).contains("Bộ Thử nghiệm");
    assertThat(panel.issued().map(r -> r.value().toString())).contains("2025-03-05");
    assertThat(panel.expires()).isEmpty();
    assertThat(panel.signer().map(Reading::value)).contains("Lê Văn Thử");
    assertThat(parsed.effective()).isEmpty();
    assertThat(parsed.warns("effective")).isTrue();
  }

  @Test
  void textWithoutAPanelHasNone() {
    Parsed parsed = Parsed.decision("Ngày có hiệu lực: 01/07/2025\n");
    assertThat(parsed.document().panel()).isEqualTo(PortalPanel.NONE);
  }

  @Test
  void anOpenSlotIsFilledFromTheTitleAndSaysSo() {
    Parsed parsed = Parsed.of(TITLE + SHORT + text(" /2025/TT-BTN", "01 tháng 7 năm 2025"));
    assertThat(parsed.number()).isEqualTo("12/2025/TT-BTN");
    assertThat(parsed.warns("number")).isTrue();
    Parsed other = Parsed.of(TITLE + SHORT + text(" /2024/TT-BTN", "01 tháng 7 năm 2025"));
    assertThat(other.number()).isEmpty();
  }
}
