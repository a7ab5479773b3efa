package vn.vanban.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vanban.law.Span;

/**
 * The articles of one part in their order: 1, 2, 3, 3a, 4 … (NĐ 30/2020, Phụ lục I, mục II.6). An
 * article out of turn is quoted from another document (its marks were lost), or prose that a line
 * break made look like an article, where the sequence goes on without it; else it is accepted and
 * the gap or double is told.
 */
final class ArticleOrder {
  /** {@code 31. Sửa đổi, bổ sung Điều 50 như sau:} (folded). */
  private static boolean amends(String words) {
    return words.contains("sửa đổi")
        || words.contains("bổ sung")
        || words.contains("thay thế")
        || words.contains("được đổi thành");
  }

  private static final int MAX_SWAP = 3;

  /**
   * A line that may open an article.
   *
   * @param line the number of its line
   * @param value its number
   * @param suffix {@code đ} of {@code 146đ}; empty for most
   * @param mark what it opens
   * @param strong whether punctuation follows its number
   */
  record Candidate(int line, int value, String suffix, Mark mark, boolean strong) {
    String number() {
      return value + suffix;
    }
  }

  /** A part's own words stand at most so far above its first article. */
  private static final int LINES_ABOVE = 60;

  private final List<Piece> lines;
  private final List<Integer> accepted = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();
  private final Map<Integer, Integer> last = new HashMap<>();

  private ArticleOrder(List<Piece> lines) {
    this.lines = lines;
  }

  /**
   * What was found.
   *
   * @param accepted the lines that open articles
   * @param problems what is missing or double, and where; in Vietnamese
   * @param places the span of each problem
   */
  record Result(List<Integer> accepted, List<String> problems, List<Span> places) {}

  /** Orders the candidates of one part. */
  static Result of(List<Candidate> candidates, List<Piece> lines) {
    ArticleOrder order = new ArticleOrder(lines);
    order.read(candidates);
    return new Result(order.accepted, order.problems, order.places);
  }

  private void read(List<Candidate> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      if (c.strong() && c.suffix().isEmpty()) {
        last.put(c.value(), i);
      }
    }
    int before = 0;
    String suffix = "";
    boolean amending = false;
    int seen = Math.max(0, candidates.getFirst().line() - LINES_ABOVE);
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      for (int line = seen; line < c.line() && !amending; line++) {
        amending = amends(start(lines.get(line).folded()));
      }
      seen = c.line();
      if (!accepts(c, i, before, suffix, amending)) {
        continue;
      }
      tell(c, before, suffix);
      accepted.add(c.line());
      before = Math.max(before, c.value());
      suffix = c.value() == before ? c.suffix() : suffix;
      amending = false;
    }
  }

  private boolean accepts(Candidate c, int at, int before, String suffix, boolean amending) {
    int v = c.value();
    boolean next = v == before + 1 && (c.suffix().isEmpty() || before == 0);
    boolean inserted = v == before && !c.suffix().isEmpty() && !c.suffix().equals(suffix);
    boolean introduced = introduced(c);
    if (next || inserted) {
      boolean quoted = introduced && (later(v, at) || (names(c) && announces(c)));
      return !quoted && (c.strong() || !later(v, at));
    }
    if (!c.strong() || introduced || (before > 0 && !c.suffix().isEmpty())) {
      return false;
    }
    if (v <= before) {
      return !amending;
    }
    if (!later(before + 1, at)) {
      return !amending || v <= before + MAX_SWAP;
    }
    boolean needed = v <= before + MAX_SWAP && !later(v, at) && later(v + 1, at);
    return needed && !amending;
  }

  private boolean later(int value, int at) {
    return last.getOrDefault(value, -1) > at;
  }

  /** Whether the lines above announce the wording of an article of another document. */
  private boolean introduced(Candidate c) {
    if (c.line() == 0) {
      return false;
    }
    boolean amends = amends(start(lines.get(c.line()).folded()));
    return !amends && (announces(c) || names(c));
  }

  private boolean announces(Candidate c) {
    String above = lines.get(c.line() - 1).folded();
    return amends(start(above)) && above.endsWith("như sau:");
  }

  private boolean names(Candidate c) {
    for (int line = Math.max(0, c.line() - 2); line < c.line(); line++) {
      String above = start(lines.get(line).folded());
      if (amends(above) && mentions(above, "điều " + c.number())) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(String text, String article) {
    int at = text.indexOf(article);
    int end = at + article.length();
    return at > 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private static String start(String line) {
    return line.substring(0, Math.min(line.length(), 400));
  }

  private void tell(Candidate c, int before, String suffix) {
    int missing = c.value() - before - 1;
    if (missing == 1) {
      problem("thiếu Điều %d (trước Điều %s)".formatted(before + 1, c.number()), c);
    } else if (missing > 1) {
      problem(
          "thiếu Điều %d đến Điều %d (trước Điều %s)"
              .formatted(before + 1, c.value() - 1, c.number()),
          c);
    } else if (c.value() < before) {
      problem("Điều %s lặp lại hoặc sai thứ tự (sau Điều %d)".formatted(c.number(), before), c);
    } else if (c.value() == before && c.suffix().equals(suffix)) {
      problem("có hai Điều %s".formatted(c.number()), c);
    }
  }

  private void problem(String message, Candidate c) {
    problems.add(message);
    places.add(lines.get(c.line()).span(0, c.mark().label().length()));
  }
}
