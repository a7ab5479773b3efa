package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.vanban.search.Facet;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Highlighted;
import vn.vanban.search.Suggestion;

/** The JSON form of what a search found. */
public final class SearchJson {
  /** How long it took: what alone may differ between two answers that are the same. */
  static final String TOOK = "tookMillis";

  private SearchJson() {}

  /**
   * What was found, with the passages that match. {@code score} is null where hits are not ranked
   * by words, {@code next} at the end, {@code spelling} where nothing else may be meant; {@code
   * facets} is empty unless they were asked for, {@code numbers} where the query is no number.
   *
   * @param query as asked
   * @param result what was found
   */
  public static ObjectNode of(String query, SearchResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("query", query);
    counts(json, result);
    json.put("next", result.next().orElse(null));
    result
        .spelling()
        .ifPresentOrElse(
            spelling ->
                json.putObject("spelling")
                    .put("text", spelling.text())
                    .put("used", spelling.used()),
            () -> json.putNull("spelling"));
    ArrayNode numbers = json.putArray("numbers");
    for (SearchResult.Bearer bearer : result.numbers()) {
      numbers
          .addObject()
          .put("id", bearer.documentId())
          .put("number", bearer.number())
          .put("issuer", bearer.issuer().orElse(null))
          .put("issued", bearer.issued().map(LocalDate::toString).orElse(null))
          .put("exact", bearer.exact());
    }
    json.set("facets", facets(result.facets()));
    hits(json, result);
    return json;
  }

  /** How documents are spread over the values of fields. */
  static ArrayNode facets(List<Facet> all) {
    ArrayNode facets = JsonNodeFactory.instance.arrayNode();
    for (Facet facet : all) {
      ObjectNode one = facets.addObject().put("field", FilterNames.API.parameter(facet.field()));
      ArrayNode values = one.putArray("values");
      for (Facet.Value value : facet.values()) {
        values
            .addObject()
            .put("value", FilterNames.API.written(facet.field(), value.value()))
            .put("label", value.label())
            .put("count", value.count());
      }
    }
    return facets;
  }

  /**
   * Documents that have to do with one.
   *
   * @param id the document's id
   * @param result what was found
   */
  static ObjectNode related(String id, SearchResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id);
    counts(json, result);
    hits(json, result);
    return json;
  }

  /** What may be about to be typed. */
  static ObjectNode suggestions(String typed, List<Suggestion> suggestions) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("query", typed);
    ArrayNode all = json.putArray("suggestions");
    for (Suggestion suggestion : suggestions) {
      all.addObject()
          .put("text", suggestion.text())
          .put("kind", suggestion.kind().name().toLowerCase(Locale.ROOT));
    }
    return json;
  }

  private static void counts(ObjectNode json, SearchResult result) {
    json.put("total", result.total());
    json.put("totalIsLowerBound", result.totalIsLowerBound());
    json.put(TOOK, Math.round(result.took().toNanos() / 1e3) / 1e3);
  }

  private static void hits(ObjectNode json, SearchResult result) {
    ArrayNode hits = json.putArray("hits");
    result.hits().forEach(hit -> hits.add(hit(hit)));
  }

  private static ObjectNode hit(SearchResult.Hit hit) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", hit.documentId());
    if (Float.isNaN(hit.score())) {
      json.putNull("score");
    } else {
      json.put("score", hit.score());
    }
    json.put("found", hit.found().name().toLowerCase(Locale.ROOT));
    json.put("kind", hit.kind().jsonName());
    json.put("number", hit.number().orElse(null));
    json.put("type", hit.type().orElse(null));
    json.put("issuer", hit.issuer().orElse(null));
    json.put("issued", hit.issued().map(LocalDate::toString).orElse(null));
    json.put("subject", hit.subject().map(Highlighted::text).orElse(null));
    String title =
        (hit.type().orElse("") + " " + hit.subject().map(Highlighted::text).orElse("")).strip();
    json.put("title", title.isEmpty() ? null : title);
    json.put("url", Links.page(hit.documentId()));
    json.put("file", hit.source().isEmpty() ? null : SourceName.of(hit.source()));
    hit.reasons().forEach(json.putArray("reasons")::add);
    ArrayNode passages = json.putArray("passages");
    for (SearchResult.PassageHit passage : hit.passages()) {
      ObjectNode one = passages.addObject();
      one.put("path", passage.path());
      one.put("label", passage.label());
      one.put("copy", passage.copy());
      one.put("start", passage.span().start());
      one.put("end", passage.span().end());
      one.put("snippet", passage.snippet().text());
      ArrayNode matches = one.putArray("matches");
      passage
          .snippet()
          .matches()
          .forEach(match -> matches.addArray().add(match.start()).add(match.end()));
    }
    return json;
  }
}
