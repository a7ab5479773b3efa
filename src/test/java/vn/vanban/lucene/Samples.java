package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;

/** Documents for tests; bodies and words are made up. */
final class Samples {
  private Samples() {}

  static IndexChange.Put put(
      String id,
      DocumentKind kind,
      String number,
      String type,
      String issuer,
      String issued,
      String subject,
      String... texts) {
    return new IndexChange.Put(
        id, document(kind, number, type, issuer, issued, subject, List.of()), List.of(texts));
  }

  static LegalDocument document(
      DocumentKind kind,
      String number,
      String type,
      String issuer,
      String issued,
      String subject,
      List<Provision> provisions) {
    return LegalDocument.of(
        kind,
        reading(number).map(r -> new Reading<>(new DocumentNumber(r.value()), r.evidence())),
        reading(type),
        reading(issuer).stream()
            .map(r -> new Reading<>(new IssuingBody(r.value()), r.evidence()))
            .toList(),
        reading(issued).map(r -> new Reading<>(LocalDate.parse(r.value()), r.evidence())),
        reading(subject),
        provisions);
  }

  private static Optional<Reading<String>> reading(String value) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading<>(value, new Evidence(new Span(0, 0), "sample", 1)));
  }
}
