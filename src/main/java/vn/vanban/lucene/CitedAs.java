package vn.vanban.lucene;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Jurisdiction;
import vn.vanban.law.NumberFinder;
import vn.vanban.law.TypedBodies;

/**
 * What a text says of a document behind its number: {@code 383/KH-UBND ngày 26/02/2020 của UBND
 * tỉnh Gia Lai} (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: a document is cited with its day and
 * body).
 *
 * @param number the number as cited
 * @param day its day of issue
 * @param body its body
 */
record CitedAs(DocumentNumber number, Optional<LocalDate> day, Optional<String> body) {
  private static final int MOST_CHARS = 160;
  private static final int MOST_WORDS = 14;
  private static final String ANY = "*";

  private static final Pattern DAY =
      Pattern.compile(
          "[\\s,(]*ngày\\s+(\\d{1,2})(?:\\s+tháng\\s+|[/.-])(\\d{1,2})(?:\\s+năm\\s+|[/.-])(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OF =
      Pattern.compile(
          "[\\s,]*(?:của|do)\\s+([^;:.()\"“”]+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Every number in a text behind which a day or a body stands. */
  static List<CitedAs> in(String text) {
    List<CitedAs> all = new ArrayList<>();
    for (NumberFinder.Found found : NumberFinder.find(text)) {
      String rest =
          text.substring(
              found.span().end(), Math.min(text.length(), found.span().end() + MOST_CHARS));
      Matcher said = DAY.matcher(rest);
      boolean dated = said.lookingAt();
      Optional<LocalDate> day = dated ? day(said) : Optional.empty();
      Matcher of = OF.matcher(rest).region(dated ? said.end() : 0, rest.length());
      Optional<String> body = of.lookingAt() ? body(of.group(1)) : Optional.empty();
      if (day.isPresent() || body.isPresent()) {
        all.add(new CitedAs(found.number(), day, body));
      }
    }
    return all;
  }

  private static Optional<LocalDate> day(Matcher said) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(said.group(3)),
              Integer.parseInt(said.group(2)),
              Integer.parseInt(said.group(1))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty(); // 31/02/2020 says nothing
    }
  }

  /** The longest beginning that is a name of a body. */
  private static Optional<String> body(String text) {
    String[] words = text.strip().split("\\s+", MOST_WORDS + 1);
    for (int count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
      String name = String.join(" ", List.of(words).subList(0, count));
      if (TypedBodies.isName(name)) {
        return Optional.of(name.replaceFirst(",$", ""));
      }
    }
    return Optional.empty();
  }

  Optional<String> dayTerm() {
    return day.map(known -> dayTerm(number, known));
  }

  static String dayTerm(DocumentNumber number, LocalDate day) {
    return beginning(number) + day;
  }

  /** Of the body under each of its names in time where it stands: its level and province. */
  Set<String> bodyTerms() {
    Set<String> terms = new LinkedHashSet<>();
    body.ifPresent(typed -> {
      terms.add(place(number, Jurisdiction.of(typed)));
      TypedBodies.names(typed).forEach(name -> terms.add(place(number, Jurisdiction.of(name))));
    });
    terms.remove(place(number, new Jurisdiction(Optional.empty(), Optional.empty())));
    return terms;
  }

  /**
   * The terms that fit a body: its own place, and places that leave level or province open.
   *
   * @return none where the place of the body itself is open
   */
  static Set<String> fitting(DocumentNumber number, String issuer) {
    Jurisdiction own = Jurisdiction.of(issuer);
    boolean central = own.level().filter(Authority.Level.CENTRAL::equals).isPresent();
    if (own.level().isEmpty() || (own.province().isEmpty() && !central)) {
      return Set.of();
    }
    Set<String> terms = new LinkedHashSet<>();
    terms.add(place(number, own));
    terms.add(place(number, new Jurisdiction(own.level(), Optional.empty())));
    terms.add(place(number, new Jurisdiction(Optional.empty(), own.province())));
    return terms;
  }

  /** What all terms of a number begin with. */
  static String beginning(DocumentNumber number) {
    return number.key() + '\t';
  }

  private static String place(DocumentNumber number, Jurisdiction place) {
    return beginning(number)
        + place.level().map(Enum::name).orElse(ANY)
        + ' '
        + place.province().orElse(ANY);
  }
}
