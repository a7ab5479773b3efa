package vn.vanban.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.http.SeriesJson;
import vn.vanban.law.HeldBody;
import vn.vanban.law.SeriesReport;
import vn.vanban.registry.Registry;

/** {@code vanban series BODY YEAR}. */
@Command(
    name = "series",
    mixinStandardHelpOptions = true,
    header = "Xem các dãy số văn bản của một cơ quan trong một năm.",
    description = {
      "Số đã có, số còn thiếu, số trùng, số ngược thứ tự ngày của từng hệ thống số (Nghị định"
          + " 30/2020/NĐ-CP, Điều 15).",
      "Show the number series of a body in a year: what is held, gaps, doubles, and numbers out of"
          + " date order."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban series 'UBND tỉnh Gia Lai' 2020",
      "  vanban series 'bo y te' 2021 --json"
    })
final class SeriesCommand implements Callable<Integer> {
  private static final int FIRST_YEAR = 1945;
  private static final int LAST_YEAR = 2999;

  /** Whoever has the data folder may see all that is in it. */
  private static final boolean ALL = true;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(
      index = "0",
      paramLabel = "BODY",
      description = "Cơ quan, gõ tắt hoặc không dấu cũng được. / The body, as typed.")
  private String body = "";

  @Parameters(index = "1", paramLabel = "YEAR", description = "Năm, bốn chữ số. / Four digits.")
  private int year;

  @Option(names = "--json", description = "In JSON như của API. / JSON, as the API gives it.")
  private boolean json;

  @Override
  public Integer call() {
    WrongUse.unlessWithin(spec, "YEAR", year, FIRST_YEAR, LAST_YEAR);
    try (Registry registry = Registry.openReadOnly(data.path())) {
      String name = name(registry);
      SeriesReport report = SeriesReport.of(year, registry.numbersOf(name, year, ALL));
      if (json) {
        spec.commandLine().getOut().println(SeriesJson.of(name, year, report));
      } else {
        new SeriesTable(spec.commandLine().getOut()).print(name, year, report);
      }
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  private String name(Registry registry) {
    return switch (registry.bodyCalled(body, ALL)) {
      case HeldBody.One(String name) -> name;
      case HeldBody.Several(List<String> names) ->
          throw new CommandFailedException(
              "\"%s\" có thể là nhiều cơ quan. Hãy chọn một: %s."
                  .formatted(body, String.join("; ", names)));
      case HeldBody.None(List<String> nearest) ->
          throw new CommandFailedException(
              nearest.isEmpty()
                  ? "Sổ đăng ký chưa có văn bản nào của \"%s\".".formatted(body)
                  : "Sổ đăng ký chưa có văn bản nào của \"%s\". Gần nhất: %s."
                      .formatted(body, String.join("; ", nearest)));
    };
  }
}
