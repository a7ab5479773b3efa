package vn.vanban.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Makes filters that replace syllables by pairs of neighbours. It takes no parameters. */
public final class PairsFilterFactory extends TokenFilterFactory {
  /** The name under which Lucene finds it. */
  public static final String NAME = "vietnamesePairs";

  /** For service loading only; Lucene demands it. */
  public PairsFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * A factory.
   *
   * @param args parameters; an unknown one is an {@link IllegalArgumentException}
   */
  public PairsFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new PairsFilter(input);
  }
}
