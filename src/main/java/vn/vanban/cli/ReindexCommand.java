package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vanban reindex}. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    header = "Dựng lại chỉ mục từ sổ đăng ký.",
    description = {
      "Build the index anew from the registry.",
      "",
      "Chỉ mục cũ vẫn trả lời cho đến khi chỉ mục mới sẵn sàng.",
      "The present index answers until the new one takes its place."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban reindex", "  vanban reindex --data kho-du-lieu"})
final class ReindexCommand implements Callable<Integer> {
  private static final long CHANGES_A_LINE = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return data.change(opened -> {
      CountLines progress = new CountLines(spec.commandLine().getErr(), "thay đổi", CHANGES_A_LINE);
      opened.follower().rebuild(told -> progress.at(told.done(), told.total()));
      out.printf(
          "Đã dựng lại chỉ mục: %,d văn bản. / Index rebuilt: %1$,d documents.%n",
          opened.engine().documentCount());
      out.flush();
      return 0;
    });
  }
}
