package vn.vanban.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of days on which a document, or one of its provisions, has one status.
 *
 * @param from the first day; empty for all days before {@code until}
 * @param until the first day after; empty for ever
 * @param status of these days
 * @param proof the steps that it rests on, by date; empty where nothing is known
 * @param reason why the status is unknown, for readers; present if and only if it is
 * @param doubts what speaks against the status without overthrowing it, for readers
 */
public record EffectInterval(
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    EffectStatus status,
    List<Step> proof,
    Optional<String> reason,
    List<String> doubts) {
  public EffectInterval {
    proof = List.copyOf(proof);
    doubts = List.copyOf(doubts);
    if (reason.isPresent() != (status == EffectStatus.UNKNOWN)) {
      throw new IllegalArgumentException("an unknown status, and no other, has a reason");
    }
  }

  /** Whether a day lies in it. */
  public boolean contains(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(day::isBefore).orElse(true);
  }

  private static final String CONCEALED = "theo một văn bản không công khai";

  /** The same without what names some documents. */
  EffectInterval concealing(Set<String> hidden) {
    boolean any =
        proof.stream().anyMatch(step -> step.documentId().filter(hidden::contains).isPresent());
    return any
        ? new EffectInterval(
            from,
            until,
            status,
            proof.stream().map(step -> concealed(step, hidden)).toList(),
            reason.map(words -> CONCEALED),
            List.of())
        : this;
  }

  private static Step concealed(Step step, Set<String> hidden) {
    return step.documentId().filter(hidden::contains).isEmpty()
        ? step
        : new Step(
            Optional.empty(),
            step.relation(),
            step.provisions(),
            step.date(),
            step.source(),
            new Evidence(new Span(0, 0), step.evidence().rule(), step.evidence().confidence()),
            CONCEALED);
  }

  /** Where the day of a step comes from. */
  public enum DateSource {
    /** The document says so of itself. */
    OWN_WORDS,
    /** The words of the relation state a day of their own. */
    RELATION,
    /** The day of effect of the citing document. */
    CITING_EFFECT,
    /** No day is known. */
    NONE
  }

  /**
   * One step of a proof.
   *
   * @param documentId the document whose words count; empty for the document itself
   * @param relation what the citing document does; empty for the document's own words
   * @param provisions the provisions touched; empty for the whole
   * @param date the first day on which it counts
   * @param source where that day comes from
   * @param evidence the words
   * @param note for readers
   */
  public record Step(
      Optional<String> documentId,
      Optional<RelationType> relation,
      List<ProvisionPath> provisions,
      Optional<LocalDate> date,
      DateSource source,
      Evidence evidence,
      String note) {
    public Step {
      provisions = List.copyOf(provisions);
    }
  }
}
