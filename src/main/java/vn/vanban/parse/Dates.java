package vn.vanban.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in Vietnamese text.
 *
 * <pre>
 * long  := "ngày" day "tháng" month "năm" year       ngày 05 tháng 3 năm 2020
 * short := day sep month sep year                     26/2/2020  5.3.2020  09-03-2020
 *        | "ngày" day sep month sep two-digit-year     ngày 09/3/98
 * </pre>
 *
 * A long date with blanks or dots for day or month is a blank date: the form of a draft.
 */
final class Dates {
  private Dates() {}

  /**
   * A date in the text.
   *
   * @param date empty for a blank date and for one that no calendar knows
   * @param blank whether its day or month is left open
   * @param start first offset in the searched text
   * @param end offset after it
   */
  record Found(Optional<LocalDate> date, boolean blank, int start, int end) {}

  private static final String OPEN = "[\\s._…\\-/]";

  /** On folded text. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\p{L}])(?:ngày|ngay)\\s*:?\\s*(?<d>\\d\\s?\\d|\\d{1,2}|"
              + OPEN
              + "{0,30}?)\\s*(?:tháng|thang)\\s*(?<m>\\d\\s?\\d|\\d|"
              + OPEN
              + "{0,30}?)\\s*(?:năm|nam)\\s*(?<y>(?:19|20)\\s?\\d\\s?\\d|(?:20"
              + OPEN
              + "{0,9})|"
              + OPEN
              + "{1,30})(?!\\d)"
              + "|(?<![\\d/.-])(?<sd>\\d{1,2})\\s?(?<sep>[/.-])\\s?(?<sm>\\d{1,2})\\s?\\k<sep>\\s?(?<sy>(?:19|20)\\d\\d|(?<=ngày \\d{1,2}[/.-]\\d{1,2}[/.-])\\d\\d)(?![\\d/])");

  /** All dates of a folded text, in order. */
  static List<Found> find(String folded) {
    List<Found> found = new ArrayList<>();
    Matcher m = DATE.matcher(folded);
    while (m.find()) {
      if (m.group("sd") != null) {
        Optional<LocalDate> date = date(m.group("sd"), m.group("sm"), m.group("sy"));
        if (date.isPresent()) {
          found.add(new Found(date, false, m.start(), m.end()));
        }
        continue;
      }
      String year = m.group("y").replaceAll("\\s", "");
      boolean blank =
          !hasDigit(m.group("d")) || !hasDigit(m.group("m")) || !year.matches("(?:19|20)\\d\\d");
      Optional<LocalDate> date = blank ? Optional.empty() : date(m.group("d"), m.group("m"), year);
      found.add(new Found(date, blank, m.start(), m.end()));
    }
    return found;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** Two digits stand for 1945 to 2044: the Republic's documents begin in 1945. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return year >= 100 ? year : year >= 45 ? 1900 + year : 2000 + year;
  }

  private static Optional<LocalDate> date(String day, String month, String year) {
    try {
      return Optional.of(
          LocalDate.of(
              year(year),
              Integer.parseInt(month.replaceAll("\\s", "")),
              Integer.parseInt(day.replaceAll("\\s", ""))));
    } catch (DateTimeException noSuchDay) {
      // 31/02/2020 and the like: the caller warns, since a date was printed and none can be given.
      return Optional.empty();
    }
  }
}
