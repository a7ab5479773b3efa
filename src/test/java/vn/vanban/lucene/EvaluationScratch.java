package vn.vanban.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.vanban.bench.RetrievalEvaluation;
import vn.vanban.bench.RetrievalEvaluation.Query;
import vn.vanban.bench.RetrievalEvaluation.Row;

/** Tries weights: {@code CORPUS OUT_PREFIX "weights" QUERIES...}; not a test. */
final class EvaluationScratch {
  private EvaluationScratch() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      JsonNode row = json.readTree(line);
      rows.add(
          new Row(
              row.get("id").asText(),
              row.get("title").asText(),
              row.get("law_id").asText(),
              row.get("article_id").asText(),
              row.get("text").asText()));
    }
    for (String weights : args[2].split(";", -1)) {
      String[] w = weights.split(",", -1);
      Ranking ranking =
          weights.equals("default")
              ? Ranking.DEFAULT
              : new Ranking(
                  Integer.parseInt(w[0]),
                  Integer.parseInt(w[1]),
                  Float.parseFloat(w[2]),
                  Float.parseFloat(w[3]),
                  Float.parseFloat(w[4]),
                  Float.parseFloat(w[5]));
      for (int i = 3; i < args.length; i++) {
        List<Query> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[i]))) {
          JsonNode query = json.readTree(line);
          queries.add(new Query(query.get("id").asText(), query.get("text").asText()));
        }
        Path folder = Files.createTempDirectory("evaluation");
        Path out = Path.of(args[1] + "-" + Path.of(args[i]).getFileName() + "-" + weights + ".run");
        long begun = System.nanoTime();
        try (LuceneEngine engine = LuceneEngine.open(folder, ranking);
            Writer run = Files.newBufferedWriter(out)) {
          new RetrievalEvaluation(engine).run(rows, queries, 100, run);
        }
        System.err.println(out + " " + (System.nanoTime() - begun) / 1_000_000 + " ms");
      }
    }
  }
}
