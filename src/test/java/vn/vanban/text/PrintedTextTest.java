package vn.vanban.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/** What PDF does to text. */
class PrintedTextTest {
  private static final String PLAIN =
      "Căn cứ đề nghị của Chánh Văn phòng, các đơn vị trực thuộc thực hiện kế hoạch này. ";

  private static RepairedText repair(Paragraph... lines) {
    return new TextRepair().repair(new ExtractedText(List.of(lines), 1, false));
  }

  private static Paragraph line(String text, int page) {
    return new Paragraph(text, Place.BODY, page, List.of());
  }

  private static RepairedText repair(String text) {
    return repair(line(text, 1), line(PLAIN, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "Tiêu chuẩnthiết kế cầu, Tiêu chuẩn thiết kế cầu",
    "ỦY BANNHÂN DÂN HUYỆNĐỒNG XUÂN, ỦY BANNHÂN DÂN HUYỆN ĐỒNG XUÂN",
    "theo Th ông tư này, theo Thông tư này",
    "kể từ ng ày ký, kể từ ngày ký",
    "'CCộộnngg hhòòaa xxãã hhộộii', Cộng hòa xã hội",
    "'SSốố:: 1122//QQĐĐ--UUBBNNDD', Số: 12/QĐ-UBND",
  })
  void certainDamageIsRepairedAndReported(String raw, String expected) {
    RepairedText repaired = repair(raw);
    assertThat(repaired.text().lines().findFirst()).contains(expected);
    assertThat(repaired.notes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "băng cátxét, ôtô, môtô, bêtông, Pêtécbua",
        "được hai Bên thỏa thụận, ữách, GÌỮA",
        "điểm c ở trên, khoản b ấy, các điểm đ và e",
        "dài 5 m ở mép, nặng 3 ng ở đáy",
        "thực hiện k ế hoạch",
        "(ph. ấp 3), b/c; th. ứ",
        "xoong, AABB, 1122",
      })
  void whatIsNotCertainStays(String text) {
    RepairedText repaired = repair(text);
    assertThat(repaired.text()).isEqualTo(text + "\n" + PLAIN);
    assertThat(repaired.notes()).isEmpty();
  }

  @Test
  void singleLettersAreJoinedWhereManyArePartedOnly() {
    String parted = "K ế hoạch t ổ chức h ội nghị c ấp tỉnh và b ảo đảm đ ủ chỗ, thá ng n ày";
    assertThat(repair(parted).text())
        .startsWith("Kế hoạch tổ chức hội nghị cấp tỉnh và b ảo đảm đủ chỗ, tháng này");
  }

  @Test
  void otherFormatsAreLeftAlone() {
    String text = "Tiêu chuẩnthiết kế theo Th ông tư";
    assertThat(repair(line(text, 0)).text()).isEqualTo(text);
  }

  @Test
  void numbersCutAtALineEndAreWhole() {
    RepairedText repaired =
        repair(line("Quyết định số 14/2019/QĐ-", 1), line("UBND ngày 3 tháng 2", 1));
    assertThat(repaired.text()).isEqualTo("Quyết định số 14/2019/QĐ-UBND\nngày 3 tháng 2");
    assertThat(repaired.notes()).hasSize(1);
    int at = repaired.text().indexOf("ngày");
    assertThat(repaired.offsets().toExtracted(at))
        .isEqualTo("Quyết định số 14/2019/QĐ-\nUBND ".length());
  }

  @ParameterizedTest
  @CsvSource({"vận tải hàng hóa -, UBND tỉnh", "Số 12/QĐ-, ubnd tỉnh", "12/QĐ-, Căn cứ luật"})
  void otherHyphensStay(String first, String second) {
    assertThat(repair(line(first, 1), line(second, 1)).text()).isEqualTo(first + "\n" + second);
  }

  @Test
  void pageNumbersInTheMidstOfASentenceAreLeftOut() {
    List<Paragraph> pages = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      pages.add(new Paragraph("CÔNG BÁO/Số 7\t" + (page + 30), Place.HEADER, page, List.of()));
      pages.add(line(page == 3 ? "Chương mới" : "trong trường hợp đó", page));
      pages.add(line(page == 3 ? "hết ý này." : "cơ quan cấp phép phải", page));
    }
    RepairedText repaired = repair(pages.toArray(Paragraph[]::new));
    assertThat(repaired.text().lines().filter(l -> l.startsWith("CÔNG BÁO")))
        .containsExactly("CÔNG BÁO/Số 7\t31", "CÔNG BÁO/Số 7\t33", "CÔNG BÁO/Số 7\t34");
    assertThat(repaired.notes()).singleElement().asString().contains("1 dòng");
  }

  @Test
  void lostLettersAreDetected() {
    String lost =
        "C n c Ngh nh s 12 N -CP c a Ch nh ph quy nh ch c n ng nhi m v quy n h n"
            + " c a c c b c quan ngang b; theo ngh c a V tr ng V t ch c c n b ";
    RepairedText repaired = repair(lost);
    assertThat(repaired.damaged()).isTrue();
    assertThat(repaired.notes()).singleElement().asString().startsWith("Lớp chữ bị hỏng");
    assertThat(repaired.text()).startsWith(lost);
  }

  @Test
  void recognitionForEnglishIsDetected() {
    String misread =
        "Cdn c* Nghi dinh s6 12 quy dinh ch*c ndng, nhiQm v\\r cira C\\rc; x6t de nghi cira"
            + " Tru&ng ph6ng T6 ch*c; vi vi6c ph6 duyQt k6 hopch x6y dUng c6ng trinh th6ng tin"
            + " trong nim nay cho hang hoa thanh pham";
    assertThat(repair(line(misread, 1)).damaged()).isTrue();
  }

  @Test
  void textWithoutMarksIsReported() {
    String unmarked =
        "Uy ban nhan dan tinh thong bao ket luan cua Chu tich ve viec trien khai ke hoach phong"
            + " chong thien tai trong nam nay tren dia ban cac huyen, thanh pho va thi xa";
    RepairedText repaired = repair(line(unmarked, 0));
    assertThat(repaired.damaged()).isTrue();
    assertThat(repaired.notes()).singleElement().asString().contains("không dấu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This agreement shall enter into force on the date of its signature and shall remain in"
            + " force until one party gives notice to the other, at least six months before, that"
            + " it will end; done in Hanoi, in two originals",
        "for (int i = 0; i < n; i++) { x[i] = a1b * c2d + h(k); r = t * s; p = q; v = m } // n m k"
            + " l h g d c b x y z t r s p q v w for each k in m do g of h and b of c end",
        "điểm b, c, d và đ khoản 1; điểm g, h và k khoản 2; các điểm l, m, n, p, q và r khoản 3"
            + " Điều 5 của Nghị định này áp dụng cho cơ sở có từ 5 m trở lên, nặng 3 kg hoặc 2 t",
      })
  void wholeTextIsNotDamaged(String text) {
    RepairedText repaired = repair(line(text, 0));
    assertThat(repaired.damaged()).isFalse();
    assertThat(repaired.notes()).isEmpty();
  }
}
