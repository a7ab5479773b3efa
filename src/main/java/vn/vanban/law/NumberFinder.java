package vn.vanban.law;

import java.util.List;

/** Finds numbers in running text. */
public final class NumberFinder {
  private NumberFinder() {}

  /**
   * A number and where it stands.
   *
   * @param number in canonical form
   * @param span its place in the searched text
   */
  public record Found(DocumentNumber number, Span span) {}

  /**
   * Every number with a symbol in the text, in order. Dates, amounts and fractions are none.
   *
   * @param text any text
   */
  public static List<Found> find(String text) {
    return NumberGrammar.all(text).stream()
        .map(p -> new Found(p.number(), new Span(p.start(), p.end())))
        .toList();
  }
}
