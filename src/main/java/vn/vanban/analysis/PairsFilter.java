package vn.vanban.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Replaces tokens by pairs of neighbours, joined by a space: most Vietnamese words have two
 * syllables. No pair reaches over sentence punctuation (see {@link SyllableTokenizer#OPENS}) or a
 * gap in positions; tokens stacked on others take no part.
 */
final class PairsFilter extends TokenFilter {
  static final String PAIR = "<PAIR>";
  private static final char JOINT = ' ';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);

  private char[] previous = new char[64];
  private int previousLength = -1;
  private int previousStart;

  PairsFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      int step = increment.getPositionIncrement();
      if (step == 0) {
        continue;
      }
      boolean joined =
          previousLength >= 0 && step == 1 && (flags.getFlags() & SyllableTokenizer.OPENS) == 0;
      int length = term.length();
      int start = offset.startOffset();
      if (!joined) {
        keep(0, length, start);
        continue;
      }
      char[] buffer = term.resizeBuffer(previousLength + 1 + length);
      System.arraycopy(buffer, 0, buffer, previousLength + 1, length);
      System.arraycopy(previous, 0, buffer, 0, previousLength);
      buffer[previousLength] = JOINT;
      term.setLength(previousLength + 1 + length);
      offset.setOffset(previousStart, offset.endOffset());
      span.setPositionLength(1);
      type.setType(PAIR);
      keep(previousLength + 1, length, start);
      return true;
    }
    return false;
  }

  private void keep(int from, int length, int start) {
    if (previous.length < length) {
      previous = Arrays.copyOf(previous, length);
    }
    System.arraycopy(term.buffer(), from, previous, 0, length);
    previousLength = length;
    previousStart = start;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    previousLength = -1;
  }
}
