package vn.vanban.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Takes from a page what is not its text: menus, side bars and footers by their role, their name or
 * the share of their links, fields with their labels, and boxes that ask the reader to sign in.
 */
final class HtmlFurniture {
  private static final String NO_TEXT =
      "script,style,noscript,template,svg,canvas,iframe,object,embed,audio,video,"
          + "input,select,textarea,button,datalist,[hidden]";

  static final String FURNITURE =
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
              + "\\w*loader|loading|spinner|"
              + "captcha|grecaptcha|tin-?khac)(?:$|[\\s_-])|(?:Footer|Menu|Sidebar|Breadcrumb|Banner)(?=[_A-Z\\s-]|$)");

  private static final Pattern HIDDEN = Pattern.compile("(?i)(?:^|[;\\s])display\\s*:\\s*none");

  /** Fields to type into; a document has none, it leaves dots. */
  private static final String FIELDS =
      "input:not([type]),input[type=text],input[type=search],input[type=password],"
          + "input[type=email],input[type=tel],textarea";

  /** Label, hint and buttons of a field together are hardly longer. */
  private static final int FIELD_TEXT = 150;

  /** A field lies so deep in the box that holds its label, its hint and its buttons. */
  private static final int FIELD_LEVELS = 3;

  /** Text of these is the title of a page or the date of its posting, next to whatever field. */
  private static final Evaluator IS_TITLE =
      Selector.evaluatorOf("h1,h2,h3,h4,time,[class*=title],[id*=title]");

  /** A box that asks the reader to sign in is no longer than a few sentences. */
  private static final int CALL_TEXT = 600;

  /** Speaks to the reader: laws do not. */
  private static final Pattern READER =
      Pattern.compile("(?iU)\\b(?:bạn|quý khách|quý vị|quý độc giả|your?)\\b");

  private static final Pattern SIGN_IN =
      Pattern.compile(
          "(?iU)\\b(?:phải|cần|hãy|vui lòng|mời|chưa)\\s+đăng nhập\\b"
              + "|\\b(?:please|must|not|up or)\\s+(?:sign(?:ed)?|log(?:ged)?) in\\b");

  /** The link of such a box runs a script or leads to the account; one without is repeated. */
  private static final String ACCOUNT_LINK =
      "a:not([href]),a[href^=#],a[href^=javascript],a[href*=login],a[href*=signin],"
          + "a[href*=dang-nhap],a[href*=dangnhap],a[href*=register],a[href*=dang-ky],a[href*=dangky],[onclick]";

  private static final String BOX = "div,section,td,form,fieldset";
  private static final Evaluator IS_BOX = Selector.evaluatorOf(BOX);

  /** A part with this share of the page's text is never furniture, whatever its name. */
  private static final double MAIN_SHARE = 0.3;

  /** Lists of links: this share of the text is in links. */
  private static final double LINK_SHARE = 0.6;

  static final Pattern POSTED = Pattern.compile("\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d\\d\\b");

  private final Element body;
  private final HtmlLengths lengths;
  private final List<Element> fieldBoxes = new ArrayList<>();

  /** How often the page has each short box that has no box within. */
  private final Map<String, Integer> repeats = new HashMap<>();

  /** Takes out at once what never holds text. */
  HtmlFurniture(Document page) {
    body = page.body();
    for (Element field : body.select(FIELDS)) {
      Element parent = field.parent();
      if (parent != null) {
        fieldBoxes.add(parent);
      }
    }
    page.select(NO_TEXT).remove();
    lengths = new HtmlLengths(body);
  }

  /** The lengths before anything but fields and scripts was removed. */
  HtmlLengths lengths() {
    return lengths;
  }

  void remove() {
    for (Element box : fieldBoxes) {
      removeField(box);
    }
    for (Element box : body.select(BOX)) {
      if (lengths.all(box) > 0 && lengths.all(box) <= CALL_TEXT && box.select(BOX).size() == 1) {
        repeats.merge(box.text(), 1, Integer::sum);
      }
    }
    for (Element element : body.select("*")) {
      if (!element.equals(body)
          && element.ownerDocument() != null
          && element.hasParent()
          && !isLarge(element)
          && (isFurniture(element) || isLinkList(element) || isSignInCall(element))) {
        element.remove();
      }
    }
  }

  private boolean isLarge(Element element) {
    return lengths.free(element) > MAIN_SHARE * lengths.free(body);
  }

  private void removeField(Element parent) {
    Element box = parent;
    Element above = box.parent();
    for (int level = 0; level < FIELD_LEVELS && above != null && isFieldText(above); level++) {
      box = above;
      above = box.parent();
    }
    if (isFieldText(box)) {
      box.remove();
    }
  }

  private boolean isFieldText(Element box) {
    return !box.equals(body)
        && box.hasParent()
        && lengths.all(box) <= FIELD_TEXT
        && !isLarge(box)
        && box.selectFirst(IS_TITLE) == null
        && !POSTED.matcher(box.text()).find();
  }

  /** The innermost box counts: what lies around it may be text. */
  private boolean isSignInCall(Element element) {
    return asksToSignIn(element)
        && element.select(BOX).stream()
            .noneMatch(inner -> !inner.equals(element) && asksToSignIn(inner));
  }

  private boolean asksToSignIn(Element element) {
    int length = lengths.all(element);
    if (length == 0 || length > CALL_TEXT || !element.is(IS_BOX)) {
      return false;
    }
    String text = element.text();
    return SIGN_IN.matcher(text).find()
        && READER.matcher(text).find()
        && element.selectFirst("h1") == null
        && (element.selectFirst(ACCOUNT_LINK) != null || repeats.getOrDefault(text, 0) > 1);
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

  private boolean isLinkList(Element element) {
    return lengths.all(element) > 0
        && lengths.linked(element) > LINK_SHARE * lengths.all(element)
        && (element.nameIs("ul") || element.nameIs("ol") || element.nameIs("div"))
        && element.select("a[href]").size() >= 3;
  }
}
