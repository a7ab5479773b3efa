package vn.vanban.analysis;

import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes tokenizers that split Vietnamese text into syllables and numbers. It takes no parameters.
 */
public final class SyllableTokenizerFactory extends TokenizerFactory {
  /**
   * Bit of Lucene's {@code FlagsAttribute}: a new stretch of speech begins with this token, so that
   * it makes no pair with the one before.
   */
  public static final int OPENS = SyllableTokenizer.OPENS;

  /** The name under which Lucene finds it. */
  public static final String NAME = "vietnameseSyllable";

  /** For service loading only; Lucene demands it. */
  public SyllableTokenizerFactory() {
    throw defaultCtorException();
  }

  /**
   * A factory.
   *
   * @param args parameters; an unknown one is an {@link IllegalArgumentException}
   */
  public SyllableTokenizerFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  @Override
  public Tokenizer create(AttributeFactory factory) {
    return new SyllableTokenizer(factory);
  }
}
