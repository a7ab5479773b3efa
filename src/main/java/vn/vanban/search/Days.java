package vn.vanban.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.search.QueryTree.Issued;

/** Days, months and years as they are typed, and stretches of them. */
final class Days {
  /** {@code 2020-02-26}, {@code 2020-02}, {@code 2020}. */
  private static final Pattern ISO =
      Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?");

  /** {@code 26/02/2020}, {@code 26-2-2020}, {@code 2/2020}. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?:(?<day>\\d{1,2})[/.-])?(?<month>\\d{1,2})[/.-](?<year>\\d{4})");

  private static final Pattern RANGE =
      Pattern.compile("\\s*(\\S{1,10})\\s+(?:TO|ĐẾN)\\s+(\\S{1,10})\\s*");

  private static final String OPEN = "*";

  private Days() {}

  /** A day, or all days of a month or a year; empty where the text is neither. */
  static Optional<QueryTree> single(String typed) {
    return period(typed).map(whole -> whole);
  }

  /** {@code 2019 TO 2020}; {@code *} leaves an end open, one of the two at most. */
  static Optional<QueryTree> range(String typed) {
    Matcher range = RANGE.matcher(typed);
    if (!range.matches()) {
      return Optional.empty();
    }
    Optional<Issued> first = period(range.group(1));
    Optional<Issued> last = period(range.group(2));
    boolean from = first.isPresent() || range.group(1).equals(OPEN);
    boolean to = last.isPresent() || range.group(2).equals(OPEN);
    return from && to && (first.isPresent() || last.isPresent())
        ? Optional.of(new Issued(first.flatMap(Issued::from), last.flatMap(Issued::to)))
        : Optional.empty();
  }

  private static Optional<Issued> period(String typed) {
    Matcher iso = ISO.matcher(typed);
    Matcher read = iso.matches() ? iso : WRITTEN.matcher(typed);
    if (!read.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(read.group("year"));
      if (read.group("month") == null) {
        return issued(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(read.group("month")));
      if (read.group("day") == null) {
        return issued(month.atDay(1), month.atEndOfMonth());
      }
      LocalDate day = month.atDay(Integer.parseInt(read.group("day")));
      return issued(day, day);
    } catch (DateTimeException e) {
      return Optional.empty(); // 30/02/2020: words
    }
  }

  private static Optional<Issued> issued(LocalDate from, LocalDate to) {
    return Optional.of(new Issued(Optional.of(from), Optional.of(to)));
  }
}
