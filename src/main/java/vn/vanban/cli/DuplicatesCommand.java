package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.registry.Kinship.NearDuplicate;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** {@code vanban duplicates}. */
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    header = "Văn bản khác nhau trong sổ mà nội dung gần như trùng nhau.",
    description = {
      "Từng cặp, theo thứ tự đăng ký; bản sao và trang thông báo của chính văn bản ấy không kể.",
      "Pairs of documents of different identity with nearly the same text."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban duplicates", "  vanban duplicates --limit 200"})
final class DuplicatesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Nhiều nhất bấy nhiêu cặp (mặc định ${DEFAULT-VALUE}). / At most so many.")
  private int limit = 20;

  @Override
  public Integer call() {
    WrongUse.unlessWithin(spec, "--limit", limit, 1, 1_000_000);
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      if (print(out, registry) == 0) {
        out.println("Không thấy văn bản nào gần trùng nhau.");
      }
      out.flush();
      return 0;
    }
  }

  /** Prints each pair once, with the one registered later, and tells how many there are. */
  private int print(PrintWriter out, Registry registry) {
    int pairs = 0;
    Set<String> before = new HashSet<>();
    for (String id : registry.perhapsDuplicate()) {
      for (NearDuplicate near : registry.kinship(id).nearDuplicates()) {
        if (!before.contains(near.document().id())) {
          continue;
        }
        if (pairs == limit) {
          out.printf("Còn nữa: --limit %d%n", limit * 10L);
          return pairs;
        }
        RegisteredDocument document = registry.document(id).orElseThrow();
        out.println(KinLine.of(near));
        out.println("       " + KinLine.of(document));
        pairs++;
      }
      before.add(id);
    }
    return pairs;
  }
}
