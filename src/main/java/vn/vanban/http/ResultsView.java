package vn.vanban.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.ResultsPage;
import vn.vanban.search.Facet;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult;
import vn.vanban.viet.Folding;

/** Makes the page of results. Everything on it is a link or a plain form. */
final class ResultsView {
  static final String PATH = "/tim-kiem";
  private static final String TABLE = "/api/v1/search.csv";
  static final String QUERY = "q";
  static final String ORDER = "sap-xep";
  static final String DAY = "ngay";
  static final String EXPLAIN = "giai-thich";
  static final String PAGE = "trang";

  static final Choices<Order> ORDERS = Choices.ofLabels(Order.class, ResultsView::vietnamese);

  /** Values of a facet shown at once, and behind "Thêm". */
  private static final int SHOWN = 6;

  private static final int SHOWN_MORE = 40;

  private static final FilterNames NAMES = FilterNames.PAGES;

  private final Wording wording;
  private final SearchRequest request;
  private final SearchResult result;

  /** The address of this search, from its first page. */
  private final Address here;

  /**
   * @param here its address with all its parameters but the page
   */
  ResultsView(Wording wording, SearchRequest request, SearchResult result, Address here) {
    this.wording = wording;
    this.request = request;
    this.result = result;
    this.here = here;
  }

  /** What Vietnamese readers call an order. */
  private static String vietnamese(Order order) {
    return switch (order) {
      case RELEVANCE -> "Sát nhất";
      case NEWEST -> "Mới nhất";
      case OLDEST -> "Cũ nhất";
      case NUMBER -> "Số ký hiệu";
    };
  }

  private String label(Order order) {
    return wording.say(
        vietnamese(order),
        switch (order) {
          case RELEVANCE -> "Closest";
          case NEWEST -> "Newest";
          case OLDEST -> "Oldest";
          case NUMBER -> "Number";
        });
  }

  /**
   * The page.
   *
   * @param number of the page, from 1
   * @param more whether there is one after it
   */
  ResultsPage page(Frame frame, int number, boolean more) {
    String query = request.query();
    return new ResultsPage(
        frame,
        query,
        wording.total(
            result.total(),
            result.totalIsLowerBound() && result.next().isPresent(),
            (long) request.offset() + result.hits().size()),
        wording.took(result.took()),
        filters(),
        orders(),
        result
            .spelling()
            .map(spelling ->
                new ResultsPage.Spelling(
                    spelling.text(),
                    here.changed(QUERY, spelling.text()).toString(),
                    spelling.used())),
        bearers(),
        result.hits().stream().map(hit -> HitView.of(wording, hit)).toList(),
        forms(),
        request.explain()
            ? here.without(List.of(EXPLAIN)).toString()
            : here.changed(EXPLAIN, "1").toString(),
        number,
        number > 1 ? Optional.of(place(number - 1)) : Optional.empty(),
        more ? Optional.of(place(number + 1)) : Optional.empty());
  }

  /** Where the same search is answered for programs, spreadsheets and feed readers. */
  private List<ResultsPage.Link> forms() {
    Address api = new Address("/api/v1/search", List.of()).with("q", request.query());
    for (Field field : Field.values()) {
      for (Address.Parameter chosen : chosen(field)) {
        api =
            api.with(
                FilterNames.API.parameter(field),
                NAMES.translated(field, chosen.value(), FilterNames.API));
      }
    }
    if (request.order() != Order.RELEVANCE) {
      api = api.with("sort", request.order().name().toLowerCase(Locale.ROOT));
    }
    if (request.asOf().isPresent()) {
      api = api.with("asOf", request.asOf().get().toString());
    }
    return List.of(
        new ResultsPage.Link("JSON", api.toString()),
        new ResultsPage.Link("CSV", new Address(TABLE, api.parameters()).toString()),
        new ResultsPage.Link("Atom", FeedRoutes.address(here)));
  }

  private String place(int number) {
    return (number == 1 ? here : here.with(PAGE, Integer.toString(number))).toString();
  }

  private ResultsPage.Filters filters() {
    List<ResultsPage.Link> selected = new ArrayList<>();
    for (Field field : Field.values()) {
      for (Address.Parameter chosen : chosen(field)) {
        selected.add(
            new ResultsPage.Link(
                NAMES.label(field, chosen.value(), wording),
                here.without(chosen.name(), chosen.value()).toString()));
      }
    }
    String day = request.asOf().map(LocalDate::toString).orElse("");
    request
        .asOf()
        .ifPresent(on ->
            selected.add(
                new ResultsPage.Link(
                    wording.say("hiệu lực ngày ", "in force on ") + wording.date(on),
                    here.without(List.of(DAY)).toString())));
    List<String> all = new ArrayList<>(NAMES.parameters());
    all.add(DAY);
    return new ResultsPage.Filters(
        selected,
        result.facets().stream()
            .map(this::facet)
            .filter(facet -> !facet.values().isEmpty())
            .toList(),
        here.without(List.of(DAY)).parameters().stream()
            .map(kept -> new ResultsPage.Kept(kept.name(), kept.value()))
            .toList(),
        result.facets().stream()
            .filter(facet -> facet.field() == Field.ISSUER)
            .flatMap(facet -> facet.values().stream().map(Facet.Value::value))
            .toList(),
        day,
        here.without(all).toString());
  }

  private List<Address.Parameter> chosen(Field field) {
    String name = NAMES.parameter(field);
    return here.parameters().stream().filter(given -> given.name().equals(name)).toList();
  }

  private ResultsPage.FacetList facet(Facet facet) {
    List<ResultsPage.FacetValue> values = new ArrayList<>();
    List<Address.Parameter> chosen = chosen(facet.field());
    for (Facet.Value value : inReadingOrder(facet)) {
      String written = NAMES.written(facet.field(), value.value());
      Optional<Address.Parameter> set =
          chosen.stream().filter(given -> same(given.value(), written)).findFirst();
      Address other =
          set.map(given -> here.without(given.name(), given.value()))
              .orElseGet(() -> here.with(NAMES.parameter(facet.field()), written));
      values.add(
          new ResultsPage.FacetValue(
              label(facet.field(), value, written),
              wording.count(value.count()),
              other.toString(),
              set.isPresent()));
    }
    int shown = Math.min(SHOWN, values.size());
    return new ResultsPage.FacetList(
        name(facet.field()),
        isName(facet.field()),
        values.subList(0, shown),
        values.subList(shown, Math.min(SHOWN_MORE, values.size())));
  }

  /** Years run backwards; of others the most frequent come first, as they are given. */
  private static List<Facet.Value> inReadingOrder(Facet facet) {
    return facet.field() == Field.YEAR
        ? facet.values().stream()
            .sorted(Comparator.comparing(Facet.Value::value).reversed())
            .toList()
        : facet.values();
  }

  /** Names of types, bodies and provinces stay Vietnamese, as documents bear them. */
  private static boolean isName(Field field) {
    return switch (field) {
      case TYPE, ISSUER, PROVINCE -> true;
      case LEVEL, STATUS, KIND, YEAR -> false;
    };
  }

  private String label(Field field, Facet.Value value, String written) {
    return isName(field) || field == Field.YEAR
        ? value.label()
        : NAMES.label(field, written, wording);
  }

  private static boolean same(String one, String other) {
    return Folding.unaccented(one).equals(Folding.unaccented(other));
  }

  private String name(Field field) {
    return switch (field) {
      case TYPE -> wording.field("type");
      case ISSUER -> wording.field("issuer");
      case LEVEL -> wording.say("Cấp ban hành", "Level");
      case PROVINCE -> wording.say("Tỉnh, thành phố", "Province or city");
      case YEAR -> wording.say("Năm ban hành", "Year of issue");
      case STATUS -> wording.say("Hiệu lực", "Effect");
      case KIND -> wording.field("kind");
    };
  }

  /** Without words there is nothing to be close to. */
  private List<ResultsPage.Choice> orders() {
    boolean words = !request.query().isBlank();
    Order current = words || request.order() != Order.RELEVANCE ? request.order() : Order.NEWEST;
    List<ResultsPage.Choice> choices = new ArrayList<>();
    for (Order order : Order.values()) {
      if (words || order != Order.RELEVANCE) {
        Address other =
            order == Order.RELEVANCE
                ? here.without(List.of(ORDER))
                : here.changed(ORDER, ORDERS.name(order));
        choices.add(new ResultsPage.Choice(label(order), other.toString(), order == current));
      }
    }
    return choices;
  }

  /** Only where there is more than one to choose from. */
  private List<ResultsPage.Bearer> bearers() {
    if (result.numbers().size() < 2) {
      return List.of();
    }
    return result.numbers().stream()
        .map(bearer ->
            new ResultsPage.Bearer(
                Links.page(bearer.documentId()),
                bearer.number(),
                bearer.issuer().orElse(""),
                bearer.issued().map(wording::date).orElse(""),
                bearer.exact()))
        .toList();
  }
}
