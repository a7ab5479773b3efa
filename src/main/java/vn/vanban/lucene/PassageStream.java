package vn.vanban.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/** What one field holds of a passage. */
abstract class PassageStream extends TokenStream {
  // Before the others: theirs brings a term of characters with it unless there is one.
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  /** The term's place in a recorded text; Lucene copies from there. */
  final BytesRef bytes = new BytesRef();

  @Override
  public void reset() {
    // The end of a stream has cleared them.
    term.setBytesRef(bytes);
    step.setPositionIncrement(1);
  }

  /** The syllables of the parts one after another, with their marks and positions. */
  static final class Accented extends PassageStream {
    private List<TokenRecord> parts = List.of();
    private int part;
    private int next;

    /** Reads these parts at the next reset. */
    PassageStream of(List<TokenRecord> passage) {
      parts = passage;
      return this;
    }

    @Override
    public void reset() {
      super.reset();
      part = 0;
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      while (part < parts.size()) {
        TokenRecord tokens = parts.get(part);
        if (next < tokens.size()) {
          tokens.marked(next, bytes);
          int gap = next == 0 && part > 0 ? Schema.VALUE_GAP : 0;
          step.setPositionIncrement(tokens.stacked(next) ? 0 : 1 + gap);
          next++;
          return true;
        }
        part++;
        next = 0;
      }
      return false;
    }
  }

  /** Each distinct term once: half the look-ups for Lucene's own table. */
  static class Distinct extends PassageStream {
    private final TermCounts counts;
    private int next;

    /** Reads, at each reset, what is counted then. */
    Distinct(TermCounts counts) {
      this.counts = counts;
    }

    @Override
    public final void reset() {
      super.reset();
      next = 0;
    }

    @Override
    public final boolean incrementToken() {
      if (next >= counts.size()) {
        return false;
      }
      counts.term(next, bytes);
      counted(counts.count(next));
      next++;
      return true;
    }

    /** Told how often the term counts. */
    void counted(int times) {}
  }

  /** Each distinct term with how often it counts. */
  static final class Counted extends Distinct {
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);

    /** Reads, at each reset, what is counted then. */
    Counted(TermCounts counts) {
      super(counts);
    }

    @Override
    void counted(int times) {
      frequency.setTermFrequency(times);
    }
  }
}
