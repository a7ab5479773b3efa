package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.vanban.http.Address.Parameter;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.SearchRequest.Order;

/**
 * The {@code Link} header (RFC 8288) of the API's answers: what describes them (RFC 8631), the
 * pages before and after, and the same in other forms.
 */
final class LinkHeader {
  private static final String NAME = "Link";
  private static final String DESCRIPTION =
      "</openapi.yaml>; rel=\"service-desc describedby\"; type=\"application/yaml\"";

  /** Jetty writes, and proxies take, 8 KiB of headers; what leads on too long a way is left out. */
  private static final int MAX_CHARS = 4 << 10;

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final Choices<Order> ORDERS = Choices.ofConstants(Order.class);

  /** What tells a page of an answer, or what only JSON can tell. */
  private static final List<String> OF_JSON =
      List.of("cursor", "facets", "explain", "limit", "offset");

  /**
   * Another form of an answer.
   *
   * @param path with {@code {id}} where the route has it
   * @param type its media type
   * @param parameters what becomes of each parameter
   */
  private record Form(
      String path, String type, Function<Parameter, Optional<Parameter>> parameters) {

    static Form page(String path, Map<String, String> names) {
      return new Form(
          path,
          "text/html",
          given ->
              Optional.ofNullable(names.get(given.name()))
                  .map(name -> new Parameter(name, given.value())));
    }

    Address of(Context ctx) {
      Address there = new Address(path.replace("{id}", id(ctx)), List.of());
      for (Parameter given : asked(ctx).parameters()) {
        Optional<Parameter> parameter =
            given.value().isBlank() ? Optional.empty() : parameters.apply(given);
        if (parameter.isPresent()) {
          there = there.with(parameter.get().name(), parameter.get().value());
        }
      }
      return there;
    }

    private String id(Context ctx) {
      return path.contains("{id}") ? Responses.encoded(ctx.pathParam("id")) : "";
    }
  }

  private static final Form JSON =
      new Form("/api/v1/search", "application/json", LinkHeader::whatIsFound);
  private static final Form TABLE =
      new Form("/api/v1/search.csv", "text/csv", LinkHeader::whatIsFound);
  private static final Form PAGE = new Form(ResultsView.PATH, "text/html", LinkHeader::onPages);
  private static final Form FEED =
      new Form(FeedRoutes.SEARCH, "application/atom+xml", LinkHeader::onPages);

  /** By route. */
  private static final Map<String, List<Form>> FORMS =
      Map.ofEntries(
          Map.entry("/api/v1/search", List.of(PAGE, TABLE, FEED)),
          Map.entry("/api/v1/search.csv", List.of(PAGE, JSON, FEED)),
          Map.entry(
              "/api/v1/suggest",
              List.of(
                  new Form(
                      "/goi-y",
                      "application/x-suggestions+json",
                      given -> Optional.of(given).filter(typed -> typed.name().equals("q"))))),
          Map.entry("/api/v1/resolve", List.of(Form.page("/tra-so", Map.of("q", "so")))),
          Map.entry("/api/v1/documents", List.of(Form.page("/van-ban", Map.of("number", "so")))),
          Map.entry("/api/v1/documents/{id}", List.of(Form.page("/van-ban/{id}", Map.of()))),
          Map.entry("/api/v1/documents/{id}/text", List.of(Form.page("/van-ban/{id}", Map.of()))),
          Map.entry(
              "/api/v1/documents/{id}/similar",
              List.of(Form.page("/van-ban/{id}/tuong-tu", Map.of()))),
          Map.entry(
              "/api/v1/documents/{id}/citing",
              List.of(Form.page("/van-ban/{id}/dan-chieu", Map.of()))),
          Map.entry(
              "/api/v1/changes",
              List.of(
                  new Form(FeedRoutes.CHANGES, "application/atom+xml", given -> Optional.empty()))),
          Map.entry("/api/v1/statistics", List.of(Form.page("/thong-ke", Map.of()))),
          Map.entry(
              "/api/v1/series",
              List.of(Form.page("/day-so", Map.of("issuer", "co-quan", "year", "nam")))),
          Map.entry("/api/v1/bodies", List.of(Form.page("/co-quan", Map.of("q", "ten")))),
          Map.entry("/api/v1/bodies/{id}", List.of(Form.page("/co-quan/{id}", Map.of()))));

  private LinkHeader() {}

  /** Before the route: what describes all of the API. */
  static void describe(Context ctx) {
    if (ctx.path().startsWith("/api/")) {
      ctx.header(NAME, DESCRIPTION);
    }
  }

  /** After the route: the same in other forms, unless there is nothing to be had. */
  static void forms(Context ctx) {
    // What 304 tells takes the place of what was told before (RFC 9111, 3.2).
    boolean there = ctx.statusCode() == 200 || ctx.statusCode() == 304;
    if (there && READING.contains(ctx.method())) {
      String route =
          Optional.ofNullable(ctx.endpoints().lastHttpEndpoint())
              .map((Endpoint endpoint) -> endpoint.path)
              .orElse("");
      FORMS
          .getOrDefault(route, List.of())
          .forEach(form ->
              add(ctx, form.of(ctx).toString(), "rel=\"alternate\"; type=\"" + form.type() + "\""));
    }
  }

  /** The document that a part belongs to. */
  static void up(Context ctx, String address) {
    add(ctx, address, "rel=\"up\"");
  }

  /** The same question with what tells the next page. */
  static void next(Context ctx, String parameter, String value) {
    Address here = asked(ctx).without(List.of("offset"));
    add(ctx, here.changed(parameter, value).toString(), "rel=\"next\"");
  }

  /**
   * The pages before and after.
   *
   * @param offset of this one
   * @param limit how many a page has
   * @param more whether there is one after it
   */
  static void pages(Context ctx, int offset, int limit, boolean more) {
    if (offset > 0) {
      add(ctx, page(ctx, Math.max(0, offset - limit)), "rel=\"prev\"");
    }
    if (more) {
      add(ctx, page(ctx, offset + limit), "rel=\"next\"");
    }
  }

  private static String page(Context ctx, int offset) {
    Address first = asked(ctx).without(List.of("offset"));
    return (offset == 0 ? first : first.with("offset", Integer.toString(offset))).toString();
  }

  private static void add(Context ctx, String address, String attributes) {
    String before =
        Optional.ofNullable(ctx.res().getHeader(NAME)).map(all -> all + ", ").orElse("");
    String all = before + "<" + address + ">; " + attributes;
    if (all.length() <= MAX_CHARS) {
      ctx.header(NAME, all);
    }
  }

  private static Address asked(Context ctx) {
    List<Parameter> parameters = new ArrayList<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> values.forEach(value -> parameters.add(new Parameter(name, value))));
    return new Address(ctx.path(), parameters);
  }

  private static Optional<Parameter> whatIsFound(Parameter given) {
    return Optional.of(given).filter(parameter -> !OF_JSON.contains(parameter.name()));
  }

  private static Optional<Parameter> onPages(Parameter given) {
    for (Field field : Field.values()) {
      if (given.name().equals(FilterNames.API.parameter(field))) {
        return Optional.of(
            new Parameter(
                FilterNames.PAGES.parameter(field),
                FilterNames.API.translated(field, given.value(), FilterNames.PAGES)));
      }
    }
    return switch (given.name()) {
      case "q" -> Optional.of(new Parameter(ResultsView.QUERY, given.value()));
      case "asOf" -> Optional.of(new Parameter(ResultsView.DAY, given.value()));
      case "sort" ->
          ORDERS
              .find(given.value())
              .map(order -> new Parameter(ResultsView.ORDER, ResultsView.ORDERS.name(order)));
      default -> Optional.empty();
    };
  }
}
