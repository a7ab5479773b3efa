package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.Handling;

/** Pages for officials who know a number, a body or a year. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupPagesTest {
  private static final String OTHER = "Ủy ban nhân dân huyện Đồng Lau";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    LocalDate day = LocalDate.of(2021, 1, 4);
    server =
        new RunningServer(
            folder,
            SampleTexts.plan(),
            PublicSamples.plan(2, day, "Tiêm chủng mở rộng"),
            PublicSamples.plan(3, day.plusDays(2), "Vệ sinh môi trường"),
            PublicSamples.plan(5, day.plusDays(1), "Dạy nghề cho thanh niên"),
            PublicSamples.plan(5, OTHER, day, "Trồng cây đầu xuân", Handling.NONE),
            PublicSamples.secretPlan(4, day.plusDays(2), "Diễn tập phòng thủ"),
            SampleTexts.citing("bc.txt", "99/2019/NĐ-CP"),
            SampleTexts.hostile());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String main(String address) {
    HttpResponse<String> answer = server.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body().replaceFirst("(?s).*<main", "").replaceFirst("(?s)</main.*", "");
  }

  @Test
  void aNumberIsToldInAllItsReadingsWithTheDocumentsThatBearIt() {
    String page = main("/tra-so?so=" + encoded("5/KHUBND"));
    assertThat(page)
        .containsSubsequence(">5/KH-UBND</span>", "(có thể đọc là)", ">5/KHUBND</span></h2>")
        .contains(server.id(3), server.id(4), OTHER, PublicSamples.COMMITTEE, "04/01/2021")
        .doesNotContain(server.id(1));
    assertThat(main("/tra-so?so=" + encoded("383/kh –ubnd")))
        .contains(">383/KH-UBND</span></h2>", "/van-ban/" + server.id(0));
  }

  @Test
  void aCitationLeadsToTheProvision() {
    assertThat(main("/tra-so?so=" + encoded("khoản 2 Điều 1 Kế hoạch 383/KH-UBND")))
        .contains(
            "/van-ban/" + server.id(0) + "?muc=chuong-i.dieu-1.khoan-2#chuong-i.dieu-1.khoan-2");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(main("/tra-so?so=" + encoded("77/NQ-HĐND")))
        .contains(">77/NQ-HĐND</span></h2>", "Không thấy văn bản nào mang số hay viện dẫn này");
    assertThat(main("/tra-so")).contains("name=\"so\"").doesNotContain("Không thấy");
  }

  @Test
  void aSeriesShowsItsGapsAndWhatIsOutOfOrder() {
    String page = main("/day-so?nam=2021&co-quan=" + encoded("UBND tinh Mau Son"));
    assertThat(page)
        .contains("Có 3 số, từ số 2–5; khuyết 2 số.", "<li>1</li>", "<li>4</li>")
        .containsSubsequence(
            "<th scope=\"row\">1</th>",
            "khuyết",
            server.id(1),
            server.id(2),
            "khuyết",
            server.id(3))
        .contains("ngày không theo thứ tự số")
        // A gap is a number that is not there, or not for guests.
        .doesNotContain(server.id(5), server.id(4));
  }

  @Test
  void withoutAYearTheYearsAreOfferedAndAnUnknownBodyIsToldWithTheNearest() {
    assertThat(main("/day-so?co-quan=" + encoded(PublicSamples.COMMITTEE)))
        .contains("nam=2020", "nam=2021");
    HttpResponse<String> unknown =
        server.get("/day-so?nam=2021&co-quan=" + encoded("UBND tỉnh Mẫu Sươn"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("Gần nhất:", ">" + PublicSamples.COMMITTEE + "</a>");
  }

  @Test
  void aBodyOfTheListIsToldWithItsPastAndFuture() {
    String page = main("/co-quan/uy-ban-nhan-dan-tinh-binh-dinh");
    assertThat(page)
        .contains(">Ủy ban nhân dân tỉnh Bình Định</h1>", "Được kế tục bởi", "Cấp tỉnh")
        .containsSubsequence(
            "Tên qua các thời kỳ", "đến hết 30/06/2025", "uy-ban-nhan-dan-tinh-gia-lai");
    assertThat(main("/co-quan/so-y-te-tinh-gia-lai"))
        .contains("Trực thuộc", "<a href=\"/co-quan/uy-ban-nhan-dan-tinh-gia-lai\">");
  }

  @Test
  void aBodyThatNoListHasIsKnownByItsDocuments() {
    String page = main("/co-quan/uy-ban-nhan-dan-tinh-mau-son");
    assertThat(page)
        .contains(">" + PublicSamples.COMMITTEE + "</h1>", "nam=2021", "/day-so?co-quan=");
    assertThat(server.get("/co-quan/khong-co").statusCode()).isEqualTo(404);
    assertThat(server.get("/co-quan/uy-ban-nhan-dan-tinh-mau-so").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "UBND tỉnh Mẫu Sơn, /co-quan/uy-ban-nhan-dan-tinh-mau-son",
    "bộ y tế, /co-quan/bo-y-te",
    "ubnd tinh binh dinh, /co-quan/uy-ban-nhan-dan-tinh-binh-dinh",
  })
  void aNameLeadsToItsBody(String typed, String page) {
    HttpResponse<String> answer = server.get("/co-quan?ten=" + encoded(typed));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains(page);
  }

  @Test
  void bodiesAreListedWithTheirDocuments() {
    assertThat(main("/co-quan"))
        .contains(
            "/co-quan/uy-ban-nhan-dan-huyen-dong-lau", "/co-quan/bo-y-te", "Hội đồng Bộ trưởng");
    assertThat(main("/co-quan?ten=" + encoded("Ban Quản trị chung cư Hoa Lan")))
        .contains("Tên gần nhất");
  }

  @Test
  void statisticsAreDrawnAndWrittenAndTellNothingSecret() {
    String page = main("/thong-ke");
    assertThat(page)
        .contains(
            "<svg class=\"chart\" viewBox=\"0 0 360 ",
            "role=\"img\"",
            "id=\"theo-nam-ta\">Từ năm 2020 đến năm 2021;")
        .contains("<title>2021: ", "<title>Kế hoạch: ", "/tim-kiem?nam=2021", "/tim-kiem?loai=K")
        .contains("99/2019/NĐ-CP")
        .contains("<strong>7</strong>")
        .doesNotContain("style=");
  }

  @Test
  void allOfThemSpeakEnglishToo() {
    Map.of(
            "/tra-so?so=1", "Look up a number",
            "/day-so", "Number series",
            "/co-quan", "Issuing bodies",
            "/co-quan/bo-y-te", "documents here",
            "/thong-ke", "How much was read")
        .forEach((address, words) ->
            assertThat(server.get(address, "Cookie", "ngon-ngu=en").body())
                .contains("<html lang=\"en\">", words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tra-so?q=1",
        "/day-so?co-quan=a&nam=20",
        "/day-so?x=1",
        "/co-quan?id=1",
        "/co-quan/bo-y-te?x=1",
        "/thong-ke?nam=2020",
        "/day-so?co-quan=a&nam=2020&nam=2021"
      })
  void unknownAndBadParametersAreRefused(String address) {
    assertThat(server.get(address).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tra-so?so=", "/day-so?nam=2021&co-quan=", "/co-quan?ten="})
  void whatIsTypedIsOnlyText(String address) {
    String typed = "\"><script>alert(1)</script>";
    assertThat(server.get(address + encoded(typed)).body())
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert");
  }

  @Test
  void pagesNameTheFeedOfTheSameContent() {
    assertThat(server.get("/tim-kiem?q=a&sap-xep=cu-nhat").body())
        .contains(
            "<link rel=\"alternate\" type=\"application/atom+xml\""
                + " href=\"/tim-kiem.atom?q=a&amp;sap-xep=cu-nhat\"");
    assertThat(server.get("/").body()).contains("href=\"/thay-doi.atom\"");
  }
}
