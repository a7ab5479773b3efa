package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.IngestBench;
import vn.vanban.bench.TextBench;

/** {@code vanban bench …}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchCommand.Ingest.class,
      BenchCommand.Text.class,
      NumbersBenchCommand.class,
      ParseBenchCommand.class,
      StructureBenchCommand.class,
      SearchBenchCommand.class,
      LoadBenchCommand.class,
      StartBenchCommand.class,
      SuggestBenchCommand.class,
      EffectBenchCommand.class
    },
    header = "Đo tốc độ bên cạnh thư viện dùng trần.",
    description = "Benchmarks beside bare libraries.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban bench ingest van-ban/",
      "  vanban bench text van-ban/"
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** {@code vanban bench ingest PATH…}. */
  @Command(
      name = "ingest",
      mixinStandardHelpOptions = true,
      header = "Đo cả quá trình đăng ký bên cạnh việc chỉ đọc chữ bằng Tika.",
      description = {
        "Ingestion end to end (extract, repair, parse, register durably, index) beside what bare "
            + "Tika takes for extraction alone: the same files and threads, OCR off; with files "
            + "parsed in this process and in as many child processes as threads; a warm-up of all, "
            + "then three alternating rounds, of which the medians count."
      },
      footer = {"", "Ví dụ / Examples:", "  vanban bench ingest --threads 2 van-ban/"})
  static final class Ingest implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
    private List<Path> paths = List.of();

    @Option(
        names = "--threads",
        paramLabel = "N",
        defaultValue = "2",
        description = "Số luồng đọc (mặc định ${DEFAULT-VALUE}). / Reading threads.")
    private int threads = 2;

    @Override
    public Integer call() throws InterruptedException {
      WrongUse.unlessWithin(spec, "--threads", threads, 1, 1024);
      PrintWriter out = spec.commandLine().getOut();
      IngestBench.Result result = new IngestBench().run(paths, threads);
      double megabytes = result.bytes() / 1e6;
      out.printf("%d files, %.1f MB, %d threads%n", result.files(), megabytes, result.threads());
      double tika = result.bareTika().toMillis() / 1e3;
      out.printf(
          "bare Tika           extraction alone   %7.2f s  %6.1f files/s  (%d read, %d failed)%n",
          tika, result.files() / tika, result.tika().files(), result.tika().failures());
      print(out, "in this process", result, result.inProcess());
      print(out, "in child processes", result, result.isolated());
      out.printf("ratio to bare Tika, in this process %.2f%n", result.ratio());
      out.printf(
          "ratio of child processes to this process: extraction %.2f, end to end %.2f%n",
          result.extractionOverhead(), result.ingestionOverhead());
      out.flush();
      return 0;
    }

    private static void print(
        PrintWriter out, String where, IngestBench.Result result, IngestBench.Ways ways) {
      double extraction = ways.extraction().toMillis() / 1e3;
      double whole = ways.ingestion().toMillis() / 1e3;
      out.printf(
          "%-18s  extraction alone   %7.2f s  %6.1f files/s%n",
          where, extraction, result.files() / extraction);
      out.printf(
          "%-18s  end to end         %7.2f s  %6.1f files/s  (%d added, %d copies, %d rejected; %d indexed)%n",
          where,
          whole,
          result.files() / whole,
          ways.report().added(),
          ways.report().newCopies(),
          ways.report().rejected().size(),
          ways.indexed());
    }
  }

  /** {@code vanban bench text PATH…}. */
  @Command(
      name = "text",
      mixinStandardHelpOptions = true,
      header = "Đo tốc độ kiểm tra và sửa chữ trên một lõi.",
      description = {
        "Text repair on one core, extraction apart: on text that needs nothing, and on the texts as "
            + "extracted; a warm-up, then five rounds, of which the median counts."
      },
      footer = {"", "Ví dụ / Examples:", "  vanban bench text van-ban/"})
  static final class Text implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      TextBench.Result result = new TextBench().run(paths);
      out.printf("%d texts, one core%n", result.texts());
      print(out, "clean text, nothing to do", result.cleanBytes(), result.clean());
      print(out, "text as extracted, repair", result.rawBytes(), result.repair());
      out.flush();
      return 0;
    }

    private static void print(PrintWriter out, String what, long bytes, Duration time) {
      double seconds = time.toNanos() / 1e9;
      out.printf(
          "%s  %7.1f MB  %7.3f s  %7.1f MB/s%n", what, bytes / 1e6, seconds, bytes / 1e6 / seconds);
    }
  }
}
