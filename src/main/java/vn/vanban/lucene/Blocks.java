package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.lucene.Schema.Fields;
import vn.vanban.search.IndexChange;
import vn.vanban.search.Passage;
import vn.vanban.search.Passages;
import vn.vanban.viet.Folding;

/** Turns a document into a block of the index: its passages, then itself. */
final class Blocks {
  private static final FieldType WITH_POSITIONS =
      indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType WITH_COUNTS = indexed(IndexOptions.DOCS_AND_FREQS);

  /** A document without text (an image) is found by its title. */
  private static final Passage NO_TEXT = new Passage(0, "", "", new Span(0, 0));

  private final Ranking ranking;

  Blocks(Ranking ranking) {
    this.ranking = ranking;
  }

  private static FieldType indexed(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  List<Document> block(IndexChange.Put put) {
    LegalDocument document = put.document();
    List<Passage> passages = Passages.of(document.provisions(), put.texts());
    if (passages.isEmpty()) {
      passages = List.of(NO_TEXT);
    }
    List<Document> block = new ArrayList<>();
    for (Passage passage : passages) {
      block.add(passage(put, passage));
    }
    opening(block.getFirst(), document);
    block.add(document(put.documentId(), document));
    return block;
  }

  private Document passage(IndexChange.Put put, Passage passage) {
    Span span = passage.span();
    String body =
        put.texts().isEmpty()
            ? ""
            : put.texts().get(passage.copy()).substring(span.start(), span.end());
    Document fields = new Document();
    fields.add(new StringField(Schema.ID, put.documentId(), Field.Store.NO));
    text(fields, body, 1);
    text(fields, passage.label(), ranking.labelRepeats());
    text(fields, put.document().title(), ranking.titleRepeats());
    fields.add(new StoredField(Schema.BODY, body));
    fields.add(new StoredField(Schema.PATH, passage.path()));
    fields.add(new StoredField(Schema.LABEL, passage.label()));
    fields.add(new StoredField(Schema.COPY, passage.copy()));
    fields.add(new StoredField(Schema.START, span.start()));
    fields.add(new StoredField(Schema.END, span.end()));
    return fields;
  }

  /** What else is known of a document is found with its first passage. */
  private static void opening(Document first, LegalDocument document) {
    document.number().ifPresent(number -> text(first, number.value().canonical(), 1));
    text(first, document.issuerNames(), 1);
    text(first, document.signerNames(), 1);
  }

  private static Document document(String id, LegalDocument document) {
    Document fields = new Document();
    fields.add(new StringField(Schema.ID, id, Field.Store.YES));
    // With norms on every member of a block Lucene reads them without a look-up.
    text(fields, "", 1);
    fields.add(new StringField(Schema.ROLE, Schema.DOCUMENT, Field.Store.NO));
    fields.add(new StringField(Schema.KIND, document.kind().name(), Field.Store.YES));
    document.number().map(Reading::value).ifPresent(number -> number(fields, number));
    document
        .type()
        .map(Reading::value)
        .ifPresent(type -> {
          fields.add(new StoredField(Schema.TYPE, type));
          fields.add(new StringField(Schema.TYPE_KEY, key(type), Field.Store.NO));
        });
    if (!document.issuers().isEmpty()) {
      fields.add(new StoredField(Schema.ISSUER, document.issuerNames()));
    }
    for (Reading<IssuingBody> issuer : document.issuers()) {
      fields.add(new StringField(Schema.ISSUER_KEY, key(issuer.value().name()), Field.Store.NO));
    }
    document.issued().map(Reading::value).ifPresent(day -> issued(fields, day));
    document
        .subject()
        .ifPresent(subject -> fields.add(new StoredField(Schema.SUBJECT, subject.value())));
    SuggestionTerms.add(fields, document);
    return fields;
  }

  private static void number(Document fields, DocumentNumber number) {
    fields.add(new StoredField(Schema.NUMBER, number.canonical()));
    String folded = number.foldedKey();
    fields.add(new StringField(Schema.NUMBER_KEY, folded, Field.Store.NO));
    fields.add(new StringField(Schema.NUMBER_SQUEEZED, folded.replace(" ", ""), Field.Store.NO));
  }

  private static void issued(Document fields, LocalDate day) {
    fields.add(new NumericDocValuesField(Schema.ISSUED, day.toEpochDay()));
    fields.add(new StoredField(Schema.ISSUED, day.toEpochDay()));
    fields.add(new StringField(Schema.YEAR, Integer.toString(day.getYear()), Field.Store.NO));
  }

  private static void text(Document document, String text, int times) {
    Fields fields = Schema.PASSAGE;
    for (int i = 0; i < times; i++) {
      document.add(new Field(fields.accented(), text, WITH_POSITIONS));
      document.add(new Field(fields.bare(), text, WITH_POSITIONS));
      document.add(new Field(fields.barePairs(), text, WITH_COUNTS));
    }
  }

  /** How names are compared: without case, marks and superfluous blanks. */
  static String key(String name) {
    return Folding.unaccented(name).strip().replaceAll("\\s+", " ");
  }
}
