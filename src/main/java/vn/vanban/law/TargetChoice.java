package vn.vanban.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the documents that bear a key is the one that a document cites. */
public sealed interface TargetChoice {
  /** One of them, by rule. */
  record Resolved(Candidate candidate) implements TargetChoice {}

  /** Several, which no rule tells apart; sorted by id. */
  record Ambiguous(List<Candidate> candidates) implements TargetChoice {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** None of them can be meant. */
  record None() implements TargetChoice {}

  /**
   * A document that bears the key.
   *
   * @param id its address in the registry
   * @param document what was read from it
   */
  record Candidate(String id, LegalDocument document) {}

  /**
   * Chooses; the order of the candidates does not count.
   *
   * <p>Nobody cites what is issued later, and what stands for the act itself goes before copies,
   * and these before what only reports it; a number with its year names one act for one issuer. A
   * number or a name without a year, or one that several bodies share, means the citing body's own
   * document, if it is the only one left; otherwise it stays ambiguous. An undated candidate is
   * never taken for an earlier one while others are left.
   *
   * @param citing the citing document
   * @param target the document as cited
   * @param candidates the documents that bear the target's key
   */
  static TargetChoice choose(
      LegalDocument citing, Citation.Target target, Collection<Candidate> candidates) {
    Optional<LocalDate> day = citing.issued().map(Reading::value);
    List<Candidate> possible =
        candidates.stream()
            .filter(c ->
                TargetKeys.key(target).map(TargetKeys.keys(c.document())::contains).orElse(false))
            .filter(c -> !later(c.document(), day))
            .sorted(Comparator.comparing(Candidate::id))
            .distinct()
            .toList();
    if (possible.isEmpty()) {
      return new None();
    }
    int best = possible.stream().mapToInt(c -> standing(c.document().kind())).min().orElseThrow();
    List<Candidate> acts =
        possible.stream().filter(c -> standing(c.document().kind()) == best).toList();
    boolean free = target instanceof Citation.ByNumber cited && shared(cited.number());
    if (acts.size() == 1 && !free) {
      return new Resolved(acts.getFirst());
    }
    Set<String> own = issuers(citing);
    List<Candidate> same =
        acts.stream()
            .filter(c -> issuers(c.document()).stream().anyMatch(own::contains))
            .filter(c -> c.document().issued().isPresent() && day.isPresent())
            .toList();
    boolean undated =
        acts.stream()
            .filter(c -> issuers(c.document()).stream().anyMatch(own::contains))
            .anyMatch(c -> c.document().issued().isEmpty());
    return same.size() == 1 && !undated ? new Resolved(same.getFirst()) : new Ambiguous(acts);
  }

  /** Each body counts by itself without a year, and so do the local ones with it. */
  private static boolean shared(DocumentNumber number) {
    String symbol = number.symbol().toUpperCase(Locale.ROOT);
    return number.year().isEmpty() || symbol.contains("UBND") || symbol.contains("HĐND");
  }

  private static boolean later(LegalDocument document, Optional<LocalDate> day) {
    return day.isPresent()
        && document.issued().map(issued -> issued.value().isAfter(day.get())).orElse(false);
  }

  private static Set<String> issuers(LegalDocument document) {
    return document.issuers().stream()
        .map(issuer -> Names.fold(issuer.value().name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int standing(DocumentKind kind) {
    return switch (kind) {
      case ORIGINAL -> 0;
      case COPY -> 1;
      case ATTACHMENT, CONSOLIDATION, OTHER -> 2;
      case ANNOUNCEMENT -> 3;
      case DRAFT, FORM -> 4;
    };
  }
}
