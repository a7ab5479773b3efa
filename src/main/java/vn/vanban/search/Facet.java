package vn.vanban.search;

import java.util.List;

/**
 * How the documents found are spread over the values of one field, the filter of this very field
 * left aside (drill sideways).
 *
 * @param field which field
 * @param values the most frequent first
 */
public record Facet(Field field, List<Value> values) {
  public Facet {
    values = List.copyOf(values);
  }

  /** A field of {@link Filters}. */
  public enum Field {
    TYPE,
    ISSUER,
    LEVEL,
    PROVINCE,
    YEAR,
    STATUS,
    KIND
  }

  /**
   * One value.
   *
   * @param value as a filter takes it
   * @param label as a reader knows it
   * @param count how many documents
   */
  public record Value(String value, String label, long count) {}
}
