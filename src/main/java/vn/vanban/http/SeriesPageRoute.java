package vn.vanban.http;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.SeriesPage;
import vn.vanban.law.HeldBody;
import vn.vanban.law.SeriesReport;
import vn.vanban.registry.Registry;
import vn.vanban.search.Facet;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.Filters;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;

/** The page of the number series of a body in a year, of what guests may see. */
final class SeriesPageRoute {
  private static final boolean FOR_GUESTS = false;
  private static final String BODY = "co-quan";
  private static final String YEAR = "nam";
  private static final String FROM = "tu";
  private static final String PATH = "/day-so";
  private static final int MOST = 999_999_999;

  private final Registry registry;
  private final SearchEngine engine;
  private final Statistics statistics;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  SeriesPageRoute(
      Registry registry,
      SearchEngine engine,
      Statistics statistics,
      Lane searches,
      Lane records,
      Responses responses,
      PageRenderer renderer) {
    this.registry = registry;
    this.engine = engine;
    this.statistics = statistics;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
    this.renderer = renderer;
  }

  void page(Context ctx) {
    Parameters parameters = Parameters.of(ctx, BODY, YEAR, FROM);
    String typed = parameters.text(BODY).orElse("");
    Set<Integer> years = parameters.years(YEAR);
    if (years.size() > 1) {
      throw Problem.badParameter(YEAR, "Tham số “nam” chỉ được nêu một lần.");
    }
    int from = parameters.whole(FROM, 1, 1, MOST);
    String year = years.stream().map(String::valueOf).findFirst().orElse("");
    Frame bare = renderer.frame(ctx, "", "");
    String title = bare.say("Dãy số văn bản", "Number series");
    Frame frame =
        renderer.frame(
            ctx, typed.isEmpty() ? title : "%s %s – %s".formatted(typed, year, title), "");
    responses.page(ctx, "series.jte", asked(ctx, frame, typed, year, from));
  }

  private SeriesPage asked(Context ctx, Frame frame, String typed, String year, int from) {
    if (typed.isEmpty()) {
      return unanswered(frame, typed, year, "", List.of());
    }
    return switch (records.call(() -> registry.bodyCalled(typed, FOR_GUESTS))) {
      case HeldBody.One(String name) ->
          year.isEmpty() ? years(frame, name) : series(frame, name, year, from);
      case HeldBody.Several(List<String> names) ->
          unanswered(
              frame,
              typed,
              year,
              frame.say("Có thể là một trong các cơ quan sau:", "One of these may be meant:"),
              names);
      case HeldBody.None(List<String> nearest) -> {
        ctx.status(404);
        yield unanswered(
            frame,
            typed,
            year,
            nearest.isEmpty()
                ? frame.say(
                    "Kho chưa có văn bản nào của cơ quan này.", "Nothing of this body is here.")
                : frame.say(
                    "Kho chưa có văn bản nào của cơ quan này. Gần nhất:",
                    "Nothing of this body is here. The nearest:"),
            nearest);
      }
    };
  }

  private SeriesPage unanswered(
      Frame frame, String typed, String year, String message, List<String> choices) {
    return new SeriesPage(
        frame,
        typed,
        "",
        year,
        message,
        bodies(),
        choices.stream()
            .map(name -> new SeriesPage.Link(name, address(name, year).toString()))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  private SeriesPage years(Frame frame, String name) {
    Filters own =
        new Filters(Set.of(), Set.of(name), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    List<SeriesPage.Link> years =
        searches
            .call(() -> engine.search(SearchRequest.of("", 1).with(own).withFacets()))
            .facets()
            .stream()
            .filter(facet -> facet.field() == Field.YEAR)
            .flatMap(facet -> facet.values().stream())
            .map(Facet.Value::value)
            .sorted(Comparator.reverseOrder())
            .map(year -> new SeriesPage.Link(year, address(name, year).toString()))
            .toList();
    return new SeriesPage(
        frame,
        name,
        Links.body(name),
        "",
        frame.say("Chọn năm:", "Choose a year:"),
        bodies(),
        List.of(),
        years,
        List.of(),
        List.of(),
        "");
  }

  private SeriesPage series(Frame frame, String name, String year, int from) {
    int asked = Integer.parseInt(year);
    SeriesReport report =
        SeriesReport.of(asked, records.call(() -> registry.numbersOf(name, asked, FOR_GUESTS)));
    SeriesView view = new SeriesView(frame, from);
    String nothing =
        report.series().isEmpty() && report.unplaced().isEmpty()
            ? frame.say(
                "Năm này kho chưa có văn bản có số nào của cơ quan.",
                "No numbered document of this body and year is here.")
            : "";
    return new SeriesPage(
        frame,
        name,
        Links.body(name),
        year,
        nothing,
        bodies(),
        List.of(),
        List.of(),
        view.series(report),
        from == 1 ? view.unplaced(report) : List.of(),
        view.hasMore(report)
            ? address(name, year).with(FROM, Integer.toString(from + SeriesView.NUMBERS)).toString()
            : "");
  }

  private static Address address(String body, String year) {
    Address of = new Address(PATH, List.of()).with(BODY, body);
    return year.isEmpty() ? of : of.with(YEAR, year);
  }

  /** Those with the most documents. */
  private List<String> bodies() {
    return records.call(statistics::figures).by(Field.ISSUER).stream()
        .map(Facet.Value::value)
        .toList();
  }
}
