package vn.vanban.cli;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.http.HistoryJson;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.FieldDifference;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Revision;

/** {@code vanban history NUMBER|ID}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    header = "Lịch sử của văn bản: ai làm gì, khi nào, vì sao, khác gì.",
    description = "What happened to a document: who did what, when, why, and what differs.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban history 383/KH-UBND",
      "  vanban history 383/KH-UBND --json"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(VietnamTime.ZONE);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private WhichDocument document = new WhichDocument();

  @Option(names = "--json", description = "In JSON. / JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      String id = document.id(registry);
      if (json) {
        out.println(HistoryJson.of(registry.history(id)));
      } else {
        out.printf("Văn bản %s%n", id);
        registry.history(id).forEach(revision -> print(out, revision));
      }
      out.flush();
      return 0;
    }
  }

  private static void print(PrintWriter out, Revision revision) {
    out.printf(
        "%6d  %s  %s, %s%s%n",
        revision.sequence(),
        TIME.format(revision.at()),
        revision.action().vietnamese(),
        revision.act().actor(),
        revision.act().reason().isEmpty() ? "" : ": " + revision.act().reason());
    for (FieldDifference difference : revision.differences()) {
      out.printf(
          "        %s: %s → %s%n",
          difference.field(), difference.before().orElse("–"), difference.after().orElse("–"));
    }
  }
}
