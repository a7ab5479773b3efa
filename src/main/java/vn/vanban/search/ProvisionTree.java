package vn.vanban.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;

/** Provisions, nested as their spans are. */
final class ProvisionTree {
  private final Provision provision;
  private final List<ProvisionTree> children = new ArrayList<>();
  private boolean holdsArticles;

  private ProvisionTree(Provision provision) {
    this.provision = provision;
  }

  /**
   * Nests provisions.
   *
   * @param provisions in any order
   * @param textLength those that do not begin within the text are left out
   * @return the outermost ones, in reading order
   */
  static List<ProvisionTree> of(List<Provision> provisions, int textLength) {
    List<Provision> ordered = new ArrayList<>(provisions);
    ordered.removeIf(p -> p.span().start() >= textLength || p.span().length() == 0);
    ordered.sort(
        Comparator.<Provision>comparingInt(p -> p.span().start())
            .thenComparingInt(p -> -p.span().end()));
    List<ProvisionTree> roots = new ArrayList<>();
    Deque<ProvisionTree> open = new ArrayDeque<>();
    for (Provision provision : ordered) {
      ProvisionTree node = new ProvisionTree(provision);
      while (!open.isEmpty() && open.peek().end() <= node.start()) {
        open.pop();
      }
      (open.isEmpty() ? roots : open.peek().children).add(node);
      if (node.level() == Level.DIEU) {
        open.forEach(outer -> outer.holdsArticles = true);
      }
      open.push(node);
    }
    return roots;
  }

  Provision provision() {
    return provision;
  }

  List<ProvisionTree> children() {
    return children;
  }

  /** Whether a Điều lies within. */
  boolean holdsArticles() {
    return holdsArticles;
  }

  Level level() {
    return provision.path().last().level();
  }

  int start() {
    return provision.span().start();
  }

  int end() {
    return provision.span().end();
  }

  int[] childStarts() {
    return children.stream().mapToInt(ProvisionTree::start).toArray();
  }

  /** Label and heading together: {@code Điều 5. Phạm vi điều chỉnh}. */
  String label() {
    String label = provision.label().strip();
    String heading = provision.heading().strip();
    if (heading.isEmpty()) {
      return label;
    }
    boolean closed = label.endsWith(".") || label.endsWith(")") || label.endsWith(":");
    return label + (closed ? " " : ". ") + heading;
  }
}
