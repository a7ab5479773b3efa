package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.analysis.SyllableTokenizerFactory;
import vn.vanban.viet.Folding;

/**
 * The tokens of one text as the bytes of terms, analysed once: three fields are made of them, and a
 * title goes into every passage of its document. To be filled again and again by one thread.
 */
final class TokenRecord {
  private static final byte STACKED = 1;
  private static final byte OPENS = 2;
  private static final byte AS_TYPED = 4;

  private byte[] marked = new byte[16_384];

  /** Each token is followed by a blank, so that two neighbours are a pair as they lie here. */
  private byte[] bare = new byte[16_384];

  /** Where each token begins and, in the place after the last, where the next would. */
  private int[] markedStarts = new int[2_048];

  private int[] bareStarts = new int[2_048];
  private byte[] signs = new byte[2_048];
  private char[] folded = new char[256];
  private byte[] encoded = new byte[UnicodeUtil.maxUTF8Length(256)];
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
    if (size + 1 == signs.length) {
      markedStarts = Arrays.copyOf(markedStarts, 2 * signs.length);
      bareStarts = Arrays.copyOf(bareStarts, 2 * signs.length);
      signs = Arrays.copyOf(signs, 2 * signs.length);
    }
    if (folded.length < length) {
      folded = new char[2 * length];
      encoded = new byte[UnicodeUtil.maxUTF8Length(2 * length)];
    }
    int bytes = UnicodeUtil.UTF16toUTF8(term, 0, length, encoded);
    marked = appended(marked, markedStarts[size], bytes);
    markedStarts[size + 1] = markedStarts[size] + bytes;
    int end = bareStarts[size];
    if ((sign & AS_TYPED) == 0) {
      System.arraycopy(term, 0, folded, 0, length);
      bytes = UnicodeUtil.UTF16toUTF8(folded, 0, Folding.unaccented(folded, length), encoded);
      bare = appended(bare, end, bytes);
      end += bytes;
      bare[end++] = ' ';
    }
    bareStarts[size + 1] = end;
    signs[size++] = sign;
  }

  /** Puts the encoded bytes at a place, with room for one more. */
  private byte[] appended(byte[] to, int at, int length) {
    byte[] room = at + length < to.length ? to : Arrays.copyOf(to, 2 * to.length + length);
    System.arraycopy(encoded, 0, room, at, length);
    return room;
  }

  int size() {
    return size;
  }

  boolean stacked(int token) {
    return (signs[token] & STACKED) != 0;
  }

  /** Points to a token with its marks. */
  void marked(int token, BytesRef into) {
    into.bytes = marked;
    into.offset = markedStarts[token];
    into.length = markedStarts[token + 1] - markedStarts[token];
  }

  /** Counts the tokens without marks, each {@code times}; spellings as typed are left out. */
  void countBare(TermCounts into, int times) {
    for (int token = 0; token < size; token++) {
      if ((signs[token] & AS_TYPED) == 0) {
        into.add(bare, bareStarts[token], bareLength(token), times);
      }
    }
  }

  /** Counts pairs of neighbours without marks, as {@code vietnamesePairs} makes them. */
  void countPairs(TermCounts into, int times) {
    int before = -1;
    for (int token = 0; token < size; token++) {
      if (stacked(token)) {
        continue;
      }
      if (before >= 0 && (signs[token] & OPENS) == 0) {
        int start = bareStarts[before];
        int length = bareStarts[token + 1] - 1 - start;
        if (bareStarts[before + 1] == bareStarts[token]) {
          into.add(bare, start, length, times);
        } else {
          byte[] pair = pair(before, token);
          into.add(pair, 0, pair.length, times);
        }
      }
      before = token;
    }
  }

  /** A pair between whose tokens lie parts of a composite. */
  private byte[] pair(int first, int second) {
    int joint = bareLength(first) + 1;
    byte[] pair =
        Arrays.copyOfRange(bare, bareStarts[first], bareStarts[first] + joint + bareLength(second));
    System.arraycopy(bare, bareStarts[second], pair, joint, bareLength(second));
    return pair;
  }

  private int bareLength(int token) {
    return bareStarts[token + 1] - 1 - bareStarts[token];
  }
}
