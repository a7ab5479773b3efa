package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.registry.Registry;

/** Files that are accepted now and registered later, also across a kill of the service. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class JobsTest {
  private static final int FILES = 40;

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void whatWasAcceptedIsRegisteredAfterAKill() throws Exception {
    Path data = folder.resolve("du-lieu");
    String job;
    Process server = ServeCrashTest.start(data);
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("http://localhost:");
      ControlFile control = ControlFile.read(data).orElseThrow();
      HttpResponse<String> accepted =
          client.send(
              request(control, "/api/v1/documents")
                  .header("Content-Type", "multipart/form-data; boundary=ranh")
                  .header("Prefer", "respond-async")
                  .POST(HttpRequest.BodyPublishers.ofString(form()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
      job = accepted.headers().firstValue("Location").orElseThrow();
      assertThat(mapper.readTree(accepted.body()).path("count").asInt()).isEqualTo(FILES);
      server.toHandle().destroyForcibly();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    server = ServeCrashTest.start(data);
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("http://localhost:");
      ControlFile control = ControlFile.read(data).orElseThrow();
      JsonNode state = state(control, job);
      while (!state.path("state").asText().equals("done")) {
        state = state(control, job);
      }
      assertThat(state.path("files")).hasSize(FILES);
      assertThat(state.path("files").findValuesAsText("result")).isSubsetOf("added", "unchanged");
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(control.address() + job)).build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(401);
    } finally {
      server.toHandle().destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    try (Registry registry = Registry.open(data)) {
      assertThat(registry.documentCount()).isEqualTo(FILES);
      assertThat(registry.verify()).isEmpty();
    }
  }

  private JsonNode state(ControlFile control, String job) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request(control, job).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return mapper.readTree(answer.body());
  }

  private static HttpRequest.Builder request(ControlFile control, String path) {
    return HttpRequest.newBuilder(URI.create(control.address() + path))
        .header("Authorization", "Bearer " + control.secret());
  }

  private static String form() {
    StringBuilder form = new StringBuilder();
    for (int i = 1; i <= FILES; i++) {
      form.append("--ranh\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"")
          .append(i)
          .append(".txt\"\r\n\r\n")
          .append("BỘ NỘI VỤ\nSố: ")
          .append(i)
          .append("/KH-BNV\nHà Nội, ngày 05 tháng 3 năm 2021\nKẾ HOẠCH\nKiểm kê hồ sơ đợt ")
          .append(i)
          .append("\r\n");
    }
    return form.append("--ranh--\r\n").toString();
  }
}
