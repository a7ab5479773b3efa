package vn.vanban.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanban.http.pages.PreviewPage;
import vn.vanban.law.Citation;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** Leads from a citation to what it means, and shows it before one goes there. */
final class CitedRoutes {
  private static final int PREVIEW_CHARS = 420;
  private static final int PREVIEW_DOCUMENTS = 5;

  private final Registry registry;
  private final Lane records;
  private final Responses responses;

  CitedRoutes(Registry registry, Lane records, Responses responses) {
    this.registry = registry;
    this.records = records;
    this.responses = responses;
  }

  /** What is asked: the words for the document, and the provision as it ends. */
  private record Asked(String label, Optional<String> provision, TargetChoice choice) {
    Optional<Provision> provision(LegalDocument document) {
      return provision.flatMap(path ->
          document.provisions().stream()
              .filter(own -> ("." + own.path()).endsWith("." + path))
              .findFirst());
    }
  }

  /** To the provision or document; where several may be meant, or none is held, to a search. */
  void follow(Context ctx) {
    Asked asked = asked(ctx);
    ctx.redirect(
        asked.choice() instanceof TargetChoice.Resolved(TargetChoice.Candidate chosen)
            ? asked
                .provision(chosen.document())
                .map(own -> Links.provision(chosen.id(), own.path().toString()))
                .orElseGet(() -> Links.page(chosen.id()))
            : ResultsView.PATH + "?q=" + Responses.encoded(asked.label()));
  }

  /** A piece of a page, for the script that shows it beside the citation. */
  void preview(Context ctx) {
    Asked asked = asked(ctx);
    Wording wording = new Wording(LanguageRoute.of(ctx));
    PreviewPage page =
        switch (asked.choice()) {
          case TargetChoice.Resolved(TargetChoice.Candidate chosen) ->
              preview(wording, chosen, asked.provision(chosen.document()));
          case TargetChoice.Ambiguous(List<TargetChoice.Candidate> several) ->
              PreviewPage.of(
                  wording.say("Có thể là:", "It may be:"),
                  several.stream()
                      .limit(PREVIEW_DOCUMENTS)
                      .map(candidate -> candidate(wording, candidate.document()))
                      .toList());
          case TargetChoice.None ignored ->
              PreviewPage.of(
                  wording.say(
                      "Văn bản được dẫn chưa có trong kho.", "The document cited is not held."),
                  List.of());
        };
    responses.page(ctx, "preview.jte", page);
  }

  private PreviewPage preview(
      Wording wording, TargetChoice.Candidate chosen, Optional<Provision> provision) {
    LegalDocument document = chosen.document();
    LocalDate today = VietnamTime.today();
    Optional<String> status =
        records
            .call(
                () -> Optional.ofNullable(registry.effects(List.of(chosen.id())).get(chosen.id())))
            .map(effect -> wording.status(effect.statusOn(today).status()));
    return new PreviewPage(
        candidate(wording, document),
        document.subject().map(Reading::value).orElse(""),
        status.orElse(""),
        provision.map(own -> CitationText.of(own.path())).orElse(""),
        provision.map(own -> excerpt(chosen.id(), own)).orElse(""),
        List.of());
  }

  private String excerpt(String id, Provision provision) {
    String text = records.call(() -> registry.document(id)).map(d -> d.primary().text()).orElse("");
    int start = Math.min(provision.span().start(), text.length());
    int end = Math.clamp(provision.span().end(), start, text.length());
    String whole = text.substring(start, end).strip();
    if (whole.length() <= PREVIEW_CHARS) {
      return whole;
    }
    int cut = whole.lastIndexOf(' ', PREVIEW_CHARS);
    return whole.substring(0, cut < 0 ? PREVIEW_CHARS : cut) + " …";
  }

  /** {@code Nghị định 30/2020/NĐ-CP · Chính phủ · 05/03/2020}. */
  private static String candidate(Wording wording, LegalDocument document) {
    return String.join(
        " · ",
        Stream.of(
                DocumentView.name(document),
                Optional.of(document.issuerNames()).filter(names -> !names.isEmpty()),
                document.issued().map(day -> wording.date(day.value())))
            .flatMap(Optional::stream)
            .toList());
  }

  private Asked asked(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "den", "muc");
    String label =
        parameters
            .text("den")
            .orElseThrow(() ->
                Problem.badParameter("den", "Cần tham số “den”: số hoặc tên văn bản được dẫn."));
    RegisteredDocument document = DocumentRoutes.guestsView(registry, records, ctx.pathParam("id"));
    Citation.Target target =
        Stream.concat(
                document.document().citations().stream().map(Citation::target),
                document.document().relations().stream().map(Relation::target))
            .filter(cited -> cited.label().equals(label))
            .findFirst()
            .orElseThrow(
                () -> Problem.notFound("Văn bản này không dẫn chiếu đến “" + label + "”."));
    TargetChoice choice = records.call(() -> registry.cited(document.document(), target));
    return new Asked(label, parameters.text("muc"), choice);
  }
}
