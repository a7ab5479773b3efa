package vn.vanban.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/**
 * Makes filters that fold case and tone placement. Parameter {@code keepTyped} (default false):
 * whether a syllable whose tone could stand elsewhere is followed, at the same position, by its
 * spelling as typed after the sign {@code =}.
 */
public final class FoldingFilterFactory extends TokenFilterFactory {
  /** Precedes a spelling as typed, where {@code keepTyped} asks for those. */
  public static final char AS_TYPED = FoldingFilter.AS_TYPED;

  /** The name under which Lucene finds it. */
  public static final String NAME = "vietnameseFolding";

  private final boolean keepTyped;

  /** For service loading only; Lucene demands it. */
  public FoldingFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * A factory.
   *
   * @param args parameters; an unknown one is an {@link IllegalArgumentException}
   */
  public FoldingFilterFactory(Map<String, String> args) {
    super(args);
    keepTyped = getBoolean(args, "keepTyped", false);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new FoldingFilter(input, keepTyped);
  }
}
