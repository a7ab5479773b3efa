package vn.vanban.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.vanban.law.SeriesRule.Grouping;

/**
 * The number series of one body in one year (Nghị định 30/2020/NĐ-CP, Điều 15).
 *
 * @param series the largest first
 * @param unplaced documents whose number belongs to no series of this year
 * @param passedOver how many drafts, forms and other papers were left aside
 */
public record SeriesReport(List<NumberSeries> series, List<Unplaced> unplaced, int passedOver) {
  public SeriesReport {
    series = List.copyOf(series);
    unplaced = List.copyOf(unplaced);
  }

  /** A document outside of all series. */
  public record Unplaced(SeriesEntry entry, Reason reason) {}

  /** Why a number belongs to no series of the year. */
  public enum Reason {
    /** The number carries another year. */
    OTHER_YEAR,
    /** Neither symbol nor text tell the type. */
    UNKNOWN_TYPE,
    /** Not numbered by body and year, as standards are. */
    NOT_IN_SERIES
  }

  /** Their number is that of another document. */
  private static final Set<DocumentKind> WITNESSES =
      EnumSet.of(
          DocumentKind.ANNOUNCEMENT,
          DocumentKind.ATTACHMENT,
          DocumentKind.COPY,
          DocumentKind.CONSOLIDATION);

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private static final String CONSOLIDATION = "Văn bản hợp nhất";

  private static final Comparator<SeriesEntry> BY_ID =
      Comparator.comparing(SeriesEntry::documentId);

  /** What numbers may be compared: of one form and rule, and of one regime of secrecy. */
  private record Regime(SeriesRule rule, boolean secret) {}

  /**
   * The series of a body in a year. The order of entries does not matter.
   *
   * @param year the year asked for
   * @param entries the body's documents of that year
   */
  public static SeriesReport of(int year, Collection<SeriesEntry> entries) {
    Map<Regime, Map<String, TypeNumbers>> regimes = new LinkedHashMap<>();
    List<Unplaced> unplaced = new ArrayList<>();
    int passedOver = 0;
    for (SeriesEntry entry : entries.stream().sorted(BY_ID).toList()) {
      Optional<String> type = SeriesType.of(entry);
      boolean held = isHeld(entry, type);
      if (!held && !WITNESSES.contains(entry.kind())) {
        passedOver++;
        continue;
      }
      SeriesRule rule = SeriesRule.of(entry.number(), type.orElse(""));
      OptionalInt printed = entry.number().year();
      if (rule.grouping() == Grouping.NONE) {
        unplaced.add(new Unplaced(entry, Reason.NOT_IN_SERIES));
      } else if (printed.isPresent() && printed.getAsInt() != year) {
        unplaced.add(new Unplaced(entry, Reason.OTHER_YEAR));
      } else if (type.isEmpty()) {
        unplaced.add(new Unplaced(entry, Reason.UNKNOWN_TYPE));
      } else {
        regimes
            .computeIfAbsent(new Regime(rule, entry.secret()), r -> new TreeMap<>())
            .computeIfAbsent(
                rule.grouping() == Grouping.ONE ? rule.shared() : type.get(), TypeNumbers::new)
            .add(entry, whole(entry.number()), held);
      }
    }
    List<NumberSeries> series = new ArrayList<>();
    regimes.forEach((regime, types) -> {
      for (SeriesGroup group : SeriesGroup.groups(regime.rule(), types.values())) {
        series.add(SeriesReading.read(regime.rule(), regime.secret(), group));
      }
    });
    series.sort(
        Comparator.comparingInt(NumberSeries::count)
            .reversed()
            .thenComparing(s -> String.join(", ", s.types()))
            .thenComparing(NumberSeries::secret)
            .thenComparing(NumberSeries::source));
    return new SeriesReport(series, unplaced, passedOver);
  }

  /** Whether it is itself the document that bears its number. */
  private static boolean isHeld(SeriesEntry entry, Optional<String> type) {
    return switch (entry.kind()) {
      case ORIGINAL -> true;
      // 05/SY-UBND is the copy's own number; any other one is that of what was copied.
      case COPY -> type.filter(SeriesReport::isCopyType).isPresent();
      case CONSOLIDATION -> type.equals(Optional.of(CONSOLIDATION));
      case DRAFT, ANNOUNCEMENT, ATTACHMENT, FORM, OTHER -> false;
    };
  }

  private static boolean isCopyType(String type) {
    return DocumentType.named(type)
        .filter(known -> known.family() == DocumentType.Family.COPY)
        .isPresent();
  }

  private static OptionalInt whole(DocumentNumber number) {
    String ordinal = number.ordinal();
    int value = WHOLE.matcher(ordinal).matches() ? Integer.parseInt(ordinal) : 0;
    return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
