package vn.vanban.http.pages;

import java.util.List;

/**
 * The number series of a body in a year.
 *
 * @param frame around it
 * @param body its name, or as typed; empty before anything was
 * @param bodyUrl its page, or empty
 * @param year asked for, or empty
 * @param message what is lacking, or empty
 * @param bodies to choose from
 * @param choices bodies that may be meant
 * @param years of which there are documents
 * @param series the largest first
 * @param unplaced documents of no series
 * @param next address of the numbers after these, or empty
 */
public record SeriesPage(
    Frame frame,
    String body,
    String bodyUrl,
    String year,
    String message,
    List<String> bodies,
    List<Link> choices,
    List<Link> years,
    List<Series> series,
    List<Row> unplaced,
    String next) {
  public SeriesPage {
    bodies = List.copyOf(bodies);
    choices = List.copyOf(choices);
    years = List.copyOf(years);
    series = List.copyOf(series);
    unplaced = List.copyOf(unplaced);
  }

  /** Words and where they lead. */
  public record Link(String label, String url) {}

  /**
   * One series.
   *
   * @param id names it on its page
   * @param title the types that share it
   * @param summary how many numbers are held and missing
   * @param reason why these types are together
   * @param gaps numbers that are missing
   * @param moreGaps how many further gaps, or empty
   * @param rows numbers, in order
   */
  public record Series(
      String id,
      String title,
      String summary,
      String reason,
      List<String> gaps,
      String moreGaps,
      List<Row> rows) {
    public Series {
      gaps = List.copyOf(gaps);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A number, or several that are missing together.
   *
   * @param number as people read it
   * @param documents that bear it
   * @param note what is to be said of it, or empty
   */
  public record Row(String number, List<Bearer> documents, String note) {
    public Row {
      documents = List.copyOf(documents);
    }
  }

  /** A document: its number, its page, its day of issue or empty. */
  public record Bearer(String name, String url, String issued) {}
}
