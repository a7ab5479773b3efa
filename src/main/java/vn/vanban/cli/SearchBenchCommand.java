package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.DatabaseFailedException;
import vn.vanban.bench.SearchBench;
import vn.vanban.bench.SourceSentences;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.lucene.LuceneEngine;

/** {@code vanban bench search PATH…}. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    header = "Đo kích thước và tốc độ tìm kiếm trên kho văn bản ghép từ câu có sẵn.",
    description = {
      "Size and speed of search on a corpus made by recombining sentences of the given texts, with "
          + "seeded fresh numbers, names and slips; beside one field over StandardAnalyzer in the "
          + "same process and, with --postgres, PostgreSQL full text search on the same rows.",
      "",
      "Of a .jsonl file named by itself the rows' \"text\" is read; within folders it is passed over."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban bench search van-ban/",
      "  vanban bench search --provisions 20000 --index /tmp/bench corpus.jsonl"
    })
final class SearchBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(
      names = "--provisions",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Số Điều (mặc định ${DEFAULT-VALUE}). / Provisions of the corpus.")
  private int provisions = 1_000_000;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = {
        "Giữ chỉ mục ở đây để lần sau dùng lại; nếu không thì dùng thư mục tạm.",
        "Keep the indexes here and use them again; a temporary folder otherwise."
      })
  private @Nullable Path index;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Mầm ngẫu nhiên (mặc định ${DEFAULT-VALUE}). / Seed.")
  private long seed = 1;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Số truy vấn mỗi loại (mặc định ${DEFAULT-VALUE}). / Queries of each kind.")
  private int queries = 2_000;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description = "Số người hỏi cùng lúc (mặc định ${DEFAULT-VALUE}). / Clients at once.")
  private int clients = 8;

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      description = {
        "So với PostgreSQL: jdbc:postgresql://máy/cơ-sở?user=…; bảng được xóa khi xong.",
        "Beside PostgreSQL; the table is dropped at the end."
      })
  private @Nullable String postgres;

  /** What can be left out. */
  enum Part {
    size,
    speed
  }

  @Option(
      names = "--only",
      paramLabel = "size|speed",
      description = "Chỉ đo một phần: ${COMPLETION-CANDIDATES}. / Only one part.")
  private @Nullable Part only;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WrongUse.unlessWithin(spec, "--provisions", provisions, 1, 100_000_000);
    WrongUse.unlessWithin(spec, "--queries", queries, 1, 1_000_000);
    WrongUse.unlessWithin(spec, "--clients", clients, 1, 1_024);
    if (postgres != null && !postgres.startsWith("jdbc:postgresql:")) {
      throw new ParameterException(
          spec.commandLine(), "--postgres phải là địa chỉ dạng jdbc:postgresql://máy/cơ-sở?user=…");
    }
    SourceSentences source = new SentenceFiles().read(paths);
    if (index != null) {
      measure(source, index);
      return 0;
    }
    try (TemporaryFolder folder = new TemporaryFolder("vanban-bench")) {
      measure(source, folder.path());
    }
    return 0;
  }

  private void measure(SourceSentences source, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    PrintWriter err = spec.commandLine().getErr();
    SearchBench.Options options =
        new SearchBench.Options(
            provisions,
            seed,
            queries,
            clients,
            folder,
            Optional.ofNullable(postgres),
            only != Part.size);
    SearchBench bench =
        new SearchBench(
            options,
            LuceneEngine::open,
            line -> {
              err.println(line);
              err.flush();
            });
    PrintWriter out = spec.commandLine().getOut();
    try {
      bench.run(source).forEach(out::println);
    } catch (DatabaseFailedException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
    out.flush();
  }
}
