package vn.vanban.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanban.http.pages.HomePage;
import vn.vanban.http.pages.Marked;
import vn.vanban.http.pages.ResultsPage;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Span;
import vn.vanban.registry.Registry;
import vn.vanban.search.Filters;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Highlighted;

/** Searching, for programs and for people. */
final class SearchRoutes {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  /** Nobody pages deeper by hand, and an engine pays for all that is passed over. */
  private static final int MAX_OFFSET = 10_000;

  private static final int PAGE_SIZE = 10;

  /** Passages under one hit on a page: two tell enough, more push the next hit off the screen. */
  private static final int SHOWN = 2;

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

  void api(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "q", "type", "issuer", "year", "limit", "offset");
    String query = parameters.text("q").orElse("");
    SearchRequest request =
        SearchRequest.of(query, parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT))
            .with(
                filters(parameters.set("type"), parameters.set("issuer"), parameters.years("year")))
            .from(parameters.whole("offset", 0, 0, MAX_OFFSET));
    SearchResult result = searches.call(() -> engine.search(request));
    responses.json(ctx, SearchJson.of(query, result, records.call(() -> files(result))));
  }

  void home(Context ctx) {
    Parameters.of(ctx);
    long documents = records.call(registry::documentCount);
    responses.page(
        ctx,
        "home.jte",
        new HomePage(
            renderer.frame("", ""),
            Wording.count(documents),
            List.of(
                example(
                    "383/KH-UBND",
                    "biết số, ký hiệu: gõ như in trên văn bản, sai dấu cách hay chữ hoa cũng được"),
                example("binh dang gioi", "gõ không dấu cũng tìm thấy"),
                example(
                    "phòng chống sốt xuất huyết",
                    "vài từ của nội dung; có dấu thì kết quả sát hơn"),
                example("Luật Hòa giải ở cơ sở", "tên một luật, đủ hay tắt"))));
  }

  void page(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "q", "loai", "co-quan", "nam", "trang");
    String query = parameters.text("q").orElse("");
    int page = parameters.whole("trang", 1, 1, MAX_OFFSET / PAGE_SIZE);
    SearchRequest request =
        SearchRequest.of(query, PAGE_SIZE)
            .with(
                filters(parameters.set("loai"), parameters.set("co-quan"), parameters.years("nam")))
            .from((page - 1) * PAGE_SIZE);
    SearchResult result = searches.call(() -> engine.search(request));
    Map<String, String> files = records.call(() -> files(result));
    long reach = Math.min(result.total(), MAX_OFFSET);
    boolean more = (long) page * PAGE_SIZE < reach;
    responses.page(
        ctx,
        "results.jte",
        new ResultsPage(
            renderer.frame(query.isEmpty() ? "Văn bản mới nhất" : query, query),
            query,
            (result.totalIsLowerBound() ? "hơn " : "") + Wording.count(result.total()),
            Wording.took(result.took()),
            filters(request, result),
            result.hits().stream().map(hit -> hit(hit, files)).toList(),
            page,
            page > 1 ? Optional.of(address(request, page - 1)) : Optional.empty(),
            more ? Optional.of(address(request, page + 1)) : Optional.empty()));
  }

  private static Filters filters(Set<String> types, Set<String> issuers, Set<Integer> years) {
    return new Filters(types, issuers, Set.of(), Set.of(), years, Set.of(), Set.of());
  }

  private static HomePage.Example example(String query, String lesson) {
    return new HomePage.Example(query, "/tim-kiem?q=" + Responses.encoded(query), lesson);
  }

  private Map<String, String> files(SearchResult result) {
    List<String> ids = result.hits().stream().map(SearchResult.Hit::documentId).toList();
    Map<String, String> files = new HashMap<>();
    registry
        .documents(ids)
        .forEach((id, found) -> files.put(id, SourceName.of(found.primary().source())));
    return files;
  }

  private static String address(SearchRequest request, int page) {
    StringBuilder address =
        new StringBuilder("/tim-kiem?q=").append(Responses.encoded(request.query()));
    request
        .filters()
        .types()
        .forEach(type -> address.append("&loai=").append(Responses.encoded(type)));
    request
        .filters()
        .issuers()
        .forEach(issuer -> address.append("&co-quan=").append(Responses.encoded(issuer)));
    request.filters().years().forEach(year -> address.append("&nam=").append(year));
    return page == 1 ? address.toString() : address.append("&trang=").append(page).toString();
  }

  private static ResultsPage.Filters filters(SearchRequest request, SearchResult result) {
    Set<String> types = new LinkedHashSet<>(request.filters().types());
    Set<String> issuers = new LinkedHashSet<>(request.filters().issuers());
    for (SearchResult.Hit hit : result.hits()) {
      hit.type().ifPresent(types::add);
      hit.issuer().ifPresent(names -> issuers.addAll(List.of(names.split("; "))));
    }
    return new ResultsPage.Filters(
        request.filters().types().stream().findFirst().orElse(""),
        request.filters().issuers().stream().findFirst().orElse(""),
        request.filters().years().stream().findFirst().map(String::valueOf).orElse(""),
        List.copyOf(types),
        DocumentType.all().stream()
            .map(DocumentType::name)
            .filter(n -> !types.contains(n))
            .toList(),
        List.copyOf(issuers),
        "/tim-kiem?q=" + Responses.encoded(request.query()));
  }

  private static ResultsPage.Hit hit(SearchResult.Hit hit, Map<String, String> files) {
    String id = hit.documentId();
    String name = Wording.name(hit.type().orElse(""), hit.number().orElse(""));
    Marked title =
        hit.subject()
            .map(SearchRoutes::marked)
            .orElseGet(() ->
                Marked.plain(name.isEmpty() ? files.getOrDefault(id, "Văn bản không tên") : name));
    return new ResultsPage.Hit(
        Links.page(id),
        hit.subject().isPresent() ? name : "",
        Wording.badge(hit.kind()),
        title,
        hit.issuer().orElse(""),
        hit.issued().map(Wording::date).orElse(""),
        passages(id, hit.passages()));
  }

  private static List<ResultsPage.Passage> passages(
      String id, List<SearchResult.PassageHit> found) {
    List<ResultsPage.Passage> passages = new ArrayList<>();
    String before = "";
    for (SearchResult.PassageHit passage : found.subList(0, Math.min(SHOWN, found.size()))) {
      String url =
          passage.path().isEmpty() || passage.copy() > 0
              ? Links.passage(id, passage.copy(), passage.span())
              : Links.provision(id, passage.path());
      String label = passage.label().isEmpty() ? "Xem đoạn này" : passage.label();
      // Two pieces of one long provision need no second heading.
      passages.add(
          new ResultsPage.Passage(url, url.equals(before) ? "" : label, marked(passage.snippet())));
      before = url;
    }
    return passages;
  }

  private static Marked marked(Highlighted highlighted) {
    List<Marked.Piece> pieces = new ArrayList<>();
    String text = highlighted.text();
    int cursor = 0;
    for (Span match : highlighted.matches()) {
      if (match.start() > cursor) {
        pieces.add(new Marked.Piece(text.substring(cursor, match.start()), false));
      }
      pieces.add(new Marked.Piece(text.substring(match.start(), match.end()), true));
      cursor = match.end();
    }
    pieces.add(new Marked.Piece(text.substring(cursor), false));
    return new Marked(pieces);
  }
}
