package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.http.pages.CorrectionPage;
import vn.vanban.http.pages.HistoryPage;
import vn.vanban.http.pages.ReviewPage;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Edits;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.registry.RegistryException;
import vn.vanban.registry.ReviewQueue;
import vn.vanban.registry.Scope;

/** Pages for officials: what is doubtful, corrections, and what happened to a document. */
final class OfficialRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OfficialRoutes.class);
  private static final int QUEUE_PART = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(VietnamTime.ZONE);

  private final Registry registry;
  private final Access access;
  private final Lane records;
  private final Lane changes;
  private final PageRenderer renderer;

  OfficialRoutes(
      Registry registry, Access access, Lane records, Lane changes, PageRenderer renderer) {
    this.registry = registry;
    this.access = access;
    this.records = records;
    this.changes = changes;
    this.renderer = renderer;
  }

  /** The review queue. */
  void queue(Context ctx) {
    access.require(ctx, Scope.CORRECT);
    Parameters parameters = Parameters.of(ctx, "truong", "tu");
    Optional<String> field = parameters.text("truong");
    field.ifPresent(name -> refuseUnknown(name, ReviewQueue.FIELDS));
    long from = parameters.whole("tu", ReviewQueue.START);
    ReviewQueue queue = new ReviewQueue(registry, field, OptionalDouble.empty());
    ReviewQueue.Page page = records.call(() -> queue.page(from, QUEUE_PART));
    FieldWords words = new FieldWords(LanguageRoute.of(ctx));
    String here = "/ra-soat?truong=" + field.orElse("");
    ReviewPage model =
        new ReviewPage(
            renderer.frame(ctx, words.say("Rà soát", "Review"), ""),
            ReviewQueue.FIELDS.stream()
                .map(name -> new ReviewPage.Field(name, words.label(name)))
                .toList(),
            field.orElse(""),
            from == ReviewQueue.START ? here : here + "&tu=" + from,
            page.items().stream().map(item -> entry(item, words)).toList(),
            page.next().isPresent()
                ? Optional.of(here + "&tu=" + page.next().getAsLong())
                : Optional.empty());
    renderer.send(ctx, 200, "review.jte", model);
  }

  private static ReviewPage.Entry entry(ReviewQueue.Item item, FieldWords words) {
    RegisteredDocument document = item.document();
    return new ReviewPage.Entry(
        Links.page(document.id()),
        words.name(document),
        document.document().subject().map(subject -> subject.value()).orElse(""),
        SourceName.of(document.primary().source()),
        item.doubts().stream()
            .map(doubt -> doubt.warning())
            .map(warning ->
                new ReviewPage.DoubtLine(
                    warning.field(),
                    words.label(warning.field()),
                    words.said(warning.message()),
                    words.shown(
                        warning.field(),
                        Edits.value(document.document(), warning.field()).orElse("")),
                    words.snippets(document, warning.field(), warning.span()),
                    Edits.fields().contains(warning.field())
                        ? correctionUrl(document.id(), warning.field())
                        : ""))
            .toList());
  }

  /** The form that corrects a field. */
  void form(Context ctx) {
    access.require(ctx, Scope.CORRECT);
    Optional<String> field = Parameters.of(ctx, "truong").text("truong");
    field.ifPresent(name -> refuseUnknown(name, Edits.fields()));
    RegisteredDocument document = held(ctx);
    String value =
        field
            .flatMap(name -> Edits.value(document.document(), name))
            .map(given -> Wording.day(given).map(VietnamTime::written).orElse(given))
            .orElse("");
    renderer.send(
        ctx, 200, "correction.jte", model(ctx, document, field.orElse(""), value, "", ""));
  }

  /** Corrects a field, and leads to the history; or shows the form again with what is wrong. */
  void correct(Context ctx) {
    Parameters.of(ctx);
    Parameters form = access.form(ctx, Scope.CORRECT, "truong", "gia-tri", "ly-do");
    RegisteredDocument document = held(ctx);
    String field = form.raw("truong");
    refuseUnknown(field, Edits.fields());
    String value = form.raw("gia-tri");
    String reason = form.raw("ly-do").strip();
    Optional<String> error =
        reason.isEmpty()
            ? Optional.of(
                LanguageRoute.of(ctx).say("Cần nêu lý do đính chính.", "A reason is needed."))
            : refused(
                ctx,
                reason,
                edits ->
                    edits.correct(
                        document.id(), field, Optional.of(value).filter(v -> !v.isBlank())));
    if (error.isPresent()) {
      renderer.send(
          ctx, 422, "correction.jte", model(ctx, document, field, value, reason, error.get()));
      return;
    }
    ctx.redirect(historyUrl(document.id()), HttpStatus.SEE_OTHER);
  }

  /** Accepts what was read of a field, and leads back to the queue. */
  void accept(Context ctx) {
    Parameters.of(ctx);
    Parameters form = access.form(ctx, Scope.CORRECT, "truong", "ve");
    RegisteredDocument document = held(ctx);
    String field = form.raw("truong");
    refused(ctx, "", edits -> edits.accept(document.id(), field))
        .ifPresent(error -> {
          throw Problem.unprocessable(error);
        });
    ctx.redirect(LanguageRoute.ownPath(form.raw("ve")), HttpStatus.SEE_OTHER);
  }

  /** Withdraws a correction, and leads back to the history. */
  void withdraw(Context ctx) {
    Parameters.of(ctx);
    Parameters form = access.form(ctx, Scope.CORRECT, "so", "ly-do");
    RegisteredDocument document = held(ctx);
    long number = form.whole("so", -1);
    refused(
            ctx,
            form.raw("ly-do").strip(),
            edits -> {
              edits.withdraw(document.id(), number);
              return number;
            })
        .ifPresent(error -> {
          throw Problem.unprocessable(error);
        });
    ctx.redirect(historyUrl(document.id()), HttpStatus.SEE_OTHER);
  }

  /** What happened to a document; for guests too, as in the API. */
  void history(Context ctx) {
    Parameters.of(ctx);
    String id = ctx.pathParam("id");
    RegisteredDocument document =
        Access.seesWithheld(ctx)
            ? DocumentRoutes.held(registry, records, id)
            : DocumentRoutes.guestsView(registry, records, id);
    FieldWords words = new FieldWords(LanguageRoute.of(ctx));
    List<HistoryPage.Event> events =
        records.call(() -> registry.history(id)).reversed().stream()
            .map(revision ->
                new HistoryPage.Event(
                    TIME.format(revision.at()),
                    words.action(revision.action()),
                    revision.act().actor(),
                    revision.act().reason(),
                    revision.differences().stream()
                        .map(difference ->
                            new HistoryPage.Difference(
                                words.label(difference.field()),
                                words.shown(difference.field(), difference.before().orElse("")),
                                words.shown(difference.field(), difference.after().orElse(""))))
                        .toList()))
            .toList();
    List<HistoryPage.Held> corrections =
        document.corrections().stream()
            .map(one ->
                new HistoryPage.Held(
                    one.number(),
                    words.label(one.field()),
                    one.accepted(),
                    words.shown(one.field(), one.value().orElse("")),
                    one.act().actor(),
                    one.act().reason()))
            .toList();
    String title = words.say("Lịch sử: ", "History: ") + words.name(document);
    HistoryPage model =
        new HistoryPage(
            renderer.frame(ctx, title, ""),
            Links.page(id),
            words.name(document),
            corrections,
            events);
    renderer.send(ctx, 200, "history.jte", model);
  }

  private CorrectionPage model(
      Context ctx,
      RegisteredDocument document,
      String field,
      String typed,
      String reason,
      String error) {
    FieldWords words = new FieldWords(LanguageRoute.of(ctx));
    String title = words.say("Đính chính: ", "Correct: ") + words.name(document);
    return new CorrectionPage(
        renderer.frame(ctx, title, ""),
        Links.page(document.id()),
        words.name(document),
        field.isEmpty()
            ? Edits.fields().stream()
                .map(name ->
                    new CorrectionPage.Choice(
                        words.label(name),
                        words.shown(name, Edits.value(document.document(), name).orElse("")),
                        correctionUrl(document.id(), name)))
                .toList()
            : List.of(),
        field,
        words.label(field),
        words.shown(field, Edits.value(document.document(), field).orElse("")),
        words.snippets(document, field, Optional.empty()),
        document.document().warnings().stream()
            .filter(warning -> warning.field().equals(field))
            .map(warning -> words.said(warning.message()))
            .toList(),
        words.options(field),
        typed,
        reason,
        error);
  }

  /** Makes an edit in the name of who is signed in; gives what the registry refuses it for. */
  private Optional<String> refused(Context ctx, String reason, ToLongFunction<Edits> edit) {
    try {
      Edits edits = registry.by(Access.of(ctx).act(Optional.empty(), Optional.of(reason)));
      changes.call(() -> edit.applyAsLong(edits));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RegistryException e) {
      RequestLog.tell(ctx, () -> LOG.error("not written", e));
      throw Problem.notStored(e, List.of());
    }
  }

  private RegisteredDocument held(Context ctx) {
    return DocumentRoutes.held(registry, records, ctx.pathParam("id"));
  }

  private static void refuseUnknown(String field, List<String> known) {
    if (!known.contains(field)) {
      throw Problem.unknownValue("truong", field.replaceAll("\\p{Cntrl}", " "), known);
    }
  }

  private static String correctionUrl(String id, String field) {
    return Links.page(id) + "/dinh-chinh?truong=" + field;
  }

  private static String historyUrl(String id) {
    return Links.page(id) + "/lich-su";
  }
}
