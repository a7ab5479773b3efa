package vn.vanban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vanban.bench.RetrievalEvaluation;
import vn.vanban.bench.RetrievalEvaluation.Query;
import vn.vanban.bench.RetrievalEvaluation.Row;
import vn.vanban.lucene.LuceneEngine;

/** {@code vanban evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    header = "Đo chất lượng tìm kiếm trên bộ câu hỏi đã có đáp án.",
    description = {
      "Index a corpus with the schema, analysis and ranking that search uses, answer each query with",
      "provisions, and write a TREC run (qid Q0 docid rank score vanban).",
      "",
      "Corpus rows: {\"id\",\"title\",\"law_id\",\"article_id\",\"text\"}; queries: {\"id\",\"text\"}."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(names = "--corpus", required = true, paramLabel = "F", description = "corpus.jsonl")
  private Path corpus = Path.of("");

  @Option(names = "--queries", required = true, paramLabel = "F", description = "queries.jsonl")
  private Path queries = Path.of("");

  @Option(names = "--run", required = true, paramLabel = "OUT", description = "Tệp kết quả (TREC).")
  private Path run = Path.of("");

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "100",
      description = "Số kết quả mỗi câu hỏi (mặc định ${DEFAULT-VALUE}). / Hits a query.")
  private int depth = 100;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Integer call() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : lines(corpus)) {
      rows.add(
          new Row(
              text(row, "id"),
              text(row, "title"),
              text(row, "law_id"),
              text(row, "article_id"),
              text(row, "text")));
    }
    List<Query> asked = new ArrayList<>();
    for (JsonNode query : lines(queries)) {
      asked.add(new Query(text(query, "id"), text(query, "text")));
    }
    Path folder = Files.createTempDirectory("vanban-evaluate");
    try (LuceneEngine engine = LuceneEngine.open(folder);
        BufferedWriter out = Files.newBufferedWriter(run)) {
      new RetrievalEvaluation(engine).run(rows, asked, depth, out);
    } finally {
      delete(folder);
    }
    return 0;
  }

  private List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        nodes.add(json.readTree(line));
      } catch (IOException e) {
        throw new CommandFailedException(
            "%s, dòng %d không phải JSON: %s".formatted(file, number, e.getMessage()), e);
      }
    }
    return nodes;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw new CommandFailedException("Thiếu \"%s\" trong dòng %s".formatted(field, node));
    }
    return value.asText();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
