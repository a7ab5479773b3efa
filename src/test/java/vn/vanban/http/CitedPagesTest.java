package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.registry.Act;

/** Documents that name one another: links, previews, relations and comparisons, read from files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CitedPagesTest {
  private static final String HEAD =
      """
      ỦY BAN NHÂN DÂN
      TỈNH SÔNG MẪU
      Số: %s
      Sông Mẫu, ngày %s
      QUYẾT ĐỊNH
      %s
      """;

  private static final String OLD =
      HEAD.formatted(
              "48/2022/QĐ-UBND",
              "21 tháng 11 năm 2022",
              "Quy định giá thu gom rác trên địa bàn tỉnh")
          + """
          Điều 1. Giá dịch vụ
          1. Giá thu gom rác là ba mươi nghìn đồng một hộ mỗi tháng.
          2. Hộ nghèo nộp một nửa mức giá nêu tại khoản 1 Điều này.
          Điều 2. Hiệu lực thi hành
          Quyết định này có hiệu lực từ ngày 05 tháng 12 năm 2022.
          TM. ỦY BAN NHÂN DÂN
          CHỦ TỊCH
          Lê Văn Mẫu
          """;

  private static final String NEW =
      HEAD.formatted(
              "31/2024/QĐ-UBND", "19 tháng 8 năm 2024", "Quy định giá thu gom rác theo khối lượng")
          + """
          Điều 1. Giá dịch vụ
          1. Giá thu gom rác là bốn mươi nghìn đồng một hộ mỗi tháng.
          2. Mức giá tại khoản 1 Điều 1 Quyết định số 48/2022/QĐ-UBND được áp dụng đến hết tháng 8.
          3. Việc thu tiền theo Nghị định số 951/2019/NĐ-CP của Chính phủ.
          Điều 2. Hiệu lực thi hành
          1. Quyết định này có hiệu lực từ ngày 01 tháng 9 năm 2024.
          2. Quyết định này thay thế Quyết định số 48/2022/QĐ-UBND ngày 21 tháng 11 năm 2022 của Ủy ban nhân dân tỉnh Sông Mẫu.
          TM. ỦY BAN NHÂN DÂN
          CHỦ TỊCH
          Lê Văn Mẫu
          """;

  private final HttpClient client = HttpClient.newHttpClient();
  private TikaExtractor extractor;
  private WritingServer server;
  private String old;
  private String now;

  @BeforeAll
  void start(@TempDir Path folder) throws JsonProcessingException {
    extractor = new TikaExtractor(Limits.DEFAULT);
    server = new WritingServer(folder, extractor, Limits.DEFAULT, (dir, args, out, err) -> 0);
    old = register("cu.txt", OLD);
    now = register("moi.txt", NEW);
  }

  @AfterAll
  void stop() {
    server.close();
    extractor.close();
  }

  @Test
  @Order(1)
  void aCitationLeadsToTheProvisionThatItMeans() {
    String page = get("/van-ban/" + now).body();
    String link =
        "/van-ban/" + now + "/vien-dan?den=48%2F2022%2FQ%C4%90-UBND&amp;muc=dieu-1.khoan-1";
    assertThat(page).contains("class=\"cites\" href=\"" + link + "\"");
    HttpResponse<String> led = get(link.replace("&amp;", "&"));
    assertThat(led.statusCode()).isEqualTo(302);
    assertThat(led.headers().firstValue("Location"))
        .contains("/van-ban/" + old + "?muc=dieu-1.khoan-1#dieu-1.khoan-1");
    assertThat(get(link.replace("&amp;", "&").replace("vien-dan?", "vien-dan/xem-truoc?")).body())
        .contains(
            "Quyết định 48/2022/QĐ-UBND",
            "Hết hiệu lực",
            "Khoản 1 Điều 1",
            "Giá thu gom rác là ba mươi nghìn đồng một hộ mỗi tháng.")
        .doesNotContain("<html");
    // What is not held is told, and not linked.
    assertThat(page).doesNotContain("den=951");
    assertThat(page)
        .containsPattern("951/2019/NĐ-CP <span class=\"meta\"[^>]*>\\(chưa có trong kho\\)");
    // Within one document a citation leads to its own provision.
    assertThat(get("/van-ban/" + old).body())
        .containsPattern("<a class=\"cites\" href=\"#dieu-1.khoan-1\"[^>]*>khoản 1 Điều này</a>");
  }

  @Test
  @Order(2)
  void bothSidesTellWhatTheyAreToEachOther() {
    assertThat(get("/van-ban/" + now).body()).containsSubsequence("<h3>Thay thế</h3>", "48/2022");
    assertThat(get("/van-ban/" + old).body())
        .containsSubsequence("<h3>Bị thay thế bởi</h3>", "/van-ban/" + now + "?doan=");
    assertThat(get("/van-ban/" + old).body()).contains("từ 01/09/2024: Hết hiệu lực");
  }

  @Test
  @Order(2)
  void whatReplacesADocumentStandsBesideIt() {
    assertThat(get("/van-ban/" + now + "/so-sanh").body())
        .contains("value=\"vb-" + old + "\" selected", "<del>ba</del>", "<ins>bốn</ins>");
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({
    "/vien-dan, 400",
    "/vien-dan?den=1%2F2000%2FN%C4%90-CP, 404",
    "/vien-dan?den=48%2F2022%2FQ%C4%90-UBND&x=1, 400",
    "/vien-dan/xem-truoc?den=951%2F2019%2FN%C4%90-CP, 200",
    "/vien-dan?den=951%2F2019%2FN%C4%90-CP, 302",
    "/so-sanh?cu=ban-2, 400",
    "/so-sanh?cu=ban-0, 400",
    "/so-sanh?cu=luc-homqua, 400",
    "/so-sanh?cu=luc-2000-01-01T00:00:00Z, 400",
    "/so-sanh?moi=vb-khong-co, 404",
    "/so-sanh?cu=ban-1&moi=ban-1, 200",
  })
  void whatIsWrongIsTold(String address, int status) {
    assertThat(get("/van-ban/" + now + address).statusCode()).isEqualTo(status);
  }

  /** Last: it hides a document. */
  @Test
  @Order(3)
  void whatIsWithheldIsNeitherLinkedNorCompared() {
    server
        .registry()
        .by(new Act("Trần Thị Mai", "dấu mật"))
        .correct(old, "secrecy", Optional.of("Mật"));
    String link = "/van-ban/" + now + "/vien-dan?den=48%2F2022%2FQ%C4%90-UBND";
    assertThat(get("/van-ban/" + now).body()).doesNotContain("vien-dan?den=48", old);
    assertThat(get(link).headers().firstValue("Location").orElseThrow()).startsWith("/tim-kiem");
    assertThat(get(link.replace("vien-dan?", "vien-dan/xem-truoc?")).body())
        .contains("chưa có trong kho")
        .doesNotContain("ba mươi", "giá thu gom");
    assertThat(get("/van-ban/" + now + "/so-sanh").body()).doesNotContain(old, "ba mươi");
    assertThat(get("/van-ban/" + now + "/so-sanh?cu=vb-" + old).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void aProvisionThatWasRepealedSaysSoWhereItStands() throws JsonProcessingException {
    assertThat(get("/van-ban/" + now).body()).doesNotContain("badge expired");
    register(
        "bo.txt",
        HEAD.formatted("7/2025/QĐ-UBND", "10 tháng 01 năm 2025", "Bãi bỏ quy định về thu tiền rác")
            + """
            Điều 1. Bãi bỏ khoản 3 Điều 1 Quyết định số 31/2024/QĐ-UBND ngày 19 tháng 8 năm 2024 của Ủy ban nhân dân tỉnh Sông Mẫu.
            Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 01 năm 2025.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Lê Văn Mẫu
            """);
    assertThat(get("/van-ban/" + now).body())
        .containsPattern(
            "(?s)<section id=\"dieu-1.khoan-3\"(?:(?!<section).)*class=\"badge expired\" href=\"/van-ban/[^\"]+\">Hết hiệu lực<")
        .containsOnlyOnce("class=\"badge expired\"");
  }

  private String register(String name, String text) throws JsonProcessingException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents?name=" + name))
            .header("Authorization", "Bearer " + WritingServer.SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    String answer = send(request).body();
    return new ObjectMapper().readTree(answer).at("/files/0/document").asText();
  }

  private HttpResponse<String> get(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(server.base() + path))
            .header("Accept", "text/html")
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
