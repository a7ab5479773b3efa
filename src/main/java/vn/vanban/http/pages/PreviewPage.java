package vn.vanban.http.pages;

import java.util.List;

/**
 * What a citation means, in short.
 *
 * @param name of the document, or why there is none
 * @param subject what it is about, or empty
 * @param status whether it has effect today, or empty
 * @param place the provision, or empty for the whole
 * @param excerpt how the provision begins, or empty
 * @param others documents one of which may be meant
 */
public record PreviewPage(
    String name, String subject, String status, String place, String excerpt, List<String> others) {
  public PreviewPage {
    others = List.copyOf(others);
  }

  /** Where no one document is meant. */
  public static PreviewPage of(String reason, List<String> others) {
    return new PreviewPage(reason, "", "", "", "", others);
  }
}
