package vn.vanban.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;

/** A document for tests, field by field; what is not said is absent. */
record Sheet(
    String id,
    DocumentKind kind,
    String number,
    String type,
    List<String> issuers,
    String issued,
    String subject,
    Effect effect,
    List<Citation> citations,
    String text) {
  private static final Evidence EVIDENCE = new Evidence(new Span(0, 0), "sample", 1);
  private static final ProvisionPath ARTICLE =
      new ProvisionPath(List.of(new Step(Level.DIEU, "5")));

  static Sheet of(String id) {
    return new Sheet(
        id, DocumentKind.ORIGINAL, "", "", List.of(), "", "", Effect.UNSTATED, List.of(), "");
  }

  Sheet kind(DocumentKind other) {
    return new Sheet(id, other, number, type, issuers, issued, subject, effect, citations, text);
  }

  Sheet number(String other) {
    return new Sheet(id, kind, other, type, issuers, issued, subject, effect, citations, text);
  }

  Sheet titled(String otherType, String otherSubject) {
    return new Sheet(
        id, kind, number, otherType, issuers, issued, otherSubject, effect, citations, text);
  }

  Sheet by(String... bodies) {
    return new Sheet(
        id, kind, number, type, List.of(bodies), issued, subject, effect, citations, text);
  }

  Sheet issued(String day) {
    return new Sheet(id, kind, number, type, issuers, day, subject, effect, citations, text);
  }

  Sheet text(String other) {
    return new Sheet(id, kind, number, type, issuers, issued, subject, effect, citations, other);
  }

  /** Days, or empty; and the days on which parts begin. */
  Sheet effective(String from, String until, String... parts) {
    List<Reading<Effect.Part>> begun =
        Arrays.stream(parts)
            .map(day -> reading(new Effect.Part(ARTICLE, LocalDate.parse(day))))
            .toList();
    Effect other = new Effect(day(from), day(until), begun);
    return new Sheet(id, kind, number, type, issuers, issued, subject, other, citations, text);
  }

  Sheet citing(String cited) {
    return citing(new Citation.ByNumber(new DocumentNumber(cited)));
  }

  Sheet citing(String name, int year) {
    return citing(
        new Citation.ByName(name, year == 0 ? OptionalInt.empty() : OptionalInt.of(year)));
  }

  private Sheet citing(Citation.Target target) {
    List<Citation> all = new ArrayList<>(citations);
    all.add(new Citation(target, Optional.empty(), Optional.empty(), EVIDENCE));
    return new Sheet(id, kind, number, type, issuers, issued, subject, effect, all, text);
  }

  IndexChange.Put put() {
    LegalDocument document =
        new LegalDocument(
            kind,
            some(number).map(DocumentNumber::new).map(Sheet::reading),
            some(type).map(Sheet::reading),
            issuers.stream().map(IssuingBody::new).map(Sheet::reading).toList(),
            day(issued),
            some(subject).map(Sheet::reading),
            List.of(),
            Handling.NONE,
            effect,
            List.of(),
            citations,
            List.of(),
            List.of(),
            List.of());
    return new IndexChange.Put(id, document, List.of(text));
  }

  private static Optional<Reading<LocalDate>> day(String day) {
    return some(day).map(LocalDate::parse).map(Sheet::reading);
  }

  private static Optional<String> some(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }

  private static <T> Reading<T> reading(T value) {
    return new Reading<>(value, EVIDENCE);
  }
}
