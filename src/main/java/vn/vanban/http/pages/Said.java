package vn.vanban.http.pages;

import java.util.List;

/**
 * A sentence in the language of its page, where parts of it may be Vietnamese all the same.
 *
 * @param parts in order
 */
public record Said(List<Part> parts) {
  public Said {
    parts = List.copyOf(parts);
  }

  /**
   * A stretch of it.
   *
   * @param foreign whether it is Vietnamese on a page that is not
   */
  public record Part(String text, boolean foreign) {}

  /** All of it in the language of the page. */
  public static Said plain(String text) {
    return new Said(List.of(new Part(text, false)));
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return parts.stream().allMatch(part -> part.text().isEmpty());
  }

  /** The words alone. */
  public String text() {
    return String.join("", parts.stream().map(Part::text).toList());
  }
}
