package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizerFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import vn.vanban.analysis.FoldingFilterFactory;
import vn.vanban.analysis.PairsFilterFactory;
import vn.vanban.analysis.SyllableTokenizerFactory;
import vn.vanban.analysis.UnaccentedFilterFactory;

/** Field names, their analysis, and the version of both. */
final class Schema {
  /** Changes with every change of fields or analysis: an index of another version is rebuilt. */
  static final String VERSION = "11";

  /** On every member of a block: the document's id, by which blocks are replaced. */
  static final String ID = "id";

  /** {@link #DOCUMENT} on the last member of a block. */
  static final String ROLE = "role";

  static final String DOCUMENT = "document";

  /** What a passage is found by: its document's title, its heading and its own words. */
  static final Fields PASSAGE = new Fields("text");

  /** Doc values: a passage as it is read ({@link PassageRecord}). */
  static final String RECORD = "record";

  /** Doc values: a document's type and subject, coded. */
  static final String TITLE = "title";

  /** Indexed: the Điều that the passage is of, as a step of a path ({@code dieu-5}). */
  static final String ARTICLE = "article";

  // Of documents.
  static final String KIND = "kind";
  static final String NUMBER = "number";
  static final String NUMBER_KEY = "number_key";
  static final String NUMBER_SQUEEZED = "number_squeezed";
  static final String NUMBER_EXACT = "number_exact";

  /** The same without marks. */
  static final String NUMBER_UNMARKED = "number_unmarked";

  static final String ORDINAL = "ordinal";

  /** The words by which a document with a number is known ({@code IdentityWords}). */
  static final String IDENTITY = "identity";

  /** Those of them that are its bodies'. */
  static final String ISSUER_WORD = "issuer_word";

  /** The first part of its symbol in lower case: {@code kh} of {@code KH-UBND}. */
  static final String SYMBOL_HEAD = "symbol_head";

  /** Names of laws without marks, with marks, and of the laws that it amends ({@code LawTitle}). */
  static final String LAW_NAME = "law_name";

  static final String LAW_NAME_MARKED = "law_name_marked";
  static final String LAW_AMENDED = "law_amended";

  /** Years that it may be called by: of its issue, of its number, behind its name. */
  static final String CALLED_YEAR = "called_year";

  /** Numeric: the day of issue, or the first of the year it is called by; for ordering only. */
  static final String DATED = "dated";

  /** Numeric: the rank of its legal force ({@code LegalForce}). */
  static final String FORCE = "force";

  static final String TYPE = "type";
  static final String TYPE_KEY = "type_key";
  static final String ISSUER = "issuer";
  static final String ISSUER_KEY = "issuer_key";

  /** Words of the issuers' names ({@code TypedBodies.key}) with their places. */
  static final String ISSUER_NAME = "issuer_name";

  static final String ISSUED = "issued";
  static final String ISSUED_POINT = "issued_point";
  static final String YEAR = "year";
  static final String SUBJECT = "subject";

  /** Stored: where the file of the first text came from. */
  static final String SOURCE = "source";

  // Of documents, for suggestions while typing: see SuggestionTerms.
  static final String SUGGEST = "suggest";
  static final String SUGGEST_NUMBER = "suggest_number";
  static final String SUGGEST_TITLE = "suggest_title";
  static final String SUGGEST_SUBJECT = "suggest_subject";
  static final String SUGGEST_ISSUER = "suggest_issuer";

  /** No phrase reaches from a heading into the text. */
  static final int VALUE_GAP = 16;

  private Schema() {}

  /**
   * The three ways in which one text is indexed side by side. Accented pairs are not among them:
   * they cost a quarter of the index and moved R@1 of the development questions by .002, and with
   * wrong tone marks by -.01.
   */
  record Fields(String accented, String bare, String barePairs) {
    Fields(String name) {
      this(name, name + "_bare", name + "_bare_pairs");
    }
  }

  /** The analyzer of all fields; the caller closes it. */
  static Analyzer analyzer() {
    try {
      Analyzer accented = accented();
      Analyzer bare = bare(false);
      Analyzer barePairs = bare(true);
      Map<String, Analyzer> byField = new LinkedHashMap<>();
      Fields fields = PASSAGE;
      byField.put(fields.accented(), accented);
      byField.put(fields.bare(), bare);
      byField.put(fields.barePairs(), barePairs);
      byField.put(ISSUER_NAME, names());
      return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // only of factories that load resources; ours do not
    }
  }

  private static Analyzer accented() throws IOException {
    return CustomAnalyzer.builder()
        .withTokenizer(SyllableTokenizerFactory.class)
        .addTokenFilter(FoldingFilterFactory.class, "keepTyped", "true")
        .withPositionIncrementGap(VALUE_GAP)
        .build();
  }

  private static Analyzer bare(boolean pairs) throws IOException {
    CustomAnalyzer.Builder chain =
        CustomAnalyzer.builder()
            .withTokenizer(SyllableTokenizerFactory.class)
            .addTokenFilter(UnaccentedFilterFactory.class);
    if (pairs) {
      chain.addTokenFilter(PairsFilterFactory.class);
    }
    return chain.withPositionIncrementGap(VALUE_GAP).build();
  }

  private static Analyzer names() throws IOException {
    return CustomAnalyzer.builder()
        .withTokenizer(WhitespaceTokenizerFactory.class)
        .withPositionIncrementGap(VALUE_GAP)
        .build();
  }

  static Similarity similarity() {
    return new BM25Similarity(1.2f, 0.75f);
  }
}
