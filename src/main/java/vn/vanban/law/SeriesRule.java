package vn.vanban.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.vanban.law.NumberSeries.Period;

/**
 * One row of {@code number-series.tsv}: how documents of some types with numbers of some form are
 * numbered.
 *
 * @param types names, {@code @family} or {@code *}
 * @param shared the name of the series that all its types share
 * @param source the text that says it
 */
record SeriesRule(
    Form form, List<String> types, Grouping grouping, String shared, Period period, String source) {

  /** What a number looks like. */
  enum Form {
    /** {@code QCVN 32:2026/BXD}. */
    STANDARD,
    /** {@code 27-NQ/TW}. */
    PARTY,
    /** {@code 59/2020/QH14}. */
    TERM,
    /** {@code 30/2020/NĐ-CP}. */
    YEAR,
    /** {@code 383/KH-UBND}. */
    PLAIN;

    private static final Pattern OF_PARTY = Pattern.compile("^\\d+[A-Za-zĐđ]?-\\p{L}+/.*");
    private static final Pattern OF_TERM = Pattern.compile("(?:UBTV)?QH\\d{1,2}");

    static Form of(DocumentNumber number) {
      if (!Character.isDigit(number.canonical().charAt(0))) {
        return STANDARD;
      }
      if (number.year().isPresent()) {
        return OF_TERM.matcher(number.symbol()).matches() ? TERM : YEAR;
      }
      return OF_PARTY.matcher(number.canonical()).matches() ? PARTY : PLAIN;
    }
  }

  /** Which types share a series. */
  enum Grouping {
    NONE,
    OWN,
    ONE,
    OPEN
  }

  private static final List<SeriesRule> ALL =
      Table.rows("number-series.tsv", 6).stream()
          .map(row ->
              new SeriesRule(
                  Form.valueOf(row[0].toUpperCase(Locale.ROOT)),
                  Arrays.asList(row[1].split(",", -1)),
                  Grouping.valueOf(row[2].toUpperCase(Locale.ROOT)),
                  row[3],
                  Period.valueOf(row[4].toUpperCase(Locale.ROOT)),
                  row[5]))
          .toList();

  SeriesRule {
    types = List.copyOf(types);
  }

  /**
   * The rule for a number.
   *
   * @param type a name of {@link DocumentType}, or whatever else was printed
   */
  static SeriesRule of(DocumentNumber number, String type) {
    Form form = Form.of(number);
    return ALL.stream()
        .filter(rule -> rule.form == form && rule.covers(type))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rule for " + form));
  }

  private boolean covers(String type) {
    String family =
        DocumentType.named(type)
            .map(known -> "@" + known.family().name().toLowerCase(Locale.ROOT))
            .orElse("");
    return types.contains("*") || types.contains(type) || types.contains(family);
  }
}
