package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits by client and cost, proxies that are believed or not, and what other sites may read. */
class StrangersTest {
  private static final List<AddressRange> LOOPBACK = List.of(AddressRange.parse("127.0.0.0/8"));

  @TempDir private Path folder;

  private RunningServer server(StrangerSettings settings) {
    return new RunningServer(
        folder,
        new ServiceOptions(
            Duration.ofSeconds(5), Optional.empty(), settings, List.of(), Optional.empty()));
  }

  private static StrangerSettings settings(
      Optional<URI> base, List<AddressRange> trusted, int rate, boolean cors) {
    return new StrangerSettings(base, trusted, rate, cors, Duration.ofSeconds(30));
  }

  @Test
  void aClientThatAsksTooMuchWaitsAndOthersDoNot() {
    try (RunningServer server = server(settings(Optional.empty(), LOOPBACK, 4, true))) {
      for (int i = 0; i < 2; i++) {
        HttpResponse<String> page = server.get("/tim-kiem?q=a", "X-Forwarded-For", "203.0.113.7");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("RateLimit-Limit")).contains("4");
      }
      HttpResponse<String> refused =
          server.get("/api/v1/search?q=a", "X-Forwarded-For", "198.51.100.9, 203.0.113.7");
      assertThat(refused.statusCode()).as("the last address is the proxy's word").isEqualTo(429);
      assertThat(server.json(refused).path("type").asText())
          .isEqualTo("urn:vanban:problem:too-many-requests");
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1, 60);
      assertThat(server.get("/health", "X-Forwarded-For", "203.0.113.7").statusCode())
          .isEqualTo(200);
      assertThat(server.get("/api/v1/search?q=a", "X-Forwarded-For", "203.0.113.8").statusCode())
          .isEqualTo(200);
      assertThat(server.get("/api/v1/search?q=a").statusCode())
          .as("this machine itself")
          .isEqualTo(200);
    }
  }

  @Test
  void aBatchCostsByItsQuestions() {
    try (RunningServer server = server(settings(Optional.empty(), LOOPBACK, 60, true))) {
      String body = "{\"queries\":[" + "\"1/QĐ-UBND\",".repeat(99) + "\"2/QĐ-UBND\"]}";
      HttpResponse<String> batch =
          server.post("/api/v1/resolve", body, "X-Forwarded-For", "203.0.113.7");
      assertThat(batch.statusCode()).isEqualTo(200);
      assertThat(batch.headers().firstValue("RateLimit-Remaining")).contains("35");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, 429",
    "2001:db8:1:2::1, 2001:db8:1:3::1, 200",
    "192.0.2.1, 192.0.2.2, 200",
  })
  void anIpv6HouseholdIsOneClient(String first, String second, int status) {
    try (RunningServer server = server(settings(Optional.empty(), LOOPBACK, 1, true))) {
      assertThat(server.get("/api/v1/search?q=a", "X-Forwarded-For", first).statusCode())
          .isEqualTo(200);
      assertThat(server.get("/api/v1/search?q=a", "X-Forwarded-For", second).statusCode())
          .isEqualTo(status);
    }
  }

  @Test
  void theBaseAddressStandsInWhatIsReadElsewhere() {
    URI base = URI.create("https://vanban.example.vn");
    try (RunningServer server = server(settings(Optional.of(base), List.of(), 0, true))) {
      HttpResponse<String> map = server.get("/robots.txt");
      assertThat(map.body()).contains("https://vanban.example.vn/sitemap.xml");
      assertThat(map.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void onlyATrustedProxySaysWhereTheWorldKnowsUs() {
    String[] forwarded = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "vb.example.vn"};
    try (RunningServer server = server(settings(Optional.empty(), LOOPBACK, 0, true))) {
      assertThat(server.get("/robots.txt", forwarded).body()).contains("https://vb.example.vn/");
    }
    try (RunningServer server = server(settings(Optional.empty(), List.of(), 0, true))) {
      assertThat(server.get("/robots.txt", forwarded).body()).doesNotContain("vb.example.vn");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?q=a, true, *",
    "/thay-doi.atom, true, *",
    "/tim-kiem?q=a, true, ",
    "/api/v1/search?q=a, false, ",
  })
  void otherSitesMayReadWhatIsForPrograms(String path, boolean cors, String allowed) {
    try (RunningServer server = server(settings(Optional.empty(), List.of(), 0, cors))) {
      HttpResponse<String> answer = server.get(path, "Origin", "https://elsewhere.example");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").orElse(null))
          .isEqualTo(allowed);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }
  }
}
