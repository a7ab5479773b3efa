package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchBenchCommandTest {
  @TempDir Path temp;
  private Path rows;
  private Path index;

  @BeforeEach
  void write() throws IOException {
    rows = temp.resolve("vuon.jsonl");
    index = temp.resolve("chi-muc");
    StringBuilder lines = new StringBuilder();
    String[] who = {
      "Người trồng cây", "Chủ vườn mẫu", "Hợp tác xã", "Ban quản lý chợ", "Tổ tưới nước"
    };
    String[] what = {"ghi sổ theo dõi", "báo cáo kết quả", "kiểm tra dụng cụ", "nộp phí vệ sinh"};
    String[] when = {"vào đầu mùa mưa", "trong ba ngày", "trước khi thu hoạch"};
    for (String w : who) {
      for (String x : what) {
        for (String y : when) {
          lines.append("{\"text\":\"Chăm sóc %s\\n%s phải %s %s.\"}\n".formatted(x, w, x, y));
        }
      }
    }
    Files.writeString(rows, lines);
  }

  @Test
  void measuresSizeAndEveryKindOfQueryAndUsesTheIndexAgain() {
    CommandLineRun first =
        CommandLineRun.of(
            "bench",
            "search",
            "--provisions",
            2000,
            "--queries",
            20,
            "--clients",
            2,
            "--index",
            index,
            rows);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("2,000 provisions", "≤ 0.60", "≥ 6.0");
    for (String kind :
        new String[] {
          "question, 12 words",
          "two words",
          "number",
          "number prefix",
          "two words, facets",
          "question, facets"
        }) {
      for (String engine : new String[] {"vanban", "StandardAnalyzer"}) {
        for (int clients : new int[] {1, 2}) {
          assertThat(first.lines())
              .as(kind)
              .anyMatch(line ->
                  line.matches(kind + " +" + engine + " +" + clients + " +20( +[\\d.]+){7}.*"));
        }
      }
    }
    assertThat(first.lines())
        .as("numbers find their document")
        .anyMatch(line -> line.matches("number +vanban +1 .* 1\\.00 +≤ 12.*"));
    CommandLineRun again =
        CommandLineRun.of(
            "bench", "search", "--provisions", 2000, "--only", "size", "--index", index, rows);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).contains("vanban: dùng lại chỉ mục", "standard: dùng lại chỉ mục");
    assertThat(again.out()).contains("MB/s a core").doesNotContain("p99");
    CommandLineRun other =
        CommandLineRun.of(
            "bench", "search", "--provisions", 500, "--only", "size", "--index", index, rows);
    assertThat(other.err()).doesNotContain("dùng lại");
    assertThat(other.out()).contains("500 provisions");
  }

  @Test
  void wrongUseIsToldBeforeAnyWork() throws IOException {
    CommandLineRun address =
        CommandLineRun.of("bench", "search", "--postgres", "postgres://may/co-so", rows);
    assertThat(address.exit()).isEqualTo(2);
    assertThat(address.err()).contains("jdbc:postgresql:");
    CommandLineRun nobody =
        CommandLineRun.of(
            "bench",
            "search",
            "--postgres",
            "jdbc:postgresql://127.0.0.1:1/x?password=bi-mat",
            rows);
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err())
        .contains("Không nối được với jdbc:postgresql://127.0.0.1:1/x")
        .doesNotContain("bi-mat", "Exception");
    Files.writeString(rows, "{\"chu\":1}\n");
    assertThat(CommandLineRun.of("bench", "search", rows).err())
        .contains("Thiếu \"text\" trong dòng 1");
  }
}
