package vn.vanban.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.SearchBench;
import vn.vanban.ingest.FileReading;
import vn.vanban.lucene.LuceneEngine;

/** {@code vanban bench search PATH…}. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    header = "Đo tốc độ tìm kiếm và cỡ chỉ mục bên cạnh Lucene dùng trần (và PostgreSQL).",
    description = {
      "Speed of search and size of the index on a corpus made by recombining the sentences of the "
          + "given files (documents, or .jsonl with \"text\"), beside one field of BM25 over "
          + "StandardAnalyzer in the same process and, on wish, PostgreSQL full text search. "
          + "Timings include re-ranking and highlights."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban bench search van-ban/ --provisions 100000",
      "  vanban bench search van-ban/ --postgres 'jdbc:postgresql://localhost/thu?user=thu'"
    })
final class SearchBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(
      names = "--provisions",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Số điều (mặc định ${DEFAULT-VALUE}). / Provisions.")
  private int provisions = 1_000_000;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Số câu hỏi mỗi loại (mặc định ${DEFAULT-VALUE}). / Queries of each kind.")
  private int queries = 2_000;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description = "Số người hỏi cùng lúc (mặc định ${DEFAULT-VALUE}). / Clients at a time.")
  private int clients = 8;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Hạt giống (mặc định ${DEFAULT-VALUE}). / Seed.")
  private long seed = 1;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = {
        "Thư mục giữ chỉ mục để dùng lại; không nêu thì xóa khi xong.",
        "Folder that keeps the indexes for the next run; without it they are deleted."
      })
  private @Nullable Path index;

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      description = "Địa chỉ JDBC của PostgreSQL để so sánh. / A database to compare with.")
  private @Nullable String postgres;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WrongUse.unlessWithin(spec, "--provisions", provisions, 1, 100_000_000);
    WrongUse.unlessWithin(spec, "--queries", queries, 1, 1_000_000);
    WrongUse.unlessWithin(spec, "--clients", clients, 1, 1_000);
    List<String> texts = texts();
    Path folder = index == null ? Files.createTempDirectory("vanban-bench") : index;
    Path ours = Files.createDirectories(folder.resolve("vanban"));
    Path standard = Files.createDirectories(folder.resolve("standard"));
    try (LuceneEngine engine = LuceneEngine.open(ours)) {
      new SearchBench(engine, ours, spec.commandLine().getOut(), seed)
          .run(texts, provisions, seed, queries, clients, standard, Optional.ofNullable(postgres));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (SQLException e) {
      throw new CommandFailedException("PostgreSQL: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    } finally {
      if (index == null) {
        SearchBench.delete(folder);
      }
    }
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    List<Path> documents = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (Path path : paths) {
      if (!path.toString().endsWith(".jsonl")) {
        documents.add(path);
        continue;
      }
      for (String line : Files.readAllLines(path)) {
        try {
          texts.add(json.readTree(line).path("text").asText());
        } catch (JsonProcessingException e) {
          throw new CommandFailedException(path + " không phải JSON: " + e.getOriginalMessage(), e);
        }
      }
    }
    if (!documents.isEmpty()) {
      FilesInOrder.read(
          documents,
          item -> {
            if (item instanceof FileReading.Fresh fresh) {
              texts.add(fresh.submission().repairedText());
            }
          });
    }
    return texts;
  }
}
