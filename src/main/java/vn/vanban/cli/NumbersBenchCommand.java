package vn.vanban.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.NumbersBench;
import vn.vanban.bench.NumbersBench.Row;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.lucene.LuceneEngine;

/** {@code vanban bench numbers RECORDS}. */
@Command(
    name = "numbers",
    mixinStandardHelpOptions = true,
    header = "Đo việc tìm văn bản theo số, ký hiệu gõ theo nhiều cách.",
    description = {
      "Registers records in a temporary index and asks for some of them by number in random "
          + "spellings, some with the body or the year. Right is a first hit that has that number, "
          + "and the body and year where they were typed, with every document of that number "
          + "listed. Exit code 1 if an answer is wrong.",
      "",
      "Records: one JSON object a line, {\"number\",\"type\",\"issuer\",\"issued\",\"year\","
          + "\"subject\"}; only the number is needed."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban bench numbers ho-so/ --seed 7"})
final class NumbersBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORDS",
      description = "Tệp .jsonl hoặc thư mục chứa chúng. / Files or folders of them.")
  private List<Path> records = List.of();

  @Option(
      names = "--questions",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Số câu hỏi (mặc định ${DEFAULT-VALUE}). / Questions.")
  private int questions = 1000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Hạt giống ngẫu nhiên (mặc định ${DEFAULT-VALUE}). / Random seed.")
  private long seed = 1;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Integer call() throws IOException {
    WrongUse.unlessWithin(spec, "--questions", questions, 1, 1_000_000);
    List<Row> rows = new ArrayList<>();
    for (Path file : files()) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          rows.add(row(file, number, line));
        }
      }
    }
    if (rows.isEmpty()) {
      throw new CommandFailedException("Không có bản ghi nào trong " + records + ".");
    }
    try (TemporaryFolder folder = new TemporaryFolder("vanban-numbers");
        LuceneEngine engine = LuceneEngine.open(folder.path())) {
      NumbersBench.Result result = new NumbersBench(engine, seed).run(rows, questions);
      PrintWriter out = spec.commandLine().getOut();
      result.failures().forEach(out::println);
      out.printf(
          "%d records, %d documents (%d records without a readable number), seed %d%n",
          rows.size(), result.registered(), result.unread(), seed);
      out.printf("right %d of %d%n", result.right(), result.asked());
      out.flush();
      return result.failures().isEmpty() ? 0 : 1;
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : records) {
      if (!Files.exists(path)) {
        throw new CommandFailedException("Không có tệp hay thư mục " + path + ".");
      }
      try (Stream<Path> all = Files.walk(path)) {
        all.filter(Files::isRegularFile)
            .filter(file -> file.equals(path) || file.toString().endsWith(".jsonl"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private Row row(Path file, int line, String text) {
    try {
      JsonNode object = json.readTree(text);
      Optional<LocalDate> issued = text(object, "issued").map(LocalDate::parse);
      OptionalInt year =
          object.path("year").canConvertToInt()
              ? OptionalInt.of(object.path("year").asInt())
              : OptionalInt.empty();
      return new Row(
          text(object, "number").orElse(""),
          text(object, "type"),
          text(object, "issuer"),
          issued,
          year,
          text(object, "subject").orElse(""));
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw new CommandFailedException(
          "%s, dòng %d không đọc được: %s".formatted(file, line, e.getMessage()), e);
    }
  }

  private static Optional<String> text(JsonNode object, String field) {
    return Optional.ofNullable(object.get(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(value -> !value.isBlank());
  }
}
