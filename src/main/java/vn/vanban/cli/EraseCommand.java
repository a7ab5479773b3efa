package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vanban erase NUMBER|ID}. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    header = "Xóa hẳn nội dung một văn bản; chỉ còn dấu vết của việc xóa.",
    description = {
      "Destroy a document's content: originals, texts, fields. What stays is that it was erased,",
      "when, by whom and why. Backups and exports made before still hold it.",
      "",
      "Không khôi phục được. Bản sao lưu và bản xuất trước đó vẫn còn nội dung này."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban erase 01m8bwsxxw2dtps9 --reason 'yêu cầu xóa dữ liệu cá nhân số 12'"
    })
final class EraseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private WhichDocument document = new WhichDocument();
  @Mixin private ActOptions by = new ActOptions();

  @Override
  public Integer call() {
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      String id = document.idToChange(opened.registry());
      opened.registry().by(by.act()).erase(id);
      opened.index();
      out.printf("Đã xóa nội dung văn bản %s.%n", id);
      out.flush();
      return 0;
    });
  }
}
