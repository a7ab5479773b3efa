package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Citation;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Span;

/** What is a citation, of what, and where it ends. */
class CitationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          theo Nghị định số 41/2031/NĐ-CP ngày 02 tháng 3 năm 2031 của Chính phủ | 41/2031/NĐ-CP:
          theo Thông tư 07/2030/TT-BNV và số 08/2030/TT-BNV | 07/2030/TT-BNV: 08/2030/TT-BNV:
          theo Luật Xây dựng số 135/2031/QH172 và Nghị định số 9/2030/NĐ-CP3 | 135/2031/QH17: 9/2030/NĐ-CP:
          theo Luật Đất đai năm 2013 và Luật Nhà ở | Luật Đất đai 2013: Luật Nhà ở:
          theo Luật Giá ngày 19 tháng 6 năm 2023, Luật Dược ngày 6/4/2016 | Luật Giá 2023: Luật Dược 2016:
          theo Luật Đất đai ngày 26 tháng 11 năm 2003 số 13/2003/QH11 | 13/2003/QH11:
          theo Luật Ban hành văn bản quy phạm pháp luật và các quy định khác | Luật Ban hành văn bản quy phạm pháp luật:
          theo Luật Bảo tồn rạn san hô được công bố | Luật Bảo tồn rạn san hô:
          theo Luật Bảo tồn rạn san hô, thảm cỏ biển và bãi đẻ số 12/2032/QH17 | 12/2032/QH17:
          theo Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai năm 2031 thì được | Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai 2031:
          theo bộ luật dân sự và Hiến pháp năm 2013 | Bộ luật dân sự: Hiến pháp 2013:
          Nghị định này và Quy chế này | này: này:
          theo QCVN 40:2031/BTNMT | QCVN 40:2031/BTNMT:
          theo khoản 1 và khoản 3 Điều 5 | này:dieu-5.khoan-1 này:dieu-5.khoan-3
          theo các điểm a, b và đ khoản 2 Điều 6 Thông tư này | này:dieu-6.khoan-2.diem-a này:dieu-6.khoan-2.diem-b này:dieu-6.khoan-2.diem-đ
          theo Điều 5, Điều 6 và khoản 2 Điều 7 Luật Đất đai | Luật Đất đai:dieu-5 Luật Đất đai:dieu-6 Luật Đất đai:dieu-7.khoan-2
          theo Điểm a, Điểm b Khoản 1, Khoản 2 Điều 3 Quyết định này | này:dieu-3.khoan-1.diem-a này:dieu-3.khoan-1.diem-b này:dieu-3.khoan-2
          theo điểm d, khoản 2, Điều 38, Luật Giá | Luật Giá:dieu-38.khoan-2.diem-d
          theo khoản 1 các điều 134, 135 và 156 của Bộ luật Hình sự | Bộ luật Hình sự:dieu-134.khoan-1 Bộ luật Hình sự:dieu-135.khoan-1 Bộ luật Hình sự:dieu-156.khoan-1
          từ Điều 5 đến Điều 8 của Luật này | này:dieu-5..dieu-8
          các điểm từ a đến d khoản 1 Điều 3 | này:dieu-3.khoan-1.diem-a..dieu-3.khoan-1.diem-d
          từ khoản 2 Điều 5 đến khoản 1 Điều 7 Luật Giá | Luật Giá:dieu-5.khoan-2..dieu-7.khoan-1
          theo khoản 2 Điều này và điểm b khoản này | này:dieu-nay.khoan-2 này:khoan-nay.diem-b
          Bổ sung điểm c vào sau điểm b khoản 1 Điều 14 như sau | này:dieu-14.khoan-1.diem-c này:dieu-14.khoan-1.diem-b
          hồ sơ tại khoản 1 Điều 4 và mức thu tại Điều 8 Nghị định số 3/2031/NĐ-CP | 3/2031/NĐ-CP:dieu-4.khoan-1 3/2031/NĐ-CP:dieu-8
          theo Mục 2 Chương III Luật này và Phụ lục IIa ban hành kèm theo Nghị định này | này:chuong-iii.muc-2 này:phu-luc-iia
          theo Điều 5 Quy chế tiếp công dân ban hành kèm theo Quyết định số 15/QĐ-BNV | 15/QĐ-BNV:dieu-5
          theo Quy chế ban hành kèm theo Quyết định số 15/QĐ-BNV | 15/QĐ-BNV:
          """)
  void cited(String sentence, String expected) {
    assertThat(String.join(" ", keys("Điều 1. Việc chung\n1. Thực hiện " + sentence + ".\n")))
        .isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          theo pháp luật về đất đai và quy định của pháp luật
          theo Mẫu số 01/TTHC và tài khoản 112
          vào thời điểm 31/12 tại địa điểm này
          các luật sư của Công ty Luật Việt Nam, Đại học Luật Hà Nội
          những điều này và quyết định này của Tòa án
          các khoản 5 triệu đồng và 3 điểm thi
          """)
  void notCited(String sentence) {
    assertThat(keys("Điều 1. Việc chung\n1. Thực hiện " + sentence + ".\n")).isEmpty();
  }

  @Test
  void neitherTitleNorOwnNumberNorLabels() {
    assertThat(
            keys(
                """
                Căn cứ Luật Giá;
                Chương I
                CHUNG
                Điều 1. Phạm vi
                1. Quyết định số 15/QĐ-UBND gồm:
                a) Việc.
                Điều 2. Sửa đổi Điều 7 như sau:
                “Điều 7. Việc mới
                1. Một.”
                """))
        .containsExactly("Luật Giá:", "này:dieu-7");
  }

  @Test
  void shortNames() {
    Parsed parsed =
        Parsed.decision(
            """
            Điều 1. Việc
            1. Theo Nghị định số 41/2031/NĐ-CP (sau đây gọi tắt là Nghị định 41).
            2. Theo khoản 3 Điều 2 Nghị định 41.
            """);
    assertThat(keys(parsed))
        .containsExactly("41/2031/NĐ-CP:", "Nghị định 41:", "Nghị định 41:dieu-2.khoan-3");
    assertThat(parsed.document().relations())
        .extracting(r -> r.target().label())
        .containsExactly("41/2031/NĐ-CP");
  }

  @Test
  void membersHaveSpansOfTheirOwn() {
    Parsed parsed = Parsed.decision("Điều 1. Việc\n1. Theo khoản 1 và khoản 3 Điều 5 Luật Giá.\n");
    assertThat(parsed.document().citations())
        .extracting(c -> printed(parsed, c.evidence().span()))
        .containsExactly("khoản 1", "khoản 3 Điều 5 Luật Giá");
  }

  private static String printed(Parsed parsed, Span span) {
    return parsed.text().substring(span.start(), span.end());
  }

  private static List<String> keys(String body) {
    return keys(Parsed.decision(body));
  }

  private static List<String> keys(Parsed parsed) {
    return parsed.document().citations().stream().map(CitationTest::key).toList();
  }

  private static String key(Citation citation) {
    return citation.target().label()
        + ":"
        + citation.provision().map(ProvisionPath::toString).orElse("")
        + citation.until().map(last -> ".." + last).orElse("");
  }
}
