package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.registry.MissingDocument;
import vn.vanban.registry.Registry;

/** {@code vanban missing}. */
@Command(
    name = "missing",
    mixinStandardHelpOptions = true,
    header = "Văn bản được viện dẫn mà sổ chưa có, nhiều lần nhất trước.",
    description = "What documents cite and the registry does not hold, the most cited first.",
    footer = {"", "Ví dụ / Examples:", "  vanban missing", "  vanban missing --limit 200"})
final class MissingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Nhiều nhất bấy nhiêu (mặc định ${DEFAULT-VALUE}). / At most so many.")
  private int limit = 20;

  @Override
  public Integer call() {
    WrongUse.unlessWithin(spec, "--limit", limit, 1, 1_000_000);
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      List<MissingDocument> missing = registry.missing(limit);
      for (MissingDocument one : missing) {
        out.printf("%6d văn bản, %6d lần\t%s%n", one.documents(), one.times(), one.label());
      }
      if (missing.isEmpty()) {
        out.println("Mọi văn bản được viện dẫn đều có trong sổ.");
      }
      out.flush();
      return 0;
    }
  }
}
