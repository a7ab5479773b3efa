package vn.vanban.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Makes filters that remove case and every Vietnamese mark. It takes no parameters. */
public final class UnaccentedFilterFactory extends TokenFilterFactory {
  /** The name under which Lucene finds it. */
  public static final String NAME = "vietnameseUnaccented";

  /** For service loading only; Lucene demands it. */
  public UnaccentedFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * A factory.
   *
   * @param args parameters; an unknown one is an {@link IllegalArgumentException}
   */
  public UnaccentedFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new UnaccentedFilter(input);
  }
}
