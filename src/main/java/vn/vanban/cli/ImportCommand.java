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

/** {@code vanban import DIR --data DIR}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    header = "Nhập một bản xuất của lệnh export vào một thư mục dữ liệu mới hoặc trống.",
    description = {
      "Import what export wrote into a new or empty data folder: the same documents, ids, history,",
      "corrections and originals. Every line and file is checked; where one is wrong, it is told",
      "which, and nothing is left behind.",
      "",
      "Chỉ mục được dựng lại khi chạy serve hoặc ingest. / The index is rebuilt by serve or ingest."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban import /mnt/xuat-2026-11 --data kho-moi"})
final class ImportCommand implements Callable<Integer> {
  private static final int DOCUMENTS_A_LINE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private NewDataFolder data = new NewDataFolder();

  @Parameters(paramLabel = "DIR", description = "Thư mục của bản xuất. / The export.")
  private Path export = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Registry.importFrom(
        export,
        data.path(),
        new CountLines(spec.commandLine().getErr(), "văn bản", DOCUMENTS_A_LINE));
    out.printf("Đã nhập %,d văn bản vào %s. / Imported.%n", data.documentCount(), data.path());
    out.flush();
    return 0;
  }
}
