package vn.vanban.parse;

import java.util.Optional;

/**
 * The year that is given with a law's name: {@code năm 2013}, {@code 2013}, {@code ngày 29 tháng 11
 * năm 2013}, {@code ngày 29/11/2013}.
 *
 * @param year 1945 to 2099
 * @param end the offset after it
 */
record GivenYear(int year, int end) {

  static Optional<GivenYear> at(Words words, int from) {
    int day = words.match(from, "ngày");
    if (day >= 0) {
      return date(words, words.blanks(day));
    }
    int named = words.match(from, "năm");
    return year(words, named >= 0 ? words.blanks(named) : from);
  }

  private static Optional<GivenYear> date(Words words, int from) {
    int at = digits(words, from);
    if (at < 0) {
      return Optional.empty();
    }
    int month = words.match(words.blanks(at), "tháng");
    if (month >= 0) {
      at = digits(words, words.blanks(month));
      int year = at < 0 ? -1 : words.match(words.blanks(at), "năm");
      return year < 0 ? Optional.empty() : year(words, words.blanks(year));
    }
    for (int i = 0; i < 2; i++) {
      if (at < 0 || "/.-".indexOf(words.at(at)) < 0) {
        return Optional.empty();
      }
      at = i == 0 ? digits(words, at + 1) : at + 1;
    }
    return year(words, at);
  }

  private static int digits(Words words, int from) {
    int end = from;
    while (end < from + 2 && Character.isDigit(words.at(end))) {
      end++;
    }
    return end > from ? end : -1;
  }

  private static Optional<GivenYear> year(Words words, int from) {
    int end = Math.max(0, from);
    while (end < from + 4 && Character.isDigit(words.at(end))) {
      end++;
    }
    if (from < 0 || end - from < 4 || Words.isWord(words.at(end)) || words.at(end) == '/') {
      return Optional.empty();
    }
    int year = Integer.parseInt(words.folded(), from, end, 10);
    return year >= 1945 && year < 2100 ? Optional.of(new GivenYear(year, end)) : Optional.empty();
  }
}
