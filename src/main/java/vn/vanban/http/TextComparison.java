package vn.vanban.http;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.http.pages.Block;
import vn.vanban.http.pages.ComparisonPage.Row;
import vn.vanban.http.pages.Marked;
import vn.vanban.law.Span;

/** Two texts side by side: by paragraphs, and where two of these differ by words. */
final class TextComparison {
  /** More cannot be compared while a guest waits; the longest law held has some 6,000. */
  private static final int MAX_PARAGRAPHS = 12_000;

  private static final int MAX_ROWS = 400;

  /** Paragraphs shown around what differs. */
  private static final int CONTEXT = 1;

  /** Paragraphs that share fewer of their words are different ones. */
  private static final double ALIKE = 0.3;

  private final List<Row> rows = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<String> come = new ArrayList<>();
  private int differing;

  private TextComparison() {}

  /**
   * What was compared.
   *
   * @param rows what differs, with what stands around it
   * @param differing how many paragraphs differ
   * @param cut whether more differs than is shown
   */
  record Result(List<Row> rows, int differing, boolean cut) {
    Result {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Paragraphs of a text as pages show them.
   *
   * @param printedLines whether a line of the text is a printed line and not a paragraph
   */
  static List<String> paragraphs(String text, boolean printedLines) {
    TextBlocks.Marks none =
        new TextBlocks.Marks(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
    return new TextBlocks("", text, List.of(), new Span(0, text.length()), none, printedLines)
        .build().stream()
            .filter(Block.Paragraph.class::isInstance)
            .map(Block.Paragraph.class::cast)
            .map(paragraph ->
                String.join("", paragraph.runs().stream().map(Block.Run::text).toList()))
            .map(paragraph -> paragraph.replaceAll("(?U)\\s+", " ").strip())
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
  }

  /** Compares; empty if the texts are too long for it. */
  static Optional<Result> of(List<String> before, List<String> after) {
    if (before.size() + after.size() > MAX_PARAGRAPHS) {
      return Optional.empty();
    }
    TextComparison comparison = new TextComparison();
    List<AbstractDelta<String>> deltas = diff(before, after);
    for (int i = 0; i < deltas.size(); i++) {
      AbstractDelta<String> delta = deltas.get(i);
      if (delta.getType() == DeltaType.EQUAL) {
        comparison.different();
        comparison.same(delta.getSource().getLines(), i == 0, i == deltas.size() - 1);
      } else {
        comparison.gone.addAll(delta.getSource().getLines());
        comparison.come.addAll(delta.getTarget().getLines());
      }
    }
    comparison.different();
    List<Row> rows = comparison.rows;
    return Optional.of(
        new Result(
            rows.subList(0, Math.min(MAX_ROWS, rows.size())),
            comparison.differing,
            rows.size() > MAX_ROWS));
  }

  private static List<AbstractDelta<String>> diff(List<String> before, List<String> after) {
    return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true).getDeltas();
  }

  private void same(List<String> paragraphs, boolean first, boolean last) {
    int head = first ? 0 : CONTEXT;
    int tail = last ? 0 : CONTEXT;
    int hidden = paragraphs.size() - head - tail;
    for (int i = 0; i < paragraphs.size(); i++) {
      if (hidden <= 1 || i < head || i >= paragraphs.size() - tail) {
        Marked text = Marked.plain(paragraphs.get(i));
        rows.add(new Row(Row.Kind.SAME, text, text, 0));
      } else if (i == head) {
        Marked none = Marked.plain("");
        rows.add(new Row(Row.Kind.GAP, none, none, hidden));
      }
    }
  }

  /** What is gone and what has come between two paragraphs that are the same, in pairs. */
  private void different() {
    int pairs = Math.min(gone.size(), come.size());
    for (int i = 0; i < pairs; i++) {
      rows.add(changed(gone.get(i), come.get(i)));
    }
    Marked none = Marked.plain("");
    gone.subList(pairs, gone.size())
        .forEach(text -> rows.add(new Row(Row.Kind.REMOVED, all(text), none, 0)));
    come.subList(pairs, come.size())
        .forEach(text -> rows.add(new Row(Row.Kind.ADDED, none, all(text), 0)));
    differing += Math.max(gone.size(), come.size());
    gone.clear();
    come.clear();
  }

  private static Row changed(String before, String after) {
    List<String> old = List.of(before.split(" ", -1));
    List<String> now = List.of(after.split(" ", -1));
    List<Marked.Piece> left = new ArrayList<>();
    List<Marked.Piece> right = new ArrayList<>();
    int shared = 0;
    for (AbstractDelta<String> delta : diff(old, now)) {
      boolean differs = delta.getType() != DeltaType.EQUAL;
      shared += differs ? 0 : delta.getSource().size();
      add(left, delta.getSource().getLines(), differs);
      add(right, delta.getTarget().getLines(), differs);
    }
    return shared < ALIKE * Math.max(old.size(), now.size())
        ? new Row(Row.Kind.CHANGED, all(before), all(after), 0)
        : new Row(Row.Kind.CHANGED, new Marked(left), new Marked(right), 0);
  }

  private static void add(List<Marked.Piece> pieces, List<String> words, boolean differs) {
    if (!words.isEmpty()) {
      if (!pieces.isEmpty()) {
        pieces.add(new Marked.Piece(" ", false));
      }
      pieces.add(new Marked.Piece(String.join(" ", words), differs));
    }
  }

  private static Marked all(String text) {
    return new Marked(List.of(new Marked.Piece(text, true)));
  }
}
