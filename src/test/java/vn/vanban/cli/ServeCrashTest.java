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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.registry.Finding;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/**
 * Kills a serving process with SIGKILL while files come through the API and the command line,
 * starts it again in the same folder, and looks for everything that was acknowledged. {@code
 * -Dvanban.crashRounds=200} for more rounds.
 */
@Tag("slow")
class ServeCrashTest {
  private static final int SENDERS = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Semaphore arrivals = new Semaphore(0);
  private final AtomicInteger next = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedSurvivesKillsOfTheServer() throws Exception {
    int rounds = Integer.getInteger("vanban.crashRounds", 8);
    long seed = System.nanoTime();
    System.out.println("ServeCrashTest seed " + seed);
    Random random = new Random(seed);
    Path data = folder.resolve("du-lieu");
    for (int round = 0; round < rounds; round++) {
      Path files = files(folder.resolve("tep-" + round), round);
      int before = acknowledged.size();
      Process server = start(data);
      try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
        String line = lines.readLine();
        assertThat(line).as("round %d", round).contains("http://localhost:");
        ControlFile control = ControlFile.read(data).orElseThrow();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
          senders.add(Thread.ofPlatform().start(() -> send(control)));
        }
        senders.add(
            Thread.ofPlatform().start(() -> CommandLineRun.of("ingest", files, "--data", data)));
        int wanted = before + 1 + random.nextInt(60);
        while (acknowledged.size() < wanted && server.isAlive()) {
          arrivals.tryAcquire(10, TimeUnit.MILLISECONDS);
        }
        // Somewhere within what follows, not always just after an acknowledgement.
        Thread.sleep(0, random.nextInt(999_999));
        server.toHandle().destroyForcibly();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(128 + 9);
        for (Thread sender : senders) {
          sender.join();
        }
      }
      check(data, "seed %d, round %d".formatted(seed, round));
    }
    System.out.printf(
        "ServeCrashTest: %d rounds, %d acknowledged over the API%n", rounds, acknowledged.size());
  }

  private void check(Path data, String when) {
    try (Registry registry = Registry.open(data)) {
      assertThat(registry.verify())
          .as(when)
          .noneMatch(finding -> finding.level() == Finding.Level.ERROR);
      List<RegisteredDocument> all = registry.documents(0, Integer.MAX_VALUE);
      acknowledged.forEach(
          (sha256, id) -> assertThat(registry.documentOfOriginal(sha256)).as(when).contains(id));
      // Each text is of a document of its own: two of one number would be a double.
      HashSet<String> numbers = new HashSet<>();
      for (RegisteredDocument document : all) {
        assertThat(numbers.add(document.document().number().orElseThrow().value().key()))
            .as("%s: %s twice", when, document.document().number())
            .isTrue();
      }
    }
  }

  /** Sends one document after another, until the server is gone. */
  private void send(ControlFile control) {
    while (true) {
      String text = text("API", next.incrementAndGet());
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(control.address() + "/api/v1/documents?name=a.txt"))
              .header("Authorization", "Bearer " + control.secret())
              .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
          JsonNode file = mapper.readTree(answer.body()).at("/files/0");
          acknowledged.put(Registry.sha256(bytes), file.path("document").asText());
          arrivals.release();
        }
      } catch (IOException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static Path files(Path folder, int round) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < 100; i++) {
      Files.writeString(folder.resolve(i + ".txt"), text("CLI", round * 1000 + i));
    }
    return folder;
  }

  private static String text(String symbol, int number) {
    return """
    BỘ NỘI VỤ
    Số: %d/KH-%s
    Hà Nội, ngày 05 tháng 3 năm 2021
    KẾ HOẠCH
    Kiểm kê hồ sơ lưu trữ đợt %1$d
    1. Mỗi phòng cử hai người kiểm kê hồ sơ trong tuần thứ %1$d.
    2. Kết quả gửi về văn thư trước ngày 20 tháng 4 năm 2021.
    """
        .formatted(number, symbol);
  }

  static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
