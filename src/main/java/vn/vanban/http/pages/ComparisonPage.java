package vn.vanban.http.pages;

import java.util.List;

/**
 * Two versions of a text side by side.
 *
 * @param frame around it
 * @param name what the document is called
 * @param url of its page
 * @param before choices for the older side
 * @param after choices for the newer side
 * @param fields that differ
 * @param rows what differs, with what stands around it
 * @param summary what was found, in a sentence
 */
public record ComparisonPage(
    Frame frame,
    String name,
    String url,
    List<Option> before,
    List<Option> after,
    List<FieldRow> fields,
    List<Row> rows,
    String summary) {
  public ComparisonPage {
    before = List.copyOf(before);
    after = List.copyOf(after);
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /** The label of what was chosen. */
  public static String chosen(List<Option> options) {
    return options.stream().filter(Option::chosen).map(Option::label).findFirst().orElse("");
  }

  /** One of the versions that there are. */
  public record Option(String value, String label, boolean chosen) {}

  /** A field whose values differ. */
  public record FieldRow(String label, String before, String after) {}

  /**
   * A paragraph of both sides.
   *
   * @param left with what is gone marked
   * @param right with what is new marked
   * @param hidden how many paragraphs a gap stands for
   */
  public record Row(Kind kind, Marked left, Marked right, int hidden) {
    /** What became of it. */
    public enum Kind {
      SAME("same"),
      CHANGED("changed"),
      REMOVED("removed"),
      ADDED("added"),
      GAP("gap");

      private final String code;

      Kind(String code) {
        this.code = code;
      }

      /** As the style sheet calls it. */
      public String code() {
        return code;
      }
    }
  }
}
