package vn.vanban.analysis;

import java.io.IOException;
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

  /**
   * So much text lies ahead where a token begins, unless the text ends: a composite and what tells
   * that it ends.
   */
  private static final int LOOK_AHEAD = 2 * Runs.MAX_LENGTH;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private final Composites composites = new Composites();

  /** The part of the text at hand: a window that moves on. */
  private final char[] text = new char[8192];

  /** Where the window begins in the text. */
  private int base;

  private int length;
  private int at;
  private boolean atEnd;

  /** Whether the composite found is to be emitted next, beside its first part. */
  private boolean pending;

  private int compositeStart;

  /** Up to here parts of a composite were seen: no composite begins inside another. */
  private int compositeSeen;

  SyllableTokenizer(AttributeFactory factory) {
    super(factory);
  }

  @Override
  public boolean incrementToken() throws IOException {
    clearAttributes();
    if (pending) {
      emitComposite();
      return true;
    }
    boolean opens = base + at == 0;
    while (hasMore() && !Runs.startsAt(text, at, length)) {
      opens |= Runs.opensSpeech(text[at]);
      at++;
    }
    if (at >= length) {
      return false;
    }
    int start = at;
    at = Runs.end(text, start, length);
    boolean number = Character.isDigit(text[start]);
    term.copyBuffer(text, start, at - start);
    offset.setOffset(correctOffset(base + start), correctOffset(base + at));
    type.setType(number ? NUMBER : SYLLABLE);
    flags.setFlags(opens ? OPENS : 0);
    if (number && start >= compositeSeen && composites.find(text, start, at, length)) {
      pending = true;
      compositeStart = start;
      compositeSeen = composites.end();
    }
    return true;
  }

  private void emitComposite() {
    pending = false;
    int end = composites.end();
    char[] buffer = term.resizeBuffer(end - compositeStart);
    boolean figure = true;
    for (int i = compositeStart; i < end; i++) {
      figure &= !Character.isLetter(text[i]);
    }
    int size = 0;
    for (int i = compositeStart; i < end; i++) {
      char c = text[i];
      if (Runs.contains(c)) {
        buffer[size++] = c;
      } else if (!figure && size > 0 && buffer[size - 1] != '-') {
        // Dashes and slashes of one number vary from writer to writer.
        buffer[size++] = '-';
      }
    }
    term.setLength(size);
    offset.setOffset(correctOffset(base + compositeStart), correctOffset(base + end));
    increment.setPositionIncrement(0);
    span.setPositionLength(composites.parts());
    type.setType(NUMBER);
  }

  /** Whether there is text left; moves the window on where little is at hand. */
  private boolean hasMore() throws IOException {
    if (length - at < LOOK_AHEAD && !atEnd) {
      System.arraycopy(text, at, text, 0, length - at);
      base += at;
      compositeSeen -= at;
      length -= at;
      at = 0;
      fill();
    }
    return at < length;
  }

  private void fill() throws IOException {
    while (length < text.length && !atEnd) {
      int read = input.read(text, length, text.length - length);
      atEnd = read < 0;
      length += Math.max(0, read);
    }
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(base + length);
    offset.setOffset(end, end);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    base = 0;
    length = 0;
    at = 0;
    atEnd = false;
    pending = false;
    compositeSeen = 0;
  }
}
