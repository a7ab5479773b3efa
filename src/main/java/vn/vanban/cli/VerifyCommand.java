package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.extract.Extractor;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.ingest.Reparser;
import vn.vanban.lucene.DamagedIndexException;
import vn.vanban.lucene.LuceneSearcher;
import vn.vanban.registry.Act;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.Finding;
import vn.vanban.registry.Finding.Level;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexMark;

/** {@code vanban verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Kiểm tra bản gốc theo mã băm và chỉ mục theo sổ đăng ký.",
    description = {
      "Check originals against their hashes and the index against the registry.",
      "",
      "Mã thoát là 1 khi có lỗi; lưu ý không phải là lỗi. / 1 for errors, not for notes."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban verify",
      "  vanban verify --repair --data kho-du-lieu"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--repair",
      description = {
        "Trước đó dựng lại những gì suy ra được từ hồ sơ, và chỉ mục nếu nó hỏng.",
        "First make anew what follows from the records, and the index if damaged."
      })
  private boolean repair;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return repair
        ? data.change(opened -> {
          repair(opened, out);
          return check(out);
        })
        : check(out);
  }

  private int check(PrintWriter out) {
    try (Registry registry = Registry.openReadOnly(data.path())) {
      List<Finding> findings = new ArrayList<>(registry.verify());
      findings.addAll(index(registry));
      boolean errors = false;
      for (Finding finding : findings) {
        boolean error = finding.level() == Level.ERROR;
        errors |= error;
        out.printf("%s\t%s\t%s%n", error ? "LỖI" : "lưu ý", finding.where(), finding.message());
      }
      out.printf(
          "Đã kiểm tra %,d văn bản: %s%n",
          registry.documentCount(),
          errors ? "có lỗi." : findings.isEmpty() ? "không có gì sai." : "không có lỗi.");
      out.flush();
      return errors ? 1 : 0;
    }
  }

  private static void repair(DataFolder.Opened opened, PrintWriter out) {
    try (Extractor extractor = Isolation.isolated()) {
      new Reparser(DataFolder.fileReader(extractor), opened.registry())
          .mend(
              Act.ofThisProcess().actor(),
              (damaged, failures) -> {
                String where = "văn bản " + damaged.documentId();
                if (failures.isEmpty()) {
                  out.printf("đã sửa\t%s\tHồ sơ bị hỏng đã được đọc lại từ bản gốc.%n", where);
                } else {
                  out.printf(
                      "chưa sửa\t%s\tHồ sơ bị hỏng, không đọc lại được: %s%n",
                      where, String.join("; ", failures));
                }
              });
    }
    for (Finding done : opened.registry().repair()) {
      out.printf("đã sửa\t%s\t%s%n", done.where(), done.message());
    }
    opened.index();
    if (opened.engine().documentCount() != opened.registry().publicCount()) {
      opened.follower().rebuild(told -> {});
      out.printf("đã sửa\tindex\tĐã dựng lại chỉ mục.%n");
    }
    out.flush();
  }

  private List<Finding> index(Registry registry) {
    try {
      Optional<LuceneSearcher> opened = data.openIndexReadOnly();
      if (opened.isEmpty()) {
        return compare(registry, Optional.empty(), 0);
      }
      try (LuceneSearcher index = opened.get()) {
        return compare(registry, index.mark(), index.documentCount());
      }
    } catch (DamagedIndexException e) {
      return List.of(new Finding(Level.ERROR, "index", String.valueOf(e.getMessage())));
    }
  }

  private static List<Finding> compare(Registry registry, Optional<IndexMark> mark, long indexed) {
    List<Finding> findings = new ArrayList<>();
    FeedPosition position = registry.position();
    if (mark.isEmpty()) {
      findings.add(
          new Finding(Level.NOTE, "index", "Chưa có chỉ mục; lệnh serve hoặc ingest sẽ dựng lại."));
      return findings;
    }
    if (!IndexFollower.isOf(mark, position)) {
      findings.add(new Finding(Level.NOTE, "index", "Chỉ mục thuộc sổ đăng ký khác; sẽ dựng lại."));
    } else if (mark.get().sequence() < position.sequence()) {
      findings.add(
          new Finding(
              Level.NOTE,
              "index",
              "Chỉ mục chậm %d thay đổi; sẽ theo kịp khi serve hoặc ingest chạy."
                  .formatted(position.sequence() - mark.get().sequence())));
    } else if (mark.get().sequence() > position.sequence()) {
      findings.add(
          new Finding(
              Level.ERROR, "index", "Chỉ mục đi trước sổ đăng ký: sổ có thể đã bị mất dữ liệu."));
    } else if (indexed != registry.publicCount()) {
      findings.add(
          new Finding(
              Level.ERROR,
              "index",
              "Chỉ mục có %d văn bản, sổ đăng ký có %d văn bản công khai. Hãy chạy lệnh reindex để dựng lại."
                  .formatted(indexed, registry.publicCount())));
    }
    return findings;
  }
}
