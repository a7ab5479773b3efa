package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import vn.vanban.search.SearchEngine;

/** What those who run a service see of it. */
class OperationsTest {
  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;

  @Test
  void metricsCountByRouteAndNeverByAddress() {
    try (RunningServer server = new RunningServer(folder)) {
      server.get("/api/v1/search?q=chuyen+rieng");
      server.get("/api/v1/documents/khong-co");
      server.get("/khong-co-gi/o-day");
      String metrics = server.get("/metrics").body();
      assertThat(metrics)
          .containsPattern(
              "vanban_http_requests_seconds_count\\{.*route=\"/api/v1/search\",status=\"2xx\"} 1")
          .containsPattern(
              "vanban_http_requests_seconds_bucket\\{.*route=\"/api/v1/search\",status=\"2xx\",le=\"0.1\"}")
          .containsPattern("route=\"/api/v1/documents/\\{id}\",status=\"4xx\"} 1")
          .containsPattern("route=\"none\",status=\"4xx\"} 1")
          .contains("vanban_index_lag", "vanban_lane_waiting{lane=\"search\"}")
          .contains("jvm_memory_used_bytes{area=\"heap\"", "vanban_documents 0.0")
          .doesNotContain("chuyen", "khong-co");
    }
  }

  @Test
  void theAccessLogTellsNeitherWhatWasAskedNorByWhom() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream log = new PrintStream(out, true, StandardCharsets.UTF_8);
    try (RunningServer server =
        new RunningServer(
            folder,
            new ServiceOptions(
                Duration.ofSeconds(5),
                Optional.of(log),
                StrangerSettings.DEFAULT,
                List.of(),
                Optional.empty()))) {
      server.get(
          "/api/v1/search?q=chuyen+rieng",
          "Authorization",
          "Bearer bi-mat",
          "X-Request-Id",
          "abc-123-x");
    }
    String line = out.toString(StandardCharsets.UTF_8).strip();
    JsonNode told = mapper.readTree(line);
    assertThat(told.path("request").asText()).isEqualTo("abc-123-x");
    assertThat(told.path("route").asText()).isEqualTo("/api/v1/search");
    assertThat(told.path("status").asInt()).isEqualTo(200);
    assertThat(told.path("millis").asDouble()).isPositive();
    assertThat(line).doesNotContain("chuyen", "bi-mat", "127.0.0.1");
  }

  @Test
  void aFailureIsLoggedWithItsRequestAndWithoutWhatWasAsked() {
    SearchEngine broken =
        (SearchEngine)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, args) -> {
                  throw new IllegalStateException("broken");
                });
    List<String> told = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            told.add(MDC.get("request") + ": " + record.getMessage() + ": " + record.getThrown());
          }

          @Override
          public void flush() {
            // Nothing waits.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Logger log = Logger.getLogger(WebServer.class.getName());
    log.addHandler(handler);
    log.setUseParentHandlers(false);
    try (RunningServer server =
        new RunningServer(folder, broken, WebServer.Capacity.ofThisMachine())) {
      HttpResponse<String> answer =
          server.get(
              "/api/v1/search?q=chuyen+rieng",
              "Authorization",
              "Bearer bi-mat",
              "X-Request-Id",
              "abc-123-x");
      assertThat(answer.statusCode()).isEqualTo(500);
    } finally {
      log.removeHandler(handler);
      log.setUseParentHandlers(true);
    }
    assertThat(told)
        .containsExactly(
            "abc-123-x: request abc-123-x: GET /api/v1/search failed:"
                + " java.lang.IllegalStateException: broken");
  }

  @ParameterizedTest
  @CsvSource({
    "abc-123-x, true",
    "0123456789abcdef, true",
    "'a b', false",
    "ngắn, false",
    "\"; DROP TABLE, false",
  })
  void anIdOfARequestIsTakenWhereItIsSafeToWrite(String given, boolean taken) {
    try (RunningServer server = new RunningServer(folder)) {
      HttpResponse<String> answer =
          server.get(
              "/khong-co",
              "X-Request-Id",
              new String(given.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
      String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
      assertThat(id.equals(given)).isEqualTo(taken);
      assertThat(id).matches("[A-Za-z0-9._-]{8,64}");
      assertThat(server.json(answer).path("requestId").asText()).isEqualTo(id);
    }
  }

  @Test
  void itIsReadyOnceAnIndexAnswers() {
    try (RunningServer server = new RunningServer(folder)) {
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
      server.withhold();
      HttpResponse<String> answer = server.get("/ready");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(server.json(answer).path("type").asText())
          .isEqualTo("urn:vanban:problem:not-ready");
    }
  }
}
