package vn.vanban.viet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCodeTest {
  private static final String ARTICLE =
      "Điều 12. Quyền của người lao động\n1. Người lao động được nghỉ hằng năm theo quy định của"
          + " pháp luật; trường hợp đặc biệt do Chính phủ quy định.\na) Được trả lương đúng hạn.";

  private static String back(String text) {
    byte[] code = TextCode.of(text);
    return TextCode.text(code, 0, code.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        " hai  đầu ",
        "Ủy ban nhân dân tỉnh Gia Lai",
        "ỦY BAN NHÂN DÂN",
        "383/KH-UBND, NĐ-CP, Y tế, ÔNG",
        "uỷ ban hoà giải Quy định quY ĐỊNH",
        "viết tách dấu: quyết định",
        "dòng một\r\n\r\ndòng hai\tba\u00a0bốn",
        "İstanbul ǅ straße ﬁ",
        "biểu tượng 😀 và nửa \ud83d cặp \ude00",
        "Đ Đ đ",
        "các   điều,  khoản ",
      })
  void aTextComesBackAsItWas(String text) {
    assertThat(back(text)).isEqualTo(text);
  }

  @Test
  void anyCharactersComeBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        switch (random.nextInt(5)) {
          case 0 -> text.append((char) random.nextInt(0x10000));
          case 1 -> text.append(' ');
          case 2 -> text.append(TextCode.unit(random.nextInt(TextCode.size())));
          case 3 -> text.append(Character.toUpperCase((char) (0x1EA0 + random.nextInt(90))));
          default -> text.append((char) ('0' + random.nextInt(75)));
        }
      }
      assertThat(back(text.toString())).as("seed %d", seed).isEqualTo(text.toString());
    }
  }

  @Test
  void legalTextTakesAQuarterOfItsBytes() {
    assertThat(TextCode.of(ARTICLE).length)
        .isLessThan(ARTICLE.getBytes(StandardCharsets.UTF_8).length * 3 / 10);
  }

  @Test
  void aReaderGoesFromWordToWord() {
    byte[] code = TextCode.of("Điều 5. Quyền zqx\nKhác");
    TextCode.Reader units = new TextCode.Reader(code, 0, code.length);
    List<String> read = new ArrayList<>();
    while (units.next()) {
      String unit =
          units.number() >= 0
              ? TextCode.unit(units.number())
              : new String(units.characters(), 0, units.length());
      read.add((units.isWord() ? "" : units.endsLine() ? "line" : "gap") + unit);
    }
    assertThat(read).containsExactly("điều", "5", "gap. ", "quyền", "zqx", "line\n", "khác");
  }

  @Test
  void aListedUnitStandsOnce() {
    List<String> units = new ArrayList<>();
    for (int i = 0; i < TextCode.size(); i++) {
      units.add(TextCode.unit(i));
    }
    assertThat(units).doesNotHaveDuplicates().doesNotContain(" ", "");
  }

  @Test
  void whatIsCutOffIsNoText() {
    byte[] code = TextCode.of("zqxzqx");
    byte[] cut = Arrays.copyOf(code, code.length - 2);
    assertThatThrownBy(() -> TextCode.text(cut, 0, cut.length))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
