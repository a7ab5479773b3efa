package vn.vanban.search;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vanban.law.Authorities;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Succession;
import vn.vanban.viet.Folding;

/**
 * The words by which people name a document that they know by its number: the parts of the number,
 * type, body under each of its names in time, and years, in full and abbreviated. All are folded as
 * {@link TypedWord}s are, so that the order and the marks of what is typed do not count.
 */
public final class IdentityWords {
  /** A letter that names no type is a công văn (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
  private static final List<String> LETTER = List.of("cong", "van", "cv");

  /** How parts of bodies' names are written for short, besides the symbols of known bodies. */
  private static final Map<String, List<String>> CALLED =
      Map.of(
          "uy ban nhan dan", List.of("ubnd"),
          "hoi dong nhan dan", List.of("hdnd"),
          "thanh pho", List.of("tp"),
          "ho chi minh", List.of("hcm", "tphcm"));

  private IdentityWords() {}

  /** The words of a document; none where it has no number. */
  public static Set<String> of(LegalDocument document) {
    Set<String> words = new LinkedHashSet<>();
    document
        .number()
        .map(Reading::value)
        .ifPresent(number -> {
          number(words, number, document.type().isPresent());
          document.type().map(Reading::value).ifPresent(type -> type(words, type));
          document
              .issuers()
              .forEach(issuer -> {
                issuer(words, issuer.value());
                // 383 kế hoạch ubnd tỉnh bình định, of what was issued in Gia Lai or the other way
                // round
                Succession.of(issuer.value().name()).forEach(name -> text(words, name));
              });
          years(document).forEach(year -> words.add(Integer.toString(year)));
        });
    return words;
  }

  /** Of these words those of the bodies. */
  public static Set<String> ofIssuers(LegalDocument document) {
    Set<String> words = new LinkedHashSet<>();
    document.issuers().forEach(issuer -> issuer(words, issuer.value()));
    return words;
  }

  /** The years that a document may be called by: that of its issue and that in its number. */
  public static Set<Integer> years(LegalDocument document) {
    Set<Integer> years = new LinkedHashSet<>();
    document.issued().map(Reading::value).map(LocalDate::getYear).ifPresent(years::add);
    document.number().ifPresent(number -> number.value().year().ifPresent(years::add));
    LawTitle.of(document).ifPresent(title -> title.year().ifPresent(years::add));
    return years;
  }

  private static void number(Set<String> words, DocumentNumber number, boolean typed) {
    text(words, number.canonical());
    String symbol = number.symbol();
    words.add(DocumentNumber.foldedKey(symbol).replace(" ", ""));
    boolean named = typed;
    for (String part : symbol.split("[^\\p{L}\\p{N}&]+", -1)) {
      if (DocumentType.abbreviated(part).isPresent()) {
        type(words, DocumentType.abbreviated(part).orElseThrow().name());
        named = true;
      }
      Authorities.abbreviated(part).forEach(body -> text(words, body.name()));
    }
    if (!named) {
      words.addAll(LETTER);
    }
  }

  private static void type(Set<String> words, String type) {
    text(words, type);
    if (Folding.unaccented(type).equals("cong van")) {
      words.addAll(LETTER);
    }
    DocumentType.named(type).ifPresent(known -> known.abbreviations().forEach(a -> text(words, a)));
  }

  private static void issuer(Set<String> words, IssuingBody issuer) {
    String name = Folding.unaccented(issuer.name());
    text(words, name);
    Authorities.named(issuer.name()).map(Authority::abbreviations).stream()
        .flatMap(List::stream)
        .forEach(abbreviation -> text(words, abbreviation));
    CALLED.forEach((part, called) -> {
      if (name.contains(part)) {
        words.addAll(called);
      }
    });
  }

  private static void text(Set<String> words, String text) {
    TypedWord.in(text).forEach(word -> words.add(word.folded()));
  }
}
