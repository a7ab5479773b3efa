package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.Jurisdiction;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.search.Facet;
import vn.vanban.viet.Folding;

/** What filters, facets, orders and citations need, on the document's own member of its block. */
final class DocumentFields {
  static final String LEVEL_KEY = "level_key";
  static final String PROVINCE_KEY = "province_key";

  /** Places in the orders: the id, and year, symbol and running number. */
  static final String ID_ORDER = "id_order";

  static final String NUMBER_ORDER = "number_order";

  /** The exact key of the number, and type and subject folded: what others cite. */
  static final String NUMBER_EXACT = "number_exact";

  static final String TITLE_KEY = "title_key";

  /** The same of what this document cites; names also with their year. */
  static final String CITED_NUMBER = "cited_number";

  /** What its text says of those numbers: {@link CitedAs}. */
  static final String CITED_DAY = "cited_day";

  static final String CITED_BODY = "cited_body";

  static final String CITED_NAME = "cited_name";
  static final String CITED_DATED_NAME = "cited_dated_name";

  /** A term must be shorter than Lucene's 32,766 bytes; no name is longer than this. */
  private static final int MAX_NAME = 500;

  private DocumentFields() {}

  /** Where a facet's values lie. */
  static String facet(Facet.Field field) {
    return "facet_" + field.name().toLowerCase(Locale.ROOT);
  }

  /** The id of a document, by the index's number of it. */
  static BytesRef id(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ID_ORDER);
    if (!ids.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("a document without id: " + document);
    }
    return BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
  }

  static void add(Document fields, String id, LegalDocument document, List<String> texts) {
    fields.add(new SortedDocValuesField(ID_ORDER, new BytesRef(id)));
    facet(fields, Facet.Field.KIND, document.kind().jsonName());
    document.type().ifPresent(type -> facet(fields, Facet.Field.TYPE, type.value()));
    document
        .issued()
        .ifPresent(day -> facet(fields, Facet.Field.YEAR, Integer.toString(day.value().getYear())));
    for (Reading<IssuingBody> issuer : document.issuers()) {
      issuer(fields, issuer.value().name());
    }
    document
        .number()
        .map(Reading::value)
        .ifPresent(number -> {
          fields.add(
              new SortedDocValuesField(
                  NUMBER_ORDER,
                  new BytesRef(order(number, document.issued().map(Reading::value)))));
          fields.add(new StringField(NUMBER_EXACT, number.key(), Field.Store.NO));
        });
    if (document.type().isPresent() && document.subject().isPresent()) {
      keyword(fields, TITLE_KEY, document.title());
    }
    cited(fields, document, texts);
  }

  private static void issuer(Document fields, String name) {
    facet(fields, Facet.Field.ISSUER, name);
    Jurisdiction place = Jurisdiction.of(name);
    place
        .level()
        .ifPresent(level -> {
          String value = level.name().toLowerCase(Locale.ROOT);
          facet(fields, Facet.Field.LEVEL, value);
          fields.add(new StringField(LEVEL_KEY, value, Field.Store.NO));
        });
    place
        .province()
        .ifPresent(province -> {
          facet(fields, Facet.Field.PROVINCE, province);
          keyword(fields, PROVINCE_KEY, province);
        });
  }

  private static void facet(Document fields, Facet.Field field, String value) {
    String whole = value.length() <= MAX_NAME ? value : value.substring(0, MAX_NAME);
    fields.add(new SortedSetDocValuesField(facet(field), new BytesRef(whole)));
  }

  private static void keyword(Document fields, String field, String name) {
    fields.add(new StringField(field, name(name), Field.Store.NO));
  }

  /** Type and subject of a document as it is stored: {@code Luật Dược}. */
  static String title(Document stored) {
    String type = Optional.ofNullable(stored.get(Schema.TYPE)).orElse("");
    return (type + " " + Optional.ofNullable(stored.get(Schema.SUBJECT)).orElse("")).strip();
  }

  /** Ngày ban hành of a document as it is stored. */
  static Optional<LocalDate> issued(Document stored) {
    return Optional.ofNullable(stored.getField(Schema.ISSUED))
        .map(day -> LocalDate.ofEpochDay(day.numericValue().longValue()));
  }

  /** A name as others may write it: {@code Luật Đất đai} and {@code LUẬT ĐẤT ĐAI} meet. */
  static String name(String printed) {
    String key = Blocks.key(printed);
    return key.length() <= MAX_NAME ? key : key.substring(0, MAX_NAME);
  }

  static String datedName(String printed, int year) {
    return name(printed) + " " + year;
  }

  /**
   * The place in the order of numbers: {@code 383/KH-UBND} of 2020 is {@code 2020 kh ubnd KH-UBND
   * 000000383}. A number without any year comes after those that have one.
   */
  static String order(DocumentNumber number, Optional<LocalDate> issued) {
    String year =
        issued
            .map(LocalDate::getYear)
            .or(() -> number.year().stream().boxed().findFirst())
            .map(known -> "%04d".formatted(known))
            .orElse("~");
    String ordinal = number.ordinal();
    int digits = 0;
    while (digits < ordinal.length() && Character.isDigit(ordinal.charAt(digits))) {
      digits++;
    }
    String padded = "0".repeat(Math.max(0, 9 - digits)) + ordinal.toLowerCase(Locale.ROOT);
    String symbol = number.symbol().isEmpty() ? number.canonical() : number.symbol();
    return String.join(
        "\t",
        year,
        DocumentNumber.foldedKey(symbol),
        symbol,
        padded,
        Folding.canonical(number.canonical()));
  }

  private static void cited(Document fields, LegalDocument document, List<String> texts) {
    Set<String> numbers = new LinkedHashSet<>();
    Set<Citation.ByName> names = new LinkedHashSet<>();
    document.citations().forEach(citation -> cited(citation.target(), numbers, names));
    document.relations().stream()
        .map(Relation::target)
        .forEach(target -> cited(target, numbers, names));
    for (Reading<String> basis : document.legalBases()) {
      DocumentNumber.parse(basis.value()).ifPresent(number -> numbers.add(number.key()));
    }
    numbers.forEach(key -> fields.add(new StringField(CITED_NUMBER, key, Field.Store.NO)));
    if (!numbers.isEmpty() && !texts.isEmpty()) {
      citedAs(fields, numbers, texts.getFirst());
    }
    Set<String> keys = new LinkedHashSet<>();
    for (Citation.ByName name : names) {
      boolean dated = name.year().isPresent();
      String key = dated ? datedName(name.name(), name.year().getAsInt()) : name(name.name());
      if (keys.add(key)) {
        fields.add(new StringField(dated ? CITED_DATED_NAME : CITED_NAME, key, Field.Store.NO));
      }
    }
  }

  private static void citedAs(Document fields, Set<String> numbers, String text) {
    Set<String> days = new LinkedHashSet<>();
    Set<String> bodies = new LinkedHashSet<>();
    for (CitedAs cited : CitedAs.in(text)) {
      if (numbers.contains(cited.number().key())) {
        cited.dayTerm().ifPresent(days::add);
        bodies.addAll(cited.bodyTerms());
      }
    }
    days.forEach(term -> fields.add(new StringField(CITED_DAY, term, Field.Store.NO)));
    bodies.forEach(term -> fields.add(new StringField(CITED_BODY, term, Field.Store.NO)));
  }

  private static void cited(
      Citation.Target target, Set<String> numbers, Set<Citation.ByName> names) {
    switch (target) {
      case Citation.ByNumber number -> numbers.add(number.number().key());
      case Citation.ByName name -> names.add(name);
      case Citation.Self self -> {}
    }
  }
}
