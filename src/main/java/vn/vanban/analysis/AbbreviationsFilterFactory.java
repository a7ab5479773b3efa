package vn.vanban.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymMap;

/**
 * Makes filters for queries that put full forms beside abbreviations and abbreviations beside full
 * forms (UBND and ủy ban nhân dân), as parallel paths of one token graph: every token's {@link
 * org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute position length} says how far
 * it reaches. They stand behind a folding filter; its {@code keepTyped} must be off.
 *
 * <p>A query is made of the graph by {@link org.apache.lucene.util.QueryBuilder}, after {@code
 * setAutoGenerateMultiTermSynonymsPhraseQuery(true)}: {@code createBooleanQuery} makes {@code ("bảo
 * hiểm xã hội" bhxh) bắt buộc} of BHXH bắt buộc, {@code createPhraseQuery} a choice of phrases. Who
 * builds queries without graphs asks {@link Abbreviations#expansions}. An index holds no graph:
 * this filter is not for indexing. Parts of a document number ({@code 383/KH-UBND}) are left alone.
 *
 * <p>Parameter {@code unaccented} (default false): whether the tokens are in the unaccented form.
 */
public final class AbbreviationsFilterFactory extends TokenFilterFactory {
  /** The name under which Lucene finds it. */
  public static final String NAME = "vietnameseAbbreviations";

  private final SynonymMap synonyms;

  /** For service loading only; Lucene demands it. */
  public AbbreviationsFilterFactory() {
    throw defaultCtorException();
  }

  /**
   * A factory.
   *
   * @param args parameters; an unknown one is an {@link IllegalArgumentException}
   */
  public AbbreviationsFilterFactory(Map<String, String> args) {
    super(args);
    boolean unaccented = getBoolean(args, "unaccented", false);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
    synonyms = (unaccented ? Abbreviations.unaccented() : Abbreviations.accented()).synonyms();
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new AbbreviationsFilter(input, synonyms);
  }
}
