package vn.vanban.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** What one field holds of a passage: the recorded tokens of its parts, one part after another. */
abstract class PassageStream extends TokenStream {
  /**
   * A part of a passage.
   *
   * @param tokens its tokens
   * @param weight how many times each counts where no positions are kept
   */
  record Part(TokenRecord tokens, int weight) {}

  final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private List<Part> parts = List.of();
  private int part;
  private int next;

  /** Reads these parts at the next reset. */
  PassageStream of(List<Part> passage) {
    parts = passage;
    return this;
  }

  @Override
  public void reset() {
    part = 0;
    next = 0;
    begin();
  }

  /** Called before the first token of each part. */
  void begin() {}

  /** Sets the term of a token of a part; false where the field has none of it. */
  abstract boolean term(Part part, int token);

  @Override
  public boolean incrementToken() {
    while (part < parts.size()) {
      Part current = parts.get(part);
      while (next < current.tokens().size()) {
        int token = next++;
        boolean first = token == 0;
        if (term(current, token)) {
          step.setPositionIncrement(
              current.tokens().stacked(token) ? 0 : first && part > 0 ? 1 + Schema.VALUE_GAP : 1);
          return true;
        }
      }
      part++;
      next = 0;
      begin();
    }
    return false;
  }

  /** Syllables with their marks, and their positions. */
  static final class Accented extends PassageStream {
    @Override
    boolean term(Part part, int token) {
      part.tokens().marked(token, term);
      return true;
    }
  }

  /** Syllables without marks. */
  static final class Bare extends PassageStream {
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);

    @Override
    boolean term(Part part, int token) {
      if (part.tokens().asTyped(token)) {
        return false;
      }
      part.tokens().bare(token, term);
      frequency.setTermFrequency(part.weight());
      return true;
    }
  }

  /** Pairs of neighbouring syllables without marks, as {@code vietnamesePairs} makes them. */
  static final class BarePairs extends PassageStream {
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private int before = -1;

    @Override
    void begin() {
      before = -1;
    }

    @Override
    boolean term(Part part, int token) {
      TokenRecord tokens = part.tokens();
      if (tokens.stacked(token)) {
        return false;
      }
      int first = tokens.opens(token) ? -1 : before;
      before = token;
      if (first < 0) {
        return false;
      }
      tokens.pair(first, token, term);
      frequency.setTermFrequency(part.weight());
      return true;
    }
  }
}
