package vn.vanban.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;
import vn.vanban.viet.Folding;

/**
 * Folds tokens to the canonical accented form of {@link Folding}, with y for a lone i. On wish a
 * syllable whose tone could stand elsewhere is followed, at the same position, by its spelling as
 * typed, marked with {@link #AS_TYPED}, so that an exact match can be told from a variant.
 */
final class FoldingFilter extends TokenFilter {
  /** Precedes a spelling as typed; the tokenizer yields no such character. */
  static final char AS_TYPED = '=';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final boolean keepTyped;
  private char[] typed = new char[64];
  private int typedLength;
  private boolean pending;

  /** The attributes of a token whose spelling as typed is to follow; filters behind change ours. */
  private @Nullable AttributeSource kept;

  FoldingFilter(TokenStream input, boolean keepTyped) {
    super(input);
    this.keepTyped = keepTyped;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (pending && kept != null) {
      pending = false;
      kept.copyTo(this);
      char[] buffer = term.resizeBuffer(typedLength + 1);
      buffer[0] = AS_TYPED;
      System.arraycopy(typed, 0, buffer, 1, typedLength);
      term.setLength(typedLength + 1);
      increment.setPositionIncrement(0);
      span.setPositionLength(1);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (keyword.isKeyword()) {
      return true;
    }
    if (keepTyped) {
      remember();
    }
    term.setLength(Folding.canonical(term.buffer(), term.length()));
    Folding.loneI(term.buffer(), term.length());
    return true;
  }

  private void remember() {
    int length = term.length();
    if (typed.length < length) {
      typed = Arrays.copyOf(typed, length);
    }
    System.arraycopy(term.buffer(), 0, typed, 0, length);
    typedLength = Folding.composed(typed, length);
    if (Folding.hasToneVariants(typed, typedLength) && span.getPositionLength() == 1) {
      pending = true;
      if (kept == null) {
        kept = cloneAttributes();
      } else {
        copyTo(kept);
      }
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending = false;
    // Others may have added attributes since the last text.
    kept = null;
  }
}
