package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.http.pages.ComparisonPage.Row;
import vn.vanban.http.pages.Marked;

/** Two texts side by side. */
class TextComparisonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Giá là ba mươi nghìn đồng./Hết.  | Giá là bốn mươi nghìn đồng./Hết. | Giá là [ba] mươi nghìn đồng. ~ Giá là [bốn] mươi nghìn đồng.; = Hết.
          Một./Hai./Ba.                    | Một./Ba.                         | = Một.; - [Hai.]; = Ba.
          Một./Ba.                         | Một./Hai./Ba.                    | = Một.; + [Hai.]; = Ba.
          Điều 1. Phạm vi                  | Căn cứ Luật Giá                  | [Điều 1. Phạm vi] ~ [Căn cứ Luật Giá]
          Như nhau.                        | Như nhau.                        | = Như nhau.
          a/b/c/d/e/f/g                    | a/b/c/d/e/f/x                    | … 5; = f; [g] ~ [x]
          """)
  void whatDiffersIsMarked(String before, String after, String shown) {
    TextComparison.Result result =
        TextComparison.of(List.of(before.split("/", -1)), List.of(after.split("/", -1)))
            .orElseThrow();
    assertThat(
            result.rows().stream()
                .map(TextComparisonTest::written)
                .collect(Collectors.joining("; ")))
        .isEqualTo(shown);
  }

  @Test
  void bothTextsComeOutWhole() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> before = paragraphs(random);
      List<String> after = paragraphs(random);
      TextComparison.Result result = TextComparison.of(before, after).orElseThrow();
      int left = 0;
      int right = 0;
      for (Row row : result.rows()) {
        left += row.kind() == Row.Kind.GAP ? row.hidden() : 0;
        right += row.kind() == Row.Kind.GAP ? row.hidden() : 0;
        if (!text(row.left()).isEmpty()) {
          assertThat(text(row.left())).as("seed %d", seed).isEqualTo(before.get(left++));
        }
        if (!text(row.right()).isEmpty()) {
          assertThat(text(row.right())).as("seed %d", seed).isEqualTo(after.get(right++));
        }
      }
      assertThat(List.of(left, right))
          .as("seed %d", seed)
          .isEqualTo(List.of(before.size(), after.size()));
    }
  }

  @Test
  void whatIsTooLongIsNotBegun() {
    assertThat(TextComparison.of(Collections.nCopies(12_000, "a"), List.of("b"))).isEmpty();
  }

  private static List<String> paragraphs(Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      StringBuilder text = new StringBuilder("điều");
      for (int j = random.nextInt(4); j > 0; j--) {
        text.append(' ').append((char) ('a' + random.nextInt(3)));
      }
      paragraphs.add(text.toString());
    }
    return paragraphs;
  }

  private static String text(Marked marked) {
    return marked.pieces().stream().map(Marked.Piece::text).collect(Collectors.joining());
  }

  private static String written(Row row) {
    return switch (row.kind()) {
      case SAME -> "= " + text(row.left());
      case GAP -> "… " + row.hidden();
      case REMOVED -> "- " + brackets(row.left());
      case ADDED -> "+ " + brackets(row.right());
      case CHANGED -> brackets(row.left()) + " ~ " + brackets(row.right());
    };
  }

  private static String brackets(Marked marked) {
    return marked.pieces().stream()
        .map(piece -> piece.match() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
