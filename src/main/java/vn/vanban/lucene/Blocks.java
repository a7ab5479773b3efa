package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.LegalForce;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.law.TypedBodies;
import vn.vanban.search.IdentityWords;
import vn.vanban.search.IndexChange;
import vn.vanban.search.LawTitle;
import vn.vanban.search.Passage;
import vn.vanban.search.Passages;
import vn.vanban.viet.Folding;
import vn.vanban.viet.TextCode;

/** Turns a document into a block of the index: its passages, then itself. */
final class Blocks {
  /** A document without text (an image) is found by its title. */
  private static final Passage NO_TEXT = new Passage(0, "", "", new Span(0, 0));

  /** What is longer is a text that was taken for a name, and longer than a term may be. */
  private static final int MAX_NAME_CHARS = 1_000;

  private static final int HALF_A_YEAR = 183;
  private static final FieldType NAME_WORDS = nameWords();

  private final ThreadLocal<PassageTokens> room;

  Blocks(Analyzer analyzer) {
    room = ThreadLocal.withInitial(() -> new PassageTokens(analyzer));
  }

  /**
   * The members of a block. They share the room for tokens: each is to be indexed before the next
   * is asked for, and by one thread.
   */
  Iterable<Document> block(IndexChange.Put put) {
    List<Passage> found = Passages.of(put.document().provisions(), put.texts());
    List<Passage> passages = found.isEmpty() ? List.of(NO_TEXT) : found;
    return () ->
        new Iterator<>() {
          private final PassageTokens tokens = room.get();
          private int next;

          @Override
          public boolean hasNext() {
            return next <= passages.size();
          }

          @Override
          public Document next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            if (next == 0) {
              tokens.document(put.document());
            }
            int member = next++;
            return member < passages.size()
                ? passage(put, passages.get(member), member == 0, tokens)
                : document(put, tokens);
          }
        };
  }

  private static Document passage(
      IndexChange.Put put, Passage passage, boolean opening, PassageTokens tokens) {
    Span span = passage.span();
    String body =
        put.texts().isEmpty()
            ? ""
            : put.texts().get(passage.copy()).substring(span.start(), span.end());
    Document fields = new Document();
    fields.add(new StringField(Schema.ID, put.documentId(), Field.Store.NO));
    tokens.passage(passage.label(), body, opening).forEach(fields::add);
    fields.add(new BinaryDocValuesField(Schema.RECORD, PassageRecord.of(passage, body)));
    article(passage.path())
        .ifPresent(step -> fields.add(new StringField(Schema.ARTICLE, step, Field.Store.NO)));
    return fields;
  }

  private static Document document(IndexChange.Put put, PassageTokens tokens) {
    String id = put.documentId();
    LegalDocument document = put.document();
    Document fields = new Document();
    fields.add(new StringField(Schema.ID, id, Field.Store.YES));
    // With norms on every member of a block Lucene reads them without a look-up.
    tokens.none().forEach(fields::add);
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
      String name = issuer.value().name();
      fields.add(new StringField(Schema.ISSUER_KEY, TypedBodies.key(name), Field.Store.NO));
      fields.add(new Field(Schema.ISSUER_NAME, TypedBodies.key(name), NAME_WORDS));
    }
    document.issued().map(Reading::value).ifPresent(day -> issued(fields, day));
    fields.add(new NumericDocValuesField(Schema.FORCE, LegalForce.of(document).rank()));
    fields.add(new BinaryDocValuesField(Schema.TITLE, new BytesRef(TextCode.of(document.title()))));
    document
        .subject()
        .ifPresent(subject -> fields.add(new StoredField(Schema.SUBJECT, subject.value())));
    fields.add(new StoredField(Schema.SOURCE, put.source()));
    DocumentFields.add(fields, id, document, put.texts());
    Effectiveness.add(fields, put.effect());
    names(fields, document);
    SuggestionTerms.add(fields, document);
    return fields;
  }

  /** The Điều in a path: {@code dieu-5} of {@code chuong-2.dieu-5}. */
  static Optional<String> article(String path) {
    return Arrays.stream(path.split("\\.", -1)).filter(s -> s.startsWith("dieu-")).findFirst();
  }

  /** What it may be asked for by: words of its number, its name as a law, its years. */
  private static void names(Document fields, LegalDocument document) {
    strings(fields, Schema.IDENTITY, IdentityWords.of(document));
    strings(fields, Schema.ISSUER_WORD, IdentityWords.ofIssuers(document));
    LawTitle.of(document)
        .ifPresent(title -> {
          strings(fields, Schema.LAW_NAME, title.names());
          strings(fields, Schema.LAW_NAME_MARKED, title.marked());
          strings(fields, Schema.LAW_AMENDED, title.amended());
        });
    Set<Integer> years = IdentityWords.years(document);
    strings(fields, Schema.CALLED_YEAR, years.stream().map(Object::toString).toList());
    document
        .issued()
        .map(Reading::value)
        .or(() -> years.stream().findFirst().map(year -> LocalDate.of(year, 1, 1)))
        .ifPresent(day ->
            fields.add(
                new NumericDocValuesField(Schema.DATED, day.toEpochDay() + headStart(document))));
  }

  /** Within half a year a document comes before reports of it, later ones before it. */
  private static int headStart(LegalDocument document) {
    return document.kind() == DocumentKind.ORIGINAL ? HALF_A_YEAR : 0;
  }

  private static void strings(Document fields, String name, Collection<String> values) {
    values.stream()
        .filter(value -> value.length() <= MAX_NAME_CHARS)
        .forEach(value -> fields.add(new StringField(name, value, Field.Store.NO)));
  }

  private static void number(Document fields, DocumentNumber number) {
    fields.add(new StoredField(Schema.NUMBER, number.canonical()));
    String folded = number.foldedKey();
    fields.add(new StringField(Schema.NUMBER_KEY, folded, Field.Store.NO));
    fields.add(new StringField(Schema.NUMBER_SQUEEZED, folded.replace(" ", ""), Field.Store.NO));
    fields.add(new StringField(Schema.NUMBER_EXACT, number.key(), Field.Store.NO));
    fields.add(
        new StringField(Schema.NUMBER_UNMARKED, Folding.unaccented(number.key()), Field.Store.NO));
    // 66 of 66.15/2026/NQ-CP
    String ordinal = DocumentNumber.foldedKey(number.ordinal()).split(" ", -1)[0];
    fields.add(new StringField(Schema.ORDINAL, ordinal, Field.Store.NO));
    String head = number.symbol().split("[^\\p{L}\\p{N}&]+", -1)[0].toLowerCase(Locale.ROOT);
    fields.add(new StringField(Schema.SYMBOL_HEAD, head, Field.Store.NO));
  }

  private static void issued(Document fields, LocalDate day) {
    fields.add(new NumericDocValuesField(Schema.ISSUED, day.toEpochDay()));
    fields.add(new StoredField(Schema.ISSUED, day.toEpochDay()));
    fields.add(new LongPoint(Schema.ISSUED_POINT, day.toEpochDay()));
    fields.add(new StringField(Schema.YEAR, Integer.toString(day.getYear()), Field.Store.NO));
  }

  private static FieldType nameWords() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** How names are compared: without case, marks, i for y and superfluous blanks. */
  static String key(String name) {
    return Folding.loneI(Folding.unaccented(name)).strip().replaceAll("\\s+", " ");
  }
}
