package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.ParseBench;
import vn.vanban.ingest.FileReading;

/** {@code vanban bench parse PATH…}. */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    header = "Đo tốc độ đọc trường và bố cục trên văn bản đã chuẩn hóa.",
    description =
        "Speed of parsing repaired text on one core: warm-up, then the median of three rounds.",
    footer = {"", "Ví dụ / Examples:", "  vanban bench parse van-ban/"})
final class ParseBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() {
    List<String> texts = new ArrayList<>();
    FilesInOrder.read(
        paths,
        Isolation.none(),
        item -> {
          if (item instanceof FileReading.Fresh fresh) {
            texts.add(fresh.submission().repairedText());
          }
        });
    ParseBench.Result result = new ParseBench().run(texts);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d texts, %.1f MB, %d provisions: %.2f s, %.1f MB/s%n",
        result.texts(),
        result.bytes() / 1e6,
        result.provisions(),
        result.time().toNanos() / 1e9,
        result.megabytesPerSecond());
    out.flush();
    return 0;
  }
}
