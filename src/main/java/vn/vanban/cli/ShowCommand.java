package vn.vanban.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.http.DocumentJson;
import vn.vanban.law.Effect;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.Handling;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.VietnamTime;
import vn.vanban.law.Warning;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** {@code vanban show NUMBER|ID}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    header = "Xem văn bản theo số, ký hiệu hoặc theo mã.",
    description =
        "Show the documents with a number (all bodies and years that share it), or the one with an id.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban show 383/KH-UBND",
      "  vanban show '30/2020/nđ-cp' --json",
      "  vanban show 383/KH-UBND --text"
    })
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Mixin private WhichDocument which = new WhichDocument();

  @ArgGroup private Form form = new Form();

  /** How to print: at most one of these. */
  static final class Form {
    @Option(names = "--json", description = "In JSON, mỗi văn bản một dòng. / JSON, one a line.")
    private boolean json;

    @Option(names = "--text", description = "In toàn văn. / Print the text.")
    private boolean text;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      List<RegisteredDocument> found = which.all(registry);
      if (found.isEmpty()) {
        throw which.none();
      }
      LocalDate today = VietnamTime.today();
      Map<String, EffectTimeline> effects =
          registry.effects(found.stream().map(RegisteredDocument::id).toList());
      for (RegisteredDocument document : found) {
        if (form.json) {
          out.println(
              DocumentJson.of(
                  document,
                  Optional.ofNullable(effects.get(document.id())),
                  registry.kinship(document.id()),
                  today));
        } else if (form.text) {
          out.println(document.primary().text());
        } else {
          print(out, document, Optional.ofNullable(effects.get(document.id())), today);
          kin(out, registry.kinship(document.id()));
          out.println();
        }
      }
      out.flush();
      return 0;
    }
  }

  private static void print(
      PrintWriter out,
      RegisteredDocument registered,
      Optional<EffectTimeline> effect,
      LocalDate day) {
    LegalDocument document = registered.document();
    String unknown = "–";
    line(out, "Mã", registered.id());
    line(out, "Loại tệp", document.kind().jsonName());
    line(out, "Số, ký hiệu", document.number().map(n -> n.value().canonical()).orElse(unknown));
    line(out, "Tên loại", document.type().map(t -> t.value()).orElse(unknown));
    line(out, "Trích yếu", document.subject().map(s -> s.value()).orElse(unknown));
    line(out, "Cơ quan ban hành", orUnknown(document.issuerNames()));
    line(
        out,
        "Ngày ban hành",
        document.issued().map(d -> VietnamTime.written(d.value())).orElse(unknown));
    line(out, "Người ký", orUnknown(document.signerNames()));
    line(
        out,
        "Có hiệu lực",
        document.effective().map(d -> VietnamTime.written(d.value())).orElse(unknown));
    Effect stated = document.effect();
    stated
        .expires()
        .ifPresent(last -> line(out, "Hết hiệu lực", VietnamTime.written(last.value())));
    effect.ifPresent(timeline -> status(out, timeline.statusOn(day)));
    Handling handling = document.handling();
    handling.secrecy().ifPresent(mark -> line(out, "Độ mật", mark.value().vietnamese()));
    handling.urgency().ifPresent(mark -> line(out, "Độ khẩn", mark.value().vietnamese()));
    for (Relation relation : document.relations()) {
      if (relation.type() != RelationType.REFERS_TO && relation.type() != RelationType.BASED_ON) {
        line(out, "Quan hệ", relation.type().vietnamese() + " " + relation.target().label());
      }
    }
    for (RegisteredDocument.Copy copy : registered.copies()) {
      line(out, "Tệp", "%s (%,d byte)".formatted(copy.source(), copy.bytes()));
      line(out, "SHA-256", copy.sha256());
    }
    for (Warning warning : document.warnings()) {
      line(out, "Lưu ý", "[" + warning.field() + "] " + warning.message());
    }
  }

  private static void kin(PrintWriter out, Kinship kin) {
    kin.carries().ifPresent(other -> line(out, "Văn bản gốc", KinLine.of(other)));
    kin.carriedBy()
        .forEach(other -> line(out, other.document().kind().vietnamese(), KinLine.of(other)));
    kin.nearDuplicates().forEach(near -> line(out, "Gần trùng", KinLine.of(near)));
    kin.enclosedIn().forEach(other -> line(out, "Kèm theo", KinLine.of(other)));
    kin.encloses().forEach(other -> line(out, "Tệp kèm", KinLine.of(other)));
    kin.besides().forEach(other -> line(out, "Cùng gói", KinLine.of(other)));
  }

  private static void status(PrintWriter out, EffectInterval now) {
    line(
        out,
        "Tình trạng",
        now.status().vietnamese() + now.reason().map(reason -> ": " + reason).orElse(""));
    now.proof()
        .forEach(step ->
            line(
                out,
                "  chứng cứ",
                step.note() + step.documentId().map(id -> " (văn bản " + id + ")").orElse("")));
    now.doubts().forEach(doubt -> line(out, "  lưu ý", doubt));
  }

  private static String orUnknown(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("%-18s %s%n", name + ":", value);
  }
}
