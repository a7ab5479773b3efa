package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.http.pages.Chart;
import vn.vanban.http.pages.Language;

/** Figures laid out as bars. */
class PlotTest {
  private static final Plot.Caption CAPTION = new Plot.Caption("a", "A", "a", "vi", "A");

  private static Plot.Figure figure(int name, long count) {
    return new Plot.Figure(Integer.toString(name), count, "/");
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "2, 2", "3, 4", "5, 10", "11, 20", "399, 400", "1001, 2000"})
  void axesEndAtRoundNumbersWithRoundHalves(long most, long top) {
    assertThat(Plot.roundUp(most)).isEqualTo(top);
  }

  @Test
  void columnsAreAsHighAsTheirFiguresAndLabelledBesideEachOther() {
    List<Plot.Figure> years =
        IntStream.rangeClosed(1967, 2026).mapToObj(year -> figure(year, year - 1966)).toList();
    Chart chart = new Plot(Language.VIETNAMESE).columns(CAPTION, years, years);
    assertThat(chart.bars()).hasSize(60);
    double unit = Double.parseDouble(chart.bars().getFirst().height());
    assertThat(Double.parseDouble(chart.bars().getLast().height())).isBetween(58 * unit, 62 * unit);
    for (Chart.Bar bar : chart.bars()) {
      double bottom = Double.parseDouble(bar.y()) + Double.parseDouble(bar.height());
      assertThat(bottom).isBetween(171.8, 172.2);
      assertThat(Double.parseDouble(bar.x()) + Double.parseDouble(bar.width())).isLessThan(360);
    }
    List<Chart.Label> names =
        chart.labels().stream().filter(label -> label.text().length() == 4).toList();
    assertThat(names).hasSizeLessThanOrEqualTo(9);
    assertThat(names.getLast()).isEqualTo(new Chart.Label("2026", "360", "187", "end"));
  }

  @Test
  void longNamesAreCutInTheDrawingAndWholeInTheTable() {
    String name = "Ban Chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh Mẫu Sơn";
    List<Plot.Figure> all = List.of(new Plot.Figure(name, 12_345, "/x"));
    Chart chart = new Plot(Language.VIETNAMESE).rows(CAPTION, all, all);
    assertThat(chart.labels().getFirst().text()).endsWith("…").hasSizeLessThan(50);
    assertThat(chart.rows().getFirst().name()).isEqualTo(name);
    assertThat(chart.rows().getFirst().count()).isEqualTo("12.345");
    assertThat(chart.bars().getFirst().tip()).isEqualTo(name + ": 12.345");
  }
}
