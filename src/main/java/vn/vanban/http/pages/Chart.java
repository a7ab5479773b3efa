package vn.vanban.http.pages;

import java.util.List;

/**
 * Figures as a drawing with its table. Lengths are in units of the drawing, about a pixel each.
 *
 * @param id names it on its page
 * @param title what it shows
 * @param description what is to be seen, for who does not see it
 * @param width of the drawing
 * @param height of the drawing
 * @param bars of the drawing
 * @param lines across it
 * @param labels in it
 * @param naming in which language (BCP 47) its names are; empty where they are numbers
 * @param column what the rows of the table are
 * @param rows of the table
 */
public record Chart(
    String id,
    String title,
    String description,
    int width,
    int height,
    List<Bar> bars,
    List<Line> lines,
    List<Label> labels,
    String naming,
    String column,
    List<Row> rows) {
  public Chart {
    bars = List.copyOf(bars);
    lines = List.copyOf(lines);
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /** Its outline, as SVG reads it. */
  public String viewBox() {
    return "0 0 " + width + " " + height;
  }

  /** A rectangle, and what a pointer on it tells; decimal numbers with a point. */
  public record Bar(String x, String y, String width, String height, String tip) {}

  /** A line from the left to the right edge, at a height. */
  public record Line(String x1, String x2, String y) {}

  /** A text that starts, ends or has its middle at a place: {@code start}, {@code end}, … */
  public record Label(String text, String x, String y, String anchor) {}

  /** A row of the table, with the documents it counts. */
  public record Row(String name, String count, String url) {}
}
