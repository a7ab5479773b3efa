package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vanban backup FILE}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    header = "Sao lưu sổ đăng ký vào một tệp, kể cả khi máy chủ đang chạy.",
    description = {
      "Write the registry, with all originals and its history, into one ZIP file, also while serving.",
      "The index is left out: it is built anew after a restore."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban backup sao-luu-2026-11-26.zip",
      "  vanban restore sao-luu-2026-11-26.zip --data kho-moi"
    })
final class BackupCommand implements Callable<Integer> {
  private static final int FILES_A_LINE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "Tệp sẽ ghi, chưa có. / A name that is free.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    return data.write(opened -> {
      int files = opened.registry().backup(file, this::show);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "Đã sao lưu %,d văn bản (%,d bản gốc là tệp riêng) vào %s.%n",
          opened.registry().documentCount(), files, file);
      out.flush();
      return 0;
    });
  }

  private void show(int done) {
    if (done % FILES_A_LINE == 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf("%d bản gốc%n", done);
      err.flush();
    }
  }
}
