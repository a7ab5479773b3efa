package vn.vanban.law;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of a subject (trích yếu). */
public final class Subjects {
  private Subjects() {}

  /** A number with its symbol keeps its capitals. */
  private static final Pattern KEPT =
      Pattern.compile(
          "\\d[\\d.]*(?:/\\d{4})?[/-]\\p{Lu}[\\p{Lu}\\d/.&-]*|(?<!\\p{L})[IVXLC]{2,}(?!\\p{L})");

  /**
   * A subject in sentence case: one that is printed in capitals is brought to lower case but for
   * its first letter, numbers and Roman digits; any other is returned as it is. Names of persons
   * and places within capitals cannot be told and lose their capitals, so this form is for reading
   * only.
   *
   * @param subject as printed
   */
  public static String readingForm(String subject) {
    if (subject.chars().anyMatch(Character::isLowerCase)
        && subject.chars().filter(Character::isUpperCase).count() * 2
            < subject.chars().filter(Character::isLetter).count()) {
      return subject;
    }
    StringBuilder out = new StringBuilder(subject.toLowerCase(Locale.ROOT));
    if (out.length() != subject.length()) {
      return subject;
    }
    Matcher kept = KEPT.matcher(subject);
    while (kept.find()) {
      out.replace(kept.start(), kept.end(), kept.group());
    }
    for (int i = 0; i < out.length(); i++) {
      if (Character.isLetter(out.charAt(i))) {
        out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
        break;
      }
    }
    return out.toString();
  }
}
