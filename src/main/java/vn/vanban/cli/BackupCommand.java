package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vanban backup FILE}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    header = "Sao lưu sổ đăng ký và bản gốc vào một tệp, cả khi máy chủ đang chạy.",
    description = {
      "Back up registry and originals into one file, also while a server runs.",
      "",
      "Chỉ mục không nằm trong đó: nó được dựng lại sau khi khôi phục.",
      "The index is not in it: it is rebuilt after restoring."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban backup /mnt/sao-luu/so-2026-11.zip",
      "  vanban backup so.zip --force --data kho-du-lieu"
    })
final class BackupCommand implements Callable<Integer> {
  private static final int FILES_A_LINE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "Tệp sao lưu. / The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--force",
      description = "Ghi đè nếu đã có tệp đó. / Replace the file if there is one.")
  private boolean force;

  @Override
  public Integer call() {
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      opened
          .registry()
          .backup(file, force, new CountLines(spec.commandLine().getErr(), "tệp", FILES_A_LINE));
      out.printf("Đã sao lưu vào %s (%,d byte). / Backed up.%n", file, size());
      out.flush();
      return 0;
    });
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
