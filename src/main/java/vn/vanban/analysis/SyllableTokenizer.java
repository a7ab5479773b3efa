package vn.vanban.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeFactory;

/**
 * Splits Vietnamese text into syllables and numbers: runs of letters, digits and the marks on them.
 * A number with its symbol ({@code 383/KH-UBND}) and a grouped figure ({@code 1.500.000}) also
 * stand as one token beside their first part. The first token after sentence punctuation, a
 * bracket, a quotation mark or a line's end is flagged with {@link #OPENS}.
 */
final class SyllableTokenizer extends Tokenizer {
  /** Bit of {@link FlagsAttribute}: a new stretch of speech begins with this token. */
  static final int OPENS = 1;

  static final String SYLLABLE = "<SYLLABLE>";
  static final String NUMBER = "<NUMBER>";

  /** Longer runs are cut; no syllable or number is near it. */
  private static final int MAX_LENGTH = 255;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);

  private char[] text = new char[4096];
  private int length;
  private int at;
  private boolean loaded;

  /** The composite to emit next, beside its first part; its length in parts, or 0. */
  private int compositeParts;

  private int compositeStart;
  private int compositeEnd;

  /** Up to here parts of a composite were seen: no composite begins inside another. */
  private int compositeSeen;

  SyllableTokenizer(AttributeFactory factory) {
    super(factory);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!loaded) {
      load();
    }
    clearAttributes();
    if (compositeParts > 0) {
      emitComposite();
      return true;
    }
    boolean opens = at == 0;
    while (at < length && !startsRun(text, at, length)) {
      opens |= opensSpeech(text[at]);
      at++;
    }
    if (at >= length) {
      return false;
    }
    int start = at;
    at = endOfRun(text, start, length);
    term.copyBuffer(text, start, at - start);
    offset.setOffset(correctOffset(start), correctOffset(at));
    type.setType(Character.isDigit(text[start]) ? NUMBER : SYLLABLE);
    flags.setFlags(opens ? OPENS : 0);
    if (start >= compositeSeen && Character.isDigit(text[start])) {
      lookForComposite(start);
    }
    return true;
  }

  private void lookForComposite(int start) {
    Composites.Extent extent = Composites.at(text, start, at, length);
    if (extent.parts() > 1 && extent.end() - start <= MAX_LENGTH) {
      compositeParts = extent.parts();
      compositeStart = start;
      compositeEnd = extent.end();
      compositeSeen = extent.end();
    }
  }

  private void emitComposite() {
    int size = 0;
    char[] buffer = term.resizeBuffer(compositeEnd - compositeStart);
    boolean figure = true;
    for (int i = compositeStart; i < compositeEnd; i++) {
      figure &= !Character.isLetter(text[i]);
    }
    for (int i = compositeStart; i < compositeEnd; i++) {
      char c = text[i];
      if (inRun(c)) {
        buffer[size++] = c;
      } else if (!figure && size > 0 && buffer[size - 1] != '-') {
        // Dashes and slashes of one number vary from writer to writer.
        buffer[size++] = '-';
      }
    }
    term.setLength(size);
    offset.setOffset(correctOffset(compositeStart), correctOffset(compositeEnd));
    increment.setPositionIncrement(0);
    span.setPositionLength(compositeParts);
    type.setType(NUMBER);
    compositeParts = 0;
  }

  /** Whether a run can begin here: not with a mark that has no letter before it. */
  static boolean startsRun(char[] text, int i, int length) {
    return Character.isLetterOrDigit(Character.codePointAt(text, i, length));
  }

  static int endOfRun(char[] text, int start, int length) {
    int i = start;
    while (i < length) {
      int c = Character.codePointAt(text, i, length);
      int next = i + Character.charCount(c);
      if (!(Character.isLetterOrDigit(c) || isMark(c)) || next - start > MAX_LENGTH) {
        break;
      }
      i = next;
    }
    return i;
  }

  private static boolean inRun(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean opensSpeech(char c) {
    return switch (c) {
      case '.', ';', ':', '!', '?', '…', '\n', '\r', '\t', '(', ')', '[', ']', '"', '“', '”' ->
          true;
      default -> false;
    };
  }

  private void load() throws IOException {
    length = 0;
    int read;
    while ((read = input.read(text, length, text.length - length)) >= 0) {
      length += read;
      if (length == text.length) {
        text = Arrays.copyOf(text, Math.addExact(length, length));
      }
    }
    loaded = true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(length);
    offset.setOffset(end, end);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    at = 0;
    loaded = false;
    compositeParts = 0;
    compositeSeen = 0;
  }
}
