package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.vanban.http.pages.Chart;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.Language;
import vn.vanban.http.pages.StatisticsPage;
import vn.vanban.search.Facet;
import vn.vanban.search.Facet.Field;

/** The page of statistics. */
final class StatisticsRoute {
  /** Bars of names; the table has all. */
  private static final int BARS = 12;

  /** Columns that can be told apart on a telephone. */
  private static final int YEARS = 60;

  private final Statistics statistics;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  StatisticsRoute(Statistics statistics, Lane records, Responses responses, PageRenderer renderer) {
    this.statistics = statistics;
    this.records = records;
    this.responses = responses;
    this.renderer = renderer;
  }

  void page(Context ctx) {
    Parameters.of(ctx);
    Statistics.Figures figures = records.call(statistics::figures);
    Frame bare = renderer.frame(ctx, "", "");
    Frame frame = renderer.frame(ctx, bare.say("Thống kê", "Statistics"), "");
    responses.page(
        ctx,
        "statistics.jte",
        new StatisticsPage(
            frame,
            frame.language().count(figures.documents()),
            frame.language().count(figures.doubtful()),
            new Wording(frame.language()).date(figures.day()),
            charts(frame, figures),
            figures.coverage().stream().map(field -> coverage(frame, field)).toList(),
            figures.missing().stream()
                .map(missing ->
                    new StatisticsPage.Missing(
                        missing.label(),
                        "/tim-kiem?q=" + Responses.encoded(missing.label()),
                        frame.language().count(missing.documents())))
                .toList()));
  }

  /** The same figures for programs. */
  void api(Context ctx) {
    Parameters.of(ctx);
    Statistics.Figures figures = records.call(statistics::figures);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("day", figures.day().toString());
    json.put("documents", figures.documents());
    json.put("doubtful", figures.doubtful());
    json.set("facets", SearchJson.facets(figures.facets()));
    ArrayNode coverage = json.putArray("coverage");
    figures
        .coverage()
        .forEach(field ->
            coverage
                .addObject()
                .put("field", field.field())
                .put("known", field.known())
                .put("of", field.of()));
    ArrayNode missing = json.putArray("missing");
    figures
        .missing()
        .forEach(one ->
            missing
                .addObject()
                .put("label", one.label())
                .put("documents", one.documents())
                .put("times", one.times()));
    responses.json(ctx, json);
  }

  private static List<Chart> charts(Frame frame, Statistics.Figures figures) {
    List<Chart> charts = new ArrayList<>();
    Plot plot = new Plot(frame.language());
    List<Plot.Figure> years = inOrder(figures(frame, Field.YEAR, figures.by(Field.YEAR)));
    if (!years.isEmpty()) {
      charts.add(
          plot.columns(
              new Plot.Caption(
                  "theo-nam",
                  frame.say("Văn bản theo năm ban hành", "Documents by year of issue"),
                  years(frame, years),
                  "",
                  frame.say("Năm", "Year")),
              withoutGaps(years),
              years.reversed()));
    }
    named(
        charts,
        plot,
        new Plot.Caption(
            "theo-loai",
            frame.say("Văn bản theo loại", "Documents by type"),
            frame.say("Loại có nhiều văn bản nhất", "The type with the most documents"),
            Language.VIETNAMESE.code(),
            frame.say("Loại văn bản", "Type")),
        figures(frame, Field.TYPE, figures.by(Field.TYPE)));
    named(
        charts,
        plot,
        new Plot.Caption(
            "theo-co-quan",
            frame.say("Văn bản theo cơ quan ban hành", "Documents by issuing body"),
            frame.say("Cơ quan có nhiều văn bản nhất", "The body with the most documents"),
            Language.VIETNAMESE.code(),
            frame.say("Cơ quan", "Body")),
        figures(frame, Field.ISSUER, figures.by(Field.ISSUER)));
    named(
        charts,
        plot,
        new Plot.Caption(
            "theo-hieu-luc",
            frame.say("Văn bản theo hiệu lực hôm nay", "Documents by legal effect today"),
            frame.say("Nhiều nhất", "Most"),
            frame.language().code(),
            frame.say("Hiệu lực", "Effect")),
        figures(frame, Field.STATUS, figures.by(Field.STATUS)));
    return charts;
  }

  private static void named(
      List<Chart> charts, Plot plot, Plot.Caption caption, List<Plot.Figure> all) {
    if (!all.isEmpty()) {
      charts.add(plot.rows(caption, all.subList(0, Math.min(BARS, all.size())), all));
    }
  }

  private static String years(Frame frame, List<Plot.Figure> years) {
    Plot.Figure most =
        years.stream().max(Comparator.comparingLong(Plot.Figure::count)).orElseThrow();
    int first = first(years);
    long earlier =
        years.stream()
            .filter(figure -> Integer.parseInt(figure.name()) < first)
            .mapToLong(Plot.Figure::count)
            .sum();
    return frame
            .say("Từ năm %s đến năm %s; nhiều nhất năm %s (%d).", "From %s to %s; most in %s (%d).")
            .formatted(years.getFirst().name(), years.getLast().name(), most.name(), most.count())
        + (earlier == 0
            ? ""
            : frame
                .say(" Hình không vẽ %d văn bản trước năm %d.", " %d before %d are not drawn.")
                .formatted(earlier, first));
  }

  /** The first year that is drawn. */
  private static int first(List<Plot.Figure> years) {
    int last = Integer.parseInt(years.getLast().name());
    return Math.max(Integer.parseInt(years.getFirst().name()), last - YEARS + 1);
  }

  private static List<Plot.Figure> figures(Frame frame, Field field, List<Facet.Value> values) {
    Wording wording = new Wording(frame.language());
    return values.stream()
        .map(value -> {
          String written = FilterNames.PAGES.written(field, value.value());
          return new Plot.Figure(
              FilterNames.PAGES.label(field, written, wording),
              value.count(),
              new Address(ResultsView.PATH, List.of())
                  .with(FilterNames.PAGES.parameter(field), written)
                  .toString());
        })
        .toList();
  }

  private static List<Plot.Figure> inOrder(List<Plot.Figure> years) {
    return years.stream().sorted(Comparator.comparing(Plot.Figure::name)).toList();
  }

  /** The last years, those without documents too. */
  private static List<Plot.Figure> withoutGaps(List<Plot.Figure> years) {
    Map<Integer, Plot.Figure> byYear = new TreeMap<>();
    years.forEach(figure -> byYear.put(Integer.valueOf(figure.name()), figure));
    int last = Integer.parseInt(years.getLast().name());
    List<Plot.Figure> all = new ArrayList<>();
    for (int year = first(years); year <= last; year++) {
      String name = Integer.toString(year);
      all.add(byYear.getOrDefault(year, new Plot.Figure(name, 0, "")));
    }
    return all;
  }

  private static StatisticsPage.Coverage coverage(Frame frame, Statistics.Coverage field) {
    double share = field.of() == 0 ? 0 : 100.0 * field.known() / field.of();
    return new StatisticsPage.Coverage(
        switch (field.field()) {
          case "number" -> frame.say("Số, ký hiệu", "Number");
          case "type" -> frame.say("Loại văn bản", "Type");
          case "issuer" -> frame.say("Cơ quan ban hành", "Issuing body");
          case "issued" -> frame.say("Năm ban hành", "Year of issue");
          default -> frame.say("Hiệu lực hôm nay", "Effect today");
        },
        frame.language().count(field.known()),
        String.format(Locale.of(frame.language().code()), "%.1f %%", share));
  }
}
