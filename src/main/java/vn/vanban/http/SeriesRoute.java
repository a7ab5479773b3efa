package vn.vanban.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import vn.vanban.law.HeldBody;
import vn.vanban.law.SeriesReport;
import vn.vanban.registry.Registry;

/** The number series of a body in a year, of what guests may see. */
final class SeriesRoute {
  private static final boolean FOR_GUESTS = false;

  private final Registry registry;
  private final Lane records;
  private final Responses responses;

  SeriesRoute(Registry registry, Lane records, Responses responses) {
    this.registry = registry;
    this.records = records;
    this.responses = responses;
  }

  void api(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "issuer", "year");
    String typed =
        parameters
            .text("issuer")
            .orElseThrow(() ->
                Problem.badParameter(
                    "issuer", "Cần tham số “issuer”, ví dụ ?issuer=UBND tỉnh Gia Lai&year=2020."));
    Set<Integer> years = parameters.years("year");
    if (years.size() != 1) {
      throw Problem.badParameter(
          "year",
          years.isEmpty()
              ? "Cần tham số “year”, ví dụ ?issuer=UBND tỉnh Gia Lai&year=2020."
              : "Tham số “year” chỉ được nêu một lần.");
    }
    int year = years.iterator().next();
    String body = body(typed);
    SeriesReport report =
        SeriesReport.of(year, records.call(() -> registry.numbersOf(body, year, FOR_GUESTS)));
    responses.json(ctx, SeriesJson.of(body, year, report));
  }

  private String body(String typed) {
    return switch (records.call(() -> registry.bodyCalled(typed, FOR_GUESTS))) {
      case HeldBody.One(String name) -> name;
      case HeldBody.Several(List<String> names) ->
          throw Problem.unclearParameter(
              "issuer", "“%s” có thể là nhiều cơ quan.".formatted(typed), names);
      case HeldBody.None(List<String> nearest) ->
          throw Problem.notFoundBut(
              "issuer", "Sổ đăng ký chưa có văn bản nào của “%s”.".formatted(typed), nearest);
    };
  }
}
