package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Warning;

/** Structure: levels, numbers, headings, quotations, spans. */
class ProvisionsTest {
  @Test
  void levelsNest() {
    Parsed parsed =
        Parsed.decision(
            """
            PHẦN THỨ NHẤT
            QUY ĐỊNH CHUNG
            Chương I
            PHẠM VI
            Mục 1
            ĐỐI TƯỢNG
            Tiểu mục 1. Hộ gia đình
            Điều 1. Hộ trồng rừng
            1. Hộ có đất:
            a) Đất đồi;
            b) Đất bãi;
            c) Đất ven suối;
            d) Đất được thuê;
            đ) Đất được giao;
            e) Đất khác.
            2. Hộ không có đất.
            Điều 1a. Hộ nuôi ong
            1. Hộ có trên 10 đàn.
            1a. Hộ có dưới 10 đàn.
            Chương II
            THI HÀNH
            Điều 2. Hiệu lực
            """);
    String article = "phan-1.chuong-i.muc-1.tieu-muc-1.dieu-1";
    assertThat(parsed.paths())
        .containsExactly(
            "phan-1",
            "phan-1.chuong-i",
            "phan-1.chuong-i.muc-1",
            "phan-1.chuong-i.muc-1.tieu-muc-1",
            article,
            article + ".khoan-1",
            article + ".khoan-1.diem-a",
            article + ".khoan-1.diem-b",
            article + ".khoan-1.diem-c",
            article + ".khoan-1.diem-d",
            article + ".khoan-1.diem-đ",
            article + ".khoan-1.diem-e",
            article + ".khoan-2",
            article + "a",
            article + "a.khoan-1",
            article + "a.khoan-1a",
            "phan-1.chuong-ii",
            "phan-1.chuong-ii.dieu-2");
    assertThat(parsed.provision("phan-1.chuong-i").heading()).isEqualTo("PHẠM VI");
    assertThat(parsed.provision(article).label()).isEqualTo("Điều 1");
    assertThat(parsed.textOf(article))
        .startsWith("Điều 1. Hộ trồng rừng\n1. Hộ có đất:")
        .endsWith("2. Hộ không có đất.\n");
    assertThat(parsed.textOf(article + ".khoan-1.diem-đ")).isEqualTo("đ) Đất được giao;\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Điều 1. Phạm vi điều chỉnh | Phạm vi điều chỉnh",
        "Điều 1: Phạm vi, đối tượng | Phạm vi, đối tượng",
        "Điều 1 Phạm vi điều chỉnh | Phạm vi điều chỉnh",
        "Điều 1. Phê duyệt kế hoạch trồng rừng năm 2020 với nội dung như sau: | ''",
        "Điều 1. Nay giao Sở Y tế tổ chức thực hiện. | ''",
        "Điều 1. Các ông Chánh Văn phòng, Giám đốc Sở thi hành Quyết định này./. | ''",
        "Điều 1. | ''",
      })
  void headingsOfArticles(String line, String heading) {
    assertThat(Parsed.decision(line + "\nNội dung.\n").provision("dieu-1").heading())
        .isEqualTo(heading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I. MỤC ĐÍCH, YÊU CẦU | i | MỤC ĐÍCH, YÊU CẦU",
        "1. Nhiệm vụ trọng tâm | 1 | Nhiệm vụ trọng tâm",
        "2. Giải pháp: | 2 | Giải pháp",
        "3. Chỉ tiêu cụ thể như sau: | 3 | ''",
        "1. Trung tâm Y tế phun thuốc hai lần mỗi tuần. | 1 | ''",
        "a) phun hóa chất | a | ''",
        "a) Sở Y tế | a | Sở Y tế",
      })
  void headingsOfSections(String line, String number, String heading) {
    Parsed parsed = Parsed.decision("Xét tình hình, yêu cầu:\n" + line + "\nNội dung là đây.\n");
    assertThat(parsed.provision("section-" + number).heading()).isEqualTo(heading);
  }

  @Test
  void sectionsNestWithoutArticles() {
    Parsed parsed =
        Parsed.decision(
            """
            I. MỤC ĐÍCH
            1. Yêu cầu
            1.1. Đúng hạn.
            a) Trước tháng 6;
            2. Chỉ tiêu
            II. TỔ CHỨC THỰC HIỆN
            1. Sở Y tế
            """);
    assertThat(parsed.paths())
        .containsExactly(
            "section-i",
            "section-i.section-1",
            "section-i.section-1.section-1.1",
            "section-i.section-1.section-1.1.section-a",
            "section-i.section-2",
            "section-ii",
            "section-ii.section-1");
  }

  @Test
  void proseIsNoArticle() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Áp dụng
            Trường hợp quy định tại
            Điều 5 của Luật này thì được miễn.
            Điều 7 và Điều 8 không áp dụng.
            chương trình này kết thúc năm 2021.
            Mục tiêu là giữ rừng.
            Phần còn lại nộp ngân sách.
            Điều 2. Thi hành
            """);
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-2");
  }

  @Test
  void quotedProvisionsAreAnothersOwn() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Sửa đổi, bổ sung Quy chế
            1. Sửa đổi Điều 5 như sau:
            “Điều 5. Mức chi
            1. Chi “đúng” và đủ.
            2. Chi một lần.”.
            2. Bổ sung khoản 3 như sau: “3. Chi tiền điện.
            4. Chi tiền nước.”
            3. Thay Điều 9:
            "Điều 9. Kiểm tra
            Kiểm tra hằng năm."
            Điều 2. Thi hành
            """);
    assertThat(parsed.paths())
        .containsExactly("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-1.khoan-3", "dieu-2");
  }

  @Test
  void aQuotedTermOrAMarkThatNeverClosesHidesNothing() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Giải thích từ ngữ
            “Hạt giống” là hạt để gieo.
            "Vườn ươm" là nơi gieo hạt.
            “Luống là dải đất.
            Điều 2. Thi hành
            1. Ống 21" được dùng.
            2. Ống khác.
            """);
    assertThat(parsed.paths())
        .containsExactly("dieu-1", "dieu-2", "dieu-2.khoan-1", "dieu-2.khoan-2");
  }

  @Test
  void aLostClosingMarkDoesNotHideTheNextAmendment() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Sửa đổi Điều 5
            “Điều 5. Gọi là “mức chi.
            1. Chi đủ.”
            Điều 2. Sửa đổi Điều 6
            “Điều 6. Kiểm tra”
            Điều 3. Thi hành
            """);
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-2", "dieu-3");
  }

  @Test
  void wordingWithoutMarksIsAnothersOwnToo() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Sửa đổi Quy chế
            1. Sửa đổi, bổ sung Điều 7 như sau:
            Điều 7. Mức chi
            1. Chi đủ.
            2. Chi một lần.
            a) Bằng tiền;
            2. Bổ sung Điều 9a như sau:
            Điều 9a. Kiểm tra
            Điều 2. Thi hành
            1. Sở Y tế.
            """);
    assertThat(parsed.paths())
        .containsExactly("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-2", "dieu-2.khoan-1");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void aQuotationThatNeverClosesEndsWhereTheDocumentSpeaksAgain() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Sửa đổi khoản 2 Điều 4
            “2. Chi một lần.
            a) Bằng tiền.
            Điều 2. Sửa đổi Điều 5
            “Điều 5. Kiểm tra hằng năm.".
            Điều 3. Hiệu lực thi hành
            """);
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-2", "dieu-3");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void aRegulationIssuedWithTheDecisionHasAPlaceOfItsOwn() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Ban hành kèm theo Quyết định này Quy chế nuôi ong.
            Điều 2. Hiệu lực thi hành
            Nơi nhận:
            - Như Điều 2;
            QUY CHẾ
            Nuôi ong trong rừng
            (Ban hành kèm theo Quyết định số 15/QĐ-UBND)
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi
            Điều 2. Đối tượng
            1. Hộ nuôi ong.
            Điều 3. Thi hành
            """);
    assertThat(parsed.paths())
        .containsExactly(
            "dieu-1",
            "dieu-2",
            "phu-luc-quy-che",
            "phu-luc-quy-che.chuong-i",
            "phu-luc-quy-che.chuong-i.dieu-1",
            "phu-luc-quy-che.chuong-i.dieu-2",
            "phu-luc-quy-che.chuong-i.dieu-2.khoan-1",
            "phu-luc-quy-che.chuong-i.dieu-3");
    assertThat(parsed.provision("phu-luc-quy-che").heading()).isEqualTo("Nuôi ong trong rừng");
    assertThat(parsed.textOf("dieu-2")).isEqualTo("Điều 2. Hiệu lực thi hành\n");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void articlesOfAFormAreNone() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Ban hành mẫu quyết định.
            Điều 2. Thi hành
            Nơi nhận:
            - Như Điều 2;
            PHỤ LỤC
            MẪU QUYẾT ĐỊNH
            QUYẾT ĐỊNH:
            Điều 1. Giao ……(1)…… thực hiện.
            1. Ghi tên.
            Điều 2. Hiệu lực
            """);
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-2", "phu-luc-");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void aSecondDocumentInTheFileHasAPlaceOfItsOwn() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Trồng rừng.
            Nơi nhận:
            - Như trên;
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: 16/QĐ-UBND
            QUYẾT ĐỊNH
            Điều 1. Nuôi ong.
            Điều 2. Thi hành
            """);
    assertThat(parsed.paths())
        .containsExactly(
            "dieu-1", "phu-luc-van-ban", "phu-luc-van-ban.dieu-1", "phu-luc-van-ban.dieu-2");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void aTableOfContentsIsNoStructure() {
    Parsed parsed =
        Parsed.decision(
            """
            MỤC LỤC
            Chương I
            Điều 1. Phạm vi
            Điều 2. Đối tượng
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi
            Điều 2. Đối tượng
            """);
    assertThat(parsed.paths()).containsExactly("chuong-i", "chuong-i.dieu-1", "chuong-i.dieu-2");
    assertThat(Parsed.decision("Điều 1. Phạm vi ........ 3\nĐiều 1. Phạm vi\n").paths())
        .containsExactly("dieu-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 4 5 | Bố cục không liên tục: thiếu Điều 3 (trước Điều 4) | dieu-4",
        "1 2 7 8 | Bố cục không liên tục: thiếu Điều 3 đến Điều 6 (trước Điều 7) | dieu-8",
        "1 2 2 3 | Bố cục không liên tục: có hai Điều 2 | dieu-2-2",
        "1 3 2 4 | Bố cục không liên tục: thiếu Điều 2 (trước Điều 3); Điều 2 lặp lại hoặc sai thứ tự (sau Điều 3) | dieu-3",
      })
  void gapsAndDoublesAreToldOnce(String numbers, String message, String path) {
    StringBuilder text = new StringBuilder();
    for (String number : numbers.split(" ", -1)) {
      text.append("Điều ").append(number).append(". Nội dung\nRừng được trồng.\n");
    }
    Parsed parsed = Parsed.decision(text.toString());
    assertThat(provisionWarnings(parsed)).containsExactly(message);
    assertThat(parsed.paths()).contains(path).doesNotHaveDuplicates();
  }

  @Test
  void insertedArticlesAreNoGap() {
    Parsed parsed = Parsed.decision("Điều 1. A\nĐiều 1a. B\nĐiều 1đ. C\nĐiều 2. D\n");
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-1a", "dieu-1đ", "dieu-2");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void aLineOfProseThatNamesAnArticleIsNone() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Áp dụng
            Theo khoản 3
            Điều 28 Luật Trồng rừng thì miễn.
            Điều 2. Thi hành
            Theo
            Điều 3 Nghị định này thì miễn.
            """);
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-2");
    assertThat(provisionWarnings(parsed)).isEmpty();
  }

  @Test
  void numbersOnLinesOfTheirOwn() {
    assertThat(Parsed.decision("Điều 1. Đối tượng\n1.\nHộ.\n2.\nXã.\n").paths())
        .containsExactly("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2");
  }

  @ParameterizedTest
  @CsvSource({"'1 . Hộ', 1 .", "'1., Hộ', 1.", "'1. Hộ', 1."})
  void slipsOfThePenAfterAClausesNumber(String line, String label) {
    Parsed parsed = Parsed.decision("Điều 1. Đối tượng\n" + line + " trồng rừng.\n2. Xã.\n");
    assertThat(parsed.paths()).containsExactly("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2");
    assertThat(parsed.document().provisions().get(1).label()).isEqualTo(label);
  }

  @Test
  void aSignatureWithoutRecipientsEndsTheLastArticle() {
    String text = "Điều 1. Thi hành\nXã thi hành.\nGIÁM ĐỐC\n(Đã ký)\nLê Văn Ong\n";
    Parsed parsed = Parsed.decision(text);
    assertThat(parsed.document().provisions().getLast().span().end())
        .isEqualTo(parsed.text().indexOf("GIÁM ĐỐC\n(Đã ký)"));
  }

  private static List<String> provisionWarnings(Parsed parsed) {
    return parsed.document().warnings().stream()
        .filter(warning -> warning.field().equals("provisions"))
        .map(Warning::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "thứ nhất, 1",
    "thứ hai mươi mốt, 21",
    "thứ XII, 12",
    "thứ ba mươi, 30",
    "I, I",
    "thứ tư, 4",
    "thứ mười hai, 12",
    "thứ một trăm, thứ một trăm"
  })
  void ordinals(String printed, String digits) {
    assertThat(Ordinals.digits(printed)).isEqualTo(digits);
  }

  @Test
  void aMissingClauseIsToldAndTheNextOneIsKept() {
    Parsed parsed = Parsed.decision("Điều 1. Mức chi\n1. Chi ăn.\n3. Chi ở.\n4. Chi đi lại.\n");
    assertThat(parsed.paths())
        .containsExactly("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-3", "dieu-1.khoan-4");
    assertThat(parsed.document().warnings())
        .filteredOn(warning -> warning.field().equals("provisions"))
        .extracting(warning -> warning.message())
        .containsExactly("Bố cục không liên tục: thiếu khoản 2 Điều 1");
  }
}
