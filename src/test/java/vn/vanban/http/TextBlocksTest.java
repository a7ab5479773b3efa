package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.http.pages.Block;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;
import vn.vanban.registry.Submission;

/** The text of a document as it is laid out on its page. */
class TextBlocksTest {

  @Test
  void provisionsNestAndBearTheirHeadings() {
    Submission plan = SampleTexts.plan();
    List<Block> blocks =
        blocks(plan.repairedText(), plan.document().provisions(), all(plan.repairedText()), false);
    List<Block.Section> chapters = sections(blocks);
    assertThat(chapters).extracting(Block.Section::id).containsExactly("chuong-i", "chuong-ii");
    assertThat(words(chapters.getFirst().heading())).isEqualTo("Chương I\nMỤC TIÊU");
    List<Block.Section> articles = sections(chapters.getFirst().body());
    assertThat(articles).extracting(Block.Section::rank).containsExactly(3, 3);
    assertThat(words(articles.getFirst().heading())).isEqualTo("Điều 1. Yêu cầu chung");
    List<Block.Section> clauses = sections(articles.getFirst().body());
    assertThat(clauses).extracting(Block.Section::rank).containsExactly(0, 0);
    assertThat(sections(clauses.get(1).body()))
        .extracting(Block.Section::id)
        .containsExactly("chuong-i.dieu-1.khoan-2.diem-a", "chuong-i.dieu-1.khoan-2.diem-b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Điều 4. Thời hạn\\nGửi trước ngày 10.                     | Thời hạn | Điều 4. Thời hạn
          Điều 4. Quyết định này có hiệu lực từ ngày ký.\\nHết.     | Quyết định này có hiệu lực từ ngày ký. | Điều 4.
          Điều 4. Ban hành kèm theo quyết định này\\nquy chế mới.   | Ban hành kèm theo quyết định này | Điều 4.
          Điều 4. Giao Sở Mẫu thực hiện, báo cáo hằng quý\\n        | - | Điều 4.
          ĐIỀU 4: TRÁCH NHIỆM\\nCỦA SỞ MẪU\\nSở làm những việc sau. | TRÁCH NHIỆM CỦA SỞ MẪU | ĐIỀU 4: TRÁCH NHIỆM\\nCỦA SỞ MẪU
          """)
  void aHeadingIsOneOnlyWhereItStandsAlone(String printed, String heading, String shown) {
    String text = printed.replace("\\n", "\n");
    String label = text.substring(0, 6);
    Provision provision =
        new Provision(
            new ProvisionPath(List.of(new Step(Level.DIEU, "4"))),
            label,
            heading == null ? "" : heading,
            all(text));
    Block.Section section = sections(blocks(text, List.of(provision), all(text), false)).getFirst();
    assertThat(words(section.heading())).isEqualTo(shown.replace("\\n", "\n"));
    assertThat(plain(List.of(section))).isEqualTo(squeezed(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          một dòng dài đang dở\\nnối sang dòng sau.                                    | false | 1
          Một câu đã hết.\\nmột câu khác                                               | false | 2
          các việc sau\\na) việc thứ nhất                                              | false | 2
          các việc sau\\n- việc thứ nhất                                               | false | 2
          từ ngày 01 tháng\\n7 năm 2026                                                | false | 1
          các mục\\n7. Việc thứ bảy                                                    | false | 2
          KẾ HOẠCH\\nvề việc mẫu                                                       | false | 2
          Chủ tịch ủy ban, thủ trưởng các đơn vị thuộc sở phụ trách ngành\\nVật liệu và nhà  | true  | 1
          Chủ tịch ủy ban, thủ trưởng các đơn vị thuộc sở phụ trách ngành\\nVật liệu và nhà  | false | 2
          Nơi nhận\\nVăn phòng                                                         | true  | 2
          """)
  void printedLinesFlowTogetherWhereASentenceGoesOn(String printed, boolean pdf, int paragraphs) {
    String text = printed.replace("\\n", "\n");
    assertThat(blocks(text, List.of(), all(text), pdf)).hasSize(paragraphs);
  }

  @Test
  void nothingIsLostWhateverTheSpansClaim() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Level> levels = List.copyOf(EnumSet.allOf(Level.class));
    for (int round = 0; round < 300; round++) {
      String text = text(random);
      List<Provision> provisions = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        int start = random.nextInt(text.length() + 1);
        int end = start + random.nextInt(text.length() + 20 - start);
        int shown = Math.min(text.length(), start + 4);
        Level level = levels.get(random.nextInt(levels.size()));
        provisions.add(
            new Provision(
                new ProvisionPath(List.of(new Step(level, String.valueOf(random.nextInt(4))))),
                text.substring(start, shown),
                random.nextBoolean() ? "" : "b c",
                new Span(start, end)));
      }
      TextParts parts = TextParts.of(text, provisions);
      StringBuilder all = new StringBuilder();
      for (int part = 1; part <= parts.count(); part++) {
        all.append(plain(blocks(text, provisions, parts.part(part), random.nextBoolean())));
      }
      assertThat(all.toString()).as("seed %d round %d", seed, round).isEqualTo(squeezed(text));
    }
  }

  @Test
  void aLongTextIsCutBeforeProvisionsAndLosesNothing() {
    Submission large = SampleTexts.large(500);
    String text = large.repairedText();
    List<Provision> provisions = large.document().provisions();
    TextParts parts = TextParts.of(text, provisions);
    assertThat(parts.count()).isBetween(4, 7);
    int end = 0;
    for (int part = 1; part <= parts.count(); part++) {
      Span span = parts.part(part);
      assertThat(span.start()).isEqualTo(end);
      assertThat(span.length()).isLessThanOrEqualTo(TextParts.TARGET + TextParts.TARGET / 4);
      assertThat(part == 1 || text.startsWith("Điều ", span.start())).isTrue();
      assertThat(parts.holding(span.start())).isEqualTo(part);
      end = span.end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  private static List<Block> blocks(
      String text, List<Provision> provisions, Span part, boolean printedLines) {
    TextBlocks.Marks marks =
        new TextBlocks.Marks(
            List.of(new Span(0, Math.min(3, text.length()))),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new TextBlocks("1", text, provisions, part, marks, printedLines).build();
  }

  private static Span all(String text) {
    return new Span(0, text.length());
  }

  private static List<Block.Section> sections(List<Block> blocks) {
    return blocks.stream()
        .filter(Block.Section.class::isInstance)
        .map(Block.Section.class::cast)
        .toList();
  }

  private static String words(List<Block.Run> runs) {
    return String.join("", runs.stream().map(Block.Run::text).toList()).strip();
  }

  /** All text in order, without white space. */
  private static String plain(List<Block> blocks) {
    StringBuilder plain = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph paragraph -> plain.append(words(paragraph.runs()));
        case Block.Section section ->
            plain.append(words(section.heading())).append(plain(section.body()));
      }
    }
    return squeezed(plain.toString());
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("Đ");
    String letters = "abc d\n\n.;ĐƯỜ 12)-\t";
    for (int i = random.nextInt(400); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
