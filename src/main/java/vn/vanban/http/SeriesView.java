package vn.vanban.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.SeriesPage;
import vn.vanban.law.NumberSeries;
import vn.vanban.law.NumberSeries.Bearers;
import vn.vanban.law.NumberSeries.Range;
import vn.vanban.law.SeriesEntry;
import vn.vanban.law.SeriesReport;
import vn.vanban.law.VietnamTime;

/** Makes what the page of a body's number series shows: some numbers at a time, all gaps. */
final class SeriesView {
  /** Numbers on one page. */
  static final int NUMBERS = 200;

  private static final int GAPS = 200;

  private final Frame frame;
  private final int from;

  /**
   * @param from the first number shown
   */
  SeriesView(Frame frame, int from) {
    this.frame = frame;
    this.from = from;
  }

  List<SeriesPage.Series> series(SeriesReport report) {
    List<SeriesPage.Series> all = new ArrayList<>();
    for (NumberSeries series : report.series()) {
      List<Range> gaps = series.gaps();
      all.add(
          new SeriesPage.Series(
              "day-" + (all.size() + 1),
              String.join(", ", series.types())
                  + (series.secret() ? frame.say(" (mật)", " (secret)") : ""),
              summary(series),
              series.reason() + " " + series.source(),
              gaps.stream().limit(GAPS).map(SeriesView::range).toList(),
              gaps.size() > GAPS ? frame.language().count(gaps.size() - GAPS) : "",
              rows(series)));
    }
    return all;
  }

  /** Whether any series has numbers beyond these. */
  boolean hasMore(SeriesReport report) {
    return report.series().stream()
        .anyMatch(series -> series.last().orElse(0) >= (long) from + NUMBERS);
  }

  List<SeriesPage.Row> unplaced(SeriesReport report) {
    return report.unplaced().stream()
        .map(outside ->
            new SeriesPage.Row(
                outside.entry().number().canonical(),
                List.of(bearer(outside.entry())),
                switch (outside.reason()) {
                  case OTHER_YEAR -> frame.say("số mang năm khác", "bears another year");
                  case UNKNOWN_TYPE -> frame.say("chưa rõ loại văn bản", "type unknown");
                  case NOT_IN_SERIES -> frame.say("không đánh số theo năm", "not numbered by year");
                }))
        .toList();
  }

  private String summary(NumberSeries series) {
    String range =
        series.first().isPresent()
            ? ", %s %d–%d"
                .formatted(
                    frame.say("từ số", "numbers"),
                    series.first().getAsInt(),
                    series.last().orElseThrow())
            : "";
    return frame
            .say("Có %s số%s; khuyết %s số.", "%s numbers held%s; %s missing.")
            .formatted(
                frame.language().count(series.count()),
                range,
                frame.language().count(series.missing()))
        + (series.period() == NumberSeries.Period.TERM
            ? frame.say(" Số chạy theo nhiệm kỳ.", " Numbers run through a term.")
            : "");
  }

  /** A row with the number that it stands at. */
  private record Placed(int number, SeriesPage.Row row) {}

  private List<SeriesPage.Row> rows(NumberSeries series) {
    int until = (int) Math.min(Integer.MAX_VALUE, (long) from + NUMBERS - 1);
    Set<String> misdated =
        series.outOfOrder().stream()
            .map(SeriesEntry::documentId)
            .collect(Collectors.toCollection(HashSet::new));
    List<Placed> rows = new ArrayList<>();
    for (Bearers held : within(series.held(), until)) {
      List<String> notes = new ArrayList<>();
      if (held.documents().size() > 1) {
        notes.add(frame.say("trùng số", "same number twice"));
      }
      if (held.documents().stream().anyMatch(entry -> misdated.contains(entry.documentId()))) {
        notes.add(frame.say("ngày không theo thứ tự số", "date out of order"));
      }
      rows.add(placed(held, String.join("; ", notes)));
    }
    for (Bearers reported : within(series.reported(), until)) {
      rows.add(placed(reported, frame.say("chỉ biết qua tài liệu khác", "known by a report only")));
    }
    for (Range gap : series.gaps()) {
      if (gap.last() >= from && gap.first() <= until) {
        rows.add(
            new Placed(
                gap.first(),
                new SeriesPage.Row(range(gap), List.of(), frame.say("khuyết", "missing"))));
      }
    }
    rows.sort(Comparator.comparingInt(Placed::number));
    List<SeriesPage.Row> all = new ArrayList<>(rows.stream().map(Placed::row).toList());
    series
        .irregular()
        .forEach(entry ->
            all.add(
                new SeriesPage.Row(
                    entry.number().ordinal(),
                    List.of(bearer(entry)),
                    frame.say("số chèn", "inserted number"))));
    return all;
  }

  private List<Bearers> within(List<Bearers> numbers, int until) {
    return numbers.stream().filter(b -> b.number() >= from && b.number() <= until).toList();
  }

  private Placed placed(Bearers bearers, String note) {
    return new Placed(
        bearers.number(),
        new SeriesPage.Row(
            Integer.toString(bearers.number()),
            bearers.documents().stream().map(SeriesView::bearer).toList(),
            note));
  }

  private static SeriesPage.Bearer bearer(SeriesEntry entry) {
    return new SeriesPage.Bearer(
        Wording.name(entry.type().orElse(""), entry.number().canonical()),
        Links.page(entry.documentId()),
        entry.issued().map(VietnamTime::written).orElse(""));
  }

  private static String range(Range gap) {
    return gap.size() == 1 ? Integer.toString(gap.first()) : gap.first() + "–" + gap.last();
  }
}
