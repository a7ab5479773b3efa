package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Handling;
import vn.vanban.law.Reading;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Urgency;

class HandlingReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MẬT | CONFIDENTIAL",
        "TỐI MẬT | SECRET",
        "TUYỆT MẬT | TOP_SECRET",
        "[TỐI MẬT] | SECRET",
        "Độ mật: Mật | CONFIDENTIAL",
        "Bảo vệ bí mật nhà nước | ''",
        "mật | ''",
        "MẬT MÃ | ''",
        "Về việc giải mật tài liệu | ''",
      })
  void secrecy(String line, String expected) {
    assertThat(stamped(line).secrecy().map(r -> r.value().name()).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KHẨN | URGENT",
        "THƯỢNG KHẨN | VERY_URGENT",
        "HỎA TỐC | EXPRESS",
        "HOẢ TỐC | EXPRESS",
        "HỎA TỐC HẸN GIỜ | EXPRESS",
        "HỎA TỐC, hẹn giờ 16 giờ 30 | EXPRESS",
        "Độ khẩn: Khẩn | URGENT",
        "KHẨN TRƯƠNG | ''",
        "Công điện khẩn | ''",
      })
  void urgency(String line, String expected) {
    assertThat(stamped(line).urgency().map(r -> r.value().name()).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LƯU HÀNH NỘI BỘ | INTERNAL",
        "(Tài liệu lưu hành nội bộ) | INTERNAL",
        "XEM XONG TRẢ LẠI | INTERNAL",
        "Quy định việc lưu hành nội bộ tài liệu | ''",
      })
  void visibility(String line, String expected) {
    assertThat(stamped(line).visibility().map(r -> r.value().name()).orElse(""))
        .isEqualTo(expected);
  }

  @Test
  void wordsOfTheTextAreNoStamps() {
    Parsed parsed =
        Parsed.decision("Điều 1. Phân loại\nMẬT\nHỎA TỐC\nLƯU HÀNH NỘI BỘ\nĐiều 2. Thi hành\n");
    assertThat(parsed.document().handling()).isEqualTo(Handling.NONE);
  }

  @Test
  void stampsStandBesideTheLetterheadAndHaveEvidence() {
    Parsed parsed =
        Parsed.of(
            """
            TỐI MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            ỦY BAN NHÂN DÂN\tĐộc lập - Tự do - Hạnh phúc
            TỈNH SÔNG MÂY\tHỎA TỐC
            Số: 4/QĐ-UBND\tSông Mây, ngày 05 tháng 3 năm 2020
            QUYẾT ĐỊNH
            Về việc giao đất
            Điều 1. Giao đất.
            """);
    Handling handling = parsed.document().handling();
    Reading<Secrecy> secrecy = handling.secrecy().orElseThrow();
    assertThat(secrecy.value()).isEqualTo(Secrecy.SECRET);
    assertThat(
            parsed
                .text()
                .substring(secrecy.evidence().span().start(), secrecy.evidence().span().end()))
        .isEqualTo("TỐI MẬT");
    assertThat(handling.urgency().map(Reading::value)).contains(Urgency.EXPRESS);
    assertThat(parsed.number()).isEqualTo("4/QĐ-UBND");
  }

  private static Handling stamped(String line) {
    return Parsed.of(
            "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\nSố: 4/QĐ-UBND\n"
                + line
                + "\nSông Mây, ngày 05 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc giao đất\nĐiều 1. Giao đất.\n")
        .document()
        .handling();
  }
}
