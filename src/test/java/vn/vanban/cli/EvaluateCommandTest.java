package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
  private static final String FOREST =
      """
      {"id":"rung@1","title":"Luật Rừng mẫu","law_id":"rung","article_id":"1","text":"Phạm vi\\nLuật này nói về rừng."}
      {"id":"rung@2","title":"Luật Rừng mẫu","law_id":"rung","article_id":"2","text":"Trồng cây\\nCây con được trồng đầu mùa mưa."}

      {"id":"cho@1","title":"Luật Chợ mẫu","law_id":"cho","article_id":"1","text":"Giờ họp\\nChợ họp buổi sáng."}
      """;

  @TempDir Path temp;
  private Path corpus;
  private Path queries;
  private Path run;

  @BeforeEach
  void write() throws IOException {
    corpus = temp.resolve("corpus.jsonl");
    queries = temp.resolve("queries.jsonl");
    run = temp.resolve("run.txt");
    Files.writeString(corpus, FOREST);
    Files.writeString(
        queries,
        """
        {"id":"q1","text":"trồng cây con khi nào"}
        {"id":"q2","text":"cho hop gio nao"}
        """);
  }

  private CommandLineRun evaluate(Object... more) {
    return CommandLineRun.of(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "evaluate", "--corpus", corpus, "--queries", queries, "--run", run),
                java.util.stream.Stream.of(more))
            .toArray());
  }

  @Test
  void writesATrecRun() throws IOException {
    CommandLineRun done = evaluate();
    assertThat(done.exit()).as(done.err()).isZero();
    List<String> lines = Files.readAllLines(run);
    assertThat(lines).allMatch(line -> line.matches("q[12] Q0 \\S+ \\d+ \\d+\\.\\d{6} vanban"));
    assertThat(lines).anyMatch(line -> line.startsWith("q1 Q0 rung@2 1 "));
    assertThat(lines).anyMatch(line -> line.startsWith("q2 Q0 cho@1 1 "));
  }

  @Test
  void depthLimitsTheRun() throws IOException {
    assertThat(evaluate("--depth", "1").exit()).isZero();
    assertThat(Files.readAllLines(run)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"x",                                          | dòng 5 không phải JSON
          {"id":"x","title":"t","law_id":"l","text":"chữ"}    | Thiếu "article_id" trong dòng 5
          [1]                                                 | Thiếu "id" trong dòng 5
          """)
  void aBrokenRowIsNamed(String row, String message) throws IOException {
    Files.writeString(corpus, FOREST + row + "\n");
    CommandLineRun failed = evaluate();
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.complaint())
        .contains(message)
        .contains(corpus.toString())
        .doesNotContain("\n", "Exception");
    assertThat(run).doesNotExist();
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Files.delete(queries);
    assertThat(evaluate().complaint()).isEqualTo("Không có tệp hoặc thư mục nào tên là " + queries);
    Files.createDirectory(queries);
    CommandLineRun folder = evaluate();
    assertThat(folder.exit()).isEqualTo(1);
    assertThat(folder.complaint()).contains(queries.toString()).doesNotContain("\n", "Exception");
    Files.delete(queries);
    Files.write(queries, new byte[] {'{', (byte) 0xC3, '}', '\n'});
    CommandLineRun bytes = evaluate();
    assertThat(bytes.exit()).isEqualTo(1);
    assertThat(bytes.complaint()).contains(queries.toString(), "UTF-8").doesNotContain("\n");
  }

  @Test
  void aRunThatCannotBeWrittenIsNamedBeforeAnyWork() {
    run = temp.resolve("khong-co/run.txt");
    CommandLineRun failed = evaluate();
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.complaint()).contains(run.toString()).doesNotContain("\n", "Exception");
  }
}
