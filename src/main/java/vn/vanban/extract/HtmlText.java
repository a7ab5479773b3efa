package vn.vanban.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import vn.vanban.extract.ExtractedText.Place;

/** Writes HTML as paragraphs: a block, a table cell or a line break ends one. */
final class HtmlText implements NodeVisitor {
  private final TextSink sink;
  private final StringBuilder open = new StringBuilder();
  private final Map<Element, Integer> numbers = new HashMap<>();
  private final Map<Element, Boolean> ownTextIsBlank = new HashMap<>();
  private int cells;
  private int preformatted;

  HtmlText(TextSink sink) {
    this.sink = sink;
  }

  void read(List<Element> parts) {
    for (Element part : parts) {
      NodeTraversor.traverse(this, part);
      flush();
    }
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      if (ends(element)) {
        flush();
      } else if (isApart(element)) {
        append(" ");
      }
      if (isCell(element)) {
        cells++;
      } else if (element.nameIs("pre")) {
        preformatted++;
      } else if (element.nameIs("li")) {
        open.append(marker(element));
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (ends(element)) {
        flush();
      }
      if (isCell(element)) {
        cells--;
      } else if (element.nameIs("pre")) {
        preformatted--;
      }
    }
  }

  private static boolean ends(Element element) {
    return element.isBlock() || isCell(element) || element.nameIs("br") || element.nameIs("tr");
  }

  /** A label and its value: spans of different classes, set apart by the style sheet alone. */
  private boolean isApart(Element element) {
    Element parent = element.parent();
    return element.previousSibling() instanceof Element before
        && parent != null
        && parent.isBlock()
        && !parent.nameIs("p")
        && ownTextIsBlank.computeIfAbsent(parent, p -> p.ownText().isBlank())
        && !element.className().isEmpty()
        && !before.nameIs("br")
        && !before.className().equals(element.className());
  }

  private static boolean isCell(Element element) {
    return element.nameIs("td") || element.nameIs("th");
  }

  /** The number that a browser prints before an item of a numbered list. */
  private String marker(Element item) {
    Element list = item.parent();
    if (list == null
        || !list.nameIs("ol")
        || list.attr("style").contains("none")
        || item.attr("style").contains("list-style-type:none")
        || item.attr("style").contains("list-style: none")) {
      return "";
    }
    if (!numbers.containsKey(item)) {
      number(list);
    }
    int number = numbers.getOrDefault(item, 1);
    return switch (list.attr("type")) {
      case "a" -> letter(number, 'a') + ") ";
      case "A" -> letter(number, 'A') + ". ";
      default -> number + ". ";
    };
  }

  /** Numbers all items of a list, each once (HTML Standard, 4.4.8: ordinal value). */
  private void number(Element list) {
    int next = number(list.attr("start"), 1);
    for (Element item : list.children()) {
      if (item.nameIs("li")) {
        int number = number(item.attr("value"), next);
        numbers.put(item, number);
        next = number + 1;
      }
    }
  }

  private static String letter(int number, char first) {
    return number >= 1 && number <= 26
        ? String.valueOf((char) (first + number - 1))
        : String.valueOf(number);
  }

  private static int number(String value, int otherwise) {
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
  }

  /** White space runs together, but for the no-break space, which is printed. */
  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!blank) {
        open.append(c);
      } else if (preformatted > 0 && (c == '\n' || c == '\f')) {
        flush();
      } else if (!open.isEmpty() && open.charAt(open.length() - 1) != ' ') {
        open.append(' ');
      }
    }
  }

  private void flush() {
    String text = open.toString().strip();
    open.setLength(0);
    if (text.chars().anyMatch(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c))) {
      sink.add(text, cells > 0 ? Place.TABLE : Place.BODY);
    }
  }
}
