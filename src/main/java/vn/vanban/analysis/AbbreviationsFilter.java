package vn.vanban.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * Lucene's {@link SynonymGraphFilter} on all but composite tokens and their parts: the UBND of
 * {@code 383/KH-UBND} is not ủy ban nhân dân but a sign within a number.
 */
final class AbbreviationsFilter extends ConditionalTokenFilter {
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);

  /** How many positions from this one on a composite covers; none where not above 0. */
  private int covered;

  AbbreviationsFilter(TokenStream input, SynonymMap synonyms) {
    super(input, part -> new SynonymGraphFilter(part, synonyms, false));
  }

  @Override
  protected boolean shouldFilter() {
    int step = increment.getPositionIncrement();
    int length = span.getPositionLength();
    // The composite comes behind its first part, a number, and before the others.
    covered = Math.max(covered - step, length > 1 ? length : 0);
    return covered <= 0 && step > 0;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    covered = 0;
  }
}
