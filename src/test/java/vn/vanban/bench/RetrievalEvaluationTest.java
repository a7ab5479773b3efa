package vn.vanban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.bench.RetrievalEvaluation.Query;
import vn.vanban.bench.RetrievalEvaluation.Row;
import vn.vanban.lucene.LuceneEngine;

class RetrievalEvaluationTest {
  @TempDir Path folder;

  @Test
  void ranksRowsOnceEachInTrecForm() throws IOException {
    String filler = "Người quản lý vườn mẫu ghi sổ theo dõi mỗi ngày. ";
    List<Row> rows =
        List.of(
            new Row("vuon@1", "Luật Vườn mẫu", "vuon", "1", "Phạm vi\nLuật này nói về vườn."),
            new Row(
                "vuon@2",
                "Luật Vườn mẫu",
                "vuon",
                "2",
                "Tưới cây\n" + filler.repeat(150) + "Cây được tưới buổi sáng."),
            new Row("cho@1", "Luật Chợ mẫu", "cho", "1", "Giờ họp\nChợ họp buổi sáng."));
    StringBuilder run = new StringBuilder();
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      new RetrievalEvaluation(engine)
          .run(
              rows,
              List.of(
                  new Query("q1", "cây trong vườn được tưới khi nào"),
                  new Query("q2", "cho hop vao gio nao")),
              2,
              run);
    }
    List<String> lines = run.toString().lines().toList();
    assertThat(lines).allMatch(line -> line.matches("q[12] Q0 \\S+ [12] \\d+\\.\\d{6} vanban"));
    assertThat(lines).filteredOn(line -> line.startsWith("q1")).hasSize(2);
    assertThat(lines.getFirst()).startsWith("q1 Q0 vuon@2 1 ");
    assertThat(lines).anyMatch(line -> line.startsWith("q2 Q0 cho@1 1 "));
  }
}
