package vn.vanban.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.viet.Folding;

/**
 * What a document is suggested by: the beginnings of its number, title, subject and bodies, as
 * terms of one field ({@code tluat da} for a title that begins with {@code Luật Đa…}). So every
 * text that can be typed is the intersection of a few posting lists, however many documents there
 * are. Beside them stand fingerprints of the texts, by which equal ones are counted without being
 * read.
 */
final class SuggestionTerms {
  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setTokenized(true);
    TERMS.setOmitNorms(true);
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.freeze();
  }

  /** The words of a longer text are not all beginnings. */
  private static final int MAX_WORDS = 24;

  private static final int MAX_NUMBER = 16;

  /** 1 to 12, then every fourth up to 32: by then hardly two texts are alike. */
  private static final long FINE = every(12) | lengths(16, 20, 24, 28, 32);

  /** Where in a document a beginning stands, and how long the beginnings are that are indexed. */
  enum Place {
    /** A number, letters and digits only; or its running number alone, closed by a blank. */
    NUMBER('n', every(MAX_NUMBER)),
    TITLE('t', FINE),
    SUBJECT('s', FINE),
    /** Further words of a subject. */
    IN_SUBJECT('u', lengths(3, 6, 10)),
    ISSUER('i', FINE),
    IN_ISSUER('j', lengths(2, 4, 6, 10));

    private final char mark;

    /** A bit for each length. */
    private final long lengths;

    Place(char mark, long lengths) {
      this.mark = mark;
      this.lengths = lengths;
    }

    /** The length of the longest beginning that is indexed of a text; 0 if all are longer. */
    int indexed(int length) {
      long within = lengths & ((2L << Math.min(length, 62)) - 1);
      return within == 0 ? 0 : 63 - Long.numberOfLeadingZeros(within);
    }

    String term(String text, int start, int length) {
      return mark + text.substring(start, start + length);
    }

    private void beginnings(String text, int start, Collection<String> into) {
      int length = indexed(text.length() - start);
      while (length > 0) {
        into.add(term(text, start, length));
        length = indexed(length - 1);
      }
    }
  }

  private static long every(int to) {
    return (2L << to) - 2;
  }

  private static long lengths(int... lengths) {
    long bits = 0;
    for (int length : lengths) {
      bits |= 1L << length;
    }
    return bits;
  }

  private SuggestionTerms() {}

  /** Adds the fields to those of a document. */
  static void add(Document fields, LegalDocument document) {
    Set<String> terms = new LinkedHashSet<>();
    document
        .number()
        .map(Reading::value)
        .ifPresent(number -> {
          String key = number.foldedKey();
          Place.NUMBER.beginnings(squeezed(key), 0, terms);
          terms.add(ordinal(key));
          NumbersByType.add(number, document.type().map(Reading::value), terms);
          fingerprint(fields, Schema.SUGGEST_NUMBER, number.canonical());
        });
    String title = key(document.title()) + ' ';
    if (title.length() > 1) {
      Place.TITLE.beginnings(title, 0, terms);
      fingerprint(fields, Schema.SUGGEST_TITLE, title);
    }
    document
        .subject()
        .map(Reading::value)
        .ifPresent(subject -> {
          String words = key(subject) + ' ';
          everyWord(words, Place.SUBJECT, Place.IN_SUBJECT, terms);
          fingerprint(fields, Schema.SUGGEST_SUBJECT, words);
        });
    if (!document.issuers().isEmpty()) {
      document
          .issuers()
          .forEach(issuer ->
              everyWord(key(issuer.value().name()) + ' ', Place.ISSUER, Place.IN_ISSUER, terms));
      fingerprint(fields, Schema.SUGGEST_ISSUER, document.issuerNames());
    }
    if (!terms.isEmpty()) {
      fields.add(new Field(Schema.SUGGEST, new Listed(terms), TERMS));
    }
  }

  /** The term of a running number: {@code "n383 "}, whatever its symbol. */
  static String ordinal(String foldedNumber) {
    int end = foldedNumber.indexOf(' ');
    String first = end < 0 ? foldedNumber : foldedNumber.substring(0, end);
    return Place.NUMBER.mark + first + ' ';
  }

  static String squeezed(String foldedNumber) {
    return foldedNumber.replace(" ", "");
  }

  /** How texts are compared: words without marks and signs, a blank between them. */
  static String key(String text) {
    return words(Folding.loneI(Folding.unaccented(text)));
  }

  /** The same with marks. */
  static String accentedKey(String text) {
    return words(Folding.loneI(Folding.canonical(text)));
  }

  private static String words(String folded) {
    StringBuilder words = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(c);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }

  /** Where the words of a key begin. */
  static List<Integer> starts(String key) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < key.length() && starts.size() < MAX_WORDS) {
      starts.add(at);
      int blank = key.indexOf(' ', at);
      at = blank < 0 ? key.length() : blank + 1;
    }
    return starts;
  }

  private static void everyWord(String key, Place first, Place further, Set<String> terms) {
    for (int start : starts(key)) {
      if (start == 0) {
        first.beginnings(key, 0, terms);
      }
      further.beginnings(key, start, terms);
    }
  }

  private static void fingerprint(Document fields, String name, String text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    fields.add(new NumericDocValuesField(name, hash));
  }

  /** Terms one after another. */
  private static final class Listed extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Collection<String> terms;
    private Iterator<String> rest;

    Listed(Collection<String> terms) {
      this.terms = terms;
      this.rest = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!rest.hasNext()) {
        return false;
      }
      clearAttributes();
      term.append(rest.next());
      return true;
    }

    @Override
    public void reset() {
      rest = terms.iterator();
    }
  }
}
