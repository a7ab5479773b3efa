package vn.vanban.http.pages;

import java.util.List;

/**
 * The first page.
 *
 * @param frame around it
 * @param documents how many are registered, as people read it
 * @param examples queries that show what can be typed
 */
public record HomePage(Frame frame, String documents, List<Example> examples) {
  public HomePage {
    examples = List.copyOf(examples);
  }

  /**
   * A query to try.
   *
   * @param query what to type
   * @param url where that leads
   * @param lesson what it teaches
   */
  public record Example(String query, String url, String lesson) {}
}
