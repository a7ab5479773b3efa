package vn.vanban.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Action;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.PublicChange;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult;

/** Atom feeds of what a search finds and of what changes, as guests may see it. */
final class FeedRoutes {
  static final String SEARCH = "/tim-kiem.atom";
  static final String CHANGES = "/thay-doi.atom";

  private static final int ENTRIES = 20;
  private static final int MAX_OFFSET = 10_000;
  private static final String BEFORE = "truoc";

  /** As those of the page, but for what has no meaning in a feed. */
  private static final List<String> PARAMETERS =
      Stream.of(
              List.of(ResultsView.QUERY),
              FilterNames.PAGES.parameters(),
              List.of(ResultsView.ORDER, ResultsView.DAY, ResultsView.EXPLAIN, ResultsView.PAGE))
          .flatMap(List::stream)
          .toList();

  private final Registry registry;
  private final SearchEngine engine;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;

  FeedRoutes(
      Registry registry, SearchEngine engine, Lane searches, Lane records, Responses responses) {
    this.registry = registry;
    this.engine = engine;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
  }

  /** The feed of what a page of results shows. */
  static String address(Address page) {
    return new Address(SEARCH, page.without(List.of(ResultsView.EXPLAIN)).parameters()).toString();
  }

  /** What a search finds, the newest first unless another order is asked for. */
  void search(Context ctx) {
    Parameters parameters = Parameters.of(ctx, PARAMETERS);
    String query = parameters.query(ResultsView.QUERY).orElse("");
    int page = parameters.whole(ResultsView.PAGE, 1, 1, MAX_OFFSET / ENTRIES);
    SearchRequest dated =
        SearchRequest.of(query, ENTRIES)
            .with(FilterNames.PAGES.read(parameters))
            .with(parameters.choice(ResultsView.ORDER, ResultsView.ORDERS).orElse(Order.NEWEST))
            .from((page - 1) * ENTRIES);
    SearchRequest request = parameters.day(ResultsView.DAY).map(dated::on).orElse(dated);
    if (unmodified(ctx, true)) {
      return;
    }
    Address asked = asked(parameters);
    PublicAddress base = PublicAddress.of(ctx);
    SearchResult result = searches.call(() -> engine.search(request));
    List<String> ids = result.hits().stream().map(SearchResult.Hit::documentId).toList();
    // The index may be behind: what was withheld or removed since has no time here.
    Map<String, Instant> changed = records.call(() -> registry.publicView().changed(ids));
    boolean more = result.next().isPresent() && page < MAX_OFFSET / ENTRIES;
    String registryId = registry.position().registryId();
    send(
        ctx,
        new AtomFeed(
            urn(registryId, "search:" + asked.toString().replaceFirst("^[^?]*\\?", "")),
            query.isEmpty() ? "Văn bản mới nhất" : "Văn bản: " + query,
            base.absolute(place(asked, page)),
            base.absolute(new Address(ResultsView.PATH, asked.parameters()).toString()),
            more ? Optional.of(base.absolute(place(asked, page + 1))) : Optional.empty(),
            result.hits().stream()
                .filter(hit -> changed.containsKey(hit.documentId()))
                .map(hit -> entry(base, registryId, hit, changed))
                .toList()));
  }

  /** What changed, the latest first. */
  void changes(Context ctx) {
    Parameters parameters = Parameters.of(ctx, BEFORE);
    long before = parameters.whole(BEFORE, Long.MAX_VALUE);
    if (unmodified(ctx, false)) {
      return;
    }
    List<PublicChange> changes =
        records.call(() -> registry.publicView().changesBefore(before, ENTRIES));
    Map<String, RegisteredDocument> documents =
        records.call(() ->
            registry.documents(
                new HashSet<>(changes.stream().map(PublicChange::documentId).toList())));
    PublicAddress base = PublicAddress.of(ctx);
    String registryId = registry.position().registryId();
    List<AtomFeed.Entry> entries = new ArrayList<>();
    for (PublicChange change : changes) {
      Optional.ofNullable(documents.get(change.documentId()))
          .filter(RegisteredDocument::isPublic)
          .map(document -> entry(base, registryId, change, document))
          .or(() -> change.gone() ? Optional.of(gone(base, registryId, change)) : Optional.empty())
          .ifPresent(entries::add);
    }
    Address here = new Address(CHANGES, List.of());
    send(
        ctx,
        new AtomFeed(
            urn(registryId, "changes"),
            "Thay đổi trong kho văn bản",
            base.absolute(
                parameters.has(BEFORE)
                    ? here.with(BEFORE, Long.toString(before)).toString()
                    : CHANGES),
            base.absolute("/tim-kiem?q="),
            changes.size() == ENTRIES
                ? Optional.of(
                    base.absolute(
                        here.with(BEFORE, Long.toString(changes.getLast().sequence())).toString()))
                : Optional.empty(),
            entries));
  }

  /** The search that was asked for, its parameters always in one order. */
  private static Address asked(Parameters parameters) {
    Address asked =
        new Address(SEARCH, List.of())
            .with(ResultsView.QUERY, parameters.text(ResultsView.QUERY).orElse(""));
    for (String name : PARAMETERS) {
      if (!List.of(ResultsView.QUERY, ResultsView.PAGE, ResultsView.EXPLAIN).contains(name)) {
        for (String value : parameters.set(name)) {
          asked = asked.with(name, value);
        }
      }
    }
    return asked;
  }

  private static String place(Address asked, int page) {
    return (page == 1 ? asked : asked.with(ResultsView.PAGE, Integer.toString(page))).toString();
  }

  private static AtomFeed.Entry entry(
      PublicAddress base, String registryId, SearchResult.Hit hit, Map<String, Instant> changed) {
    String name = Wording.name(hit.type().orElse(""), hit.number().orElse(""));
    String subject = hit.subject().map(SearchResult.Highlighted::text).orElse("");
    return new AtomFeed.Entry(
        urn(registryId, "document:" + hit.documentId()),
        title(name, subject),
        hit.passages().stream().findFirst().map(passage -> passage.snippet().text()).orElse(""),
        hit.issuer().orElse(""),
        hit.type().orElse(""),
        changed.getOrDefault(hit.documentId(), Instant.EPOCH),
        base.absolute(Links.page(hit.documentId())));
  }

  private static AtomFeed.Entry entry(
      PublicAddress base, String registryId, PublicChange change, RegisteredDocument registered) {
    LegalDocument document = registered.document();
    String type = document.type().map(Reading::value).orElse("");
    String name =
        Wording.name(type, document.number().map(read -> read.value().canonical()).orElse(""));
    return new AtomFeed.Entry(
        urn(registryId, "change:" + change.sequence()),
        title(name, document.subject().map(Reading::value).orElse("")),
        what(change) + (change.reason().isEmpty() ? "" : ": " + change.reason()),
        String.join(
            "; ", document.issuers().stream().map(issuer -> issuer.value().name()).toList()),
        type,
        change.at(),
        base.absolute(Links.page(registered.id())));
  }

  /** That a document is gone, and nothing of what it was. */
  private static AtomFeed.Entry gone(PublicAddress base, String registryId, PublicChange change) {
    return new AtomFeed.Entry(
        urn(registryId, "change:" + change.sequence()),
        "Văn bản không còn được công khai",
        what(change),
        "",
        "",
        change.at(),
        base.absolute(Links.page(change.documentId())));
  }

  private static String what(PublicChange change) {
    return change.action().map(Action::vietnamese).orElse("không còn mở cho khách");
  }

  private static String title(String name, String subject) {
    String joint = name.isEmpty() || subject.isEmpty() ? "" : " – ";
    String title = name + joint + subject;
    return title.isBlank() ? "Văn bản không tên" : title;
  }

  /** A name that no other registry gives (RFC 8141; what follows is percent-encoded). */
  private static String urn(String registryId, String what) {
    return "urn:vanban:" + registryId + ":" + what;
  }

  private void send(Context ctx, AtomFeed feed) {
    responses.bytes(ctx, AtomFeed.MEDIA_TYPE, feed.xml());
  }

  /** Tells when the feed last changed; answers 304 if the client's copy is as new. */
  private boolean unmodified(Context ctx, boolean indexed) {
    Optional<Instant> changed = records.call(() -> settled(indexed));
    changed.ifPresent(time ->
        ctx.header(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))));
    String since = ctx.header("If-Modified-Since");
    if (changed.isEmpty() || since == null || ctx.header("If-None-Match") != null) {
      return false;
    }
    try {
      Instant held = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since));
      if (!changed.get().isAfter(held)) {
        ctx.status(304);
        return true;
      }
    } catch (DateTimeParseException e) {
      // RFC 9110, 13.1.3: a date that is none is ignored.
    }
    return false;
  }

  /**
   * When what guests find last changed, to the second. Empty while the index is behind, and within
   * the second of a change: what came next would bear the same time. At midnight effects change.
   */
  private Optional<Instant> settled(boolean indexed) {
    FeedPosition position = registry.position();
    Optional<IndexMark> mark = engine.mark();
    boolean level =
        !indexed
            || (IndexFollower.isOf(mark, position)
                && mark.orElseThrow().sequence() == position.sequence());
    Instant midnight = VietnamTime.today().atStartOfDay(VietnamTime.ZONE).toInstant();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return registry
        .publicView()
        .lastChange()
        .map(last -> last.truncatedTo(ChronoUnit.SECONDS))
        .filter(last -> level && last.isBefore(now))
        .map(last -> indexed && last.isBefore(midnight) ? midnight : last);
  }
}
