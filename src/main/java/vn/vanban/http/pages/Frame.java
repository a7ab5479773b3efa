package vn.vanban.http.pages;

/**
 * What surrounds every page.
 *
 * @param language that the page speaks
 * @param languageSwitch address that switches to the other language and leads back here
 * @param title of the page
 * @param query what stands in the search box
 * @param stylesheet address of the style sheet
 * @param icon address of the icon
 * @param script address of the script that suggests while one types
 * @param visitor who reads it
 * @param head what machines are told of the page
 */
public record Frame(
    Language language,
    String languageSwitch,
    String title,
    String query,
    String stylesheet,
    String icon,
    String script,
    Visitor visitor,
    Head head) {

  /** With nothing for machines. */
  public Frame(
      Language language,
      String languageSwitch,
      String title,
      String query,
      String stylesheet,
      String icon,
      String script,
      Visitor visitor) {
    this(language, languageSwitch, title, query, stylesheet, icon, script, visitor, Head.NONE);
  }

  /** The same with something to tell to machines. */
  public Frame with(Head other) {
    return new Frame(
        language, languageSwitch, title, query, stylesheet, icon, script, visitor, other);
  }

  /** The text in the page's language. */
  public String say(String vietnamese, String english) {
    return language.say(vietnamese, english);
  }
}
