package vn.vanban.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Span;

/**
 * Brings together what tells the relations of a document: its kind, its head, its title, its bases
 * and its sentences.
 */
record RelationSources(
    Words words,
    List<Sentence> sentences,
    List<Citation> citations,
    Head head,
    DocumentKind kind,
    Optional<Reading<DocumentNumber>> number) {

  private static final double CONFIDENCE = 0.93;

  /** A page to the document that it reports. */
  static Relation announced(Reading<DocumentNumber> number) {
    return new Relation(
        RelationType.ANNOUNCES,
        new Citation.ByNumber(number.value()),
        List.of(),
        Optional.empty(),
        number.evidence());
  }

  /**
   * All relations in reading order of their sources.
   *
   * @param effective the date of effect, where known
   */
  List<Relation> relations(
      Optional<Reading<String>> subject,
      List<Reading<String>> bases,
      Optional<LocalDate> effective) {
    List<Relation> relations = new ArrayList<>();
    if (kind == DocumentKind.ATTACHMENT) {
      parent().ifPresent(relations::add);
    }
    if (kind == DocumentKind.CONSOLIDATION) {
      relations.addAll(consolidated());
    }
    List<Citation> basis =
        citations.stream().filter(c -> bases.stream().anyMatch(b -> isBasis(c, b))).toList();
    Optional<RelationReader.Title> title =
        subject
            .map(reading -> reading.evidence().span())
            .map(span -> new RelationReader.Title(span, cited(span.start(), span.end())));
    List<Relation> read = RelationReader.read(words, sentences, citations, title, basis, effective);
    for (Relation relation : read) {
      boolean told =
          relations.stream().anyMatch(r -> r.target().label().equals(relation.target().label()));
      if (!told || relation.type() != RelationType.REFERS_TO) {
        relations.add(relation);
      }
    }
    return relations;
  }

  private static boolean isBasis(Citation citation, Reading<String> basis) {
    return citation.evidence().span().end() == basis.evidence().span().end();
  }

  private List<Citation> cited(int from, int to) {
    return CitationReader.read(words, from, to, number.map(Reading::value), List.of());
  }

  /** {@code (Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày …)} in the head of an attachment. */
  private Optional<Relation> parent() {
    for (Piece piece : head.pieces()) {
      int said = piece.folded().indexOf("theo ");
      if (said < 0 || (!piece.folded().contains("kèm") && !piece.folded().contains("ban hành"))) {
        continue;
      }
      // The number may stand on the next line.
      int from = piece.start() + said;
      for (Citation citation :
          CitationReader.read(
              words,
              from,
              Math.min(words.length(), piece.end() + 200),
              Optional.empty(),
              List.of())) {
        if (citation.target() instanceof Citation.ByNumber) {
          int end = citation.evidence().span().end();
          List<Dates.Found> dates =
              Dates.find(words.folded().substring(end, Math.min(words.length(), end + 40)));
          Optional<LocalDate> date =
              dates.isEmpty() || dates.getFirst().start() > 3
                  ? Optional.empty()
                  : dates.getFirst().date();
          return Optional.of(relation(RelationType.ATTACHED_TO, citation, date));
        }
      }
    }
    return Optional.empty();
  }

  /** The documents that open a paragraph above the first basis of a consolidated text. */
  private List<Relation> consolidated() {
    List<Relation> relations = new ArrayList<>();
    for (Citation citation : cited(0, Math.min(words.length(), head.bodyStart() + MAX_OPENING))) {
      Span span = citation.evidence().span();
      boolean said = relations.stream().anyMatch(r -> r.target().equals(citation.target()));
      if (citation.target() instanceof Citation.ByNumber
          && citation.provision().isEmpty()
          && words.startsLine(span.start())
          && !said) {
        relations.add(relation(RelationType.CONSOLIDATES, citation, Optional.empty()));
      }
    }
    return relations;
  }

  private static final int MAX_OPENING = 3_000;

  private static Relation relation(RelationType type, Citation citation, Optional<LocalDate> date) {
    Evidence evidence = new Evidence(citation.evidence().span(), "relation-head", CONFIDENCE);
    return new Relation(type, citation.target(), List.of(), date, evidence);
  }
}
