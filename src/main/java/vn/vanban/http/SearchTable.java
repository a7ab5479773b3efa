package vn.vanban.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult;

/** What a search finds as a table for spreadsheets (RFC 4180, UTF-8 with a byte order mark). */
final class SearchTable {
  private static final int MAX_ROWS = 1_000;
  private static final int PAGE = 100;
  private static final Choices<Order> ORDERS = Choices.ofConstants(Order.class);
  private static final List<String> PARAMETERS =
      Stream.of(List.of("q"), FilterNames.API.parameters(), List.of("sort", "asOf", "limit"))
          .flatMap(List::stream)
          .toList();

  private final SearchEngine engine;
  private final Lane searches;
  private final Responses responses;

  SearchTable(SearchEngine engine, Lane searches, Responses responses) {
    this.engine = engine;
    this.searches = searches;
    this.responses = responses;
  }

  void csv(Context ctx) {
    Parameters parameters = Parameters.of(ctx, PARAMETERS);
    int limit = parameters.whole("limit", MAX_ROWS, 1, MAX_ROWS);
    SearchRequest asked =
        SearchRequest.of(parameters.query("q").orElse(""), Math.min(limit, PAGE))
            .with(FilterNames.API.read(parameters))
            .with(parameters.choice("sort", ORDERS).orElse(Order.RELEVANCE));
    SearchRequest request = parameters.day("asOf").map(asked::on).orElse(asked);
    StringBuilder table = new StringBuilder("\uFEFF");
    row(table, List.of("number", "type", "subject", "issuer", "issued", "kind", "id", "page"));
    hits(request, limit).forEach(hit -> row(table, cells(hit)));
    ctx.header("Content-Disposition", OriginalFile.disposition(false, "van-ban.csv"));
    responses.bytes(
        ctx, "text/csv; charset=utf-8", table.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<SearchResult.Hit> hits(SearchRequest request, int limit) {
    List<SearchResult.Hit> hits = new ArrayList<>();
    Optional<SearchRequest> next = Optional.of(request);
    while (next.isPresent() && hits.size() < limit) {
      SearchRequest page = next.get();
      SearchResult result = searches.call(() -> engine.search(page));
      hits.addAll(result.hits());
      next = result.next().map(request::after);
    }
    return hits.subList(0, Math.min(limit, hits.size()));
  }

  private static List<String> cells(SearchResult.Hit hit) {
    return List.of(
        hit.number().orElse(""),
        hit.type().orElse(""),
        hit.subject().map(SearchResult.Highlighted::text).orElse(""),
        hit.issuer().orElse(""),
        hit.issued().map(LocalDate::toString).orElse(""),
        hit.kind().jsonName(),
        hit.documentId(),
        Links.page(hit.documentId()));
  }

  private static void row(StringBuilder table, List<String> cells) {
    table
        .append(cells.stream().map(SearchTable::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  /** A cell; one that a spreadsheet would take for a formula gets an apostrophe before it. */
  static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
