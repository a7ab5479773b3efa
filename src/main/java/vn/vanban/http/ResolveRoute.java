package vn.vanban.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Registry;
import vn.vanban.search.CitedProvision;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Bearer;
import vn.vanban.search.SearchResult.Found;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.Understanding;

/**
 * Which documents a number, a citation or a law's name means. {@code result}: {@code found} is one
 * document; {@code ambiguous} several, all of them told; {@code alike} one whose number only looks
 * like the one asked for; {@code unknown} none.
 */
final class ResolveRoute {
  private static final int MAX_CANDIDATES = 20;
  private static final int MAX_QUERIES = 1_000;
  private static final int MAX_BYTES = 1 << 20;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;

  ResolveRoute(
      Registry registry, SearchEngine engine, Lane searches, Lane records, Responses responses) {
    this.registry = registry;
    this.engine = engine;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
  }

  void one(Context ctx) {
    String asked =
        Parameters.of(ctx, "q")
            .text("q")
            .orElseThrow(() -> Problem.badParameter("q", "Cần tham số “q”, ví dụ ?q=383/KH-UBND."));
    responses.json(ctx, resolved(asked));
  }

  void batch(Context ctx) {
    Parameters.of(ctx);
    JsonNode queries = body(ctx).path("queries");
    if (!queries.isArray() || queries.isEmpty() || queries.size() > MAX_QUERIES) {
      throw Problem.badParameter(
          "queries", "“queries” phải là danh sách từ 1 đến %,d câu hỏi.".formatted(MAX_QUERIES));
    }
    for (int i = 0; i < queries.size(); i++) {
      if (!queries.get(i).isTextual()
          || queries.get(i).asText().isBlank()
          || queries.get(i).asText().length() > Parameters.MAX_TEXT) {
        throw Problem.badParameter(
            "queries",
            "Câu hỏi thứ %d phải là chuỗi từ 1 đến %d ký tự."
                .formatted(i + 1, Parameters.MAX_TEXT));
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode results = json.putArray("results");
    queries.forEach(query -> results.add(resolved(query.asText().strip())));
    responses.body(ctx, json);
  }

  private JsonNode body(Context ctx) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw Problem.tooLarge("Nội dung vượt giới hạn %,d byte.".formatted(MAX_BYTES));
      }
      return mapper.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("Nội dung không phải JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Problem.badRequest("Không nhận được trọn nội dung.");
    }
  }

  private ObjectNode resolved(String asked) {
    Understanding understanding = Understanding.of(asked);
    boolean reference =
        understanding.number().isPresent()
            || understanding.citation().isPresent()
            || understanding.name().isPresent();
    SearchResult result =
        reference
            ? searches.call(() -> engine.search(SearchRequest.of(asked, MAX_CANDIDATES)))
            : SearchResult.NONE;
    Map<String, Bearer> bearers =
        result.numbers().stream()
            .collect(Collectors.toMap(Bearer::documentId, Function.identity(), (a, b) -> a));
    boolean exact = result.numbers().stream().anyMatch(Bearer::exact);
    List<Hit> hits =
        result.hits().stream()
            .filter(hit -> hit.found() != Found.WORDS)
            .filter(hit -> !exact || isExact(bearers, hit))
            .toList();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("query", asked);
    json.put("result", result(hits, exact, !bearers.isEmpty()));
    ArrayNode readings = json.putArray("readings");
    DocumentNumber.readings(asked).forEach(reading -> readings.add(reading.canonical()));
    Optional<String> path =
        understanding.citation().map(CitedProvision::path).map(Object::toString);
    json.put("provision", path.orElse(null));
    json.put("lawName", understanding.name().isPresent());
    ArrayNode documents = json.putArray("documents");
    Map<String, EffectTimeline> effects =
        hits.isEmpty()
            ? Map.of()
            : records.call(() -> registry.effects(hits.stream().map(Hit::documentId).toList()));
    LocalDate today = VietnamTime.today();
    for (Hit hit : hits) {
      documents.add(document(hit, path, Optional.ofNullable(effects.get(hit.documentId())), today));
    }
    return json;
  }

  private static boolean isExact(Map<String, Bearer> bearers, Hit hit) {
    Bearer bearer = bearers.get(hit.documentId());
    return bearer != null && bearer.exact();
  }

  private static String result(List<Hit> hits, boolean exact, boolean byNumber) {
    return switch (hits.size()) {
      case 0 -> "unknown";
      case 1 -> byNumber && !exact ? "alike" : "found";
      default -> "ambiguous";
    };
  }

  private static ObjectNode document(
      Hit hit, Optional<String> path, Optional<EffectTimeline> effect, LocalDate today) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String id = hit.documentId();
    String title =
        (hit.type().orElse("") + " " + hit.subject().map(SearchResult.Highlighted::text).orElse(""))
            .strip();
    json.put("id", id);
    json.put("number", hit.number().orElse(null));
    json.put("title", title.isEmpty() ? null : title);
    json.put("issuer", hit.issuer().orElse(null));
    json.put("issued", hit.issued().map(LocalDate::toString).orElse(null));
    json.put("status", effect.map(e -> EffectJson.name(e.statusOn(today).status())).orElse(null));
    json.put("url", Links.page(id));
    json.put(
        "provisionUrl",
        path.filter(p -> hit.found() == Found.CITATION)
            .map(p -> Links.provision(id, p))
            .orElse(null));
    return json;
  }
}
