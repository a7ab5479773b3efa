package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.extract.Extractor;
import vn.vanban.ingest.Reparser;
import vn.vanban.registry.FieldDifference;

/** {@code vanban reparse}. */
@Command(
    name = "reparse",
    mixinStandardHelpOptions = true,
    header = "Đọc lại mọi bản gốc bằng chương trình hiện tại và ghi những khác biệt.",
    description = {
      "Read all originals again with the present program, show each difference and record it.",
      "Đính chính được giữ nguyên. / Corrections stay."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban reparse --dry-run", "  vanban reparse"})
final class ReparseCommand implements Callable<Integer> {
  private static final int DOCUMENTS_A_LINE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private Isolation isolation = new Isolation();
  @Mixin private ActOptions by = new ActOptions();

  @Option(names = "--dry-run", description = "Chỉ cho xem, không ghi. / Only show, record nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      AtomicInteger all = new AtomicInteger();
      AtomicInteger changed = new AtomicInteger();
      AtomicInteger failed = new AtomicInteger();
      try (Extractor extractor = isolation.extractor()) {
        new Reparser(DataFolder.fileReader(extractor), opened.registry())
            .run(
                by.act(),
                dryRun,
                outcome -> {
                  all.incrementAndGet();
                  changed.addAndGet(outcome.differences().isEmpty() ? 0 : 1);
                  failed.addAndGet(outcome.failures().isEmpty() ? 0 : 1);
                  print(out, outcome);
                  if (all.get() % DOCUMENTS_A_LINE == 0) {
                    spec.commandLine().getErr().printf("%d văn bản%n", all.get());
                    spec.commandLine().getErr().flush();
                  }
                });
      }
      opened.index();
      out.printf(
          "Đã đọc lại %d văn bản: %d có khác biệt%s, %d không còn đọc được.%n",
          all.get(), changed.get(), dryRun ? " (chưa ghi)" : "", failed.get());
      out.flush();
      return failed.get() == 0 ? 0 : 1;
    });
  }

  private static void print(PrintWriter out, Reparser.Outcome outcome) {
    if (outcome.differences().isEmpty() && outcome.failures().isEmpty()) {
      return;
    }
    out.printf(
        "%s  %s%n",
        outcome.document().id(),
        outcome
            .document()
            .document()
            .number()
            .map(n -> n.value().canonical())
            .orElse(outcome.document().primary().source()));
    for (FieldDifference difference : outcome.differences()) {
      out.printf(
          "    %s: %s → %s%n",
          difference.field(), difference.before().orElse("–"), difference.after().orElse("–"));
    }
    outcome.failures().forEach(failure -> out.printf("    không đọc được: %s%n", failure));
  }
}
