package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.registry.Registry;

/** {@code vanban restore FILE}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    header = "Lập lại thư mục dữ liệu từ tệp sao lưu.",
    description = {
      "Make a data folder from a backup. Every byte is held against its hash first; a damaged file is",
      "refused and nothing is left half-done. The index is built at the next serve or ingest."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban restore sao-luu-2026-11-26.zip --data kho-moi"})
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "Tệp sao lưu. / The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Registry.restore(file, data.path());
    try (Registry registry = Registry.openReadOnly(data.path())) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf("Đã khôi phục %,d văn bản vào %s.%n", registry.documentCount(), data.path());
      out.flush();
      return 0;
    }
  }
}
