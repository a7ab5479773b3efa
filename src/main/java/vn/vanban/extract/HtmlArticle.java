package vn.vanban.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;

/**
 * Finds what a page is about: from the body downwards it follows the child that holds nearly all
 * text outside links, and keeps besides it what is text as well. Menus, side bars and footers fall
 * away by their role, their name or the share of their links; what is in doubt stays.
 */
final class HtmlArticle {
  private static final String NO_TEXT =
      "script,style,noscript,template,svg,canvas,iframe,object,embed,audio,video,"
          + "input,select,textarea,button,datalist,[hidden]";

  private static final String FURNITURE =
      "nav,aside,[role=navigation],[role=banner],[role=contentinfo],[role=search],"
          + "[role=complementary],[role=dialog],[role=menu],[role=menubar],[role=tablist]";

  /** Compiled once: a selector given as text is parsed again for every element. */
  private static final Evaluator IS_FURNITURE = Selector.evaluatorOf(FURNITURE);

  /** Words in class and id names of page furniture, Vietnamese ones among them. */
  private static final Pattern FURNITURE_NAME =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:nav\\w*|menu\\w*|side-?bar|breadcrumbs?|footer|copyright|banner|"
              + "ads?|advert\\w*|quangcao|social|share|sharing|comments?|binhluan|related|"
              + "lien-?quan|popup|modal|login|dangnhap|search\\w*|pagination|toolbar|cookie|tooltips?|"
              + "captcha|grecaptcha|tin-?khac)(?:$|[\\s_-])|(?:Footer|Menu|Sidebar|Breadcrumb|Banner)(?=[_A-Z\\s-]|$)");

  private static final Pattern HIDDEN = Pattern.compile("(?i)(?:^|[;\\s])display\\s*:\\s*none");

  /** A part with this share of the page's text is never furniture, whatever its name. */
  private static final double MAIN_SHARE = 0.3;

  /** The child that is followed holds this share of its parent's text. */
  private static final double FOLLOWED_SHARE = 0.7;

  /** Lists of links: this share of the text is in links. */
  private static final double LINK_SHARE = 0.6;

  /** Beside the main part a part stays if less of it than this is in links. */
  private static final double FEW_LINK_SHARE = 0.25;

  /**
   * A letterhead or a signature may stand apart from the body: up to so many levels above it, parts
   * without a link stay.
   */
  private static final int NEAR_LEVELS = 2;

  /** Shorter than this are labels of buttons, zoom factors and the like. */
  private static final int MIN_NEAR = 40;

  /** Beside the followed child a part stays from this length on. */
  private static final int SUBSTANTIAL = 250;

  /** A table with more text than a letterhead or a form may be the layout of the page. */
  private static final int LAYOUT_CELL = 2000;

  /** A page with fewer links and no furniture is a document as it stands. */
  private static final int FEW_LINKS = 12;

  private static final Pattern POSTED =
      Pattern.compile("\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d\\d\\b");
  private static final int MAX_DATE_LINE = 80;

  private final Document page;
  private final Map<Element, int[]> lengths = new HashMap<>();
  private final Set<Element> kept = new HashSet<>();

  HtmlArticle(Document page) {
    this.page = page;
  }

  void read(TextSink sink) {
    Element body = page.body();
    page.select(NO_TEXT).remove();
    measure(body);
    if (isDocument(body)) {
      new HtmlText(sink).read(List.of(body));
      return;
    }
    removeFurniture(body);
    lengths.clear();
    measure(body);
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
    int[] length = length(body);
    return body.select(FURNITURE + ",footer").isEmpty()
        && (body.select("a[href]").size() < FEW_LINKS || length[1] * 20 < length[0])
        && body.select("form").isEmpty();
  }

  private void removeFurniture(Element body) {
    int all = length(body)[0];
    Elements candidates = body.select("*");
    for (Element element : candidates) {
      if (element.equals(body) || element.ownerDocument() == null || !element.hasParent()) {
        continue;
      }
      int[] length = length(element);
      boolean large = length[0] - length[1] > MAIN_SHARE * (all - length(body)[1]);
      if (!large && (isFurniture(element) || isLinkList(element, length))) {
        element.remove();
      }
    }
  }

  private static boolean isFurniture(Element element) {
    if (HIDDEN.matcher(element.attr("style")).find()) {
      return true;
    }
    if (element.is(IS_FURNITURE)) {
      return element.selectFirst("h1") == null;
    }
    if (element.nameIs("footer") || element.nameIs("header")) {
      return element.closest("article") == null && element.selectFirst("h1") == null;
    }
    return FURNITURE_NAME.matcher(element.className() + " " + element.id()).find()
        && element.selectFirst("h1") == null;
  }

  private static boolean isLinkList(Element element, int[] length) {
    return length[0] > 0
        && length[1] > LINK_SHARE * length[0]
        && (element.nameIs("ul") || element.nameIs("ol") || element.nameIs("div"))
        && element.select("a[href]").size() >= 3;
  }

  /** Where a page names its main part and that part holds half of the text, begin there. */
  private Element start(Element body) {
    int all = free(body);
    Element best = body;
    int most = all / 2;
    for (Element hint : body.select("article,main,[role=main],[itemprop=articleBody]")) {
      if (free(hint) > most) {
        best = hint;
        most = free(hint);
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
        if (free(child) >= FOLLOWED_SHARE * free(node)) {
          heavy = child;
        }
      }
      if (heavy == null || !isContainer(heavy)) {
        near.forEach(kept::addAll);
        return node;
      }
      List<Element> plain = new ArrayList<>();
      for (Element child : node.children()) {
        int[] length = length(child);
        if (child.equals(heavy) || length[0] == 0) {
          continue;
        }
        if (length[0] - length[1] >= SUBSTANTIAL && length[1] < FEW_LINK_SHARE * length[0]) {
          kept.add(child);
        } else if (length[1] == 0
            && (length[0] >= MIN_NEAR || child.selectFirst("table") != null)) {
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
      return length(element)[0] > LAYOUT_CELL;
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
            || (text.length() <= MAX_DATE_LINE && POSTED.matcher(text).find())) {
          return Optional.of(element);
        }
      }
    }
    return Optional.empty();
  }

  private int free(Element element) {
    int[] length = length(element);
    return length[0] - length[1];
  }

  private int[] length(Element element) {
    return lengths.getOrDefault(element, new int[2]);
  }

  /** Characters of text, and those of them in links, for every element. */
  private void measure(Element root) {
    NodeTraversor.traverse(
        new NodeVisitor() {
          private int links;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              int length = text.text().strip().length();
              if (length > 0 && node.parent() instanceof Element parent) {
                int[] sum = lengths.computeIfAbsent(parent, p -> new int[2]);
                sum[0] += length;
                sum[1] += links > 0 ? length : 0;
              }
            } else if (isLink(node)) {
              links++;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (isLink(node)) {
              links--;
            }
            int[] own = node instanceof Element element ? lengths.get(element) : null;
            if (own != null && !node.equals(root) && node.parent() instanceof Element parent) {
              int[] sum = lengths.computeIfAbsent(parent, p -> new int[2]);
              sum[0] += own[0];
              sum[1] += own[1];
            }
          }
        },
        root);
  }

  private static boolean isLink(Node node) {
    return node instanceof Element element && element.nameIs("a") && element.hasAttr("href");
  }
}
