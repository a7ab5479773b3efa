package vn.vanban.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.NumberPage;
import vn.vanban.http.pages.NumberPage.Found;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.VietnamTime;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/** The number box: every reading of what was typed, and the documents that bear it. */
final class NumberRoute {
  private static final String NUMBER = "so";

  /** Documents of one number that are told at once; the search has all. */
  private static final int SHOWN = 20;

  private final SearchEngine engine;
  private final Lane searches;
  private final Responses responses;
  private final PageRenderer renderer;

  NumberRoute(SearchEngine engine, Lane searches, Responses responses, PageRenderer renderer) {
    this.engine = engine;
    this.searches = searches;
    this.responses = responses;
    this.renderer = renderer;
  }

  void page(Context ctx) {
    String typed = Parameters.of(ctx, NUMBER).query(NUMBER).orElse("");
    Frame bare = renderer.frame(ctx, "", "");
    String title = bare.say("Tra số, ký hiệu", "Look up a number");
    Frame frame = renderer.frame(ctx, typed.isEmpty() ? title : typed + " – " + title, "");
    responses.page(
        ctx,
        "number.jte",
        typed.isEmpty()
            ? new NumberPage(frame, "", List.of(), List.of(), List.of(), List.of(), "")
            : searches.call(() -> found(frame, typed)));
  }

  private NumberPage found(Frame frame, String typed) {
    SearchResult result = engine.search(SearchRequest.of(typed, SHOWN));
    Optional<String> literal = DocumentNumber.parse(typed).map(DocumentNumber::key);
    List<NumberPage.Reading> readings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (DocumentNumber number : DocumentNumber.readings(typed)) {
      List<SearchResult.Bearer> bearers =
          engine.search(SearchRequest.of(number.canonical(), 1)).numbers().stream()
              .filter(bearer -> new DocumentNumber(bearer.number()).key().equals(number.key()))
              .toList();
      bearers.forEach(bearer -> told.add(bearer.documentId()));
      int more = bearers.size() - SHOWN;
      readings.add(
          new NumberPage.Reading(
              number.canonical(),
              literal.filter(number.key()::equals).isEmpty(),
              bearers.stream().limit(SHOWN).map(NumberRoute::found).toList(),
              more > 0 ? frame.language().count(more) : "",
              search(number.canonical())));
    }
    return new NumberPage(
        frame,
        typed,
        hits(result, SearchResult.Found.CITATION).map(NumberRoute::provision).toList(),
        hits(result, SearchResult.Found.NAME)
            .map(hit -> found(hit, Links.page(hit.documentId()), ""))
            .toList(),
        readings,
        result.numbers().stream()
            .filter(bearer -> !told.contains(bearer.documentId()))
            .limit(SHOWN)
            .map(NumberRoute::found)
            .toList(),
        search(typed));
  }

  private static String search(String query) {
    return ResultsView.PATH + "?q=" + Responses.encoded(query);
  }

  private static Stream<SearchResult.Hit> hits(SearchResult result, SearchResult.Found by) {
    return result.hits().stream().filter(hit -> hit.found() == by);
  }

  private static Found found(SearchResult.Bearer bearer) {
    return new Found(
        Links.page(bearer.documentId()),
        bearer.number(),
        bearer.issuer().orElse(""),
        bearer.issued().map(VietnamTime::written).orElse(""));
  }

  private static Found provision(SearchResult.Hit hit) {
    return hit.passages().stream()
        .filter(passage -> !passage.path().isEmpty() && passage.copy() == 0)
        .findFirst()
        .map(passage ->
            found(hit, Links.provision(hit.documentId(), passage.path()), passage.label()))
        .orElseGet(() -> found(hit, Links.page(hit.documentId()), ""));
  }

  private static Found found(SearchResult.Hit hit, String url, String place) {
    String name = Wording.name(hit.type().orElse(""), hit.number().orElse(""));
    String subject = hit.subject().map(SearchResult.Highlighted::text).orElse("");
    String document = name.isEmpty() ? subject : name;
    return new Found(
        url,
        place.isEmpty() ? document : place + " – " + document,
        hit.issuer().orElse(""),
        hit.issued().map(VietnamTime::written).orElse(""));
  }
}
