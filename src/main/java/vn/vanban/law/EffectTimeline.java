package vn.vanban.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanban.law.EffectSource.Incoming;

/**
 * The legal effect of a document and of its provisions through time, with its proof. It follows the
 * chapters on effect of Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13 (Điều 151: a document
 * begins on the day that it states; Điều 153: suspension; Điều 154: it ends when its stated time is
 * over, when it is replaced or when it is repealed) with 63/2020/QH14, and of 64/2025/QH15. Where
 * these leave a choice, the status is unknown with a reason.
 *
 * @param whole the intervals of the whole document, without gaps, from all past to all future
 * @param provisions those of the provisions that something touches, by path as cited
 */
public record EffectTimeline(
    List<EffectInterval> whole, Map<ProvisionPath, List<EffectInterval>> provisions) {
  public EffectTimeline {
    whole = List.copyOf(whole);
    provisions = Map.copyOf(provisions);
  }

  /**
   * Derives it. The order of the sources does not count, nor does a source given twice.
   *
   * @param document the document; its {@linkplain LegalDocument#panel() panel} can raise doubts,
   *     but gives no status
   * @param sources the relations that point to it, and what it details
   */
  public static EffectTimeline of(
      LegalDocument document, Collection<? extends EffectSource> sources) {
    EffectDerivation derivation = new EffectDerivation(document, sources);
    Map<ProvisionPath, List<EffectInterval>> provisions =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Incoming incoming : EffectSource.incoming(sources)) {
      incoming
          .relation()
          .provisions()
          .forEach(path -> provisions.computeIfAbsent(path, derivation::provision));
    }
    document
        .effect()
        .parts()
        .forEach(
            part -> provisions.computeIfAbsent(part.value().provision(), derivation::provision));
    return new EffectTimeline(derivation.whole(), provisions);
  }

  /** The status of the whole document on a day, with its proof. */
  public EffectInterval statusOn(LocalDate day) {
    return on(whole, day);
  }

  /**
   * The status of a touched provision on a day; empty if nothing touches exactly this provision, so
   * that it shares what {@link #statusOn} says and what holds for the provisions around it.
   */
  public Optional<EffectInterval> provisionStatusOn(ProvisionPath path, LocalDate day) {
    return Optional.ofNullable(provisions.get(path)).map(intervals -> on(intervals, day));
  }

  /** The documents whose words the proofs rest on. */
  public Set<String> documents() {
    return Stream.concat(whole.stream(), provisions.values().stream().flatMap(List::stream))
        .flatMap(interval -> interval.proof().stream())
        .flatMap(step -> step.documentId().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The same for who may not know of some documents: the statuses stay, what names those documents
   * goes.
   *
   * @param hidden their ids
   */
  public EffectTimeline concealing(Set<String> hidden) {
    if (hidden.isEmpty()) {
      return this;
    }
    Map<ProvisionPath, List<EffectInterval>> touched = new HashMap<>();
    provisions.forEach((path, intervals) -> touched.put(path, concealing(intervals, hidden)));
    return new EffectTimeline(concealing(whole, hidden), touched);
  }

  private static List<EffectInterval> concealing(
      List<EffectInterval> intervals, Set<String> hidden) {
    return intervals.stream().map(interval -> interval.concealing(hidden)).toList();
  }

  private static EffectInterval on(List<EffectInterval> intervals, LocalDate day) {
    return intervals.stream().filter(i -> i.contains(day)).findFirst().orElseThrow();
  }
}
