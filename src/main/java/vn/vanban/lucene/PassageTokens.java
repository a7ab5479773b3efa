package vn.vanban.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import vn.vanban.law.LegalDocument;

/** Makes the text fields of passages; used by one thread, and by one block at a time. */
final class PassageTokens {
  /**
   * How often a document's title, and a provision's label and heading, count beside the words of
   * the provision. Chosen on the development questions: without both R@1 falls from .84 to .81.
   */
  private static final int TITLE = 2;

  private static final int LABEL = 2;

  private static final FieldType WITH_POSITIONS =
      indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType WITH_COUNTS = indexed(IndexOptions.DOCS_AND_FREQS);

  /**
   * Of pairs only their presence: how often one comes is a tenth of the index, and moved R@1 of the
   * development questions by nothing.
   */
  private static final FieldType PRESENT = indexed(IndexOptions.DOCS);

  private final Analyzer analyzer;
  private final TokenRecord title = new TokenRecord();
  private final TokenRecord label = new TokenRecord();
  private final TokenRecord body = new TokenRecord();
  private final TokenRecord number = new TokenRecord();
  private final TokenRecord names = new TokenRecord();
  private final TermCounts bareCounts = new TermCounts();
  private final TermCounts pairCounts = new TermCounts();
  private final PassageStream.Accented accented = new PassageStream.Accented();
  private final PassageStream bare = new PassageStream.Counted(bareCounts);
  private final PassageStream pairs = new PassageStream.Distinct(pairCounts);

  PassageTokens(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  private static FieldType indexed(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /** What is common to the passages of a document. */
  void document(LegalDocument document) {
    title.of(analyzer, document.title());
    number.of(analyzer, document.number().map(n -> n.value().canonical()).orElse(""));
    names.of(analyzer, document.issuerNames() + ". " + document.signerNames());
  }

  /**
   * The fields of a passage. What is counted has its title and its heading, whose words weigh more;
   * what has positions, and is dear, has each word once: the title where the document begins, and
   * the heading only if the text does not begin with it.
   *
   * @param opening whether it is the document's first, by which all else that is known of the
   *     document is found too
   */
  List<Field> passage(String heading, String text, boolean opening) {
    label.of(analyzer, heading);
    body.of(analyzer, text);
    bareCounts.clear();
    pairCounts.clear();
    count(title, TITLE);
    count(label, LABEL);
    count(body, 1);
    List<TokenRecord> words = new ArrayList<>();
    if (opening) {
      count(number, 1);
      count(names, 1);
      words.add(title);
    }
    if (!text.startsWith(heading)) {
      words.add(label);
    }
    words.add(body);
    if (opening) {
      words.add(number);
      words.add(names);
    }
    return fields(words);
  }

  private void count(TokenRecord part, int weight) {
    part.countBare(bareCounts, weight);
    part.countPairs(pairCounts, weight);
  }

  /** The same fields without a word. */
  List<Field> none() {
    bareCounts.clear();
    pairCounts.clear();
    return fields(List.of());
  }

  private List<Field> fields(List<TokenRecord> parts) {
    return List.of(
        new Field(Schema.PASSAGE.accented(), accented.of(parts), WITH_POSITIONS),
        new Field(Schema.PASSAGE.bare(), bare, WITH_COUNTS),
        new Field(Schema.PASSAGE.barePairs(), pairs, PRESENT));
  }
}
