package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Highlighted;

/** The JSON form of what a search found. */
public final class SearchJson {
  private SearchJson() {}

  /**
   * What was found, with the passages that match. {@code score} is null where nothing was asked,
   * and the hits are in the order of their dates.
   *
   * @param query as asked
   * @param result what was found
   * @param files the name of the file of each document
   */
  public static ObjectNode of(String query, SearchResult result, Map<String, String> files) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("query", query);
    json.put("total", result.total());
    json.put("totalIsLowerBound", result.totalIsLowerBound());
    json.put("tookMillis", Math.round(result.took().toNanos() / 1e3) / 1e3);
    ArrayNode hits = json.putArray("hits");
    result.hits().forEach(hit -> hits.add(hit(hit, files)));
    return json;
  }

  private static ObjectNode hit(SearchResult.Hit hit, Map<String, String> files) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", hit.documentId());
    if (Float.isNaN(hit.score())) {
      json.putNull("score");
    } else {
      json.put("score", hit.score());
    }
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
    json.put("file", files.get(hit.documentId()));
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
