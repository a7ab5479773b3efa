package vn.vanban.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanban.http.pages.BodiesPage;
import vn.vanban.http.pages.BodyPage;
import vn.vanban.http.pages.Frame;
import vn.vanban.law.Authority;
import vn.vanban.law.BodyRecord;
import vn.vanban.law.HeldBody;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Registry;
import vn.vanban.search.Facet;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.Filters;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/** Pages of the bodies that issue documents: what they were, are and issued. */
final class BodyRoutes {
  private static final boolean FOR_GUESTS = false;
  private static final String NAME = "ten";

  private final Registry registry;
  private final SearchEngine engine;
  private final Statistics statistics;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  BodyRoutes(
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

  /** Bodies to choose from; a name that means one leads to it. */
  void list(Context ctx) {
    String typed = Parameters.of(ctx, NAME).text(NAME).orElse("");
    List<String> nearest = List.of();
    if (!typed.isEmpty()) {
      switch (records.call(() -> registry.bodyCalled(typed, FOR_GUESTS))) {
        case HeldBody.One(String name) -> {
          ctx.redirect(Links.body(name));
          return;
        }
        case HeldBody.Several(List<String> names) -> nearest = names;
        case HeldBody.None(List<String> names) -> {
          Optional<BodyRecord> listed = BodyRecord.called(typed);
          if (listed.isPresent()) {
            ctx.redirect("/co-quan/" + listed.get().id());
            return;
          }
          nearest = names;
        }
      }
    }
    Frame bare = renderer.frame(ctx, "", "");
    Frame frame = renderer.frame(ctx, bare.say("Cơ quan ban hành", "Issuing bodies"), "");
    responses.page(
        ctx,
        "bodies.jte",
        new BodiesPage(
            frame,
            typed,
            nearest.stream().map(BodyRoutes::link).toList(),
            records.call(statistics::figures).by(Field.ISSUER).stream()
                .map(held ->
                    new BodyPage.Link(
                        held.value(),
                        Links.body(held.value()),
                        frame.language().count(held.count())))
                .toList(),
            central(true),
            central(false)));
  }

  private static List<BodyPage.Link> central(boolean present) {
    return BodyRecord.listed().stream()
        .filter(body ->
            body.level() == Authority.Level.CENTRAL
                && body.existedOn(VietnamTime.today()) == present)
        .map(body -> link(body.name()))
        .toList();
  }

  private static BodyPage.Link link(String name) {
    return new BodyPage.Link(name, Links.body(name), "");
  }

  void page(Context ctx) {
    Parameters.of(ctx);
    String id = ctx.pathParam("id");
    Optional<BodyRecord> listed = BodyRecord.find(id);
    String name = listed.map(body -> body.body().name()).orElseGet(() -> held(id));
    Filters own =
        new Filters(Set.of(), Set.of(name), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    SearchResult documents =
        searches.call(() -> engine.search(SearchRequest.of("", 1).with(own).withFacets()));
    Frame frame = renderer.frame(ctx, name, "");
    responses.page(
        ctx,
        "body.jte",
        new BodyPage(
            frame,
            name,
            listed.map(body -> facts(frame, body)).orElse(List.of()),
            listed.stream().flatMap(body -> links(body.predecessors()).stream()).toList(),
            listed.stream().flatMap(body -> links(body.successors()).stream()).toList(),
            listed.map(body -> names(frame, body)).orElse(List.of()),
            frame.language().count(documents.total()),
            of(name).toString(),
            years(frame, name, documents),
            values(documents, Field.TYPE).stream()
                .map(type ->
                    new BodyPage.Link(
                        type.label(),
                        of(name)
                            .with(FilterNames.PAGES.parameter(Field.TYPE), type.value())
                            .toString(),
                        frame.language().count(type.count())))
                .toList()));
  }

  /** The name of a body that no list has, as printed on documents. */
  private String held(String id) {
    HeldBody found = records.call(() -> registry.bodyCalled(id.replace('-', ' '), FOR_GUESTS));
    if (found instanceof HeldBody.One(String name) && BodyRecord.id(name).equals(id)) {
      return name;
    }
    throw Problem.notFound("Không có cơ quan nào mang mã này trong danh mục hay trong kho.");
  }

  private static Address of(String body) {
    return new Address(ResultsView.PATH, List.of())
        .with(FilterNames.PAGES.parameter(Field.ISSUER), body);
  }

  private static List<BodyPage.Year> years(Frame frame, String name, SearchResult documents) {
    return values(documents, Field.YEAR).stream()
        .sorted(Comparator.comparing(Facet.Value::value).reversed())
        .map(year ->
            new BodyPage.Year(
                year.value(),
                frame.language().count(year.count()),
                of(name).with(FilterNames.PAGES.parameter(Field.YEAR), year.value()).toString(),
                Links.series(name, Integer.parseInt(year.value()))))
        .toList();
  }

  private static List<Facet.Value> values(SearchResult documents, Field field) {
    return documents.facets().stream()
        .filter(facet -> facet.field() == field)
        .flatMap(facet -> facet.values().stream())
        .toList();
  }

  private static List<BodyPage.Fact> facts(Frame frame, BodyRecord record) {
    Authority body = record.body();
    List<BodyPage.Fact> facts = new ArrayList<>();
    facts.add(
        new BodyPage.Fact(
            frame.say("Cấp", "Level"),
            new Wording(frame.language()).level(body.level()),
            "",
            false));
    record
        .parent()
        .ifPresent(parent ->
            facts.add(
                new BodyPage.Fact(
                    frame.say("Trực thuộc", "Belongs to"), parent, Links.body(parent), true)));
    if (!body.abbreviations().isEmpty()) {
      facts.add(
          new BodyPage.Fact(
              frame.say("Viết tắt trong ký hiệu", "Abbreviation in numbers"),
              String.join(", ", body.abbreviations()),
              "",
              true));
    }
    String time = time(frame, body);
    if (!time.isEmpty()) {
      facts.add(new BodyPage.Fact(frame.say("Mang tên này", "Under this name"), time, "", false));
    }
    return facts;
  }

  private static List<BodyPage.Link> links(List<Authority> bodies) {
    return bodies.stream().map(body -> link(body.name())).toList();
  }

  private static List<BodyPage.Name> names(Frame frame, BodyRecord record) {
    return record.names().stream()
        .map(body ->
            new BodyPage.Name(
                body.name(),
                Links.body(body.name()),
                time(frame, body),
                body.equals(record.body())))
        .toList();
  }

  private static String time(Frame frame, Authority body) {
    String from =
        body.from().map(day -> frame.say("từ ", "from ") + VietnamTime.written(day)).orElse("");
    String to =
        body.to().map(day -> frame.say("đến hết ", "until ") + VietnamTime.written(day)).orElse("");
    return (from + " " + to).strip();
  }
}
