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

/** {@code vanban restore FILE --data DIR}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    header = "Khôi phục một bản sao lưu vào một thư mục mới hoặc trống.",
    description = {
      "Restore a backup into a new or empty folder. Every file is checked against its hash;",
      "a damaged backup is refused, and then nothing is left behind.",
      "",
      "Chỉ mục được dựng lại khi chạy serve hoặc ingest. / The index is rebuilt by serve or ingest."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban restore so-2026-11.zip --data kho-khoi-phuc"})
final class RestoreCommand implements Callable<Integer> {
  private static final int FILES_A_LINE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private NewDataFolder data = new NewDataFolder();

  @Parameters(paramLabel = "FILE", description = "Tệp sao lưu. / The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Registry.restore(
        file, data.path(), new CountLines(spec.commandLine().getErr(), "tệp", FILES_A_LINE));
    out.printf("Đã khôi phục %,d văn bản vào %s. / Restored.%n", data.documentCount(), data.path());
    out.flush();
    return 0;
  }
}
