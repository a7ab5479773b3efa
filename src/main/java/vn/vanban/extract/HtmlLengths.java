package vn.vanban.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Characters of text, and those of them in links, for every element as it stood when measured. */
final class HtmlLengths {
  private final Map<Element, int[]> lengths = new HashMap<>();

  HtmlLengths(Element root) {
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

  /** Characters of text. */
  int all(Element element) {
    return length(element)[0];
  }

  /** Characters of text in links. */
  int linked(Element element) {
    return length(element)[1];
  }

  /** Characters of text outside links. */
  int free(Element element) {
    int[] length = length(element);
    return length[0] - length[1];
  }

  private int[] length(Element element) {
    return lengths.getOrDefault(element, new int[2]);
  }
}
