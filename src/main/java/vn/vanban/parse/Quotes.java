package vn.vanban.parse;

import java.util.BitSet;
import java.util.List;

/**
 * What of a text is quoted: what stands in quotation marks is the wording of another document, so
 * that the {@code “Điều 5. …”} of an amending document is no article of its own.
 */
final class Quotes {
  private final List<Piece> lines;
  private final BitSet quoted;

  private Quotes(List<Piece> lines) {
    this.lines = lines;
    this.quoted = QuoteScanner.quoted(lines);
  }

  static Quotes of(List<Piece> lines) {
    return new Quotes(lines);
  }

  /** Whether a line, by its number, begins within a quotation or with one. */
  boolean hasLine(int line) {
    return quoted.get(line);
  }

  /** Whether an offset stands in a quotation, of lines or within its line. */
  boolean covers(int offset) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Piece line = lines.get(low);
    int within = Math.clamp(offset - line.start(), 0, line.text().length());
    String printed = line.text().substring(0, within);
    return quoted.get(low) || printed.lastIndexOf('“') > printed.lastIndexOf('”');
  }
}
