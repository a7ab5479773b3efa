package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;

/** What a document does to others, and what is only said of them. */
class RelationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          Bãi bỏ Quyết định số 7/2031/QĐ-UBND ngày 02 tháng 3 năm 2031 | REPEALS 7/2031/QĐ-UBND
          Bãi bỏ khoản 2 Điều 5 Nghị định số 3/2031/NĐ-CP | REPEALS 3/2031/NĐ-CP dieu-5.khoan-2
          Bãi bỏ một số điều của Nghị định số 3/2031/NĐ-CP | AMENDS 3/2031/NĐ-CP
          Quyết định này thay thế Quyết định số 7/2031/QĐ-UBND kể từ ngày 01 tháng 7 năm 2032 | REPLACES 7/2031/QĐ-UBND 2032-07-01
          Thay thế cụm từ “xã” bằng cụm từ “phường” tại Điều 5 Thông tư số 9/2031/TT-BNV | AMENDS 9/2031/TT-BNV dieu-5
          Quyết định số 7/2031/QĐ-UBND ngày 02 tháng 3 năm 2031 của Ủy ban nhân dân tỉnh hết hiệu lực | REPEALS 7/2031/QĐ-UBND
          Ngưng hiệu lực Thông tư số 9/2031/TT-BNV | SUSPENDS 9/2031/TT-BNV
          Đính chính Thông tư số 9/2031/TT-BNV như sau | CORRECTS 9/2031/TT-BNV
          Quyết định này quy định chi tiết khoản 2 Điều 5 Luật Giá | DETAILS Luật Giá dieu-5.khoan-2
          Quyết định này hướng dẫn thi hành Nghị định số 3/2031/NĐ-CP | GUIDES 3/2031/NĐ-CP
          Bổ sung khoản 5a vào sau khoản 5 Điều 7 Nghị định số 3/2031/NĐ-CP | SUPPLEMENTS 3/2031/NĐ-CP dieu-7.khoan-5a
          Điều 5 được sửa đổi, bổ sung bởi Điều 1 của Luật số 9/2031/QH17 | REFERS_TO 9/2031/QH17 dieu-1
          Đề nghị thay thế Thông tư số 9/2031/TT-BNV | REFERS_TO 9/2031/TT-BNV
          Thực hiện Nghị định số 3/2031/NĐ-CP hướng dẫn thi hành Luật Giá | REFERS_TO 3/2031/NĐ-CP; REFERS_TO Luật Giá
          Quyết định số 7/QĐ-BNV hết hiệu lực, trừ trường hợp tại Nghị định số 3/2031/NĐ-CP | REPEALS 7/QĐ-BNV; REFERS_TO 3/2031/NĐ-CP
          """)
  void ofASentence(String sentence, String expected) {
    assertThat(relations(Parsed.decision("Điều 1. Việc\n1. " + sentence + ".\n")))
        .isEqualTo(List.of(expected.strip().split("; ", -1)));
  }

  @Test
  void itemsBelowTheirSentence() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Hiệu lực
            1. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2032.
            2. Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:
            a) Nghị định số 3/2031/NĐ-CP;
            b) Thông tư số 9/2031/TT-BNV.
            3. Việc theo Thông tư số 8/2031/TT-BNV thì tiếp tục.
            """);
    assertThat(relations(parsed))
        .containsExactly(
            "REPEALS 3/2031/NĐ-CP 2032-07-01",
            "REPEALS 9/2031/TT-BNV 2032-07-01",
            "REFERS_TO 8/2031/TT-BNV");
  }

  @Test
  void titleAndInstructions() {
    Parsed parsed =
        Parsed.of(
            "BỘ NỘI VỤ\nSố: 15/2032/TT-BNV\n"
                + Parsed.MOTTO
                + "Hà Nội, ngày 05 tháng 3 năm 2032\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của"
                + " Thông tư số 9/2031/TT-BNV\nCăn cứ Luật Giá số 7/2030/QH17;\n"
                + "Điều 1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Theo Luật Nhà ở.”.\n"
                + "Điều 2. Bãi bỏ Điều 6.\n");
    assertThat(relations(parsed))
        .containsExactly(
            "BASED_ON 7/2030/QH17",
            "AMENDS 9/2031/TT-BNV dieu-5.khoan-2",
            "REPEALS 9/2031/TT-BNV dieu-6",
            "REFERS_TO Luật Nhà ở");
  }

  @Test
  void anAttachmentAndItsParent() {
    Parsed parsed =
        Parsed.of(
            "Phụ lục II\nDANH MỤC NGHỀ\n(Ban hành kèm theo Thông tư số 9/2031/TT-BNV ngày 05 tháng"
                + " 3 năm 2031 của Bộ trưởng Bộ Nội vụ)\n1. Nghề mộc\n2. Nghề nề\n");
    assertThat(parsed.document().relations())
        .extracting(Relation::type)
        .contains(RelationType.ATTACHED_TO);
    assertThat(relations(parsed)).contains("ATTACHED_TO 9/2031/TT-BNV 2031-03-05");
  }

  private static List<String> relations(Parsed parsed) {
    return parsed.document().relations().stream()
        .map(r ->
            r.type()
                + " "
                + r.target().label()
                + (r.provisions().isEmpty()
                    ? ""
                    : " "
                        + String.join(" ", r.provisions().stream().map(Object::toString).toList()))
                + r.date().map(day -> " " + day).orElse(""))
        .toList();
  }
}
