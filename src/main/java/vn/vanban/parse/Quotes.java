package vn.vanban.parse;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which lines are quoted: what stands in quotation marks is the wording of another document,
 * so that the {@code “Điều 5. …”} of an amending document is no article of its own.
 */
final class Quotes {
  private Quotes() {}

  /** A quotation of more lines than this is taken for a mark that was never closed. */
  private static final int MAX_LINES = 400;

  /** The amending document itself speaks again, though a mark was lost (folded). */
  private static final Pattern AMENDS =
      Pattern.compile(
          "^(?:(?:điều\\s+\\d+\\p{L}{0,2}\\s*[.:]?|\\d+\\p{L}?\\.|\\p{L}\\))\\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ)|chương\\s+[ivxlc]+)");

  private static final Pattern AFTER_COLON = Pattern.compile(":\\s*[“«]");

  /** The numbers of the lines that begin within a quotation, or with one. */
  static BitSet quoted(List<Piece> lines) {
    BitSet quoted = new BitSet(lines.size());
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at).text();
      boolean begins = isOpening(line.charAt(0)) || line.charAt(0) == '"';
      if (begins) {
        quoted.set(at);
      }
      // Within a line only what follows a colon can be the beginning of a quoted passage; anything
      // else is a term, and a mark that is not closed there is a slip of the pen.
      boolean mayGoOn = begins || AFTER_COLON.matcher(line).find();
      int depth = mayGoOn ? depthAfter(line, 0, line.charAt(0) == '"') : 0;
      int end = depth > 0 ? end(lines, at, depth, begins) : at;
      quoted.set(at + 1, end + 1);
      at = end + 1;
    }
    return quoted;
  }

  /**
   * The last line of a quotation: where its marks are level again, or else, if it opened at a
   * line's beginning (each paragraph of it may), the first that ends with a closing mark; its first
   * line if neither is there.
   */
  private static int end(List<Piece> lines, int first, int depthAfterFirst, boolean begins) {
    int limit = Math.min(lines.size(), first + 1 + MAX_LINES);
    int depth = depthAfterFirst;
    int closing = first;
    for (int i = first + 1; i < limit; i++) {
      String line = lines.get(i).text();
      depth = depthAfter(line, depth, lines.get(first).text().charAt(0) == '"');
      if (depth == 0) {
        return i;
      }
      if (endsClosed(line)) {
        if (i + 1 < limit && AMENDS.matcher(lines.get(i + 1).folded()).find()) {
          return i;
        }
        closing = begins && closing == first ? i : closing;
      }
    }
    return closing;
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
      }
    }
    return depth;
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
