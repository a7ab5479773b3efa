package vn.vanban.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.vanban.law.EffectInterval.DateSource;
import vn.vanban.law.EffectInterval.Step;
import vn.vanban.law.EffectSource.Incoming;

/** What is found for the days from one day on, while the rules are applied. */
final class EffectFinding {
  private final List<Step> proof = new ArrayList<>();
  private final TreeSet<String> doubts = new TreeSet<>();
  private EffectStatus status = EffectStatus.UNKNOWN;
  private Optional<String> reason = Optional.empty();

  EffectStatus status() {
    return reason.isPresent() ? EffectStatus.UNKNOWN : status;
  }

  /** The strongest counts: an end goes before a suspension, and this before a part. */
  void status(EffectStatus next) {
    boolean stays =
        (next == EffectStatus.PARTLY && status == EffectStatus.SUSPENDED)
            || (next == EffectStatus.IN_FORCE && status == EffectStatus.PARTLY);
    if (!stays) {
      status = next;
    }
    if (next == EffectStatus.EXPIRED) {
      reason = Optional.empty();
    }
  }

  void unknown(String why) {
    if (reason.isEmpty()) {
      reason = Optional.of(why);
    }
  }

  void doubt(String what) {
    doubts.add(what);
  }

  void own(Reading<LocalDate> reading, String note) {
    add(
        new Step(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(reading.value()),
            DateSource.OWN_WORDS,
            reading.evidence(),
            note));
  }

  void relation(Incoming source) {
    Relation relation = source.relation();
    DateSource from =
        relation.date().isPresent()
            ? DateSource.RELATION
            : source.day().isPresent() ? DateSource.CITING_EFFECT : DateSource.NONE;
    add(
        new Step(
            Optional.of(source.documentId()),
            Optional.of(relation.type()),
            relation.provisions(),
            source.day(),
            from,
            relation.evidence(),
            EffectDerivation.label(source) + " " + relation.type().vietnamese()));
  }

  void add(Step step) {
    if (!proof.contains(step)) {
      proof.add(step);
    }
  }

  EffectInterval interval(Optional<LocalDate> from, Optional<LocalDate> until) {
    return new EffectInterval(from, until, status(), proof, reason, List.copyOf(doubts));
  }
}
