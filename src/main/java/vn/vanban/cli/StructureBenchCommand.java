package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.StructureBench;
import vn.vanban.ingest.FileReading;

/** {@code vanban bench structure PATH…}. */
@Command(
    name = "structure",
    mixinStandardHelpOptions = true,
    header = "Tỷ lệ luật, nghị định, thông tư có các Điều liên tục; danh sách ngoại lệ và lý do.",
    description =
        "Share of laws, decrees and circulars whose articles run without gaps or doubles, and the"
            + " others with the reason.",
    footer = {"", "Ví dụ / Examples:", "  vanban bench structure van-ban/"})
final class StructureBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() {
    StructureBench bench = new StructureBench();
    FilesInOrder.read(
        paths,
        Isolation.none(),
        item -> {
          if (item instanceof FileReading.Fresh fresh) {
            bench.add(fresh.source(), fresh.submission().document());
          }
        });
    StructureBench.Result result = bench.result();
    PrintWriter out = spec.commandLine().getOut();
    result.defects().forEach(d -> out.printf("  ! %s: %s%n", d.source(), d.reason()));
    result.withoutArticles().forEach(source -> out.printf("  – %s: không có Điều%n", source));
    out.printf(
        "%d contiguous, %d not, %d without articles: %.2f %%%n",
        result.contiguous(),
        result.defects().size(),
        result.withoutArticles().size(),
        100 * result.share());
    out.flush();
    return 0;
  }
}
