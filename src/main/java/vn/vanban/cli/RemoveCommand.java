package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vanban remove NUMBER|ID}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    header = "Gỡ văn bản khỏi sổ (vẫn giữ nội dung), hoặc khôi phục.",
    description = "Take a document out of sight, with a reason; --undo brings it back.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban remove 383/KH-UBND --reason 'đăng nhầm'",
      "  vanban remove 01m8bwsxxw2dtps9 --undo"
    })
final class RemoveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private WhichDocument document = new WhichDocument();
  @Mixin private ActOptions by = new ActOptions();

  @Option(names = "--undo", description = "Khôi phục văn bản đã gỡ. / Bring it back.")
  private boolean undo;

  @Override
  public Integer call() {
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      String id = document.idToChange(opened.registry());
      if (undo) {
        opened.registry().by(by.act()).restore(id);
        out.printf("Đã khôi phục văn bản %s.%n", id);
      } else {
        opened.registry().by(by.act()).remove(id);
        out.printf("Đã gỡ văn bản %s. Khôi phục: vanban remove %1$s --undo%n", id);
      }
      out.flush();
      opened.index();
      return 0;
    });
  }
}
