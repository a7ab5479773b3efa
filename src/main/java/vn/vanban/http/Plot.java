package vn.vanban.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vanban.http.pages.Chart;
import vn.vanban.http.pages.Language;

/** Lays out figures as bars: standing ones along time, lying ones for names. */
final class Plot {
  private static final int WIDTH = 360;
  private static final int LEFT = 40;
  private static final int TOP = 12;
  private static final int COLUMNS_HEIGHT = 160;
  private static final int FOOT = 20;
  private static final int ROW = 36;
  private static final int BAR = 12;

  /** So many letters fit beside the number. */
  private static final int LETTERS = 46;

  /** Names of columns that fit beneath them. */
  private static final int NAMES = 8;

  /**
   * One figure.
   *
   * @param name of what is counted
   * @param count how many
   * @param url of what is counted
   */
  record Figure(String name, long count, String url) {}

  /**
   * What the drawing is called.
   *
   * @param id of it on its page
   * @param title of it
   * @param description for who does not see it; of names, what the first one is
   * @param naming in which language (BCP 47) the names are; empty where they are numbers
   * @param column what the figures are of
   */
  record Caption(String id, String title, String description, String naming, String column) {}

  /** A year as it is written is so wide. */
  private static final int YEAR = 40;

  private final Language language;

  Plot(Language language) {
    this.language = language;
  }

  /**
   * Standing bars from left to right.
   *
   * @param shown drawn, in order
   * @param told in the table
   */
  Chart columns(Caption caption, List<Figure> shown, List<Figure> told) {
    long top = roundUp(most(shown));
    double step = (WIDTH - LEFT) / (double) Math.max(1, shown.size());
    List<Chart.Bar> bars = new ArrayList<>();
    List<Chart.Label> labels = new ArrayList<>();
    List<Chart.Line> lines = new ArrayList<>();
    for (int part = 0; part <= 2; part++) {
      double y = TOP + COLUMNS_HEIGHT * (1 - part / 2.0);
      lines.add(new Chart.Line(number(LEFT), number(WIDTH), number(y)));
      if (top % 2 == 0 || part != 1) {
        labels.add(label(language.count(top * part / 2), LEFT - 5, y + 4, "end"));
      }
    }
    // Half a name more, for the last one may be moved by so much.
    int every = Math.max(Math.ceilDiv(shown.size(), NAMES), (int) Math.ceil(1.5 * YEAR / step));
    for (int i = 0; i < shown.size(); i++) {
      Figure figure = shown.get(i);
      double x = LEFT + i * step;
      double height = COLUMNS_HEIGHT * figure.count() / (double) top;
      bars.add(bar(figure, x + step * 0.1, TOP + COLUMNS_HEIGHT - height, step * 0.8, height));
      // The last column always has its name, which ends with the drawing if it is wider.
      boolean last = i == shown.size() - 1 && step < YEAR;
      if ((shown.size() - 1 - i) % every == 0) {
        labels.add(
            label(
                figure.name(),
                last ? WIDTH : x + step / 2,
                TOP + COLUMNS_HEIGHT + FOOT - 5.0,
                last ? "end" : "middle"));
      }
    }
    return chart(caption, TOP + COLUMNS_HEIGHT + FOOT, bars, lines, labels, told);
  }

  /** Lying bars, each beneath its name. */
  Chart rows(Caption caption, List<Figure> shown, List<Figure> told) {
    long top = Math.max(1, most(shown));
    List<Chart.Bar> bars = new ArrayList<>();
    List<Chart.Label> labels = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Figure figure = shown.get(i);
      double y = i * ROW;
      labels.add(label(shortened(figure.name()), 0, y + 14, "start"));
      labels.add(label(language.count(figure.count()), WIDTH, y + 14, "end"));
      bars.add(bar(figure, 0, y + 19, WIDTH * figure.count() / (double) top, BAR));
    }
    return chart(caption, shown.size() * ROW, bars, List.of(), labels, told);
  }

  private Chart chart(
      Caption caption,
      int height,
      List<Chart.Bar> bars,
      List<Chart.Line> lines,
      List<Chart.Label> labels,
      List<Figure> told) {
    return new Chart(
        caption.id(),
        caption.title(),
        caption.description(),
        WIDTH,
        height,
        bars,
        lines,
        labels,
        caption.naming(),
        caption.column(),
        told.stream()
            .map(figure ->
                new Chart.Row(figure.name(), language.count(figure.count()), figure.url()))
            .toList());
  }

  private Chart.Bar bar(Figure figure, double x, double y, double width, double height) {
    return new Chart.Bar(
        number(x),
        number(y),
        number(width),
        number(height),
        figure.name() + ": " + language.count(figure.count()));
  }

  private static Chart.Label label(String text, double x, double y, String anchor) {
    return new Chart.Label(text, number(x), number(y), anchor);
  }

  private static long most(List<Figure> figures) {
    return figures.stream().mapToLong(Figure::count).max().orElse(0);
  }

  /** The next of 2, 4, 10, 20, 40, 100 …, so that halves are round too. */
  static long roundUp(long most) {
    for (long ten = 1; ; ten *= 10) {
      for (long factor : new long[] {2, 4, 10}) {
        if (most <= factor * ten) {
          return factor * ten;
        }
      }
    }
  }

  private static String shortened(String name) {
    return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1).strip() + "…";
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
