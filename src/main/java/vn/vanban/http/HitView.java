package vn.vanban.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vanban.http.pages.HitEntry;
import vn.vanban.http.pages.Marked;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.Span;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Highlighted;

/** Makes what a page shows of a hit. */
final class HitView {
  /** Passages under one hit on a page: two tell enough, more push the next hit off the screen. */
  private static final int SHOWN = 2;

  /** So much of a passage without a label tells which it is. */
  private static final int NAME_CHARS = 60;

  private HitView() {}

  /** One hit. */
  static HitEntry of(Wording wording, SearchResult.Hit hit) {
    String name = Wording.name(hit.type().orElse(""), hit.number().orElse(""));
    Marked title =
        hit.subject()
            .map(HitView::marked)
            .orElseGet(() -> Marked.plain(name.isEmpty() ? file(wording, hit) : name));
    return new HitEntry(
        Links.page(hit.documentId()),
        hit.subject().isPresent() ? name : "",
        wording.badge(hit.kind()),
        hit.status().name().toLowerCase(Locale.ROOT),
        hit.status() == EffectStatus.UNKNOWN ? "" : wording.status(hit.status()),
        title,
        hit.issuer().orElse(""),
        hit.issued().map(wording::date).orElse(""),
        passages(wording, hit),
        hit.reasons());
  }

  private static String file(Wording wording, SearchResult.Hit hit) {
    return hit.source().isEmpty()
        ? wording.say("Văn bản không tên", "Document without a name")
        : SourceName.of(hit.source());
  }

  private static List<HitEntry.Passage> passages(Wording wording, SearchResult.Hit hit) {
    String id = hit.documentId();
    List<SearchResult.PassageHit> found = hit.passages();
    String document = Wording.name(hit.type().orElse(""), hit.number().orElse(""));
    List<HitEntry.Passage> passages = new ArrayList<>();
    String before = "";
    for (SearchResult.PassageHit passage : found.subList(0, Math.min(SHOWN, found.size()))) {
      String url =
          passage.path().isEmpty() || passage.copy() > 0
              ? Links.passage(id, passage.copy(), passage.span())
              : Links.provision(id, passage.path());
      String label =
          passage.label().isEmpty()
              ? wording.say("Xem đoạn này", "See this passage")
              : CitationText.around(passage.path()) + passage.label();
      // Two pieces of one long provision need no second heading.
      passages.add(
          new HitEntry.Passage(
              url,
              !passage.label().isEmpty(),
              url.equals(before) ? "" : label,
              name(passage, label, document),
              marked(passage.snippet())));
      before = url;
    }
    return passages;
  }

  /**
   * {@code Điều 5, Nghị định 43/2019/NĐ-CP}, {@code Xem đoạn này: Các xã vùng cao…}: among the
   * links of a page one must know which it is (WCAG 2.2, 2.4.9); it begins with what is seen
   * (2.5.3).
   */
  private static String name(SearchResult.PassageHit passage, String label, String document) {
    if (!passage.label().isEmpty()) {
      return document.isEmpty() ? label : label + ", " + document;
    }
    String text = passage.snippet().text();
    int end = text.length() <= NAME_CHARS ? text.length() : text.lastIndexOf(' ', NAME_CHARS);
    return label
        + ": "
        + text.substring(0, end < 0 ? NAME_CHARS : end)
        + (end == text.length() ? "" : "…");
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
