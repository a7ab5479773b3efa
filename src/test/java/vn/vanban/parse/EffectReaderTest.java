package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.Effect;
import vn.vanban.law.Reading;

/** The decision of these tests is of 5 March 2020. */
class EffectReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quyết định này có hiệu lực kể từ ngày ký. | 2020-03-05",
        "Quyết định này có hiệu lực thi hành kể từ ký ban hành. | 2020-03-05",
        "Quyết định này có hiệu lực từ ngày được ban hành. | 2020-03-05",
        "Quyết định này có hiệu lực kể từ ngày 01 tháng 7 năm 2020. | 2020-07-01",
        "Quyết định này có hiệu lực thi hành, kể từ ngày 01/7/2020, thay thế Quyết định số 3/QĐ-UBND. | 2020-07-01",
        "Quyết định này có hiệu lực thi hành từ 0 giờ 00 phút ngày 15 tháng 4 năm 2020. | 2020-04-15",
        "Quyết định có hiệu lực kể từ ngày 15-4-2020. | 2020-04-15",
        "Quyết định này thi hành từ ngày 02 tháng 4 năm 2020. | 2020-04-02",
        "Quyết định này được áp dụng kể từ ngày 02 tháng 4 năm 2020. | 2020-04-02",
        "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký ban hành. | 2020-03-15",
        "Quyết định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký. | 2020-04-19",
        "Quyết định này có hiệu lực thi hành sau mười lăm ngày kể từ ngày ký. | 2020-03-20",
        "Quyết định này có hiệu lực sau 07 (bảy) ngày kể từ ngày được ký. | 2020-03-12",
        "Quyết định này thay thế Quyết định số 9/QĐ-UBND ngày 01 tháng 2 năm 2019 và có hiệu lực kể từ ngày ký. | 2020-03-05",
        "Quyết định này có hiệu lực từ ngày 01/6/2020, trừ quy định tại khoản 2 Điều 5 có hiệu lực từ ngày 01/9/2020. | 2020-06-01",
        "Bản quy định này có hiệu lực thi hành kể từ ngày ký. | 2020-03-05",
      })
  void statesOfItself(String sentence, String expected) {
    Parsed parsed = Parsed.decision("Điều 2. Hiệu lực\n1. " + sentence + "\n");
    assertThat(parsed.effective()).isEqualTo(expected);
    assertThat(parsed.warns("effective")).isFalse();
    Reading<?> reading = parsed.document().effective().orElseThrow();
    assertThat(
            parsed
                .text()
                .substring(reading.evidence().span().start(), reading.evidence().span().end()))
        .matches("(?s)(?:Quyết định|Bản quy định|Quy định).*(?:ký|hành|\\d)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Các quyết định này có hiệu lực kể từ ngày ký.",
        "Nghị định này có hiệu lực kể từ ngày 01 tháng 7 năm 2020.",
        "Khoản 2 Điều 5 của Quyết định này có hiệu lực từ ngày 01/9/2020.",
        "Hồ sơ nộp trước ngày Quyết định này có hiệu lực thi hành thì áp dụng quy định cũ.",
        "Bãi bỏ Quyết định số 8/QĐ-UBND có hiệu lực từ ngày 01 tháng 01 năm 2019.",
        "Sửa đổi Điều 9 như sau:\n“Điều 9. Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2019.”",
        "Thay cụm từ “Quyết định này có hiệu lực từ ngày 01/01/2019” bằng cụm từ khác.",
        "Giấy phép có hiệu lực từ ngày 01 tháng 01 năm 2019.",
        "Chi tiết ở phụ lục.\nPHỤ LỤC\nMẪU\nQuyết định này có hiệu lực kể từ ngày ký.",
      })
  void isNotItsOwn(String sentence) {
    Parsed parsed = Parsed.decision("Điều 2. Nội dung\n1. " + sentence + "\n");
    assertThat(parsed.effective()).isEmpty();
    assertThat(parsed.warns("effective")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo. | Công báo",
        "Quyết định này có hiệu lực kể từ ngày   tháng   năm 2020. | để trống",
        "Quyết định này có hiệu lực từ năm học 2020-2021. | không tính ra",
        "Quyết định này có hiệu lực kể từ ngày công bố. | công bố",
      })
  void whatCannotBeComputedIsAbsentAndSaysWhy(String sentence, String why) {
    Parsed parsed = Parsed.decision("Điều 2. " + sentence + "\n");
    assertThat(parsed.effective()).isEmpty();
    assertThat(parsed.document().warnings())
        .anyMatch(w -> w.field().equals("effective") && w.message().contains(why));
  }

  @Test
  void theGazetteOfThePageCounts() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 2. Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.
            Công báo số 21+22 ngày 20 tháng 3 năm 2020
            """);
    assertThat(parsed.effective()).isEqualTo("2020-04-04");
  }

  @Test
  void anArticleLabelOnItsOwnLineIsNoSubject() {
    Parsed parsed =
        Parsed.decision("Điều 2\nQuyết định này có hiệu lực từ ngày 01 tháng 7 năm 2020.\n");
    assertThat(parsed.effective()).isEqualTo("2020-07-01");
  }

  @Test
  void theDayOfAdoptionIsTaken() {
    Parsed parsed =
        Parsed.of(
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG MÂY\nSố: 15/NQ-HĐND\nSông Mây, ngày 12 tháng 12 năm 2020\n"
                + "NGHỊ QUYẾT\nVề nhiệm vụ năm 2021\nĐiều 1. Thông qua nhiệm vụ.\n"
                + "Nghị quyết này đã được Hội đồng nhân dân tỉnh Sông Mây khóa IX, kỳ họp thứ 5 thông qua"
                + " ngày 10 tháng 12 năm 2020 và có hiệu lực từ ngày thông qua./.\n");
    assertThat(parsed.effective()).isEqualTo("2020-12-10");
  }

  @Test
  void anEffectBeforeTheIssueIsDoubted() {
    Parsed parsed =
        Parsed.decision("Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 02 năm 2019.\n");
    assertThat(parsed.effective()).isEqualTo("2019-02-01");
    assertThat(parsed.warns("effective")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quyết định này hết hiệu lực từ ngày 01 tháng 3 năm 2027. | 2027-03-01",
        "Quyết định này có hiệu lực từ ngày ký đến hết ngày 28 tháng 02 năm 2027. | 2027-03-01",
        "Quyết định này có hiệu lực kể từ ngày 01/4/2020 và được thực hiện đến hết ngày 31/12/2025. | 2026-01-01",
        "Quyết định này hết hiệu lực sau ngày 31/12/2025. | 2026-01-01",
        "Quyết định số 8/QĐ-UBND hết hiệu lực từ ngày 01 tháng 3 năm 2027. | ''",
        "Quyết định này có hiệu lực từ ngày ký. Thời hạn nộp đến hết ngày 31/12/2025. | ''",
      })
  void expiry(String sentence, String expected) {
    Parsed parsed = Parsed.decision("Điều 2. " + sentence + "\n");
    assertThat(parsed.document().effect().expires().map(r -> r.value().toString()).orElse(""))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Khoản 2 Điều 5 và Điều 7 của Quyết định này | dieu-5.khoan-2 dieu-7",
        "Quy định tại các khoản 1, 2 và 3 Điều 4 Quyết định này | dieu-4.khoan-1 dieu-4.khoan-2 dieu-4.khoan-3",
        "Điểm a và điểm b khoản 2 Điều 12, Điều 14a | dieu-12.khoan-2.diem-a dieu-12.khoan-2.diem-b dieu-14a",
        "Từ Điều 3 đến Điều 6 của Quyết định này | dieu-3 dieu-4 dieu-5 dieu-6",
        "Các điểm c đến đ khoản 1 Điều 3 | dieu-3.khoan-1.diem-c dieu-3.khoan-1.diem-d dieu-3.khoan-1.diem-đ",
        "Khoản 4 Điều 9 Quyết định số 8/QĐ-UBND | ''",
        "Khoản 4 Điều 9 của Luật Sông số 8/2010/QH12 được sửa đổi tại khoản 1 Điều 3 của Quyết định này | dieu-3.khoan-1",
        "Phụ lục II ban hành kèm theo Quyết định này | phu-luc-ii",
        "Khoản 1 Điều này | dieu-2.khoan-1",
      })
  void provisionsWithADayOfTheirOwn(String subject, String expected) {
    Parsed parsed =
        Parsed.decision(
            "Điều 2. Hiệu lực\n1. Quyết định này có hiệu lực từ ngày ký.\n2. "
                + subject
                + " có hiệu lực từ ngày 01 tháng 9 năm 2020.\n");
    assertThat(String.join(" ", parts(parsed).stream().map(p -> p.provision().toString()).toList()))
        .isEqualTo(expected);
    assertThat(parts(parsed)).allMatch(p -> p.effective().toString().equals("2020-09-01"));
    assertThat(parsed.effective()).isEqualTo("2020-03-05");
    assertThat(parsed.warns("effective")).isFalse();
  }

  @Test
  void aListOfProvisions() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 2. Hiệu lực
            1. Quyết định này có hiệu lực từ ngày ký.
            2. Các quy định sau đây có hiệu lực từ ngày 01/9/2020:
            a) Khoản 3 Điều 1;
            b) Điều 8.
            3. Điều 9 giữ nguyên.
            """);
    assertThat(parts(parsed).stream().map(p -> p.provision().toString()))
        .containsExactly("dieu-1.khoan-3", "dieu-8");
  }

  @Test
  void aConsolidatedTextSpeaksForWhatItConsolidates() {
    Parsed parsed =
        Parsed.of(
            """
            BỘ THỬ NGHIỆM
            Số: 03/VBHN-BTN
            Sông Mây, ngày 05 tháng 3 năm 2020
            THÔNG TƯ
            Về việc thử
            Điều 1. Nội dung
            Điều 2. Hiệu lực
            Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2015.
            """);
    assertThat(parsed.effective()).isEqualTo("2015-05-01");
    assertThat(parsed.warns("effective")).isTrue();
  }

  @Test
  void anAttachmentHasNoDayOfSigning() {
    Parsed parsed =
        Parsed.of(
            """
            QUY CHẾ
            Quản lý bến sông
            (Ban hành kèm theo Quyết định số 5/QĐ-UBND)
            Điều 1. Phạm vi
            Điều 2. Quy chế này có hiệu lực kể từ ngày ký.
            """);
    assertThat(parsed.document().effective()).isEqualTo(Optional.empty());
    assertThat(parsed.warns("effective")).isTrue();
  }

  private static List<Effect.Part> parts(Parsed parsed) {
    return parsed.document().effect().parts().stream().map(Reading::value).toList();
  }
}
