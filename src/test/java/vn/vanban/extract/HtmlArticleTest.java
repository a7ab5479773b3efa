package vn.vanban.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vanban.extract.ExtractedText.Place;

class HtmlArticleTest {
  private static final String BODY =
      "<p>Ủy ban nhân dân tỉnh vừa ban hành kế hoạch về trồng cây xanh ven sông trong năm nay, "
          + "giao các sở, ngành phối hợp với địa phương tổ chức thực hiện và báo cáo kết quả.</p>";

  private final TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT);

  @AfterEach
  void close() {
    extractor.close();
  }

  private ExtractedText text(String html) throws ExtractionException {
    return extractor.extract(new SourceFile("trang", html.getBytes(UTF_8))).text();
  }

  @Test
  void aPortalPageGivesItsArticle() throws Exception {
    String menu = "<li><a href='/x'>Chuyên mục tin tức</a></li>".repeat(8);
    String page =
        "<!DOCTYPE html><html><head><title>Trồng cây - Cổng thông tin</title></head><body>"
            + "<div class='header-menu'><ul>"
            + menu
            + "</ul></div><div class='wrap'><div class='col-main'><h1>Kế hoạch trồng cây ven sông</h1>"
            + "<div class='date'>09/03/2020</div><div class='detail'>"
            + BODY.repeat(6)
            + "<table><tr><td>Sở Nông nghiệp</td><td>Chủ trì</td></tr></table></div></div>"
            + "<div class='sidebar'><ul>"
            + menu
            + "</ul></div></div><footer>Giấy phép số: 12/GP-TTĐT ngày 01/02/2017</footer></body></html>";
    ExtractedText text = text(page);
    assertThat(text.plain().lines())
        .startsWith("Kế hoạch trồng cây ven sông", "09/03/2020")
        .contains("Sở Nông nghiệp", "Chủ trì")
        .noneMatch(line -> line.contains("Giấy phép") || line.contains("Chuyên mục"));
    assertThat(text.paragraphs()).anyMatch(p -> p.place() == Place.TABLE);
  }

  /** A page laid out by tables within one form, with tabs, as commercial portals are. */
  @Test
  void fieldsCallsToSignInAndRemnantsAreNoText() throws Exception {
    String call =
        "<div class='khung'><p><b>Bạn chưa đăng nhập tài khoản!</b></p><p>Bạn mới xem được phần tóm lược.</p>"
            + "<p>Mời lập tài khoản <a class='mo-khung'>ở đây</a></p></div>";
    String law =
        "<p>Điều 7. Hồ sơ</p><p>Tổ chức phải đăng nhập hệ thống trước khi nộp; bạn hàng được mời cùng dự.</p>"
            + "<div class='khung'>Bạn phải <a class='mo-khung'>đăng nhập</a> để đọc tiếp. ĐT: 0123</div>";
    String page =
        "<html><head><title>Luật Cây xanh</title></head><body><form id='trang'><table><tr><td>"
            + "<a href='/tin'>Tin mới nhất trong ngày</a> ".repeat(20)
            + "</td></tr><tr><td><div><div class='the'><p>Gợi ý: <b>số hiệu</b> hoặc trích yếu</p>"
            + "<div><input type='text' name='q'><select><option>Luật</option></select></div></div>"
            + "<div class='imgloader'><p>Xin chờ trong giây lát...</p></div>"
            + "<div class='chi-tiet'><h1>Luật Cây xanh</h1><div>Đăng ngày 09/03/2020 <input type='text'></div>"
            + "<div class='noi-dung'><table><tr><td>QUỐC HỘI</td><td>Luật số: 8/2020/QH14</td></tr></table>"
            + BODY.repeat(12)
            + law
            + BODY.repeat(3)
            + "<p>CHỦ TỊCH QUỐC HỘI</p></div></div><div>"
            + call
            + "</div></div></td></tr><tr><td><table><tr><td>IP: 192.0.2.7</td></tr></table>"
            + "<div style='display: none'>Quý khách hãy nhận quà tặng của chúng tôi trong hôm nay.</div>"
                .repeat(4)
            + "</td></tr></table></form></body></html>";
    assertThat(text(page).plain().lines())
        .startsWith("Luật Cây xanh", "Đăng ngày 09/03/2020", "QUỐC HỘI", "Luật số: 8/2020/QH14")
        .contains(
            "Điều 7. Hồ sơ",
            "Tổ chức phải đăng nhập hệ thống trước khi nộp; bạn hàng được mời cùng dự.")
        .endsWith("CHỦ TỊCH QUỐC HỘI")
        .noneMatch(line -> line.matches(".*(Gợi ý|Xin chờ|Bạn |ĐT:|IP:|Quý khách|ở đây).*"))
        .hasSize(4 + 12 + 2 + 3 + 1);
  }

  @Test
  void aSimpleDocumentKeepsEverything() throws Exception {
    String page =
        "<html><body><table><tr><td>UBND XÃ ĐỒI CỌ<br>Số: 4/TB-UBND</td><td>CỘNG HÒA</td></tr></table>"
            + "<h2>THÔNG BÁO</h2>"
            + BODY
            + "<p>Nơi nhận:</p><ol><li>Như trên</li><li>Lưu</li></ol></body></html>";
    assertThat(text(page).plain().lines())
        .startsWith("UBND XÃ ĐỒI CỌ", "Số: 4/TB-UBND", "CỘNG HÒA", "THÔNG BÁO")
        .endsWith("Nơi nhận:", "1. Như trên", "2. Lưu");
  }

  @Test
  void aLetterheadBesideTheBodyStays() throws Exception {
    String links = "<a href='/tin'>Tin mới nhất trong ngày</a> ".repeat(20);
    String page =
        "<html><body><div>"
            + links
            + "</div><form><div id='noidung'><table><tr><td>CHÍNH PHỦ</td><td>Số: 8/2020/NĐ-CP</td></tr></table><div>"
            + BODY.repeat(10)
            + "</div><table><tr><td>TM. CHÍNH PHỦ</td></tr></table></div></form></body></html>";
    assertThat(text(page).plain().lines())
        .contains("CHÍNH PHỦ", "Số: 8/2020/NĐ-CP", "TM. CHÍNH PHỦ")
        .noneMatch(line -> line.contains("Tin mới nhất"));
  }

  @Test
  void itemsCountOnFromTheirNumbers() throws Exception {
    ExtractedText text =
        text(
            "<html><body><ol start=3><li>ba</li><li value=7>bảy</li><li>tám<ol type=a><li>nhỏ</li></ol></li>"
                + "<li>chín</li></ol>");
    assertThat(text.plain()).isEqualTo("3. ba\n7. bảy\n8. tám\na) nhỏ\n9. chín");
  }

  @Test
  void longListsAndLinesTakeLinearTime() throws Exception {
    Limits limits = new Limits(64 << 20, 10_000_000, 4, 10, Duration.ofSeconds(20));
    try (TikaExtractor hasty = new TikaExtractor(limits)) {
      StringBuilder page = new StringBuilder("<html><body><ol>");
      page.append("<li>mục</li>".repeat(150_000)).append("</ol><div>");
      page.append("<span class=a>mục</span><span class=b>lục</span>".repeat(75_000));
      byte[] bytes = page.append("</div>").toString().getBytes(UTF_8);
      ExtractedText text = hasty.extract(new SourceFile("trang", bytes)).text();
      assertThat(text.paragraphs().size()).isEqualTo(150_001);
      assertThat(text.paragraphs().get(149_999).text()).isEqualTo("150000. mục");
    }
  }
}
