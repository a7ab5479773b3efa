package vn.vanban.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import vn.vanban.http.pages.Head;
import vn.vanban.http.pages.HomePage;
import vn.vanban.registry.Registry;
import vn.vanban.search.BadCursorException;
import vn.vanban.search.CursorExpiredException;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Suggestion;

/** Searching, for programs and for people. */
final class SearchRoutes {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  /** Nobody pages deeper by hand, and an engine pays for all that is passed over. */
  private static final int MAX_OFFSET = 10_000;

  private static final int PAGE_SIZE = 10;

  private static final int DEFAULT_SUGGESTIONS = 8;
  private static final int MAX_SUGGESTIONS = 20;

  private static final Choices<Order> ORDERS = Choices.ofConstants(Order.class);
  private static final Choices<Boolean> SWITCH =
      new Choices<>(Map.of("true", true, "false", false));
  private static final Choices<Boolean> TICK = new Choices<>(Map.of("1", true));

  private static final List<String> API_PARAMETERS =
      names(
          List.of(
              List.of("q"),
              FilterNames.API.parameters(),
              List.of("sort", "asOf", "cursor", "facets", "explain", "limit", "offset")));
  private static final List<String> PAGE_PARAMETERS =
      names(
          List.of(
              List.of(ResultsView.QUERY),
              FilterNames.PAGES.parameters(),
              List.of(ResultsView.ORDER, ResultsView.DAY, ResultsView.EXPLAIN, ResultsView.PAGE)));

  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  SearchRoutes(
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

  private static List<String> names(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  void api(Context ctx) {
    Parameters parameters = Parameters.of(ctx, API_PARAMETERS);
    String query = parameters.query("q").orElse("");
    SearchRequest request =
        SearchRequest.of(query, parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT))
            .with(FilterNames.API.read(parameters))
            .with(parameters.choice("sort", ORDERS).orElse(Order.RELEVANCE))
            .from(parameters.whole("offset", 0, 0, MAX_OFFSET));
    request = parameters.day("asOf").map(request::on).orElse(request);
    if (parameters.choice("facets", SWITCH).orElse(false)) {
      request = request.withFacets();
    }
    if (parameters.choice("explain", SWITCH).orElse(false)) {
      request = request.explained();
    }
    if (parameters.has("cursor") && parameters.has("offset")) {
      throw Problem.badParameter("cursor", "“cursor” và “offset” không dùng cùng nhau.");
    }
    SearchResult result = found(parameters.text("cursor").map(request::after).orElse(request));
    boolean byOffset =
        !parameters.has("cursor") && request.offset() + request.limit() <= MAX_OFFSET;
    LinkHeader.pages(ctx, request.offset(), request.limit(), byOffset && result.next().isPresent());
    result
        .next()
        .filter(cursor -> !byOffset)
        .ifPresent(cursor -> LinkHeader.next(ctx, "cursor", cursor));
    responses.json(ctx, SearchJson.of(query, result));
  }

  void suggest(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "q", "limit");
    String typed = parameters.text("q").orElse("");
    int limit = parameters.whole("limit", DEFAULT_SUGGESTIONS, 1, MAX_SUGGESTIONS);
    List<Suggestion> suggestions =
        typed.isEmpty() ? List.of() : searches.call(() -> engine.suggest(typed, limit));
    responses.json(ctx, SearchJson.suggestions(typed, suggestions));
  }

  private SearchResult found(SearchRequest request) {
    try {
      return searches.call(() -> engine.search(request));
    } catch (BadCursorException e) {
      throw Problem.badParameter("cursor", String.valueOf(e.getMessage()));
    } catch (CursorExpiredException e) {
      throw Problem.expired("cursor", String.valueOf(e.getMessage()));
    }
  }

  void home(Context ctx) {
    Parameters.of(ctx);
    Wording wording = new Wording(LanguageRoute.of(ctx));
    long documents = records.call(registry::publicCount);
    responses.page(
        ctx,
        "home.jte",
        new HomePage(
            renderer.frame(ctx, "", ""),
            wording.count(documents),
            List.of(
                example(
                    "383/KH-UBND",
                    wording.say(
                        "biết số, ký hiệu: gõ như in trên văn bản, sai dấu cách hay chữ hoa cũng được",
                        "a number as printed; blanks and capitals do not matter")),
                example(
                    "binh dang gioi",
                    wording.say("gõ không dấu cũng tìm thấy", "words without marks are found too")),
                example(
                    "phòng chống sốt xuất huyết",
                    wording.say(
                        "vài từ của nội dung; có dấu thì kết quả sát hơn",
                        "some words of the text; with marks the answer is closer")),
                example(
                    "Điều 2 Quyết định 31/2024/QĐ-UBND",
                    wording.say(
                        "một viện dẫn: mở đúng điều, khoản ấy",
                        "a citation: leads to that very article")),
                example(
                    "Luật Hòa giải ở cơ sở",
                    wording.say(
                        "tên một luật, đủ hay tắt", "the name of a law, whole or short")))));
  }

  void page(Context ctx) {
    Parameters parameters = Parameters.of(ctx, PAGE_PARAMETERS);
    String query = parameters.query(ResultsView.QUERY).orElse("");
    int page = parameters.whole(ResultsView.PAGE, 1, 1, MAX_OFFSET / PAGE_SIZE);
    SearchRequest asked =
        SearchRequest.of(query, PAGE_SIZE)
            .with(FilterNames.PAGES.read(parameters))
            .with(parameters.choice(ResultsView.ORDER, ResultsView.ORDERS).orElse(Order.RELEVANCE))
            .from((page - 1) * PAGE_SIZE)
            .withFacets();
    asked = parameters.day(ResultsView.DAY).map(asked::on).orElse(asked);
    boolean explain = parameters.choice(ResultsView.EXPLAIN, TICK).orElse(false);
    SearchRequest request = explain ? asked.explained() : asked;
    SearchResult result = found(request);
    Address here = new Address(ResultsView.PATH, List.of()).with(ResultsView.QUERY, query);
    for (String name : PAGE_PARAMETERS) {
      if (!name.equals(ResultsView.QUERY) && !name.equals(ResultsView.PAGE)) {
        for (String value : parameters.set(name)) {
          here = here.with(name, value);
        }
      }
    }
    Wording wording = new Wording(LanguageRoute.of(ctx));
    boolean more = result.next().isPresent() && page < MAX_OFFSET / PAGE_SIZE;
    responses.page(
        ctx,
        "results.jte",
        new ResultsView(wording, request, result, here)
            .page(
                renderer
                    .frame(
                        ctx,
                        query.isEmpty()
                            ? wording.say("Văn bản mới nhất", "Newest documents")
                            : query,
                        query)
                    .with(Head.ofFeed(FeedRoutes.address(here))),
                page,
                more));
  }

  private static HomePage.Example example(String query, String lesson) {
    return new HomePage.Example(query, "/tim-kiem?q=" + Responses.encoded(query), lesson);
  }
}
