package vn.vanban.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Finds what a page is about: from the body downwards it follows the child that holds nearly all
 * text outside links, and keeps besides it what is text as well. Menus, side bars and footers fall
 * away ({@link HtmlFurniture}); what is in doubt stays.
 */
final class HtmlArticle {
  /** The child that is followed holds this share of its parent's text. */
  private static final double FOLLOWED_SHARE = 0.7;

  /** Beside the main part a part stays if less of it than this is in links. */
  private static final double FEW_LINK_SHARE = 0.25;

  /**
   * A letterhead or a signature may stand apart from the body: up to so many levels above it, parts
   * without a link stay.
   */
  private static final int NEAR_LEVELS = 2;

  /** Shorter than this are labels of buttons, zoom factors and the like. */
  private static final int MIN_NEAR = 40;

  /** What is left of a part whose text was furniture but for less than this share is furniture. */
  private static final double REMNANT_SHARE = 0.25;

  /** Beside the followed child a part stays from this length on. */
  private static final int SUBSTANTIAL = 250;

  /** A table with more text than a letterhead or a form may be the layout of the page. */
  private static final int LAYOUT_CELL = 2000;

  /** A page with fewer links and no furniture is a document as it stands. */
  private static final int FEW_LINKS = 12;

  private static final int MAX_DATE_LINE = 80;

  private final Document page;
  private final HtmlFurniture furniture;
  private final HtmlLengths before;
  private HtmlLengths lengths;
  private final Set<Element> kept = new HashSet<>();

  HtmlArticle(Document page) {
    this.page = page;
    this.furniture = new HtmlFurniture(page);
    this.before = furniture.lengths();
    this.lengths = before;
  }

  void read(TextSink sink) {
    Element body = page.body();
    if (isDocument(body)) {
      new HtmlText(sink).read(List.of(body));
      return;
    }
    furniture.remove();
    lengths = new HtmlLengths(body);
    Element main = follow(start(body));
    kept.add(main);
    List<Element> parts = new ArrayList<>();
    Optional<Element> heading = heading(body);
    heading.ifPresent(kept::add);
    heading.ifPresent(h -> posted(body, h, main).ifPresent(kept::add));
    NodeTraversor.traverse(
        (NodeVisitor)
            (node, depth) -> {
              if (node instanceof Element element
                  && kept.contains(element)
                  && element.parents().stream().noneMatch(kept::contains)) {
                parts.add(element);
              }
            },
        body);
    if (heading.isEmpty() && !page.title().isBlank()) {
      sink.add(page.title().strip(), ExtractedText.Place.BODY);
    }
    new HtmlText(sink).read(parts);
  }

  private boolean isDocument(Element body) {
    return body.select(HtmlFurniture.FURNITURE + ",footer").isEmpty()
        && (body.select("a[href]").size() < FEW_LINKS
            || lengths.linked(body) * 20 < lengths.all(body))
        && body.select("form").isEmpty();
  }

  /** Where a page names its main part and that part holds half of the text, begin there. */
  private Element start(Element body) {
    int all = lengths.free(body);
    Element best = body;
    int most = all / 2;
    for (Element hint : body.select("article,main,[role=main],[itemprop=articleBody]")) {
      if (lengths.free(hint) > most) {
        best = hint;
        most = lengths.free(hint);
      }
    }
    return best;
  }

  private Element follow(Element from) {
    Element node = from;
    Deque<List<Element>> near = new ArrayDeque<>();
    while (true) {
      Element heavy = null;
      for (Element child : node.children()) {
        if (lengths.free(child) >= FOLLOWED_SHARE * lengths.free(node)) {
          heavy = child;
        }
      }
      if (heavy == null || !isContainer(heavy)) {
        near.forEach(kept::addAll);
        return node;
      }
      List<Element> plain = new ArrayList<>();
      for (Element child : node.children()) {
        int all = lengths.all(child);
        int linked = lengths.linked(child);
        if (child.equals(heavy) || all == 0) {
          continue;
        }
        if (all - linked >= SUBSTANTIAL && linked < FEW_LINK_SHARE * all) {
          kept.add(child);
        } else if (linked == 0
            && all >= REMNANT_SHARE * before.all(child)
            && (all >= MIN_NEAR || child.selectFirst("table") != null)) {
          plain.add(child);
        }
      }
      if (!plain.isEmpty()) {
        near.addLast(plain);
      }
      if (near.size() > NEAR_LEVELS) {
        near.removeFirst();
      }
      node = heavy;
    }
  }

  /** Blocks; tables and their parts only where the page is laid out by tables. */
  private boolean isContainer(Element element) {
    if (element.nameIs("table") || isTablePart(element)) {
      return lengths.all(element) > LAYOUT_CELL;
    }
    return element.isBlock() && !element.nameIs("p");
  }

  private static boolean isTablePart(Element element) {
    return element.is("tbody,tr,td");
  }

  /** The last h1 before or within the main part, else a heading that the page's title repeats. */
  private Optional<Element> heading(Element body) {
    Elements headings = body.select("h1");
    if (headings.isEmpty()) {
      String title = page.title().strip();
      for (Element element : body.select("h2,h3,[class*=title],[id*=title]")) {
        String text = element.text().strip();
        if (text.length() > 10 && title.contains(text)) {
          return Optional.of(element);
        }
      }
      return Optional.empty();
    }
    for (Element heading : headings) {
      if (heading.closest("main,article") != null || headings.size() == 1) {
        return Optional.of(heading);
      }
    }
    return Optional.of(headings.getFirst());
  }

  /** The date line between the heading and the main part. */
  private Optional<Element> posted(Element body, Element heading, Element main) {
    boolean after = false;
    for (Element element : body.getAllElements()) {
      if (element.equals(heading)) {
        after = true;
      } else if (element.equals(main)) {
        return Optional.empty();
      } else if (after) {
        String text = element.text();
        if (element.nameIs("time")
            || (text.length() <= MAX_DATE_LINE && HtmlFurniture.POSTED.matcher(text).find())) {
          return Optional.of(element);
        }
      }
    }
    return Optional.empty();
  }
}
