package vn.vanban.lucene;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import vn.vanban.viet.TextCode;

/**
 * A text as the numbers of an {@link Asked} query's syllables, so that features are sums over small
 * arrays. To be filled again and again by one thread.
 */
final class AskedText {
  private final Asked asked;

  /** The number of each token, {@link Asked#OTHER} for those that the query has not. */
  int[] tokens = new int[1024];

  int size;

  /** Where each line ends, in tokens. */
  int[] lines = new int[64];

  int lineCount;

  /** By syllable of the query, how far the text has it with its marks ({@link Asked#likeness}). */
  final double[] marks;

  AskedText(Asked asked) {
    this.asked = asked;
    this.marks = new double[asked.terms];
  }

  /** Forgets the texts read. */
  void clear() {
    size = 0;
    lineCount = 0;
    Arrays.fill(marks, 0);
  }

  /** Adds a coded text; each of its lines that has a token is a line. */
  void add(BytesRef code) {
    TextCode.Reader units = new TextCode.Reader(code.bytes, code.offset, code.length);
    int lineStart = size;
    while (units.next()) {
      if (units.isWord()) {
        word(units);
      } else if (size > lineStart && units.endsLine()) {
        line();
        lineStart = size;
      }
    }
    if (size > lineStart) {
      line();
    }
  }

  private void word(TextCode.Reader units) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    int unit = units.number();
    String rare = unit < 0 ? new String(units.characters(), 0, units.length()) : "";
    int number = unit < 0 ? asked.number(rare) : asked.unitNumbers[unit];
    tokens[size++] = number;
    if (number >= 0 && number < asked.terms && marks[number] < 1) {
      double likeness = unit < 0 ? asked.likeness(number, rare) : asked.unitMarks[unit];
      marks[number] = Math.max(marks[number], likeness);
    }
  }

  private void line() {
    if (lineCount == lines.length) {
      lines = Arrays.copyOf(lines, 2 * lineCount);
    }
    lines[lineCount++] = size;
  }
}
