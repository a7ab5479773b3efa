package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.viet.Folding;

/** On hostile text the work grows no faster than the text: visits of lines are counted. */
class ProvisionWorkTest {
  /** Counts each visit of a line. */
  private static final class Counted extends AbstractList<Piece> {
    private final List<Piece> lines;
    private long visits;

    Counted(List<Piece> lines) {
      this.lines = lines;
    }

    @Override
    public Piece get(int index) {
      visits++;
      return lines.get(index);
    }

    @Override
    public int size() {
      return lines.size();
    }
  }

  private static long visits(String text) {
    Counted lines = new Counted(Pieces.lines(text, Folding.canonical(text)));
    assertThat(ProvisionMarks.of(lines, Quotes.of(lines)).marks()).isNotNull();
    return lines.visits;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“\n",
        "“Điều 5. Gọi là “mức chi.\n",
        "1. Bổ sung khoản 3: “3. Chi tiền.\n",
        "\"\nX”.\n",
        "Điều 1. Phạm vi\n",
        "Điều 1. Phạm vi\nĐiều 3. Phạm vi\nĐiều 2. X\nSửa đổi Điều 7 như sau:\n",
        "Điều 1. Phạm vi\nNơi nhận:\nQUY CHẾ\nĐiều 1. A\n",
        "Điều 1. X\nPHỤ LỤC\nMỤC LỤC\nChương I\n",
        "MỤC LỤC\nChương I\nPhần I\nMục I\n",
        "Chương I\nCHƯƠNG\nII\n",
        "1. A\na) B\n- c\n1.1. D\nI. E\n",
      })
  void twiceTheTextIsAtMostTwiceTheWork(String unit) {
    long once = visits(unit.repeat(4_000));
    long twice = visits(unit.repeat(8_000));
    assertThat(twice).isLessThan(once * 21 / 10);
  }

  @Test
  void keywordSoupAndTruncationNeverThrow() {
    String[] words = {
      "Điều ",
      "Chương ",
      "Phụ lục ",
      "PHỤ LỤC ",
      "Mục ",
      "1. ",
      "a) ",
      "“",
      "”",
      "\"",
      "QUY CHẾ",
      "kèm theo",
      "I",
      "5",
      "9999a",
      ".",
      ":",
      "\n",
      "\n",
      "\n",
      "Nơi nhận:",
      "sửa đổi ",
      "như sau:",
      "thứ nhất",
      "MỤC LỤC",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Số: 1/QĐ",
      "\t",
      "12"
    };
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      StringBuilder soup = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        soup.append(words[random.nextInt(words.length)]);
      }
      String text = soup.substring(0, random.nextInt(soup.length()));
      List<Piece> lines = new ArrayList<>(Pieces.lines(text, Folding.canonical(text)));
      assertThat(ProvisionReader.read(lines, Quotes.of(lines), text.length(), new Warnings()))
          .as("seed %d, round %d", seed, round)
          .extracting(provision -> provision.path().toString())
          .doesNotHaveDuplicates();
    }
  }
}
