package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.vanban.law.NumberSeries.Bearers;
import vn.vanban.law.NumberSeries.Range;

class SeriesReportTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2020, 1, 1);

  @Test
  void exactlyWhatIsMissingIsReported() {
    long seed = new Random().nextLong();
    System.out.println("SeriesReportTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int count = 5 + random.nextInt(300);
      Set<Integer> removed = new TreeSet<>();
      // The last number is never missed: nobody can know of it.
      for (int k = random.nextInt(count / 2); k > 0; k--) {
        removed.add(1 + random.nextInt(count - 1));
      }
      Set<Integer> doubled = new TreeSet<>();
      List<SeriesEntry> entries = new ArrayList<>();
      for (int number = 1; number <= count; number++) {
        if (!removed.contains(number)) {
          entries.add(entry("d" + number, number, day(number, count)));
          if (random.nextInt(20) == 0) {
            doubled.add(number);
            entries.add(entry("e" + number, number, day(number, count)));
          }
        }
      }
      Collections.shuffle(entries, random);
      NumberSeries series = only(SeriesReport.of(2020, entries));
      Set<Integer> missing = new TreeSet<>();
      for (Range gap : series.gaps()) {
        for (int number = gap.first(); number <= gap.last(); number++) {
          missing.add(number);
        }
      }
      assertThat(missing).as("seed %d round %d", seed, round).isEqualTo(removed);
      assertThat(series.missing()).isEqualTo(removed.size());
      assertThat(series.doubles()).extracting(Bearers::number).containsExactlyElementsOf(doubled);
      assertThat(series.outOfOrder()).isEmpty();
      assertThat(series.last()).hasValue(count);
    }
  }

  @Test
  void aDateThatFallsBackIsReportedAlone() {
    List<SeriesEntry> entries = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      entries.add(entry("d" + number, number, number == 12 ? NEW_YEAR : day(number, 20)));
    }
    assertThat(only(SeriesReport.of(2020, entries)).outOfOrder())
        .extracting(SeriesEntry::documentId)
        .containsExactly("d12");
  }

  @Test
  void anAnnouncementWitnessesItsNumber() {
    List<SeriesEntry> entries =
        List.of(
            entry("d1", 1, NEW_YEAR),
            new SeriesEntry(
                "tin", DocumentKind.ANNOUNCEMENT, number(2), plan(), Optional.empty(), false),
            entry("d3", 3, NEW_YEAR.plusDays(9)));
    NumberSeries series = only(SeriesReport.of(2020, entries));
    assertThat(series.gaps()).isEmpty();
    assertThat(series.reported()).extracting(Bearers::number).containsExactly(2);
    assertThat(series.count()).isEqualTo(2);
  }

  private static NumberSeries only(SeriesReport report) {
    assertThat(report.series()).hasSize(1);
    return report.series().getFirst();
  }

  private static LocalDate day(int number, int count) {
    return NEW_YEAR.plusDays((long) number * 360 / count);
  }

  private static SeriesEntry entry(String id, int number, LocalDate issued) {
    return new SeriesEntry(
        id, DocumentKind.ORIGINAL, number(number), plan(), Optional.of(issued), false);
  }

  private static DocumentNumber number(int number) {
    return new DocumentNumber(number + "/KH-UBND");
  }

  private static Optional<String> plan() {
    return Optional.of("Kế hoạch");
  }
}
