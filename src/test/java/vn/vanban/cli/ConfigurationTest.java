package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the settings of {@code serve} come from, as {@code vanban config} tells it. */
class ConfigurationTest {
  private static final String DEFAULT = "mặc định / default";

  @TempDir private Path folder;
  private Path data;
  private Path other;

  /** A file in the data folder, and another one. */
  @BeforeEach
  void write() throws IOException {
    data = Files.createDirectories(folder.resolve("dữ liệu"));
    Files.writeString(
        data.resolve("vanban.properties"),
        """
        # Cài đặt của dịch vụ
        rate = 111
        port=1111

        grace: 11
        """);
    other = Files.writeString(folder.resolve("khác.properties"), "rate=222\n");
  }

  /** A setting as it is told: its value, and where that is from. */
  private record Told(String value, String origin) {}

  private Map<String, Told> told(Map<String, String> environment, Object... more)
      throws IOException {
    Object[] args = new Object[more.length + 4];
    args[0] = "config";
    args[1] = "--json";
    args[2] = "--data";
    args[3] = data;
    System.arraycopy(more, 0, args, 4, more.length);
    CommandLineRun run = CommandLineRun.with(environment, args);
    assertThat(run.exit()).as(run.err()).isZero();
    Map<String, Told> settings = new HashMap<>();
    for (JsonNode one : new ObjectMapper().readTree(run.out())) {
      assertThat(one.path("meaning").asText()).isNotBlank().doesNotContain("${");
      settings.put(
          one.path("name").asText(),
          new Told(one.path("value").asText(), one.path("origin").asText()));
    }
    return settings;
  }

  @Test
  void theFlagThenTheEnvironmentThenTheFileThenTheDefault() throws IOException {
    Path file = data.resolve("vanban.properties");
    Map<String, String> environment = Map.of("VANBAN_RATE", "333", "VANBAN_PORT", "3333");
    Map<String, Told> settings = told(environment, "--port", "4444");
    assertThat(settings)
        .containsEntry("port", new Told("4444", "--port"))
        .containsEntry("rate", new Told("333", "VANBAN_RATE"))
        .containsEntry("grace", new Told("11", file + ":5"))
        .containsEntry("cors", new Told("on", DEFAULT))
        .containsEntry("base-url", new Told("", DEFAULT));
    assertThat(told(Map.of()))
        .containsEntry("rate", new Told("111", file + ":2"))
        .containsEntry("port", new Told("1111", file + ":3"));
  }

  @Test
  void aNamedFileStandsInPlaceOfTheOneInTheDataFolder() throws IOException {
    Map<String, String> named = Map.of("VANBAN_CONFIG", other.toString());
    Path third = Files.writeString(folder.resolve("ba.properties"), "rate=off\n");
    assertThat(told(named))
        .containsEntry("rate", new Told("222", other + ":1"))
        .containsEntry("port", new Told("7070", DEFAULT));
    assertThat(told(named, "--config", third)).containsEntry("rate", new Told("off", third + ":1"));
    assertThat(told(named, "--config=" + third))
        .containsEntry("rate", new Told("off", third + ":1"));
  }

  @Test
  void theDataFolderIsToldAsItIs() throws IOException {
    assertThat(told(Map.of())).containsEntry("data", new Told(data.toString(), "--data"));
    Path main = Path.of("index-data/main").toAbsolutePath();
    CommandLineRun run = CommandLineRun.with(Map.of(), "config");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("data = " + main + "  (" + DEFAULT + ")").doesNotContain("${");
    assertThat(CommandLineRun.with(Map.of("VANBAN_DATA", data.toString()), "config").out())
        .contains("data = " + data + "  (VANBAN_DATA)", "rate = 111  (" + data);
  }

  @Test
  void allIsPrintedAndNothingOpened() {
    Path log = folder.resolve("nhật ký.log");
    CommandLineRun run =
        CommandLineRun.with(
            Map.of("VANBAN_ACCESS_LOG", log.toString(), "VANBAN_INBOX", folder + "/hộp"),
            "config",
            "--data",
            data);
    assertThat(run.out())
        .contains(
            "access-log = " + log + "  (VANBAN_ACCESS_LOG)",
            "inbox = " + folder.resolve("hộp") + "  (VANBAN_INBOX)",
            "trusted-proxies =   (" + DEFAULT);
    assertThat(log).doesNotExist();
    assertThat(folder.resolve("hộp")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port=http                    | --port
          port=65536                   | --port phải từ 0 đến 65535
          grace=-1                     | --grace phải từ 0
          idle-seconds=0               | --idle-seconds phải từ 1
          rate=nhiều                   | --rate không nhận “nhiều”
          cors=có                      | --cors không nhận “có”
          reading=all                  | --reading
          base-url=vanban.example      | --base-url không nhận
          trusted-proxies=loopback,xx  | --trusted-proxies không nhận “xx”
          prot=8080                    | không có cài đặt “prot”
          config=x                     | không có cài đặt “config”
          data=nơi-khác                | nằm trong chính thư mục dữ liệu
          """)
  void whatCannotBeIsToldWithFileAndLine(String line, String message) throws IOException {
    Path file = data.resolve("vanban.properties");
    Files.writeString(file, "# một\n\n" + line + "\n");
    for (String command : new String[] {"config", "serve"}) {
      CommandLineRun run = CommandLineRun.with(Map.of(), command, "--data", data);
      assertThat(run.exit()).as(command).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(file + ":3: ", message, "Usage: vanban serve")
          .doesNotContain("\tat ");
    }
    // A command without settings goes on.
    assertThat(CommandLineRun.with(Map.of(), "search", "x", "--data", data).err())
        .doesNotContain("vanban.properties");
  }

  @Test
  void aWrongVariableIsNamed() {
    CommandLineRun run =
        CommandLineRun.with(Map.of("VANBAN_RATE", "nhiều"), "config", "--data", data);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("VANBAN_RATE: ").contains("--rate không nhận “nhiều”");
    // What is typed is nobody else's mistake.
    assertThat(
            CommandLineRun.with(
                    Map.of("VANBAN_RATE", "off"), "config", "--rate", "ba", "--data", data)
                .err())
        .startsWith("Dùng sai lệnh vanban serve: --rate không nhận “ba”");
  }

  @Test
  void aNamedFileThatIsNotThereOrCannotBeReadIsTold() throws IOException {
    CommandLineRun missing =
        CommandLineRun.with(Map.of(), "config", "--config", folder.resolve("không.properties"));
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("Không thấy tệp cấu hình " + folder);
    Path broken =
        Files.write(folder.resolve("hỏng.properties"), new byte[] {'a', '=', (byte) 0xff});
    assertThat(CommandLineRun.with(Map.of(), "config", "--config", broken).err())
        .contains("Không đọc được tệp cấu hình " + broken);
  }
}
