package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.law.Warning;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** {@code vanban review}. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    header = "Văn bản có cảnh báo đang chờ xem lại.",
    description =
        "Documents with warnings that wait to be corrected or accepted, the newest first.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban review",
      "  vanban review --field number --limit 100",
      "  vanban correct 383/KH-UBND --accept number"
    })
final class ReviewCommand implements Callable<Integer> {
  private static final int PAGE = 100;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      description = "Chỉ cảnh báo về trường này. / Only warnings about this field.")
  private String field = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Số văn bản nhiều nhất (mặc định ${DEFAULT-VALUE}). / At most so many documents.")
  private int limit = 20;

  @Override
  public Integer call() {
    WrongUse.unlessWithin(spec, "--limit", limit, 1, 100_000);
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      int shown = 0;
      for (int offset = 0; shown < limit; offset += PAGE) {
        List<RegisteredDocument> page = registry.doubtful(offset, PAGE);
        for (RegisteredDocument document : page) {
          List<Warning> warnings =
              document.document().warnings().stream()
                  .filter(warning -> field.isEmpty() || warning.field().equals(field))
                  .toList();
          if (!warnings.isEmpty() && shown < limit) {
            print(out, document, warnings);
            shown++;
          }
        }
        if (page.size() < PAGE) {
          break;
        }
      }
      out.println(
          shown == 0 ? "Không có cảnh báo nào chờ xem lại." : "%d văn bản.".formatted(shown));
      out.flush();
      return 0;
    }
  }

  private static void print(PrintWriter out, RegisteredDocument document, List<Warning> warnings) {
    out.printf(
        "%s  %s  %s%n",
        document.id(),
        document.document().number().map(n -> n.value().canonical()).orElse("(không số)"),
        document.primary().source());
    for (Warning warning : warnings) {
      out.printf("    [%s] %s%n", warning.field(), warning.message());
    }
  }
}
