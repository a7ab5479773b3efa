package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vanban merge NUMBER|ID INTO}. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    header = "Gộp hai văn bản trong sổ thực ra là một.",
    description = {
      "Các bản của văn bản thứ nhất chuyển sang văn bản thứ hai, văn bản này giữ các trường của nó;"
          + " đính chính của văn bản thứ nhất hết hiệu lực; mã cũ dẫn sang mã được giữ. Không hoàn"
          + " tác được.",
      "Say that two documents are one: copies move to the second, which keeps its fields and to"
          + " which the first one's id redirects; corrections of the first end. Cannot be undone."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban merge 01m8bwsxxw2dtps9 383/KH-UBND --reason 'số đọc sai từ bản quét'"
    })
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private WhichDocument gone = new WhichDocument();
  @Mixin private ActOptions by = new ActOptions();

  @Parameters(
      index = "1",
      paramLabel = "INTO",
      description = "Số hoặc mã của văn bản được giữ. / The one that is kept.")
  private String into = "";

  @Override
  public Integer call() {
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      String id = gone.idToChange(opened.registry());
      String kept = new WhichDocument(into).idToChange(opened.registry());
      opened.registry().by(by.act()).merge(id, kept);
      out.printf("Đã gộp văn bản %s vào văn bản %s.%n", id, kept);
      out.flush();
      opened.index();
      return 0;
    });
  }
}
