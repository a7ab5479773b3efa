package vn.vanban.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/**
 * Cuts documents into passages: a Điều is a passage, or several where it is long; without Điều a
 * numbered section that is short enough, else its parts; all other text in pieces bounded by
 * paragraphs. Passages do not overlap, run in reading order, and leave out nothing but blanks. Of a
 * further copy only the paragraphs count that no earlier copy has.
 */
public final class Passages {
  /** A longer Điều is cut, at its Khoản where it can be. */
  static final int MAX_PROVISION_CHARS = 3_000;

  /** Text outside provisions is cut into pieces of about 1,000 characters. */
  static final int MAX_TEXT_CHARS = 1_200;

  /** The heading of a Chương or Mục goes with the passage that follows, unless it is a text. */
  static final int MAX_HEADING_CHARS = 300;

  private final String text;
  private final int copy;
  private final List<Passage> passages;

  /** Where a heading begins that goes with the next passage; -1 for none. */
  private int carried = -1;

  private Passages(String text, int copy, List<Passage> passages) {
    this.text = text;
    this.copy = copy;
    this.passages = passages;
  }

  /**
   * The passages of a document, those of its first text first.
   *
   * @param provisions its provisions; their spans refer to the first text, what lies outside it is
   *     passed over
   * @param texts the texts of its copies
   */
  public static List<Passage> of(List<Provision> provisions, List<String> texts) {
    List<Passage> passages = new ArrayList<>();
    if (!texts.isEmpty()) {
      String first = texts.getFirst();
      new Passages(first, 0, passages).whole(ProvisionTree.of(provisions, first.length()));
    }
    if (texts.size() > 1) {
      Set<String> known = new HashSet<>();
      for (int copy = 0; copy < texts.size(); copy++) {
        new Passages(texts.get(copy), copy, passages).news(known, copy > 0);
      }
    }
    return passages;
  }

  private void whole(List<ProvisionTree> roots) {
    walk(roots, 0, text.length(), "", "");
    if (carried >= 0) {
      cut(text.length(), text.length(), "", "", MAX_TEXT_CHARS, new int[0]);
    }
  }

  private void walk(List<ProvisionTree> nodes, int from, int to, String path, String label) {
    int at = from;
    for (ProvisionTree node : nodes) {
      int start = Math.max(node.start(), at);
      int end = Math.min(node.end(), to);
      if (end <= start) {
        continue;
      }
      between(at, start, path, label, !path.isEmpty());
      provision(node, start, end);
      at = end;
    }
    between(at, to, path, label, false);
  }

  private void provision(ProvisionTree node, int start, int end) {
    String path = node.provision().path().toString();
    String label = node.label();
    if (node.level() == Level.DIEU) {
      cut(start, end, path, label, MAX_PROVISION_CHARS, node.childStarts());
    } else if (!node.holdsArticles() && end - start <= MAX_TEXT_CHARS) {
      cut(start, end, path, label, MAX_TEXT_CHARS, new int[0]);
    } else {
      walk(node.children(), start, end, path, label);
    }
  }

  /** Text that belongs to no inner provision; a short one before an inner one is a heading. */
  private void between(int start, int end, String path, String label, boolean heading) {
    if (heading && end - start <= MAX_HEADING_CHARS) {
      if (carried < 0 && end > start) {
        carried = start;
      }
      return;
    }
    cut(start, end, path, label, MAX_TEXT_CHARS, new int[0]);
  }

  /** Adds passages of at most {@code max} characters, cut at the best places. */
  private void cut(int from, int end, String path, String label, int max, int[] preferred) {
    if (from >= end && carried < 0) {
      return;
    }
    int start = carried >= 0 ? carried : from;
    if (TextBreaks.skipBlank(text, start, end) >= end) {
      return;
    }
    carried = -1;
    while (start < end) {
      int stop = TextBreaks.next(text, start, end, max, preferred);
      add(start, stop, path, label);
      start = stop;
    }
  }

  private void add(int from, int to, String path, String label) {
    int start = TextBreaks.skipBlank(text, from, to);
    int end = TextBreaks.dropBlank(text, start, to);
    if (end > start) {
      passages.add(new Passage(copy, path, label, new Span(start, end)));
    }
  }

  /** Learns this copy's paragraphs; runs of those not known before become passages on wish. */
  private void news(Set<String> known, boolean wanted) {
    int runStart = -1;
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int next = newline < 0 ? text.length() : newline + 1;
      String paragraph =
          Folding.canonical(text.substring(at, next)).replaceAll("\\s+", " ").strip();
      boolean fresh = !paragraph.isEmpty() && known.add(paragraph);
      if (wanted && fresh && runStart < 0) {
        runStart = at;
      } else if (runStart >= 0 && !fresh && !paragraph.isEmpty()) {
        cut(runStart, at, "", "", MAX_TEXT_CHARS, new int[0]);
        runStart = -1;
      }
      at = next;
    }
    if (runStart >= 0) {
      cut(runStart, text.length(), "", "", MAX_TEXT_CHARS, new int[0]);
    }
  }
}
