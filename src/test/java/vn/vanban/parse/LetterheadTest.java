package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.DocumentKind;

/**
 * Head and signature of a document in the layouts that extraction gives (NĐ 30/2020, Phụ lục I).
 */
class LetterheadTest {
  private static final String BODY =
      """

      KẾ HOẠCH
      Triển khai cấp nước sạch cho các xã vùng cao
      Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023;
      I. MỤC ĐÍCH
      1. Mọi hộ có nước sạch.
      """;

  /** Table cells in order; columns by tab; one line with the motto; wide gaps; each on its line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\nSố: 383/KH-UBND\nSông Mây, ngày 26 tháng 02 năm 2020",
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SÔNG MÂY\tĐộc lập - Tự do - Hạnh phúc\nSố: 383/KH-UBND\tSông Mây, ngày 26 tháng 02 năm 2020",
        "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SÔNG MÂY        Độc lập - Tự do - Hạnh phúc\nSố: 383/KH-UBND      Sông Mây, ngày 26 tháng 02 năm 2020",
        "UBND TỈNH SÔNG MÂY CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 383/KH-UBND Sông Mây, ngày 26 tháng 02 năm 2020",
        "UBND TỈNH SÔNG MÂY\n\nSố: 383/KH-UBND\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nSông Mây, ngày 26 tháng 2 năm 2020",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nUỶ BAN NHÂN DÂN TỈNH SÔNG MÂY\nSố : 383/KH –UBND\nSông Mây, ngày 26 tháng 02 năm 2020",
      })
  void layouts(String head) {
    Parsed parsed = Parsed.of(head + BODY);
    assertThat(parsed.number()).isEqualTo("383/KH-UBND");
    assertThat(parsed.issued()).isEqualTo("2020-02-26");
    assertThat(parsed.document().issuerNames()).isEqualTo("Ủy ban nhân dân tỉnh Sông Mây");
    assertThat(parsed.type()).isEqualTo("Kế hoạch");
    assertThat(parsed.subject()).isEqualTo("Triển khai cấp nước sạch cho các xã vùng cao");
    assertThat(parsed.document().kind()).isEqualTo(DocumentKind.ORIGINAL);
    assertThat(parsed.document().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Số: 383/KH-UBND, 383/KH-UBND",
    "Số:383/KH- UBND, 383/KH-UBND",
    "Số 383 /KH-UBND, 383/KH-UBND",
    "Số : 383/KH —UBND, 383/KH-UBND",
    "SỐ: 30/2020/NÐ-CP, 30/2020/NĐ-CP",
    "Luật số: 59/2020/QH14, 59/2020/QH14",
    "Số: 27-NQ/TW, 27-NQ/TW",
    "Số: 22/2013/TTLT-BTP-BCA, 22/2013/TTLT-BTP-BCA",
    "Số: 110-SL/L.12, 110-SL/L.12",
    "Số: 03a/QĐ-SYT, 03a/QĐ-SYT",
    "Số hiệu: 12/BNV-VP, 12/BNV-VP",
  })
  void numberSlots(String slot, String number) {
    Parsed parsed = Parsed.of("BỘ NỘI VỤ\n" + slot + "\n" + Parsed.MOTTO + "Nội dung ghi ở dưới.");
    assertThat(parsed.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Số:      /QĐ-UBND",
        "Số: ..... /QĐ-UBND",
        "Số: …/2021/QĐ-UBND",
        "Số: ___/QĐ-UBND"
      })
  void aBlankSlotIsADraft(String slot) {
    Parsed parsed =
        Parsed.of(
            "UBND TỈNH SÔNG MÂY\n"
                + slot
                + "\n"
                + Parsed.MOTTO
                + """
                Sông Mây, ngày     tháng     năm 2021
                QUYẾT ĐỊNH
                Ban hành Quy chế
                Căn cứ Quyết định số 12/2019/QĐ-UBND ngày 03/4/2019;
                Điều 1. Ban hành.
                """);
    assertThat(parsed.number()).isEmpty();
    assertThat(parsed.issued()).isEmpty();
    assertThat(parsed.document().kind()).isEqualTo(DocumentKind.DRAFT);
    assertThat(parsed.type()).isEqualTo("Quyết định");
    assertThat(parsed.warns("number")).isTrue();
    assertThat(parsed.warns("issued")).isTrue();
  }

  @Test
  void aLetterHasItsSubjectBelowTheNumber() {
    Parsed parsed =
        Parsed.of(
            """
            UBND TỈNH SÔNG MÂY
            SỞ Y TẾ
            Số: 214/SYT-NVY
            V/v phun hóa chất diệt muỗi
            tại các xã ven suối
            """
                + Parsed.MOTTO
                + """
                Sông Mây, ngày 09 tháng 8 năm 2022
                Kính gửi: Trung tâm Y tế các huyện.
                Sở Y tế đề nghị thực hiện.
                """);
    assertThat(parsed.type()).isEqualTo("Công văn");
    assertThat(parsed.subject()).isEqualTo("phun hóa chất diệt muỗi tại các xã ven suối");
    assertThat(parsed.document().issuerNames()).isEqualTo("Sở Y tế tỉnh Sông Mây");
  }

  @Test
  void aTelegramNamesItsReaders() {
    Parsed parsed =
        Parsed.of(
            "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\nSố: 06/CĐ-UBND\n"
                + Parsed.MOTTO
                + """
                Sông Mây, ngày 09 tháng 8 năm 2022
                CÔNG ĐIỆN
                Về việc ứng phó với bão
                CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
                - Giám đốc các Sở;
                1. Cấm biển.
                """);
    assertThat(parsed.type()).isEqualTo("Công điện");
    assertThat(parsed.subject()).isEqualTo("Về việc ứng phó với bão");
  }

  @Test
  void aTitleMayRunOn() {
    Parsed parsed =
        Parsed.of(
            """
            THÔNG TƯ
            CỦA BỘ TÀI CHÍNH SỐ 907/2010/TT-BTC NGÀY 14 THÁNG 01 NĂM 2010
            HƯỚNG DẪN KÊ KHAI LỆ PHÍ TRƯỚC BẠ TÀU CÁ
            Căn cứ Nghị định số 176/1999/NĐ-CP ngày 21/12/1999;
            Điều 1. Đối tượng
            """);
    assertThat(parsed.number()).isEqualTo("907/2010/TT-BTC");
    assertThat(parsed.issued()).isEqualTo("2010-01-14");
    assertThat(parsed.document().issuerNames()).isEqualTo("Bộ Tài chính");
    assertThat(parsed.subject()).isEqualTo("HƯỚNG DẪN KÊ KHAI LỆ PHÍ TRƯỚC BẠ TÀU CÁ");
  }

  @Test
  void decreesOfTheFirstYearsHaveABareNumber() {
    Parsed parsed =
        Parsed.of(
            """
            SẮC LỆNH
            CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 976 NGÀY 20 THÁNG 5 NĂM 1950
            CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HÒA
            RA SẮC LỆNH:
            Điều thứ nhất: Nay lập Nha Khí tượng.
            Điều thứ hai: Bộ Canh nông thi hành.
            """);
    assertThat(parsed.number()).isEqualTo("976");
    assertThat(parsed.type()).isEqualTo("Sắc lệnh");
    assertThat(parsed.issued()).isEqualTo("1950-05-20");
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-2");
  }

  @Test
  void aLawIsIssuedWhenItIsAdopted() {
    Parsed parsed =
        Parsed.of(
            "QUỐC HỘI\nLuật số: 99/2019/QH14\n"
                + Parsed.MOTTO
                + "LUẬT\nHẠT GIỐNG BẢN ĐỊA\nCăn cứ Hiến pháp;\n"
                + "Quốc hội ban hành Luật Hạt giống bản địa.\nChương I\nQUY ĐỊNH CHUNG\n"
                + "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về hạt giống.\n"
                + "Điều 2. Hiệu lực thi hành\n"
                + "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2020.\n"
                + "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV, kỳ họp"
                + " thứ 8 thông qua ngày 22 tháng 11 năm 2019.\n"
                + "CHỦ TỊCH QUỐC HỘI\n(Đã ký)\nNguyễn Thị Hạt\n");
    assertThat(parsed.issued()).isEqualTo("2019-11-22");
    assertThat(parsed.effective()).isEqualTo("2020-07-01");
    assertThat(parsed.document().issuerNames()).isEqualTo("Quốc hội");
    assertThat(parsed.type()).isEqualTo("Luật");
    assertThat(parsed.subject()).isEqualTo("HẠT GIỐNG BẢN ĐỊA");
    assertThat(parsed.document().signerNames()).isEqualTo("Nguyễn Thị Hạt");
  }

  @Test
  void aPartyDocumentHasItsOwnMotto() {
    Parsed parsed =
        Parsed.of(
            """
            TỈNH ỦY SÔNG MÂY\tĐẢNG CỘNG SẢN VIỆT NAM
            *\tSông Mây, ngày 10 tháng 5 năm 2021
            Số 27-KL/TU
            KẾT LUẬN
            về phát triển nghề nuôi ong
            Tại phiên họp tháng 5, Ban Thường vụ thống nhất như sau:
            1. Giữ rừng.
            """);
    assertThat(parsed.number()).isEqualTo("27-KL/TU");
    assertThat(parsed.type()).isEqualTo("Kết luận");
    assertThat(parsed.issued()).isEqualTo("2021-05-10");
    assertThat(parsed.document().issuerNames()).isEqualToIgnoringCase("Tỉnh ủy Sông Mây");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sông Mây, ngày 05 tháng 3 năm 2020 | 2020-03-05",
        "Sông Mây, ngày 5 tháng 3 năm 2020 | 2020-03-05",
        "Sông Mây, ngày 05/3/2020 | 2020-03-05",
        "Sông Mây, ngày 05-03-2020 | 2020-03-05",
        "Sông Mây ngày 05 tháng 03 năm 2020 | 2020-03-05",
        "Sông Mây, ngày 31 tháng 02 năm 2020 | ''",
        "Sông Mây, ngày ... tháng ... năm 2020 | ''",
        "Sông Mây, ngày      tháng 3 năm 2020 | ''",
      })
  void dates(String line, String date) {
    Parsed parsed =
        Parsed.of(
            "UBND TỈNH SÔNG MÂY\nSố: 15/TB-UBND\n"
                + Parsed.MOTTO
                + line
                + """

                THÔNG BÁO
                Lịch tiếp công dân
                Căn cứ Quyết định số 12/QĐ-UBND ngày 03/4/2019;
                Tiếp dân thứ năm.
                """);
    assertThat(parsed.issued()).isEqualTo(date);
    assertThat(parsed.warns("issued")).isEqualTo(date.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TM. ỦY BAN NHÂN DÂN;KT. CHỦ TỊCH;PHÓ CHỦ TỊCH;;Trần Văn Bách | Trần Văn Bách | KT. CHỦ TỊCH",
        "Nơi nhận:\tKT. GIÁM ĐỐC;- Như Điều 3;- Lưu: VT.\tPHÓ GIÁM ĐỐC;\t(Đã ký);\tLường Thị Hoa | Lường Thị Hoa | KT. GIÁM ĐỐC",
        "TL. BỘ TRƯỞNG;CHÁNH VĂN PHÒNG;Đã ký;PGS.TS. Lê Quang Vinh | Lê Quang Vinh | TL. BỘ TRƯỞNG",
        "CHỦ TỊCH;NGUYỄN THỊ MÂY | Nguyễn Thị Mây | CHỦ TỊCH",
        "TUQ. CHỦ TỊCH;GIÁM ĐỐC SỞ NỘI VỤ;Đinh Hữu Phước | Đinh Hữu Phước | TUQ. CHỦ TỊCH",
      })
  void signers(String block, String name, String capacity) {
    Parsed parsed =
        Parsed.decision("Điều 1. Giao Sở Nội vụ thực hiện.\n" + block.replace(';', '\n'));
    assertThat(parsed.document().signerNames()).isEqualTo(name);
    assertThat(parsed.capacity()).contains(capacity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quyết định này có hiệu lực thi hành kể từ ngày ký. | 2020-03-05",
        "Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2020. | 2020-03-20",
        "Quy chế ban hành kèm theo Quyết định số 9/QĐ-UBND hết hiệu lực từ ngày 20/3/2020. | ''",
        "Quyết định này đã được Hội đồng thẩm định thông qua ngày 02 tháng 3 năm 2020 và có hiệu lực từ ngày 01/4/2020. | 2020-04-01",
      })
  void effects(String sentence, String date) {
    assertThat(Parsed.decision("Điều 1. Hiệu lực thi hành\n" + sentence).effective())
        .isEqualTo(date);
  }

  @Test
  void legalBasesAreNumbersOrNames() {
    Parsed parsed =
        Parsed.decision(
            """
            Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
            Căn cứ Nghị định số 930/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;
            Theo đề nghị của Giám đốc Sở Nội vụ,
            QUYẾT ĐỊNH:
            Điều 1. Giao việc.
            """);
    assertThat(parsed.bases())
        .containsExactly("Luật Tổ chức chính quyền địa phương", "930/2020/NĐ-CP");
  }
}
