package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanban.http.pages.Head;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.Span;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/** Single documents, for programs and for people. */
final class DocumentRoutes {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PASSAGE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

  private static final int MAX_ALIKE = 50;

  /** Documents that change or guide one; a page that lists more helps nobody. */
  private static final int MAX_TIES = 100;

  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  DocumentRoutes(
      Registry registry,
      SearchEngine engine,
      Lane searches,
      Lane records,
      Responses responses,
      PageRenderer renderer) {
    this.registry = registry;
    this.engine = engine;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
    this.renderer = renderer;
  }

  void byNumber(Context ctx) {
    String asked =
        Parameters.of(ctx, "number")
            .query("number")
            .orElseThrow(() ->
                Problem.badParameter("number", "Cần tham số “number”, ví dụ ?number=383/KH-UBND."));
    List<RegisteredDocument> found = numbered(asked);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", asked);
    json.put("total", found.size());
    ArrayNode documents = json.putArray("documents");
    Map<String, EffectTimeline> effects =
        records.call(() ->
            registry.publicView().effects(found.stream().map(RegisteredDocument::id).toList()));
    LocalDate day = VietnamTime.today();
    found.forEach(document ->
        documents.add(
            DocumentJson.of(document, Optional.ofNullable(effects.get(document.id())), day)));
    responses.json(ctx, json);
  }

  /** Leads from a number to its document, or to the choice between several. */
  void pageByNumber(Context ctx) {
    String asked =
        Parameters.of(ctx, "so")
            .query("so")
            .orElseThrow(
                () -> Problem.badParameter("so", "Cần tham số “so”, ví dụ ?so=383/KH-UBND."));
    List<RegisteredDocument> found = numbered(asked);
    ctx.redirect(
        found.size() == 1
            ? Links.page(found.getFirst().id())
            : "/tim-kiem?q=" + Responses.encoded(asked));
  }

  void api(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at", "asOf");
    RegisteredDocument document =
        parameters.time("at").map(time -> documentAt(ctx, time)).orElseGet(() -> document(ctx));
    LocalDate day = parameters.day("asOf").orElseGet(VietnamTime::today);
    String id = document.id();
    responses.json(
        ctx, records.call(() -> DocumentJson.of(document, effect(id), kinship(id), day)));
  }

  void history(Context ctx) {
    Parameters.of(ctx);
    String id = document(ctx).id();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id);
    json.set("revisions", HistoryJson.of(records.call(() -> registry.history(id))));
    responses.json(ctx, json);
  }

  void text(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "copy");
    RegisteredDocument.Copy copy = copy(document(ctx), parameters);
    responses.bytes(ctx, "text/plain; charset=utf-8", copy.text().getBytes(StandardCharsets.UTF_8));
  }

  void original(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "copy");
    RegisteredDocument.Copy copy = copy(document(ctx), parameters);
    if (!Access.seesWithheld(ctx) && records.call(() -> registry.enclosesWithheld(copy.sha256()))) {
      throw Problem.notFound(
          "Bản gốc này còn chứa văn bản không mở cho khách, nên không tải về được.");
    }
    if (responses.unchanged(ctx, "\"" + copy.sha256() + "\"")) {
      return;
    }
    InputStream original =
        records
            .call(() -> registry.original(copy.sha256()))
            .orElseThrow(() -> new IllegalStateException("original is missing: " + copy.sha256()));
    ByteRange.asked(ctx, copy)
        .ifPresentOrElse(
            range -> OriginalFile.of(copy, original).send(ctx, range),
            () -> OriginalFile.of(copy, original).send(ctx));
  }

  void page(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "phan", "muc", "doan", "ban");
    RegisteredDocument document = document(ctx);
    int copy = parameters.whole("ban", 1, 1, document.copies().size()) - 1;
    Wording wording = new Wording(LanguageRoute.of(ctx));
    DocumentView view = new DocumentView(wording, document, copy);
    Optional<Span> passage = parameters.text("doan").map(text -> passage(text, view.length()));
    Optional<String> provision = parameters.text("muc");
    int part =
        passage
            .map(span -> view.partOfPlace(span.start()))
            .or(() -> provision.flatMap(view::partOfProvision))
            .orElseGet(() -> parameters.whole("phan", 1, 1, view.partCount()));
    DocumentRecord known = record(document);
    Head data = LegislationJson.head(PublicAddress.of(ctx), document, known.effect());
    responses.page(
        ctx,
        "document.jte",
        view.page(
            renderer.frame(ctx, DocumentView.name(document), "").with(data),
            part,
            passage,
            provision,
            known,
            PublicAddress.of(ctx).value(),
            renderer.readingScript()));
  }

  private Optional<EffectTimeline> effect(String id) {
    return Optional.ofNullable(registry.publicView().effects(List.of(id)).get(id));
  }

  private DocumentRecord record(RegisteredDocument document) {
    String id = document.id();
    return records.call(() ->
        new DocumentRecord(
            effect(id), registry.history(id), kinship(id), registry.ties(document, MAX_TIES)));
  }

  private Kinship kinship(String id) {
    return registry.kinship(id).forGuests();
  }

  /** Documents with this number, or else those whose number looks like it without its marks. */
  private List<RegisteredDocument> numbered(String asked) {
    Optional<DocumentNumber> number = DocumentNumber.parse(asked);
    List<RegisteredDocument> exact =
        number.isEmpty()
            ? List.of()
            : records.call(() -> registry.documentsByNumber(number.get().key())).stream()
                .filter(RegisteredDocument::isPublic)
                .toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    String folded = DocumentNumber.foldedKey(asked);
    List<String> alike =
        searches.call(() -> engine.search(SearchRequest.of(asked, MAX_ALIKE))).hits().stream()
            .filter(hit ->
                hit.number()
                    .filter(has -> DocumentNumber.foldedKey(has).equals(folded))
                    .isPresent())
            .map(SearchResult.Hit::documentId)
            .toList();
    Map<String, RegisteredDocument> documents = records.call(() -> registry.documents(alike));
    return alike.stream()
        .flatMap(id -> Stream.ofNullable(documents.get(id)))
        .filter(RegisteredDocument::isPublic)
        .toList();
  }

  private RegisteredDocument document(Context ctx) {
    if (!Access.seesWithheld(ctx)) {
      return guestsView(registry, records, ctx.pathParam("id"));
    }
    RegisteredDocument document = held(registry, records, ctx.pathParam("id"));
    if (!document.isPublic()) {
      ctx.header("Cache-Control", "no-store");
    }
    return document;
  }

  /** What guests may see: a document that is withheld from them is as one that is not there. */
  static RegisteredDocument guestsView(Registry registry, Lane records, String id) {
    RegisteredDocument found;
    try {
      found = held(registry, records, id);
    } catch (MovedException moved) {
      guestsView(registry, records, moved.to());
      throw moved;
    }
    if (!found.isPublic()) {
      throw Problem.noSuchDocument();
    }
    return found;
  }

  /**
   * A document, whoever may see it.
   *
   * @throws MovedException if another document answers in its place
   * @throws Problem 410 if it was removed or erased, 404 if it never was there
   */
  static RegisteredDocument held(Registry registry, Lane records, String id) {
    Optional<RegisteredDocument> found = records.call(() -> registry.document(id));
    if (found.isPresent()) {
      return found.get();
    }
    records
        .call(() -> registry.mergedInto(id))
        .ifPresent(kept -> {
          throw new MovedException(id, kept);
        });
    throw records
        .call(() -> registry.tombstone(id))
        .map(Problem::gone)
        .orElseGet(Problem::noSuchDocument);
  }

  /** A past state, of a document that guests may see today and might have seen then. */
  private RegisteredDocument documentAt(Context ctx, Instant time) {
    String id = ctx.pathParam("id");
    Optional<String> kept = records.call(() -> registry.mergedInto(id));
    // Both were for guests when they were merged, or neither was.
    guestsView(registry, records, kept.orElse(id));
    Optional<RegisteredDocument> then =
        records.call(() -> registry.documentAt(id, time)).filter(RegisteredDocument::isPublic);
    if (then.isEmpty()) {
      records
          .call(() -> registry.mergedInto(id, time))
          .ifPresent(answering -> {
            throw new MovedException(id, answering);
          });
    }
    return then.orElseThrow(
        () -> Problem.notFound("Vào thời điểm ấy chưa có văn bản này trong kho."));
  }

  private static RegisteredDocument.Copy copy(RegisteredDocument document, Parameters parameters) {
    Optional<String> wanted = parameters.text("copy");
    if (wanted.isEmpty()) {
      return document.primary();
    }
    String sha256 = wanted.get();
    if (!SHA_256.matcher(sha256).matches()) {
      throw Problem.badParameter(
          "copy", "Tham số “copy” phải là mã SHA-256: 64 chữ số thập lục phân viết thường.");
    }
    return document.copies().stream()
        .filter(copy -> copy.sha256().equals(sha256))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Văn bản này không có bản nào mang mã SHA-256 ấy."));
  }

  private static Span passage(String text, int length) {
    Matcher matcher = PASSAGE.matcher(text);
    if (matcher.matches()) {
      int start = Integer.parseInt(matcher.group(1));
      int end = Integer.parseInt(matcher.group(2));
      if (start <= end && end <= length) {
        return new Span(start, end);
      }
    }
    throw Problem.badParameter(
        "doan", "Tham số “doan” phải có dạng ĐẦU-CUỐI trong khoảng 0 đến " + length + ".");
  }
}
