package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.List;
import vn.vanban.law.NumberSeries;
import vn.vanban.law.NumberSeries.Bearers;
import vn.vanban.law.NumberSeries.Period;
import vn.vanban.law.NumberSeries.Range;
import vn.vanban.law.SeriesEntry;
import vn.vanban.law.SeriesReport;
import vn.vanban.law.VietnamTime;

/** Prints number series for people, in lines of at most 80 columns where words allow it. */
final class SeriesTable {
  private static final int COLUMNS = 80;

  /** The width of the left column, with its indent and the space after it. */
  private static final int LEFT = 16;

  private final PrintWriter out;

  SeriesTable(PrintWriter out) {
    this.out = out;
  }

  void print(String body, int year, SeriesReport report) {
    wrapped("", "%s, năm %d: %s".formatted(body, year, summary(report)), "");
    report.series().forEach(this::print);
    if (!report.unplaced().isEmpty()) {
      out.println();
      out.println("Không thuộc dãy nào của năm này");
      report.unplaced().forEach(u -> line(reason(u.reason()), List.of(document(u.entry()))));
    }
  }

  private static String summary(SeriesReport report) {
    if (report.series().isEmpty()) {
      return "chưa có số văn bản nào.";
    }
    int numbers = report.series().stream().mapToInt(NumberSeries::count).sum();
    return "%d số trong %d dãy.".formatted(numbers, report.series().size());
  }

  private void print(NumberSeries series) {
    out.println();
    wrapped("", String.join(", ", series.types()) + (series.secret() ? " (mật)" : ""), "");
    line("Có", List.of(held(series)));
    line("Thiếu", gaps(series));
    line("Trùng số", series.doubles().stream().map(SeriesTable::bearers).toList());
    line("Ngược ngày", series.outOfOrder().stream().map(SeriesTable::document).toList());
    line("Chỉ nghe báo", series.reported().stream().map(SeriesTable::bearers).toList());
    line("Số lạ", series.irregular().stream().map(SeriesTable::document).toList());
    line("Chia dãy", List.of(series.reason()));
    line("Căn cứ", List.of(series.source()));
  }

  private static String held(NumberSeries series) {
    if (series.first().isEmpty()) {
      return "chưa có số nào.";
    }
    String held =
        "%d số, từ số %d đến số %d."
            .formatted(series.count(), series.first().getAsInt(), series.last().getAsInt());
    return series.period() == Period.TERM
        ? held + " Số chạy theo nhiệm kỳ: các số nhỏ hơn có thể thuộc năm trước."
        : held;
  }

  private static List<String> gaps(NumberSeries series) {
    if (series.gaps().isEmpty()) {
      return List.of("không thiếu số nào trong khoảng đã biết.");
    }
    List<String> ranges = series.gaps().stream().map(SeriesTable::range).toList();
    return List.of("%d số: %s".formatted(series.missing(), String.join(", ", ranges)));
  }

  private static String range(Range range) {
    return switch (range.size()) {
      case 1 -> String.valueOf(range.first());
      case 2 -> range.first() + ", " + range.last();
      default -> range.first() + "–" + range.last();
    };
  }

  private static String bearers(Bearers bearers) {
    return bearers.number()
        + ": "
        + String.join("; ", bearers.documents().stream().map(SeriesTable::document).toList());
  }

  private static String document(SeriesEntry entry) {
    return "%s (%s, mã %s)"
        .formatted(
            entry.number().canonical(),
            entry.issued().map(VietnamTime::written).orElse("không rõ ngày"),
            entry.documentId());
  }

  private static String reason(SeriesReport.Reason reason) {
    return switch (reason) {
      case OTHER_YEAR -> "Năm khác";
      case UNKNOWN_TYPE -> "Không rõ loại";
      case NOT_IN_SERIES -> "Không theo năm";
    };
  }

  private void line(String name, List<String> values) {
    String left = "  " + name + ":";
    for (String value : values) {
      wrapped(left + " ".repeat(Math.max(1, LEFT - left.length())), value, " ".repeat(LEFT));
      left = ""; // stays empty: one name for all of its values
    }
  }

  /** Breaks at spaces only; what has none stays whole. */
  private void wrapped(String first, String text, String further) {
    StringBuilder line = new StringBuilder(first);
    boolean begun = false;
    for (String word : text.split(" ", -1)) {
      if (begun && line.length() + 1 + word.length() > COLUMNS) {
        out.println(line);
        line = new StringBuilder(further).append(word);
      } else {
        line.append(begun ? " " : "").append(word);
      }
      begun = true;
    }
    out.println(line);
  }
}
