package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vanban.law.Doubt;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.registry.ReviewQueue;
import vn.vanban.registry.ReviewQueue.Item;

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
      "  vanban review --field number --below 0.8 --limit 100",
      "  vanban correct 383/KH-UBND --accept number"
    })
final class ReviewCommand implements Callable<Integer> {
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

  @Option(
      names = "--below",
      paramLabel = "SHARE",
      description =
          "Chỉ giá trị có độ tin cậy dưới mức này, từ 0 đến 1; giá trị thiếu luôn được kể."
              + " / Only values less sure than this; missing ones count.")
  private Optional<Double> below = Optional.empty();

  @Override
  public Integer call() {
    WrongUse.unlessWithin(spec, "--limit", limit, 1, 100_000);
    PrintWriter out = spec.commandLine().getOut();
    if (!field.isEmpty() && !ReviewQueue.FIELDS.contains(field)) {
      throw new ParameterException(
          spec.commandLine(),
          "--field: không có trường “%s”. Các trường: %s. / No such field."
              .formatted(field, String.join(", ", ReviewQueue.FIELDS)));
    }
    if (below.stream().anyMatch(share -> !(share >= 0 && share <= 1))) {
      throw new ParameterException(
          spec.commandLine(),
          "--below: từ 0 đến 1, không phải " + below.get() + ". / From 0 to 1.");
    }
    try (Registry registry = Registry.openReadOnly(data.path())) {
      Optional<String> about = Optional.of(field).filter(name -> !name.isEmpty());
      OptionalDouble share = below.stream().mapToDouble(Double::doubleValue).findFirst();
      List<Item> items =
          new ReviewQueue(registry, about, share).page(ReviewQueue.START, limit).items();
      items.forEach(item -> print(out, item));
      out.println(
          items.isEmpty()
              ? "Không có cảnh báo nào chờ xem lại."
              : "%d văn bản.".formatted(items.size()));
      out.flush();
      return 0;
    }
  }

  private static void print(PrintWriter out, Item item) {
    RegisteredDocument document = item.document();
    out.printf(
        "%s  %s  %s%n",
        document.id(),
        document.document().number().map(n -> n.value().canonical()).orElse("(không số)"),
        document.primary().source());
    for (Doubt doubt : item.doubts()) {
      out.printf(
          Locale.ROOT,
          "    [%s%s] %s%n",
          doubt.warning().field(),
          doubt.confidence().isPresent() ? " %.2f".formatted(doubt.confidence().getAsDouble()) : "",
          doubt.warning().message());
    }
  }
}
