package vn.vanban.registry;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.LegalDocument;
import vn.vanban.viet.Folding;

/**
 * What makes two files the same document: a number is unique with its symbol within one body and
 * one year (Nghị định 30/2020/NĐ-CP, Điều 15).
 *
 * @param kind an original, its certified copy (sao y) and a consolidation are different documents
 * @param numberKey {@link vn.vanban.law.DocumentNumber#key()}
 * @param issuerKey all issuers in one spelling, in alphabetical order
 * @param year of issue
 */
record Identity(DocumentKind kind, String numberKey, String issuerKey, int year) {

  /**
   * Kinds that have a number of their own. The number of an announcement or an attachment is that
   * of another document; drafts and forms have none; of the rest nothing is known.
   */
  private static final Set<DocumentKind> NUMBERED =
      EnumSet.of(DocumentKind.ORIGINAL, DocumentKind.COPY, DocumentKind.CONSOLIDATION);

  /** The year within {@code 30/2020/NĐ-CP}. */
  private static final Pattern YEAR_IN_NUMBER = Pattern.compile("/((?:19|20)\\d\\d)/");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** The kinds that can have an identity, as the database names them. */
  static List<String> numberedKinds() {
    return NUMBERED.stream().map(Enum::name).toList();
  }

  /** The identity of a document; empty if a part of it was not read. */
  static Optional<Identity> of(LegalDocument document) {
    Optional<String> number = numberKey(document);
    Optional<String> issuers = issuerKey(document);
    Optional<Integer> year = year(document);
    if (!NUMBERED.contains(document.kind())
        || number.isEmpty()
        || issuers.isEmpty()
        || year.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Identity(document.kind(), number.get(), issuers.get(), year.get()));
  }

  static Optional<String> numberKey(LegalDocument document) {
    return document.number().map(r -> r.value().key());
  }

  static Optional<String> issuerKey(LegalDocument document) {
    if (document.issuers().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        document.issuers().stream()
            .map(r -> spelling(r.value().name()))
            .sorted()
            .collect(Collectors.joining("; ")));
  }

  /** The year of issue, else the year within the number. */
  static Optional<Integer> year(LegalDocument document) {
    Optional<Integer> issued = document.issued().map(r -> r.value().getYear());
    if (issued.isPresent()) {
      return issued;
    }
    return numberKey(document)
        .map(YEAR_IN_NUMBER::matcher)
        .filter(Matcher::find)
        .map(m -> Integer.valueOf(m.group(1)));
  }

  /** Letter case, spaces and the place of the tone mark (Hoà, Hòa) make no other body. */
  static String spelling(String name) {
    return Folding.canonical(SPACES.matcher(name.strip()).replaceAll(" "));
  }
}
