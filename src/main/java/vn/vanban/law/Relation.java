package vn.vanban.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What this document does to, or takes from, another one.
 *
 * @param type which
 * @param target the other document
 * @param provisions the provisions of the target that are touched; empty for the whole
 * @param date the day from which, where the words state one of their own
 * @param evidence the words that say it
 */
public record Relation(
    RelationType type,
    Citation.Target target,
    List<ProvisionPath> provisions,
    Optional<LocalDate> date,
    Evidence evidence) {
  public Relation {
    provisions = List.copyOf(provisions);
  }
}
