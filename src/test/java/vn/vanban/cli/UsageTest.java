package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** How commands are explained, and what they say when they are called wrongly. */
class UsageTest {
  private static final int COLUMNS = 80;

  @TempDir Path folder;

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of(),
        List.of("ingest"),
        List.of("serve"),
        List.of("demo"),
        List.of("search"),
        List.of("show"),
        List.of("parse"),
        List.of("text"),
        List.of("history"),
        List.of("series"),
        List.of("review"),
        List.of("missing"),
        List.of("duplicates"),
        List.of("correct"),
        List.of("remove"),
        List.of("merge"),
        List.of("erase"),
        List.of("verify"),
        List.of("reindex"),
        List.of("reparse"),
        List.of("backup"),
        List.of("export"),
        List.of("import"),
        List.of("restore"),
        List.of("evaluate"),
        List.of("bench"),
        List.of("bench", "ingest"),
        List.of("bench", "text"),
        List.of("bench", "parse"),
        List.of("bench", "structure"),
        List.of("bench", "suggest"),
        List.of("bench", "effect"),
        List.of("bench", "load"),
        List.of("rehearse"),
        List.of("config"),
        List.of("token"),
        List.of("token", "create"),
        List.of("token", "list"),
        List.of("token", "revoke"),
        List.of("user"),
        List.of("user", "add"),
        List.of("user", "list"),
        List.of("user", "password"),
        List.of("user", "disable"),
        List.of("user", "remove"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpTeaches(List<String> command) {
    CommandLineRun run =
        CommandLineRun.of(Stream.concat(command.stream(), Stream.of("--help")).toArray());
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Usage: " + String.join(" ", "vanban", String.join(" ", command)).strip())
        .contains("Ví dụ / Examples:")
        .doesNotContain("${");
    assertThat(run.lines()).allMatch(line -> line.length() <= COLUMNS);
    assertThat(run.lines()).filteredOn(line -> line.startsWith("  vanban ")).isNotEmpty();
    // The first line says in Vietnamese what it is for.
    assertThat(run.lines().getFirst()).matches(".*[^\\x00-\\x7F].*");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void examplesAreNotBroken(List<String> command) {
    CommandLine line = new Main().commandLine();
    for (String name : command) {
      line = Objects.requireNonNull(line.getSubcommands().get(name));
    }
    String help = line.getUsageMessage(Ansi.OFF);
    for (String footer : line.getCommandSpec().usageMessage().footer()) {
      assertThat(help.lines()).contains(footer);
    }
  }

  @Test
  void everyCommandIsTested() {
    assertThat(new Main().commandLine().getSubcommands().keySet())
        .containsExactlyInAnyOrderElementsOf(
            commands().filter(c -> c.size() == 1).map(List::getFirst).toList());
  }

  @Test
  void withoutACommandUsageGoesToErrors() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: vanban");
  }

  @Test
  void versionIsPrinted() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("vanban ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tim kiem                    | Lệnh vanban không có: tim kiem
          serch                       | search
          search --khong-co x         | Lệnh vanban search không có: --khong-co
          search                      | Lệnh vanban search còn thiếu: QUERY
          search x --limit 0          | --limit phải từ 1 đến 1000, không phải 0
          search x --limit 1001       | --limit phải từ 1 đến 1000
          search x --limit ba         | --limit
          search x --level tinh       | central, province, district, commune
          search x --status IN_FORCE  | not_yet, in_force
          search x --sort date        | relevance, newest, oldest, number
          search x --year 20          | bốn chữ số
          search x --as-of 30/2/2020  | không phải một ngày như 2020-02-26
          show                        | Lệnh vanban show còn thiếu: NUMBER|ID
          show 1/KH-UBND --json --text| không dùng cùng nhau
          show 1/KH-UBND 2/KH-UBND    | Lệnh vanban show không có: 2/KH-UBND
          ingest                      | Lệnh vanban ingest còn thiếu: PATH
          ingest . --data             | --data
          parse                       | Lệnh vanban parse còn thiếu: PATH
          parse --jsn .               | Lệnh vanban parse không có: --jsn
          text                        | Lệnh vanban text còn thiếu: PATH
          text --out                  | --out
          verify extra                | Lệnh vanban verify không có: extra
          evaluate --queries q        | Lệnh vanban evaluate còn thiếu: --corpus F, --run OUT
          evaluate --corpus c --queries q --run r --depth 0 | --depth phải từ 1
          serve --port 65536          | --port phải từ 0 đến 65535
          serve --port -1             | --port phải từ 0 đến 65535
          serve --port http           | --port
          demo --port 65536           | --port phải từ 0 đến 65535
          bench                       | Usage: vanban bench
          bench ingest . --threads 0  | --threads phải từ 1
          """)
  void wrongUseIsExplainedAndExitsWithTwo(String command, String message) {
    CommandLineRun run = CommandLineRun.of((Object[]) command.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).contains("Usage: vanban").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parse khong-co.docx            | Không có tệp hoặc thư mục nào tên là khong-co.docx
          text khong-co.docx             | Không có tệp hoặc thư mục nào tên là khong-co.docx
          ingest khong-co.docx --data @  | Không có tệp hoặc thư mục nào tên là khong-co.docx
          search x --data @              | Hãy chạy lệnh ingest trước
          show 1/KH-UBND --data @        | Hãy chạy lệnh ingest trước
          verify --data @                | Hãy chạy lệnh ingest trước
          demo --samples @               | Không thấy thư mục tài liệu mẫu
          """)
  void failedWorkIsToldPlainlyAndExitsWithOne(String command, String message) {
    CommandLineRun run =
        CommandLineRun.of(
            (Object[]) command.replace("@", folder.resolve("chua-co").toString()).split(" ", -1));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint()).contains(message).doesNotContain("\n", "Exception");
  }
}
