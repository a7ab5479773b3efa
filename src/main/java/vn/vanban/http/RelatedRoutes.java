package vn.vanban.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import vn.vanban.http.pages.RelatedPage;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchResult;

/** Documents that are like one, or cite one. */
final class RelatedRoutes {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;
  private static final int MAX_OFFSET = 10_000;
  private static final int PAGE_SIZE = 20;

  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  RelatedRoutes(
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

  void similar(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "limit");
    String id = document(ctx).id();
    int limit = parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    SearchResult result = searches.call(() -> engine.similar(id, limit));
    responses.json(ctx, SearchJson.related(id, result));
  }

  void citing(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "limit", "offset");
    String id = document(ctx).id();
    int limit = parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    int offset = parameters.whole("offset", 0, 0, MAX_OFFSET);
    SearchResult result = searches.call(() -> engine.citing(id, offset, limit));
    int end = offset + limit;
    LinkHeader.pages(ctx, offset, limit, end < result.total() && end <= MAX_OFFSET);
    responses.json(ctx, SearchJson.related(id, result));
  }

  void similarPage(Context ctx) {
    Parameters.of(ctx);
    RegisteredDocument document = document(ctx);
    SearchResult result = searches.call(() -> engine.similar(document.id(), PAGE_SIZE));
    Wording wording = new Wording(LanguageRoute.of(ctx));
    page(
        ctx,
        document,
        wording.say("Văn bản tương tự", "Similar documents"),
        wording.say("Không thấy văn bản nào tương tự.", "No similar document was found."),
        result,
        1,
        false);
  }

  void citingPage(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "trang");
    RegisteredDocument document = document(ctx);
    int page = parameters.whole("trang", 1, 1, MAX_OFFSET / PAGE_SIZE);
    SearchResult result =
        searches.call(() -> engine.citing(document.id(), (page - 1) * PAGE_SIZE, PAGE_SIZE));
    Wording wording = new Wording(LanguageRoute.of(ctx));
    page(
        ctx,
        document,
        wording.say("Văn bản dẫn chiếu đến văn bản này", "Documents that cite this one"),
        wording.say(
            "Chưa thấy văn bản nào trong kho dẫn chiếu đến văn bản này.",
            "No document held cites this one."),
        result,
        page,
        (long) page * PAGE_SIZE < Math.min(result.total(), MAX_OFFSET));
  }

  private void page(
      Context ctx,
      RegisteredDocument document,
      String heading,
      String nothing,
      SearchResult result,
      int page,
      boolean more) {
    Wording wording = new Wording(LanguageRoute.of(ctx));
    String name = DocumentView.name(document);
    Address here = new Address(Links.citing(document.id()), List.of());
    responses.page(
        ctx,
        "related.jte",
        new RelatedPage(
            renderer.frame(ctx, heading + " – " + name, ""),
            heading,
            name,
            Links.page(document.id()),
            nothing,
            result.hits().stream().map(hit -> HitView.of(wording, hit)).toList(),
            page,
            page > 1 ? Optional.of(place(here, page - 1)) : Optional.empty(),
            more ? Optional.of(place(here, page + 1)) : Optional.empty()));
  }

  private static String place(Address here, int page) {
    return (page == 1 ? here : here.with("trang", Integer.toString(page))).toString();
  }

  private RegisteredDocument document(Context ctx) {
    String id = ctx.pathParam("id");
    return DocumentRoutes.guestsView(registry, records, id);
  }
}
