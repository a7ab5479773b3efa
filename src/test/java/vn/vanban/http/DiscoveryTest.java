package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and crawlers read to find their way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server =
        new RunningServer(
            folder,
            PublicSamples.plan(1, LocalDate.of(2021, 1, 5), "Phòng cháy, chữa cháy rừng"),
            PublicSamples.secretPlan(2, LocalDate.of(2021, 1, 6), "Diễn tập phòng thủ"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aBrowserCanAddTheEngine() {
    HttpResponse<String> answer = server.get("/opensearch.xml");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/opensearchdescription+xml; charset=utf-8");
    assertThat(Schemas.faults("opensearch.rnc", answer.body())).isEmpty();
    assertThat(answer.body())
        .contains(
            "rel=\"results\" type=\"text/html\" template=\""
                + server.base()
                + "/tim-kiem?q={searchTerms}\"",
            "rel=\"suggestions\" type=\"application/x-suggestions+json\" template=\""
                + server.base()
                + "/goi-y?q={searchTerms}\"");
    assertThat(server.get("/").body())
        .contains("rel=\"search\" type=\"application/opensearchdescription+xml\"");
  }

  @Test
  void suggestionsAreWhatWasTypedAndThenTexts() {
    HttpResponse<String> answer = server.get("/goi-y?q=phong+ch");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/x-suggestions+json");
    JsonNode json = server.json(answer);
    assertThat(json.isArray()).isTrue();
    assertThat(json.path(0).asText()).isEqualTo("phong ch");
    assertThat(json.path(1).path(0).asText()).contains("Phòng cháy, chữa cháy rừng");
    assertThat(server.json("/goi-y?q=").toString()).isEqualTo("[\"\",[]]");
  }

  @Test
  void theSitemapHasWhatGuestsMaySee() {
    String index = server.get("/sitemap.xml").body();
    assertThat(Schemas.faults("sitemap.rnc", index)).isEmpty();
    assertThat(index)
        .contains(server.base() + "/sitemap-trang.xml", server.base() + "/sitemap-1.xml");
    assertThat(index).doesNotContain("/sitemap-2.xml");
    String pages = server.get("/sitemap-trang.xml").body();
    assertThat(Schemas.faults("sitemap.rnc", pages)).isEmpty();
    assertThat(pages).contains("/co-quan/uy-ban-nhan-dan-tinh-mau-son<");
    HttpResponse<String> documents = server.get("/sitemap-1.xml");
    assertThat(documents.headers().firstValue("Content-Type"))
        .contains("application/xml; charset=utf-8");
    assertThat(Schemas.faults("sitemap.rnc", documents.body())).isEmpty();
    assertThat(documents.body())
        .contains(server.base() + "/van-ban/" + server.id(0) + "<")
        .doesNotContain(server.id(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sitemap-2.xml", "/sitemap-0.xml", "/sitemap-x.xml", "/sitemap-01.xml"})
  void otherPartsAreNotThere(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void crawlersAreToldWhereTheSitemapIsAndWhereNotToGo() {
    HttpResponse<String> robots = server.get("/robots.txt");
    assertThat(robots.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    List<String> lines = robots.body().lines().toList();
    assertThat(lines)
        .startsWith("User-agent: *")
        .contains(
            "Disallow: /api/", "Disallow: /tim-kiem", "Sitemap: " + server.base() + "/sitemap.xml")
        .allMatch(line -> line.isEmpty() || line.matches("(User-agent|Disallow|Sitemap): \\S+"));
  }

  /** What a guest says of the server's name must not lead others elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "vanban.example, 200",
    "noi_bo:8080, 200",
    "[::1]:80, 200",
    "a.example/x, 400",
    "a.example@b.example, 400",
    "a\"b, 400",
    "a<b, 400"
  })
  void aNameOfTheServerIsAName(String host, int status) throws IOException {
    URI base = URI.create(server.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              ("GET /robots.txt HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
      assertThat(answer.contains("Sitemap: http://" + host + "/sitemap.xml"))
          .isEqualTo(status == 200);
    }
  }

  @Test
  void schemasRefuseWhatIsWrong() {
    String urls = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>%s</urlset>";
    assertThat(Schemas.faults("sitemap.rnc", urls.formatted(""))).startsWith("invalid");
    assertThat(Schemas.faults("sitemap.rnc", urls.formatted("<url><loc>/van-ban/1</loc></url>")))
        .startsWith("invalid");
    String one = "<url><loc>http://a.example/x</loc><lastmod>%s</lastmod></url>";
    assertThat(Schemas.faults("sitemap.rnc", urls.formatted(one.formatted("5/1/2021"))))
        .startsWith("invalid");
    assertThat(Schemas.faults("sitemap.rnc", urls.formatted(one.formatted("2021-01-05T00:00:00Z"))))
        .isEmpty();
    assertThat(
            Schemas.faults(
                "opensearch.rnc",
                "<OpenSearchDescription xmlns='http://a9.com/-/spec/opensearch/1.1/'>"
                    + "<ShortName>Một cái tên dài quá mức</ShortName><Description>a</Description>"
                    + "<Url template='http://a.example/?q={searchTerms}' type='text/html'/>"
                    + "</OpenSearchDescription>"))
        .startsWith("invalid");
  }
}
