package vn.vanban.http.pages;

import java.util.List;
import java.util.Optional;

/**
 * A part of the review queue.
 *
 * @param frame around it
 * @param fields that doubts can be about
 * @param field the one asked for; empty for any
 * @param here address of this part, to come back to
 * @param entries the documents
 * @param next address of the next part
 */
public record ReviewPage(
    Frame frame,
    List<Field> fields,
    String field,
    String here,
    List<Entry> entries,
    Optional<String> next) {
  public ReviewPage {
    fields = List.copyOf(fields);
    entries = List.copyOf(entries);
  }

  /** A field: its JSON name and what people call it. */
  public record Field(String name, String label) {}

  /** A document: its page, its name, what it is about, where it came from, what is doubtful. */
  public record Entry(
      String url, String name, String subject, String source, List<DoubtLine> doubts) {
    public Entry {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * A doubt.
   *
   * @param field its JSON name
   * @param label what people call it
   * @param message what is doubtful
   * @param value as read; empty where nothing was
   * @param snippets where it was read
   * @param correctUrl where it is corrected; empty for what has no value
   */
  public record DoubtLine(
      String field,
      String label,
      Said message,
      String value,
      List<Snippet> snippets,
      String correctUrl) {
    public DoubtLine {
      snippets = List.copyOf(snippets);
    }
  }
}
