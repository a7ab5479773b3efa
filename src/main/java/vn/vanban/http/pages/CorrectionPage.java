package vn.vanban.http.pages;

import java.util.List;

/**
 * The form that corrects a field, or the choice of one.
 *
 * @param frame around it
 * @param url of the document
 * @param name of the document
 * @param choices the fields, where none is chosen yet
 * @param field JSON name of the chosen one; empty where none is
 * @param label what people call it
 * @param value that it has; empty if none
 * @param snippets where that was read
 * @param warnings what is doubtful about it
 * @param options values that it can have; empty where it is free
 * @param typed the new value as typed
 * @param reason as typed
 * @param error what is wrong with what was typed; empty if nothing is
 */
public record CorrectionPage(
    Frame frame,
    String url,
    String name,
    List<Choice> choices,
    String field,
    String label,
    String value,
    List<Snippet> snippets,
    List<Said> warnings,
    List<Option> options,
    String typed,
    String reason,
    String error) {
  public CorrectionPage {
    choices = List.copyOf(choices);
    snippets = List.copyOf(snippets);
    warnings = List.copyOf(warnings);
    options = List.copyOf(options);
  }

  /** A value as it is sent, and what people call it. */
  public record Option(String value, String label) {}

  /** A field: what people call it, its value or empty, and where it is corrected. */
  public record Choice(String label, String value, String url) {}
}
