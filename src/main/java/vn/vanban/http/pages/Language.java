package vn.vanban.http.pages;

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
}
