package vn.vanban.parse;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the quoted lines of a text, also where a quotation's marks are not paired. */
final class QuoteScanner {
  /** A quotation of more lines than this is taken for a mark that was never closed. */
  private static final int MAX_LINES = 400;

  /** After a line that ends closed, the marks may still come level within so many lines. */
  private static final int MAX_LINES_AFTER_CLOSING = 60;

  /** The amending document itself speaks again after a closing mark (folded). */
  private static final Pattern AMENDS =
      Pattern.compile(
          "^(?:(?:điều\\s+\\d+\\p{L}{0,2}\\s*[.:]?|\\d+\\p{L}?\\.|\\p{L}\\))\\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ)|chương\\s+[ivxlc]+)");

  /**
   * It speaks again though no mark closed: {@code 2. Sửa đổi, bổ sung khoản 3 Điều 5 như sau:}
   * (folded).
   */
  private static final Pattern INTRODUCES =
      Pattern.compile(
          "^(?:\\d+\\p{L}?\\.|\\p{L}\\))\\s+(?:sửa đổi|bổ sung|thay thế)[^:]{0,250}như sau\\s*:$");

  private static final Pattern ARTICLE =
      Pattern.compile(
          "^điều\\s+(?<n>\\d{1,4})\\s*[.:]\\s*(?<own>sửa đổi|bổ sung|thay thế|bãi bỏ|hiệu lực|điều khoản|tổ chức thực hiện|trách nhiệm|quy định chuyển tiếp)?");

  private static final Pattern AFTER_COLON = Pattern.compile(":\\s*[“«]");

  private final List<Piece> lines;

  /** The document's own article so far; 0 for none. */
  private int article;

  /** Before this line no quotation that opened within a line closes: one looked already. */
  private int hopeless;

  private QuoteScanner(List<Piece> lines) {
    this.lines = lines;
  }

  /** The numbers of the lines that begin within a quotation, or with one. */
  static BitSet quoted(List<Piece> lines) {
    return new QuoteScanner(lines).quoted();
  }

  private BitSet quoted() {
    BitSet quoted = new BitSet(lines.size());
    int at = 0;
    while (at < lines.size()) {
      Piece piece = lines.get(at);
      String line = piece.text();
      boolean begins = isOpening(line.charAt(0)) || line.charAt(0) == '"';
      if (begins) {
        quoted.set(at);
      } else {
        article = opensArticle(piece.folded(), article + 1) ? article + 1 : article;
      }
      // Within a line only what follows a colon can be the beginning of a quoted passage; anything
      // else is a term, and a mark that is not closed there is a slip of the pen.
      boolean mayGoOn =
          begins || (at >= hopeless && line.indexOf(':') >= 0 && AFTER_COLON.matcher(line).find());
      int depth = mayGoOn ? depthAfter(line, 0, line.charAt(0) == '"') : 0;
      int end = depth > 0 ? end(at, depth, begins) : at;
      quoted.set(at + 1, end + 1);
      at = end + 1;
    }
    return quoted;
  }

  /**
   * The last line of a quotation: where its marks are level again or the document's own text goes
   * on, or else, if it opened at a line's beginning (each paragraph of it may), the first that ends
   * with a closing mark; its first line if none of these is there.
   */
  private int end(int first, int depthAfterFirst, boolean begins) {
    int limit = Math.min(lines.size(), first + 1 + MAX_LINES);
    boolean straight = lines.get(first).text().charAt(0) == '"';
    int depth = depthAfterFirst;
    int closing = begins && endsClosed(lines.get(first).text()) ? first : -1;
    boolean closed = closing >= 0;
    for (int i = first + 1; i < limit; i++) {
      Piece piece = lines.get(i);
      if (goesOn(piece, closed)) {
        return i - 1;
      }
      depth = depthAfter(piece.text(), depth, straight);
      if (depth == 0) {
        return i;
      }
      closed = endsClosed(piece.text());
      if (closed && begins && closing < 0) {
        closing = i;
        limit = Math.min(limit, i + MAX_LINES_AFTER_CLOSING);
      }
    }
    if (closing < 0) {
      hopeless = limit;
    }
    return Math.max(closing, first);
  }

  /** Whether the document's own text goes on with a line. */
  private boolean goesOn(Piece line, boolean closedBefore) {
    String folded = line.folded();
    if (closedBefore && AMENDS.matcher(folded).find()) {
      return true;
    }
    Matcher next = ARTICLE.matcher(folded);
    if (next.find() && number(next) == article + 1) {
      return closedBefore || next.group("own") != null;
    }
    return folded.length() < 300 && folded.endsWith(":") && INTRODUCES.matcher(folded).find();
  }

  private static boolean opensArticle(String folded, int number) {
    if (!folded.startsWith("điều")) {
      return false;
    }
    Matcher article = ARTICLE.matcher(folded);
    return article.find() && number(article) == number;
  }

  private static int number(Matcher article) {
    return Integer.parseInt(article.group("n"));
  }

  private static int depthAfter(String line, int before, boolean straight) {
    int depth = before;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isOpening(c)) {
        depth++;
      } else if (c == '”' || c == '»') {
        depth = Math.max(0, depth - 1);
      } else if (c == '"' && straight) {
        depth += depth > 0 ? -1 : 1;
      } else if (c == '"' && depth > 0 && endsAt(line, i)) {
        // “2. Hồ sơ gồm … Thông tư này.": opened as one kind, closed as the other.
        depth--;
      }
    }
    return depth;
  }

  /** Whether nothing but punctuation follows. */
  private static boolean endsAt(String line, int at) {
    return line.length() - at < 6
        && line.substring(at + 1).chars().allMatch(c -> " .;,".indexOf(c) >= 0);
  }

  private static boolean isOpening(char c) {
    return c == '“' || c == '«';
  }

  private static boolean endsClosed(String line) {
    int last = line.length() - 1;
    while (last > 0 && " .;,".indexOf(line.charAt(last)) >= 0) {
      last--;
    }
    char c = line.charAt(last);
    return c == '”' || c == '»' || (last > 0 && c == '"');
  }
}
