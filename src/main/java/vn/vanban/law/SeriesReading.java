package vn.vanban.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vanban.law.NumberSeries.Bearers;
import vn.vanban.law.NumberSeries.Period;
import vn.vanban.law.NumberSeries.Range;
import vn.vanban.law.TypeNumbers.Numbered;

/** Reads a series from the documents of its types: gaps, doubles, order. */
final class SeriesReading {
  private SeriesReading() {}

  static NumberSeries read(SeriesRule rule, boolean secret, SeriesGroup group) {
    NavigableMap<Integer, List<SeriesEntry>> held = byNumber(group.held());
    NavigableMap<Integer, List<SeriesEntry>> reported = byNumber(group.reported());
    reported.keySet().removeAll(held.keySet());
    NavigableSet<Integer> known = new TreeSet<>(held.keySet());
    known.addAll(reported.keySet());
    return new NumberSeries(
        group.types(),
        secret,
        rule.period(),
        rule.source(),
        group.basis(),
        group.reason(),
        held.size(),
        held.isEmpty() ? OptionalInt.empty() : OptionalInt.of(held.firstKey()),
        held.isEmpty() ? OptionalInt.empty() : OptionalInt.of(held.lastKey()),
        bearers(held),
        gaps(known, rule.period()),
        bearers(held).stream().filter(b -> b.documents().size() > 1).toList(),
        outOfOrder(group.held()),
        bearers(reported),
        group.irregular());
  }

  private static NavigableMap<Integer, List<SeriesEntry>> byNumber(Collection<Numbered> numbers) {
    TreeMap<Integer, List<SeriesEntry>> found = new TreeMap<>();
    numbers.forEach(
        n -> found.computeIfAbsent(n.number(), number -> new ArrayList<>()).add(n.entry()));
    return found;
  }

  private static List<Bearers> bearers(NavigableMap<Integer, List<SeriesEntry>> numbers) {
    return numbers.entrySet().stream()
        .map(e ->
            new Bearers(
                e.getKey(),
                e.getValue().stream()
                    .sorted(Comparator.comparing(SeriesEntry::documentId))
                    .toList()))
        .toList();
  }

  private static List<Range> gaps(NavigableSet<Integer> known, Period period) {
    List<Range> gaps = new ArrayList<>();
    if (known.isEmpty()) {
      return gaps;
    }
    int before = period == Period.YEAR ? 0 : known.first() - 1;
    for (int number : known) {
      if (number > before + 1) {
        gaps.add(new Range(before + 1, number - 1));
      }
      before = number;
    }
    return gaps;
  }

  private static List<SeriesEntry> outOfOrder(Collection<Numbered> numbers) {
    List<SeriesEntry> dated =
        numbers.stream()
            .filter(n -> n.entry().issued().isPresent())
            .sorted(SeriesGroup.BY_NUMBER_AND_DATE)
            .map(Numbered::entry)
            .toList();
    return DateOrder.breaks(dated.stream().map(e -> e.issued().orElseThrow()).toList()).stream()
        .map(dated::get)
        .toList();
  }
}
