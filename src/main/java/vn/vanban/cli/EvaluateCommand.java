package vn.vanban.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.bench.RetrievalEvaluation;
import vn.vanban.bench.RetrievalEvaluation.Query;
import vn.vanban.bench.RetrievalEvaluation.Row;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.lucene.RankingWeights;

/** {@code vanban evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    header = "Đo chất lượng tìm kiếm trên bộ câu hỏi đã có đáp án.",
    description = {
      "Index a corpus with the schema, analysis and ranking that search uses, answer each query "
          + "with provisions, and write a TREC run (qid Q0 docid rank score vanban).",
      "",
      "Corpus rows: {\"id\",\"title\",\"law_id\",\"article_id\",\"text\"}; queries: {\"id\",\"text\"}."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban evaluate --corpus corpus.jsonl --queries queries.jsonl --run run.txt"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--corpus", required = true, paramLabel = "F", description = "corpus.jsonl")
  private Path corpus = Path.of("");

  @Option(names = "--queries", required = true, paramLabel = "F", description = "queries.jsonl")
  private Path queries = Path.of("");

  @Option(names = "--run", required = true, paramLabel = "OUT", description = "Tệp kết quả (TREC).")
  private Path run = Path.of("");

  @Option(
      names = "--weights",
      paramLabel = "F",
      description = {
        "Trọng số xếp hạng khác với trọng số đi kèm chương trình.",
        "Ranking weights other than those shipped."
      })
  private @Nullable Path weights;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "100",
      description = "Số kết quả mỗi câu hỏi (mặc định ${DEFAULT-VALUE}). / Hits a query.")
  private int depth = 100;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Integer call() throws IOException {
    WrongUse.unlessWithin(spec, "--depth", depth, 1, 10_000);
    List<Row> rows = new ArrayList<>();
    for (Line row : lines(corpus)) {
      rows.add(
          new Row(
              row.text("id"),
              row.text("title"),
              row.text("law_id"),
              row.text("article_id"),
              row.text("text")));
    }
    List<Query> asked = new ArrayList<>();
    for (Line query : lines(queries)) {
      asked.add(new Query(query.text("id"), query.text("text")));
    }
    try (TemporaryFolder folder = new TemporaryFolder("vanban-evaluate");
        LuceneEngine engine = open(folder.path());
        BufferedWriter out = Files.newBufferedWriter(run)) {
      new RetrievalEvaluation(engine).run(rows, asked, depth, out);
    }
    return 0;
  }

  private LuceneEngine open(Path folder) {
    if (weights == null) {
      return LuceneEngine.open(folder);
    }
    try {
      return LuceneEngine.open(folder, RankingWeights.read(weights));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new CommandFailedException("Không đọc được " + weights, e);
    }
  }

  private List<Line> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailedException(file + " là thư mục, không phải tệp.");
    }
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : read(file)) {
      number++;
      if (!text.isBlank()) {
        lines.add(new Line(file, number, parsed(file, number, text)));
      }
    }
    return lines;
  }

  private static List<String> read(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(file + " không phải văn bản UTF-8.", e);
    }
  }

  private JsonNode parsed(Path file, int number, String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new CommandFailedException(
          "%s, dòng %d không phải JSON: %s".formatted(file, number, e.getOriginalMessage()), e);
    }
  }

  /** A line of a file, which is an object. */
  private record Line(Path file, int number, JsonNode object) {
    String text(String field) {
      JsonNode value = object.get(field);
      if (value == null || value.isNull()) {
        throw new CommandFailedException(
            "Thiếu \"%s\" trong dòng %d của %s.".formatted(field, number, file));
      }
      return value.asText();
    }
  }
}
