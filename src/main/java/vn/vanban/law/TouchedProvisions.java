package vn.vanban.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.EffectSource.Incoming;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;

/**
 * Which provisions of a document lie within which. Articles are cited without their chapters, since
 * their numbers run through the document.
 */
record TouchedProvisions(LegalDocument document) {

  /** Whether {@code outer} is {@code inner} or holds it. */
  boolean covers(ProvisionPath outer, ProvisionPath inner) {
    List<Step> whole = full(inner);
    List<Step> around = full(outer);
    return startsWith(whole, around) || startsWith(fromArticle(whole), fromArticle(around));
  }

  /** The day of a provision with a day of its own. */
  Optional<LocalDate> start(ProvisionPath path) {
    return document.effect().parts().stream()
        .map(Reading::value)
        .filter(part -> covers(part.provision(), path))
        .map(Effect.Part::effective)
        .max(LocalDate::compareTo);
  }

  boolean anyBegun(LocalDate day) {
    return document.effect().parts().stream().anyMatch(p -> !day.isBefore(p.value().effective()));
  }

  boolean anyNotBegun(LocalDate day) {
    return document.effect().parts().stream().anyMatch(p -> day.isBefore(p.value().effective()));
  }

  /** An amendment before the end that may have moved it: of the whole, or of its provision. */
  boolean mayExtend(Incoming source, Reading<LocalDate> end) {
    RelationType type = source.relation().type();
    boolean changes =
        type == RelationType.AMENDS
            || type == RelationType.SUPPLEMENTS
            || type == RelationType.CORRECTS;
    boolean before = source.day().map(d -> !d.isAfter(end.value())).orElse(true);
    List<ProvisionPath> provisions = source.relation().provisions();
    return changes
        && before
        && (provisions.isEmpty()
            || document.provisions().stream()
                .filter(p -> p.span().contains(end.evidence().span()))
                .anyMatch(p ->
                    provisions.stream().anyMatch(c -> covers(c, p.path()) || covers(p.path(), c))));
  }

  private List<Step> full(ProvisionPath path) {
    List<Step> steps = path.steps();
    return document.provisions().stream()
        .map(p -> p.path().steps())
        .filter(known -> known.equals(steps) || fromArticle(known).equals(steps))
        .findFirst()
        .orElse(steps);
  }

  private static List<Step> fromArticle(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).level() == Level.DIEU) {
        return steps.subList(i, steps.size());
      }
    }
    return steps;
  }

  private static boolean startsWith(List<Step> steps, List<Step> head) {
    return steps.size() >= head.size() && steps.subList(0, head.size()).equals(head);
  }
}
