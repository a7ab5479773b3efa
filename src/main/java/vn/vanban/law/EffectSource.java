package vn.vanban.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What other documents contribute to the effect of one. */
public sealed interface EffectSource {
  /**
   * A relation that points to the document.
   *
   * @param documentId of the citing document
   * @param citing the citing document
   * @param relation its relation whose target is the document
   * @param onCiting relations that point to the citing document itself: a document that was ended
   *     before its day has no effect on others
   */
  record Incoming(
      String documentId, LegalDocument citing, Relation relation, List<Incoming> onCiting)
      implements EffectSource {
    public Incoming {
      onCiting = List.copyOf(onCiting);
    }

    /** A relation of a citing document to which nothing points. */
    public Incoming(String documentId, LegalDocument citing, Relation relation) {
      this(documentId, citing, relation, List.of());
    }

    /** The day from which it counts: the relation's own, else the citing document's. */
    Optional<LocalDate> day() {
      return relation.date().or(() -> citing.effect().effective().map(Reading::value));
    }

    /** Whether it ends the whole document: Điều 154 khoản 2 và 3 of 80/2015/QH13. */
    boolean endsWhole() {
      return relation.provisions().isEmpty()
          && (relation.type() == RelationType.REPLACES || relation.type() == RelationType.REPEALS);
    }

    /** Whether the citing document was ended on or before its own day, by one that had effect. */
    boolean neverInForce() {
      Optional<LocalDate> begins = citing.effect().effective().map(Reading::value);
      return begins.isPresent()
          && onCiting.stream()
              .filter(end -> end.endsWhole() && end.mayAct() && !end.neverInForce())
              .anyMatch(end -> end.day().map(d -> !d.isAfter(begins.get())).orElse(false));
    }

    /** Only issued documents change others: no drafts, announcements, forms, consolidations. */
    boolean mayAct() {
      return switch (citing.kind()) {
        case ORIGINAL, COPY, ATTACHMENT -> true;
        case DRAFT, CONSOLIDATION, ANNOUNCEMENT, FORM, OTHER -> false;
      };
    }
  }

  /**
   * A document that the document details or guides (outgoing {@link RelationType#DETAILS} or {@link
   * RelationType#GUIDES}).
   *
   * @param documentId of the detailed document
   * @param detailed the detailed document
   * @param relation the document's relation to it
   * @param onDetailed relations that point to the detailed document
   */
  record Detailed(
      String documentId, LegalDocument detailed, Relation relation, List<Incoming> onDetailed)
      implements EffectSource {
    public Detailed {
      onDetailed = List.copyOf(onDetailed);
    }
  }

  /** The relations among some sources. */
  static List<Incoming> incoming(Collection<? extends EffectSource> sources) {
    return sources.stream().filter(Incoming.class::isInstance).map(Incoming.class::cast).toList();
  }
}
