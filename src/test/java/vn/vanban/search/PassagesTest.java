package vn.vanban.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;

class PassagesTest {
  private static final String DECREE =
      """
      CHÍNH PHỦ
      Số: 07/2031/NĐ-CP
      Căn cứ Luật Cây xanh mẫu;
      Chương I
      QUY ĐỊNH CHUNG
      Điều 1. Phạm vi điều chỉnh
      Nghị định này quy định việc chăm sóc cây xanh.
      Điều 2. Đối tượng áp dụng
      1. Cơ quan quản lý cây xanh.
      2. Người trồng cây.
      Chương II
      ĐIỀU KHOẢN THI HÀNH
      Điều 3. Hiệu lực
      Nghị định này có hiệu lực từ ngày ký.
      TM. CHÍNH PHỦ
      THỦ TƯỚNG
      """;

  @Test
  void articlesArePassagesAndNothingIsLeftOut() {
    List<Provision> provisions =
        List.of(
            provision(DECREE, "Chương I", "Chương II", "chuong", Level.CHUONG, "i"),
            provision(DECREE, "Điều 1.", "Điều 2.", "Phạm vi điều chỉnh", Level.DIEU, "1"),
            provision(DECREE, "Điều 2.", "Chương II", "Đối tượng áp dụng", Level.DIEU, "2"),
            provision(DECREE, "1. Cơ", "2. Người", "", Level.KHOAN, "1"),
            provision(DECREE, "2. Người", "Chương II", "", Level.KHOAN, "2"),
            provision(DECREE, "Chương II", "TM.", "chuong", Level.CHUONG, "ii"),
            provision(DECREE, "Điều 3.", "TM.", "Hiệu lực", Level.DIEU, "3"));
    List<Passage> passages = Passages.of(provisions, List.of(DECREE));
    assertThat(passages)
        .extracting(Passage::path)
        .containsExactly("", "dieu-1", "dieu-2", "dieu-3", "");
    assertThat(passages.get(1).label()).isEqualTo("Điều 1. Phạm vi điều chỉnh");
    // A chapter's heading goes with the first Điều of the chapter.
    assertThat(cut(DECREE, passages.get(1))).startsWith("Chương I\n");
    assertThat(cut(DECREE, passages.get(2))).contains("1. Cơ quan").contains("2. Người trồng");
    assertThat(cut(DECREE, passages.get(4))).isEqualTo("TM. CHÍNH PHỦ\nTHỦ TƯỚNG");
  }

  @Test
  void aLongArticleIsCutAtItsClausesAndStillCited() {
    StringBuilder text = new StringBuilder("Điều 9. Trách nhiệm\n");
    List<Provision> provisions = new ArrayList<>();
    for (int clause = 1; clause <= 8; clause++) {
      int start = text.length();
      text.append(clause).append(". ").append("Ban quản lý vườn mẫu có trách nhiệm. ".repeat(25));
      text.append('\n');
      provisions.add(
          new Provision(
              path(Level.KHOAN, "" + clause), clause + ".", "", new Span(start, text.length())));
    }
    provisions.addFirst(
        new Provision(path(Level.DIEU, "9"), "Điều 9", "Trách nhiệm", new Span(0, text.length())));
    List<Passage> passages = Passages.of(provisions, List.of(text.toString()));
    assertThat(passages).hasSizeGreaterThan(2);
    assertThat(passages).extracting(Passage::path).containsOnly("dieu-9");
    assertThat(passages).extracting(Passage::label).containsOnly("Điều 9. Trách nhiệm");
    for (Passage passage : passages.subList(1, passages.size())) {
      assertThat(cut(text.toString(), passage)).matches("(?s)[1-8]\\. Ban.*");
      assertThat(passage.span().length()).isLessThanOrEqualTo(Passages.MAX_PROVISION_CHARS);
    }
  }

  @Test
  void sectionsThatAreTooLongAreCutIntoTheirParts() {
    String small = "1. Mục tiêu chung\nTăng độ phủ cây xanh.\n";
    String large = "2. Giải pháp\n" + "Vận động người dân trồng cây trước nhà.\n".repeat(60);
    String text = "I. MỤC TIÊU\n" + small + large;
    int a = text.indexOf("1. ");
    int b = text.indexOf("2. ");
    List<Passage> passages =
        Passages.of(
            List.of(
                new Provision(
                    path(Level.SECTION, "i"), "I.", "MỤC TIÊU", new Span(0, text.length())),
                new Provision(path(Level.SECTION, "1"), "1.", "Mục tiêu chung", new Span(a, b)),
                new Provision(
                    path(Level.SECTION, "2"), "2.", "Giải pháp", new Span(b, text.length()))),
            List.of(text));
    assertThat(passages.getFirst().label()).isEqualTo("1. Mục tiêu chung");
    assertThat(passages.subList(1, passages.size()))
        .isNotEmpty()
        .allSatisfy(passage -> assertThat(passage.path()).isEqualTo("section-2"))
        .allSatisfy(
            p -> assertThat(p.span().length()).isLessThanOrEqualTo(Passages.MAX_TEXT_CHARS));
  }

  @Test
  void ofFurtherCopiesOnlyTheNewsCounts() {
    String first = "Điều kiện chung\nĐoạn một của kế hoạch.\nĐoạn hai.\n";
    String second = "Điều kiện chung\nĐoạn một  của kế hoạch.\nĐoạn hai đã sửa.\n";
    List<Passage> passages = Passages.of(List.of(), List.of(first, second, second));
    assertThat(passages).extracting(Passage::copy).containsExactly(0, 1);
    assertThat(cut(second, passages.get(1))).isEqualTo("Đoạn hai đã sửa.");
  }

  @Test
  void blankTextHasNoPassages() {
    assertThat(Passages.of(List.of(), List.of(" \n\t\u00A0\n"))).isEmpty();
    assertThat(Passages.of(List.of(), List.of())).isEmpty();
  }

  @Test
  void noTextIsUnreachable() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Level> levels = List.of(Level.values());
    for (int round = 0; round < 2_000; round++) {
      String text = randomText(random);
      List<Provision> provisions = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        int start = random.nextInt(text.length() + 20);
        int end = start + random.nextInt(random.nextBoolean() ? 300 : text.length() + 20);
        Level level = levels.get(random.nextInt(levels.size()));
        provisions.add(
            new Provision(path(level, "" + i), level.vietnamese(), "", new Span(start, end)));
      }
      List<Passage> passages = Passages.of(provisions, List.of(text));
      BitSet covered = new BitSet();
      int last = 0;
      for (Passage passage : passages) {
        String where = "seed " + seed + ", round " + round + ", " + passage;
        assertThat(passage.span().start()).as(where).isGreaterThanOrEqualTo(last);
        last = passage.span().end();
        assertThat(passage.span().length()).as(where).isPositive();
        assertThat(passage.span().length())
            .as(where)
            .isLessThanOrEqualTo(Passages.MAX_PROVISION_CHARS);
        covered.set(passage.span().start(), passage.span().end());
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          assertThat(covered.get(i)).as("seed %d, round %d, offset %d", seed, round, i).isTrue();
        }
      }
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder("x");
    String pieces = "aâ. ;\n\t\u00A0 e\u0301đ";
    for (int i = random.nextInt(9_000); i > 0; i--) {
      text.append(random.nextInt(40) == 0 ? pieces.charAt(random.nextInt(pieces.length())) : 'n');
      if (random.nextInt(3_000) == 0) {
        text.append("   \n\n  ".repeat(random.nextInt(40)));
      }
    }
    return text.toString();
  }

  private static String cut(String text, Passage passage) {
    return text.substring(passage.span().start(), passage.span().end());
  }

  private static ProvisionPath path(Level level, String number) {
    return new ProvisionPath(List.of(new Step(level, number)));
  }

  private static Provision provision(
      String text, String from, String to, String heading, Level level, String number) {
    int start = text.indexOf(from);
    String label = text.substring(start, start + from.length()).replaceAll("\\.$", "");
    return new Provision(
        path(level, number), label, heading, new Span(start, text.indexOf(to, start)));
  }
}
