package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vanban export DIR}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    header = "Xuất toàn bộ sổ ra một thư mục mà chương trình khác đọc được.",
    description = {
      "Export everything as NDJSON and originals, also while a server runs: manifest.json,",
      "changes.ndjson, documents.ndjson, originals/SHA256, quarantine/. import reads it again."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban export /mnt/xuat-2026-11",
      "  vanban import /mnt/xuat-2026-11 --data kho-moi"
    })
final class ExportCommand implements Callable<Integer> {
  private static final int DOCUMENTS_A_LINE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "DIR", description = "Thư mục mới hoặc trống. / New or empty folder.")
  private Path target = Path.of("");

  @Override
  public Integer call() {
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      opened
          .registry()
          .export(target, new CountLines(spec.commandLine().getErr(), "văn bản", DOCUMENTS_A_LINE));
      out.printf("Đã xuất sổ ra %s. / Exported.%n", target);
      out.flush();
      return 0;
    });
  }
}
