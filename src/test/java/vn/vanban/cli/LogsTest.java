package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The log on standard error, for people and for programs. */
class LogsTest {
  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;

  @Test
  void aRecordIsAJsonObjectOnALineOfItsOwn() throws IOException {
    LogRecord record = new LogRecord(Level.SEVERE, "hai\ndòng, \"nháy\"");
    record.setLoggerName("vn.vanban.ingest.Inbox");
    record.setInstant(Instant.parse("2026-03-01T02:03:04.567891Z"));
    record.setThrown(new IllegalStateException("hỏng", new IOException("đĩa đầy")));
    String line = new JsonLines().format(record);
    assertThat(line).endsWith("}\n").hasLineCount(1);
    JsonNode told = mapper.readTree(line);
    assertThat(told.path("time").asText()).isEqualTo("2026-03-01T02:03:04.567Z");
    assertThat(told.path("level").asText()).isEqualTo("ERROR");
    assertThat(told.path("logger").asText()).isEqualTo("vn.vanban.ingest.Inbox");
    assertThat(told.path("thread").asText()).isEqualTo(Thread.currentThread().getName());
    assertThat(told.path("message").asText()).isEqualTo("hai\ndòng, \"nháy\"");
    assertThat(told.path("exception").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(told.path("stack").asText())
        .contains(
            "hỏng", "\tat vn.vanban.cli.LogsTest.", "Caused by: java.io.IOException: đĩa đầy");
    assertThat(told.has("request")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SEVERE, ERROR",
    "WARNING, WARN",
    "INFO, INFO",
    "CONFIG, INFO",
    "FINE, DEBUG",
    "FINEST, DEBUG"
  })
  void levelsHaveTheNamesThatOtherProgramsKnow(String level, String told) throws IOException {
    JsonNode line = mapper.readTree(new JsonLines().format(new LogRecord(Level.parse(level), "x")));
    assertThat(line.path("level").asText()).isEqualTo(told);
    assertThat(line.has("exception")).isFalse();
  }

  @Test
  void whatIsKnownBesideTheMessageIsToldToo() throws IOException {
    MDC.put("request", "abc-123-x");
    try {
      assertThat(
              mapper
                  .readTree(new JsonLines().format(new LogRecord(Level.INFO, "x")))
                  .path("request")
                  .asText())
          .isEqualTo("abc-123-x");
    } finally {
      MDC.remove("request");
    }
  }

  /** SLF4J, Java's own logging, and what comes while the process stops. */
  @ParameterizedTest
  @CsvSource({"JSON", "TEXT"})
  void allThatIsLoggedGoesOneWayUntilTheEnd(String format) throws Exception {
    Process process =
        java("-cp", System.getProperty("java.class.path"), Talker.class.getName(), format);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    List<String> lines = err.lines().toList();
    if (format.equals("JSON")) {
      assertThat(lines).hasSize(3);
      List<String> messages = new ArrayList<>();
      for (String line : lines) {
        messages.add(mapper.readTree(line).path("message").asText());
      }
      assertThat(messages).containsExactly("qua SLF4J: số 1", "của Java: số 2", "đang dừng");
    } else {
      assertThat(lines)
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .matches(
                          "\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}[+-]\\d{4} WARNING vn\\.vanban\\.thu - qua SLF4J: số 1"),
              line -> assertThat(line).endsWith("của Java: số 2"),
              line -> assertThat(line).endsWith("đang dừng"));
    }
  }

  /** Logs in each way, and once more after it was told to stop. */
  static final class Talker {
    private Talker() {}

    public static void main(String[] args) throws Exception {
      Logs.begin();
      Logs.writeAs(Logs.Format.valueOf(args[0]));
      org.slf4j.Logger log = LoggerFactory.getLogger("vn.vanban.thu");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  Thread.sleep(300); // by then Java's own manager would have closed its handlers
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                log.warn("đang dừng");
              }));
      log.info("không đáng kể");
      log.warn("qua SLF4J: số {}", 1);
      java.util.logging.Logger.getLogger("org.apache.lucene.thu")
          .log(Level.WARNING, "của Java: số {0}", 2);
      System.exit(0);
    }
  }

  @Test
  void aServiceLogsAsItIsTold() throws Exception {
    Path data = Files.createDirectories(folder.resolve("du-lieu"));
    Path inbox = folder.resolve("hop-nhan");
    Files.writeString(data.resolve("vanban.properties"), "log-format=json\ninbox=" + inbox + "\n");
    Process server =
        java(
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            data.toString());
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = server.errorReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).contains("http://localhost:");
      Files.move(inbox, folder.resolve("khong-gan"));
      JsonNode told = mapper.readTree(err.readLine());
      assertThat(told.path("level").asText()).isEqualTo("ERROR");
      assertThat(told.path("logger").asText()).isEqualTo("vn.vanban.ingest.Inbox");
      assertThat(told.path("thread").asText()).isEqualTo("vanban-inbox");
      assertThat(told.path("message").asText()).contains("the inbox " + inbox);
      assertThat(told.path("exception").asText()).isEqualTo("java.nio.file.NoSuchFileException");
      assertThat(told.path("stack").asText()).contains("vn.vanban.ingest.Inbox.");
      server.toHandle().destroy();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(err.readLine()).as("told once").isNull();
    } finally {
      server.destroyForcibly();
    }
  }

  private static Process java(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }
}
