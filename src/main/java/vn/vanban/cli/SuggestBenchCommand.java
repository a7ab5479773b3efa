package vn.vanban.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.SuggestBench;
import vn.vanban.bench.SuggestBench.Model;
import vn.vanban.bench.SuggestBench.Times;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.lucene.LuceneEngine;

/** {@code vanban bench suggest PATH}. */
@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    header = "Đo thời gian gợi ý khi gõ từng chữ.",
    description = {
      "Suggestions while someone types, among the entries of many documents that are recombined "
          + "from records: the first 1 to 12 characters of numbers, titles, subjects and bodies.",
      "",
      "Records: *.jsonl with {\"number\",\"type\",\"issuer\",\"subject\"}, type and issuer at will."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban bench suggest --entries 1000000 ban-ghi/"})
final class SuggestBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "Tệp .jsonl hoặc thư mục của chúng.")
  private Path path = Path.of("");

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Số văn bản (mặc định ${DEFAULT-VALUE}). / Documents.")
  private int entries = 1_000_000;

  @Option(
      names = "--texts",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Số chuỗi được gõ (mặc định ${DEFAULT-VALUE}). / Texts typed.")
  private int texts = 2_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Số gieo (mặc định ${DEFAULT-VALUE}). / Seed.")
  private long seed = 1;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Integer call() throws IOException {
    WrongUse.unlessWithin(spec, "--entries", entries, 1, 100_000_000);
    WrongUse.unlessWithin(spec, "--texts", texts, 1, 1_000_000);
    List<Model> models = models();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (TemporaryFolder folder = new TemporaryFolder("vanban-suggest");
        LuceneEngine engine = LuceneEngine.open(folder.path())) {
      SuggestBench bench = new SuggestBench(engine, models, seed);
      long begun = System.nanoTime();
      bench.fill(
          entries,
          done -> {
            if (done % 100_000 == 0) {
              err.printf("  … %,d%n", done);
              err.flush();
            }
          });
      double seconds = (System.nanoTime() - begun) / 1e9;
      long bytes = size(LuceneEngine.filesIn(folder.path()));
      out.printf(
          "%d documents of %d records, seed %d: indexed in %.1f s, %.1f MB, %.0f bytes each%n",
          entries, models.size(), seed, seconds, bytes / 1e6, bytes / (double) entries);
      for (Times times : bench.type(texts)) {
        out.printf(
            "%-14s %7d asked  p50 %.2f ms  p95 %.2f ms  p99 %.2f ms  max %.2f ms  suggested %.3f%n",
            times.typing(),
            times.asked(),
            times.p50(),
            times.p95(),
            times.p99(),
            times.max(),
            times.suggested());
      }
      out.flush();
    }
    return 0;
  }

  private List<Model> models() throws IOException {
    List<Model> models = new ArrayList<>();
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          add(file, line, models);
        }
      }
    }
    if (models.isEmpty()) {
      throw new CommandFailedException("Không có bản ghi nào trong " + path + ".");
    }
    return models;
  }

  private void add(Path file, String line, List<Model> models) {
    try {
      JsonNode record = json.readTree(line);
      String number = record.path("number").asText("");
      String subject = record.path("subject").asText("").strip();
      if (!number.isBlank() && !subject.isEmpty()) {
        models.add(
            new Model(
                number,
                record.path("type").asText("").strip(),
                record.path("issuer").asText("").strip(),
                subject));
      }
    } catch (JsonProcessingException e) {
      throw new CommandFailedException(
          "%s không phải JSON từng dòng: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
