package vn.vanban.http.pages;

import java.util.Locale;

/** In which language a page speaks; documents speak their own. */
public enum Language {
  VIETNAMESE("vi"),
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Its code (BCP 47). */
  public String code() {
    return code;
  }

  /** The text of this language; Vietnamese stands first, as everywhere. */
  public String say(String vietnamese, String english) {
    return this == VIETNAMESE ? vietnamese : english;
  }

  /** A number as it is written: 1.234 or 1,234. */
  public String count(long number) {
    return String.format(Locale.of(code), "%,d", number);
  }
}
