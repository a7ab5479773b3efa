package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.analysis.SyllableTokenizerFactory;
import vn.vanban.viet.Folding;

/**
 * The tokens of one text, analysed once: three fields are made of them, and analysis is what
 * indexing costs most. To be filled again and again by one thread.
 */
final class TokenRecord {
  private static final byte STACKED = 1;
  private static final byte OPENS = 2;
  private static final byte AS_TYPED = 4;

  private char[] marked = new char[8192];
  private char[] bare = new char[8192];

  /** Where each token ends in {@link #marked} and in {@link #bare}. */
  private int[] markedEnds = new int[2048];

  private int[] bareEnds = new int[2048];
  private byte[] signs = new byte[2048];
  private int size;

  /** Takes the tokens of a text, in place of those held before. */
  TokenRecord of(Analyzer analyzer, String text) {
    size = 0;
    try (TokenStream stream = analyzer.tokenStream(Schema.PASSAGE.accented(), text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      FlagsAttribute flags = stream.addAttribute(FlagsAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        boolean typed = term.charAt(0) == FoldingFilterFactory.AS_TYPED;
        boolean opens = (flags.getFlags() & SyllableTokenizerFactory.OPENS) != 0;
        add(
            term.buffer(),
            term.length(),
            (byte)
                ((step.getPositionIncrement() == 0 ? STACKED : 0)
                    | (opens ? OPENS : 0)
                    | (typed ? AS_TYPED : 0)));
      }
      stream.end();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: a string is read
    }
  }

  private void add(char[] term, int length, byte sign) {
    if (size == signs.length) {
      markedEnds = Arrays.copyOf(markedEnds, 2 * size);
      bareEnds = Arrays.copyOf(bareEnds, 2 * size);
      signs = Arrays.copyOf(signs, 2 * size);
    }
    int markedStart = markedStart(size);
    int bareStart = bareStart(size);
    marked = room(marked, markedStart + length);
    bare = room(bare, bareStart + length);
    System.arraycopy(term, 0, marked, markedStart, length);
    markedEnds[size] = markedStart + length;
    int bareLength = 0;
    if ((sign & AS_TYPED) == 0) {
      // Folded at its own place: what was folded before must not be touched again.
      char[] folded = scratch(length);
      System.arraycopy(term, 0, folded, 0, length);
      bareLength = Folding.unaccented(folded, length);
      System.arraycopy(folded, 0, bare, bareStart, bareLength);
    }
    bareEnds[size] = bareStart + bareLength;
    signs[size++] = sign;
  }

  private char[] scratch = new char[256];

  private char[] scratch(int length) {
    scratch = room(scratch, length);
    return scratch;
  }

  private static char[] room(char[] chars, int needed) {
    return needed <= chars.length
        ? chars
        : Arrays.copyOf(chars, Math.max(needed, 2 * chars.length));
  }

  int size() {
    return size;
  }

  boolean stacked(int token) {
    return (signs[token] & STACKED) != 0;
  }

  /** Whether a new stretch of speech begins with the token. */
  boolean opens(int token) {
    return (signs[token] & OPENS) != 0;
  }

  /** Whether the token is a spelling as typed, beside its canonical form. */
  boolean asTyped(int token) {
    return (signs[token] & AS_TYPED) != 0;
  }

  void marked(int token, CharTermAttribute into) {
    int start = markedStart(token);
    into.copyBuffer(marked, start, markedEnds[token] - start);
  }

  void bare(int token, CharTermAttribute into) {
    int start = bareStart(token);
    into.copyBuffer(bare, start, bareEnds[token] - start);
  }

  /** Two unaccented tokens as one term, joined as {@code vietnamesePairs} joins them. */
  void pair(int first, int second, CharTermAttribute into) {
    bare(first, into);
    int start = bareStart(second);
    int length = bareEnds[second] - start;
    int joint = into.length();
    char[] buffer = into.resizeBuffer(joint + 1 + length);
    buffer[joint] = ' ';
    System.arraycopy(bare, start, buffer, joint + 1, length);
    into.setLength(joint + 1 + length);
  }

  private int markedStart(int token) {
    return token == 0 ? 0 : markedEnds[token - 1];
  }

  private int bareStart(int token) {
    return token == 0 ? 0 : bareEnds[token - 1];
  }
}
