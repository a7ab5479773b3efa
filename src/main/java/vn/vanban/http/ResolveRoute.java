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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Registry;
import vn.vanban.search.CitedProvision;
import vn.vanban.search.IdentityWords;
import vn.vanban.search.NumberQuestion;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Bearer;
import vn.vanban.search.SearchResult.Found;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.Understanding;

/**
 * Which documents a number, a citation or a law's name means. {@code result}: {@code found} is one
 * document, or one ({@code document}) that the others only carry or report; {@code ambiguous}
 * several, all of them told; {@code alike} one whose number only looks like the one asked for;
 * {@code unknown} none.
 */
final class ResolveRoute {
  private static final int MAX_CANDIDATES = 20;
  private static final int MAX_QUERIES = 1_000;
  private static final int MAX_BYTES = 1 << 20;

  /** One of a batch costs less than a request of its own. */
  private static final int QUERIES_A_TOKEN = 5;

  /** Who asks has neither a body nor a day. */
  private static final LegalDocument NOBODY =
      LegalDocument.of(
          DocumentKind.OTHER,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  private final ObjectMapper mapper = new ObjectMapper();
  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final Strangers strangers;

  ResolveRoute(
      Registry registry,
      SearchEngine engine,
      Lane searches,
      Lane records,
      Responses responses,
      Strangers strangers) {
    this.registry = registry;
    this.engine = engine;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
    this.strangers = strangers;
  }

  void one(Context ctx) {
    String asked =
        Parameters.of(ctx, "q")
            .query("q")
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
      Parameters.refuseTooComplex("queries[%d]".formatted(i), queries.get(i).asText());
    }
    strangers.charge(ctx, queries.size() / QUERIES_A_TOKEN);
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
    List<Hit> asIndexed =
        result.hits().stream()
            .filter(hit -> hit.found() != Found.WORDS)
            .filter(hit -> !exact || isExact(bearers, hit))
            .toList();
    // The index may be behind where a document has just become withheld.
    Set<String> shown =
        asIndexed.isEmpty()
            ? Set.of()
            : records.call(
                () -> registry.publicAmong(asIndexed.stream().map(Hit::documentId).toList()));
    List<Hit> hits = asIndexed.stream().filter(hit -> shown.contains(hit.documentId())).toList();
    Optional<String> act = act(hits, understanding);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("query", asked);
    json.put("result", result(hits, act, exact, !bearers.isEmpty()));
    json.put("document", act.orElse(null));
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

  private static String result(
      List<Hit> hits, Optional<String> act, boolean exact, boolean byNumber) {
    if (hits.isEmpty()) {
      return "unknown";
    }
    if (act.isEmpty()) {
      return "ambiguous";
    }
    return byNumber && !exact ? "alike" : "found";
  }

  /**
   * Of several documents that bear one number the one that is meant: that of the body, type and
   * year that are named with it, and the act itself before what only carries or reports it.
   */
  private Optional<String> act(List<Hit> hits, Understanding asked) {
    List<DocumentNumber> numbers =
        hits.stream().flatMap(hit -> hit.number().stream()).map(DocumentNumber::new).toList();
    if (hits.size() < 2
        || numbers.size() < hits.size()
        || numbers.stream().map(DocumentNumber::key).distinct().count() > 1) {
      return hits.size() == 1 ? Optional.of(hits.getFirst().documentId()) : Optional.empty();
    }
    List<String> ids = hits.stream().map(Hit::documentId).toList();
    List<TargetChoice.Candidate> all =
        records.call(() -> registry.documents(ids)).values().stream()
            .map(held -> new TargetChoice.Candidate(held.id(), held.document()))
            .toList();
    List<String> words =
        asked
            .citation()
            .flatMap(CitedProvision::number)
            .or(asked::number)
            .map(NumberQuestion::words)
            .orElse(List.of());
    List<TargetChoice.Candidate> named =
        all.stream().filter(c -> IdentityWords.of(c.document()).containsAll(words)).toList();
    Citation.Target target = new Citation.ByNumber(numbers.getFirst());
    return switch (TargetChoice.choose(NOBODY, target, named.isEmpty() ? all : named)) {
      case TargetChoice.Resolved(TargetChoice.Candidate one) -> Optional.of(one.id());
      case TargetChoice.Ambiguous(List<TargetChoice.Candidate> left) when left.size() == 1 ->
          Optional.of(left.getFirst().id());
      default -> Optional.empty();
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
