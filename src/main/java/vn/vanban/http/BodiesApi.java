package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.Authorities;
import vn.vanban.law.Authority;
import vn.vanban.law.BodyRecord;
import vn.vanban.law.HeldBody;
import vn.vanban.registry.Registry;
import vn.vanban.search.Facet;
import vn.vanban.search.Filters;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/**
 * Bodies that issue documents, from the authority list and from what guests may see. A body's id is
 * its name without marks, with dashes: {@code uy-ban-nhan-dan-tinh-gia-lai}.
 */
final class BodiesApi {
  private static final boolean FOR_GUESTS = false;

  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;

  BodiesApi(
      Registry registry, SearchEngine engine, Lane searches, Lane records, Responses responses) {
    this.registry = registry;
    this.engine = engine;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
  }

  /** The hundred bodies with the most documents, or those that a typed name may mean. */
  void list(Context ctx) {
    Optional<String> typed = Parameters.of(ctx, "q").text("q");
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode bodies = json.putArray("bodies");
    if (typed.isPresent()) {
      HeldBody found = records.call(() -> registry.bodyCalled(typed.get(), FOR_GUESTS));
      List<String> names =
          switch (found) {
            case HeldBody.One(String name) -> List.of(name);
            case HeldBody.Several(List<String> several) -> several;
            case HeldBody.None(List<String> nearest) -> nearest;
          };
      json.put("held", !(found instanceof HeldBody.None));
      names.forEach(name -> bodies.add(body(name).put("documents", of(name).total())));
    } else {
      json.put("held", true);
      SearchResult all = searches.call(() -> engine.search(SearchRequest.of("", 1).withFacets()));
      values(all, Facet.Field.ISSUER)
          .forEach(held -> bodies.add(body(held.value()).put("documents", held.count())));
    }
    responses.json(ctx, json);
  }

  /** What is known of a body, and how its documents are spread. */
  void one(Context ctx) {
    Parameters.of(ctx);
    String name = name(ctx.pathParam("id"));
    SearchResult documents = of(name);
    ObjectNode json = body(name);
    Optional<Authority> listed = Authorities.named(name);
    ArrayNode abbreviations = json.putArray("abbreviations");
    listed.ifPresent(body -> body.abbreviations().forEach(abbreviations::add));
    json.put("from", listed.flatMap(Authority::from).map(LocalDate::toString).orElse(null));
    json.put("to", listed.flatMap(Authority::to).map(LocalDate::toString).orElse(null));
    ArrayNode successors = json.putArray("successors");
    listed.ifPresent(body -> body.successors().forEach(next -> successors.add(body(next))));
    json.put("documents", documents.total());
    counts(json.putArray("years"), values(documents, Facet.Field.YEAR));
    counts(json.putArray("types"), values(documents, Facet.Field.TYPE));
    responses.json(ctx, json);
  }

  private String name(String id) {
    String typed = id.replace('-', ' ');
    if (records.call(() -> registry.bodyCalled(typed, FOR_GUESTS))
            instanceof HeldBody.One(String name)
        && BodyRecord.id(name).equals(id)) {
      return name;
    }
    return Authorities.named(typed)
        .map(Authority::name)
        .filter(name -> BodyRecord.id(name).equals(id))
        .orElseThrow(() ->
            Problem.notFound("Không có cơ quan nào mang mã này trong danh mục hay trong kho."));
  }

  private SearchResult of(String name) {
    Filters own =
        new Filters(Set.of(), Set.of(name), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    return searches.call(() -> engine.search(SearchRequest.of("", 1).with(own).withFacets()));
  }

  private static ObjectNode body(String name) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", BodyRecord.id(name));
    json.put("name", name);
    json.put(
        "level",
        Authorities.named(name)
            .map(body -> body.level().name().toLowerCase(Locale.ROOT))
            .orElse(null));
    json.putObject("links")
        .put("self", "/api/v1/bodies/" + Responses.encoded(BodyRecord.id(name)))
        .put("documents", "/api/v1/search?issuer=" + Responses.encoded(name));
    return json;
  }

  private static List<Facet.Value> values(SearchResult found, Facet.Field field) {
    return found.facets().stream()
        .filter(facet -> facet.field() == field)
        .flatMap(facet -> facet.values().stream())
        .toList();
  }

  private static void counts(ArrayNode json, List<Facet.Value> values) {
    values.forEach(
        value -> json.addObject().put("value", value.value()).put("documents", value.count()));
  }
}
