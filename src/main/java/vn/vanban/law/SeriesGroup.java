package vn.vanban.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.vanban.law.NumberSeries.Basis;
import vn.vanban.law.SeriesRule.Grouping;
import vn.vanban.law.TypeNumbers.Numbered;

/**
 * Types that are numbered in one series, and why.
 *
 * <p>Where the rule leaves it to the head of the body, groups of types are joined, the most
 * interleaved first, as long as their numbers fit into one series: hardly a number stands in both,
 * and in the order of numbers hardly a date falls that did not fall within either.
 *
 * @param types the most frequent first
 * @param reason in Vietnamese
 */
record SeriesGroup(
    List<String> types,
    Basis basis,
    String reason,
    List<Numbered> held,
    List<Numbered> reported,
    List<SeriesEntry> irregular) {

  /** Of one number the earliest first, so that a double alone breaks no order. */
  static final Comparator<Numbered> BY_NUMBER_AND_DATE =
      Comparator.comparingInt(Numbered::number)
          .thenComparing(n -> n.entry().issued().orElseThrow())
          .thenComparing(n -> n.entry().documentId());

  /** The groups of the types that fall under one rule. */
  static List<SeriesGroup> groups(SeriesRule rule, Collection<TypeNumbers> types) {
    List<Joined> groups = new ArrayList<>();
    types.stream()
        .sorted(
            Comparator.comparingInt((TypeNumbers t) -> -t.held().size())
                .thenComparing(TypeNumbers::type))
        .forEach(type -> groups.add(new Joined(List.of(type), "")));
    if (rule.grouping() != Grouping.OPEN) {
      return groups.stream().map(g -> g.told(Basis.RULE, "Theo quy định.")).toList();
    }
    join(groups);
    return groups.stream().map(group -> told(group, groups)).toList();
  }

  private static void join(List<Joined> groups) {
    while (true) {
      int first = -1;
      int second = -1;
      SeriesFit best = null;
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size(); b++) {
          SeriesFit fit = SeriesFit.of(groups.get(a).held(), groups.get(b).held());
          if (fit.fits() && (best == null || fit.switches() > best.switches())) {
            first = a;
            second = b;
            best = fit;
          }
        }
      }
      if (best == null) {
        return;
      }
      Joined later = groups.remove(second);
      groups.set(first, groups.get(first).with(later, best));
    }
  }

  private static SeriesGroup told(Joined group, List<Joined> all) {
    List<String> contradicted = new ArrayList<>();
    List<String> untold = new ArrayList<>();
    for (Joined other : all) {
      if (!other.equals(group)) {
        SeriesFit fit = SeriesFit.of(group.held(), other.held());
        if (fit.contradicts()) {
          contradicted.add(other.name() + " (" + fit.contradiction() + ")");
        } else {
          untold.add(other.name());
        }
      }
    }
    List<String> reasons = new ArrayList<>();
    if (group.types().size() > 1) {
      reasons.add(group.reason());
    }
    if (!contradicted.isEmpty()) {
      reasons.add("Khác dãy với " + String.join(", ", contradicted) + ".");
    }
    if (!untold.isEmpty()) {
      reasons.add(
          "Chưa đủ dữ liệu để so với " + String.join(", ", untold) + ": tạm coi là dãy riêng.");
    }
    if (reasons.isEmpty()) {
      reasons.add("Chỉ có một loại văn bản.");
    }
    Basis basis =
        group.types().size() > 1
            ? Basis.FITS_TOGETHER
            : contradicted.isEmpty() || !untold.isEmpty() ? Basis.ASSUMED : Basis.CONTRADICTED;
    return group.told(basis, String.join(" ", reasons));
  }

  /** Types that were joined so far. */
  private record Joined(List<TypeNumbers> types, String reason) {
    Joined with(Joined other, SeriesFit fit) {
      String why = "%s chung dãy với %s: %s.".formatted(other.name(), name(), fit.agreement());
      List<TypeNumbers> all = new ArrayList<>(types);
      all.addAll(other.types);
      return new Joined(
          all,
          String.join(
              " ", Stream.of(reason, other.reason, why).filter(text -> !text.isEmpty()).toList()));
    }

    String name() {
      return String.join(" và ", types.stream().map(TypeNumbers::type).toList());
    }

    List<Numbered> held() {
      return types.stream().flatMap(type -> type.held().stream()).toList();
    }

    SeriesGroup told(Basis basis, String why) {
      return new SeriesGroup(
          types.stream().map(TypeNumbers::type).toList(),
          basis,
          why,
          held(),
          types.stream().flatMap(type -> type.reported().stream()).toList(),
          types.stream().flatMap(type -> type.irregular().stream()).toList());
    }
  }
}
