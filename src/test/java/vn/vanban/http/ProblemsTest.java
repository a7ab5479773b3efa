package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to requests that are wrong, and what hostile ones achieve. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = new RunningServer(folder, SampleTexts.plan(), SampleTexts.hostile());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/search?query=x             | 400 | unknown-parameter | query  | q, type, issuer, level, province, year, status, kind, sort
          /api/v1/search?q=x&Limit=3         | 400 | unknown-parameter | Limit  | limit
          /api/v1/search?limit=abc           | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=0             | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=              | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=-1            | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=101           | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=1e2           | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=99999999999   | 400 | bad-parameter     | limit  | từ 1 đến 100
          /api/v1/search?limit=2&limit=3     | 400 | bad-parameter     | limit  | một lần
          /api/v1/search?offset=10001        | 400 | bad-parameter     | offset | từ 0 đến 10000
          /api/v1/search?year=20x            | 400 | bad-parameter     | year   | bốn chữ số
          /api/v1/search?year=2020&year=99   | 400 | bad-parameter     | year   | bốn chữ số
          /api/v1/search?level=tinh          | 400 | bad-parameter     | level  | central, province, district
          /api/v1/search?status=in_force&status=x | 400 | bad-parameter | status | not_yet, in_force, partly
          /api/v1/search?kind=DRAFT          | 400 | bad-parameter     | kind   | original, draft
          /api/v1/search?sort=date           | 400 | bad-parameter     | sort   | relevance, newest, oldest, number
          /api/v1/search?sort=newest&sort=oldest | 400 | bad-parameter | sort   | một lần
          /api/v1/search?asOf=26/02/2020     | 400 | bad-parameter     | asOf   | 2020-02-26
          /api/v1/search?asOf=2023-02-30     | 400 | bad-parameter     | asOf   | 2020-02-26
          /api/v1/search?facets=1            | 400 | bad-parameter     | facets | false
          /api/v1/search?explain=yes         | 400 | bad-parameter     | explain| true
          /api/v1/search?cursor=abc          | 400 | bad-parameter     | cursor | không phải con trỏ
          /api/v1/search?cursor=abc&offset=0 | 400 | bad-parameter     | cursor | không dùng cùng nhau
          /api/v1/suggest?limit=21           | 400 | bad-parameter     | limit  | từ 1 đến 20
          /api/v1/suggest?query=a            | 400 | unknown-parameter | query  | q, limit
          /api/v1/documents/khong-co/similar | 404 | not-found         |        | mã này
          /api/v1/documents/khong-co/citing  | 404 | not-found         |        | mã này
          /van-ban/khong-co/tuong-tu         | 404 | not-found         |        | mã này
          /tim-kiem?q=x&hieu-luc=co          | 400 | bad-parameter     | hieu-luc | con-hieu-luc
          /tim-kiem?q=x&sap-xep=moi          | 400 | bad-parameter     | sap-xep | sat-nhat, moi-nhat, cu-nhat, so-ky-hieu
          /api/v1/documents                  | 400 | bad-parameter     | number | number
          /api/v1/documents?number=%20       | 400 | bad-parameter     | number | number
          /api/v1/documents/01?x=1           | 400 | unknown-parameter | x      | at, asOf
          /health?verbose=1                  | 400 | unknown-parameter | verbose| không nhận tham số
          /tim-kiem?q=x&trang=0              | 400 | bad-parameter     | trang  | từ 1
          /tim-kiem?q=x&nam=hai              | 400 | bad-parameter     | nam    | bốn chữ số
          /api/v1/search?q=%                 | 400 | bad-request       |        | mã hóa
          /api/v1/search?q=%zz               | 400 | bad-request       |        | mã hóa
          /api/v1/search?q=%C3%28            | 400 | bad-request       |        | UTF-8
          /api/v1/documents/khong-co         | 404 | not-found         |        | mã này
          /api/v1/documents/khong-co/text    | 404 | not-found         |        | mã này
          /van-ban/khong-co                  | 404 | not-found         |        | mã này
          /api/v2/search                     | 404 | not-found         |        | không có
          /tinh/vanban.css                   | 404 | not-found         |        | tệp
          """)
  void programsAreToldWhatIsWrong(
      String path, int status, String code, String parameter, String hint) {
    // Sent raw: the JDK's client refuses to send what is not well formed.
    HttpResponse<String> parsed = path.matches(".*%(?![0-9A-F]{2}).*") ? null : server.get(path);
    String body = parsed == null ? raw("GET " + path + " HTTP/1.1") : parsed.body();
    JsonNode problem = problem(body);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).isEqualTo("urn:vanban:problem:" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).contains(hint);
    assertThat(problem.path("parameter").asText()).isEqualTo(parameter == null ? "" : parameter);
    if (parsed != null) {
      assertThat(parsed.statusCode()).isEqualTo(status);
      assertThat(parsed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/tim-kiem?x=1, 400, Không có tham số",
    "/van-ban/khong-co, 404, Không tìm thấy",
    "/khong/co, 404, Không tìm thấy",
    "/api/v1/search?limit=0, 400, từ 1 đến 100"
  })
  void peopleGetAPage(String path, int status, String words) {
    HttpResponse<String> response =
        server.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(response.body()).contains(words, "<html lang=\"vi\">", "href=\"/\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreNotAllowed(String method) {
    HttpResponse<String> response = server.send(method, "/api/v1/search");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(server.json(response).path("type").asText())
        .isEqualTo("urn:vanban:problem:method-not-allowed");
  }

  @Test
  void aQueryThatIsTooLongIsRefusedAndOneAtTheLimitIsNot() {
    assertThat(server.get("/api/v1/search?q=" + "a".repeat(500)).statusCode()).isEqualTo(200);
    JsonNode problem = problem(server.get("/api/v1/search?q=" + "a".repeat(501)).body());
    assertThat(problem.path("parameter").asText()).isEqualTo("q");
    assertThat(server.get("/api/v1/search?q=" + "%20a".repeat(60_000)).statusCode())
        .isIn(400, 414, 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/van-ban/../../etc/passwd",
        "/van-ban/..%2F..%2Fetc%2Fpasswd",
        "/van-ban/%2e%2e/%2e%2e/etc/passwd",
        "/tinh/../vanban.css",
        "/tinh/..%2f..%2fapplication.properties",
        "/tinh/%2e%2e%5cvanban.css",
        "/api/v1/documents/%00/text",
        "/api/v1/documents/%C3%28",
        "/api/v1/documents/%zz",
        "//etc/passwd",
        "/van-ban/x;jsessionid=1"
      })
  void tricksWithPathsLeadNowhere(String path) {
    String answer = raw("GET " + path + " HTTP/1.1");
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
    assertThat(answer)
        .doesNotContain("root:")
        .doesNotContain("at io.javalin")
        .doesNotContain("jetty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /  HTTP/9.9",
        "BREW / HTTP/1.1",
        "GET http:// HTTP/1.1",
        "GET /\u0001 HTTP/1.1",
        "rubbish"
      })
  void malformedRequestsGetNoInnerDetail(String line) {
    String answer = raw(line);
    assertThat(answer).matches("(?s)HTTP/1.1 [45]\\d\\d .*");
    assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' autofocus onfocus=alert(1) x='",
        "</title><script>alert(1)</script>",
        "${7*7} {{7*7}} #{1}",
        "a\u0000b\u0007c\u001b[31m",
        "\u202ekhongdau",
        "AND OR NOT (( \"",
        "* *:* title:* [* TO *] ~ ^ \\"
      })
  void aHostileQueryIsOnlyText(String query) {
    String encoded = Responses.encoded(query);
    HttpResponse<String> page = server.get("/tim-kiem?q=" + encoded);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(withoutOurScripts(page.body()))
        .doesNotContain("<script")
        .doesNotContain("<img src=x")
        .doesNotContain("\u0000")
        .doesNotContain("onfocus=alert(1) x='\"");
    assertThat(server.get("/api/v1/search?q=" + encoded).statusCode()).isEqualTo(200);
    assertThat(server.get("/tim-kiem?q=a&co-quan=" + encoded + "&loai=" + encoded).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aHostileDocumentIsOnlyText() {
    for (String path :
        new String[] {
          "/van-ban/" + server.id(1),
          "/tim-kiem?q=alert",
          "/tim-kiem?q=",
          "/van-ban/" + server.id(1) + "?muc=x"
        }) {
      String page = server.get(path).body();
      assertThat(withoutOurScripts(page)).doesNotContain("<script").doesNotContain("<img src=x");
      assertThat(page).contains("&lt;script");
      assertThat(page).doesNotContainPattern("(href|src)=\"(javascript|data):");
    }
    HttpResponse<String> original = server.get("/api/v1/documents/" + server.id(1) + "/original");
    assertThat(original.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(original.headers().firstValue("Content-Disposition").orElse(""))
        .doesNotContain("<")
        .matches("inline; filename=\"[A-Za-z0-9 ._()-]*\"; filename\\*=UTF-8''[A-Za-z0-9%._*-]*");
  }

  @Test
  void aQueryThatJoinsTooMuchIsToldWhere() {
    JsonNode problem = server.json("/api/v1/search?q=" + "%22a+b%22+".repeat(33));
    assertThat(problem.path("parameter").asText()).isEqualTo("q");
    assertThat(problem.path("position").asInt()).isEqualTo("\"a b\" ".length() * 32);
    assertThat(problem.path("detail").asText()).contains("quá 32 điều kiện", "ký tự thứ 193");
  }

  @Test
  void pagesAllowOurScriptsAndNoStrangers() {
    for (String path : new String[] {"/", "/tim-kiem?q=gioi", "/van-ban/" + server.id(0), "/x"}) {
      HttpResponse<String> page = server.get(path, "Accept", "text/html");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
          .contains("script-src 'self';")
          .doesNotContain("unsafe");
      assertThat(withoutOurScripts(page.body()))
          .doesNotContain("<script")
          .doesNotContain("style=\"");
      assertThat(page.body()).doesNotContainPattern("(href|src|action)=\"(https?:)?//");
    }
  }

  private static String withoutOurScripts(String page) {
    String script = "<script src=\"/tinh/(goi-y|doc-van-ban)\\.[0-9a-f]{12}\\.js\" defer></script>";
    assertThat(page).containsPattern(script);
    // Data for machines is no script: its letters cannot end its element.
    return page.replaceAll(script, "")
        .replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", "");
  }

  private JsonNode problem(String answer) {
    String body = answer.substring(Math.max(0, answer.indexOf('{')));
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(answer, e);
    }
  }

  private String raw(String requestLine) {
    URI base = URI.create(server.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(requestLine, e);
    }
  }
}
