package vn.vanban.law;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.vanban.law.TypeNumbers.Numbered;

/**
 * How the numbers of two groups of types fit into one series.
 *
 * @param size documents of both with a date
 * @param switches how often one group follows on the other in the order of numbers
 * @param shared numbers that stand in both
 * @param breaks how many more documents break the order of dates than within each alone
 */
record SeriesFit(int size, int switches, int shared, int breaks) {
  /** Fewer switches may be chance: then nothing is told. */
  private static final int FEWEST_SWITCHES = 8;

  /** One document in this many may be misread or misnumbered. */
  private static final int ONE_FAULT_IN = 50;

  static SeriesFit of(List<Numbered> one, List<Numbered> other) {
    Set<Integer> both = numbers(one);
    both.retainAll(numbers(other));
    List<Numbered> left = dated(one);
    List<Numbered> right = dated(other);
    Set<Numbered> ofOne = new HashSet<>(left);
    List<Numbered> merged =
        Stream.concat(left.stream(), right.stream())
            .sorted(SeriesGroup.BY_NUMBER_AND_DATE)
            .toList();
    int switches = 0;
    for (int i = 1; i < merged.size(); i++) {
      if (ofOne.contains(merged.get(i)) != ofOne.contains(merged.get(i - 1))) {
        switches++;
      }
    }
    return new SeriesFit(
        merged.size(), switches, both.size(), breaks(merged) - breaks(left) - breaks(right));
  }

  boolean fits() {
    return switches >= FEWEST_SWITCHES && shared + breaks <= size / ONE_FAULT_IN;
  }

  boolean contradicts() {
    return shared + breaks > size / ONE_FAULT_IN;
  }

  String contradiction() {
    return shared > 0 && breaks > 0
        ? "%d số trùng nhau, %d số ngược ngày nếu gộp".formatted(shared, breaks)
        : shared > 0 ? shared + " số trùng nhau" : breaks + " số ngược ngày nếu gộp";
  }

  String agreement() {
    return "xen kẽ %d lần theo số, %d số trùng nhau, thêm %d số ngược ngày"
        .formatted(switches, shared, breaks);
  }

  private static int breaks(List<Numbered> sorted) {
    return DateOrder.breaks(sorted.stream().map(n -> n.entry().issued().orElseThrow()).toList())
        .size();
  }

  private static List<Numbered> dated(List<Numbered> numbers) {
    return numbers.stream()
        .filter(n -> n.entry().issued().isPresent())
        .sorted(SeriesGroup.BY_NUMBER_AND_DATE)
        .toList();
  }

  private static Set<Integer> numbers(List<Numbered> numbers) {
    Set<Integer> all = new HashSet<>();
    numbers.forEach(n -> all.add(n.number()));
    return all;
  }
}
