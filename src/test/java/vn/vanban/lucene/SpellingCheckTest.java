package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.viet.Folding;
import vn.vanban.viet.Keystrokes;

class SpellingCheckTest {
  private static final List<String> TEXTS =
      List.of(
          "Nghị định này quy định chi tiết thi hành Luật Đất đai về giá đất và thu hồi đất.",
          "Luật Đất đai quy định chế độ quản lý đất đai, quyền và nghĩa vụ của người sử dụng đất.",
          "Ủy ban nhân dân xã hòa giải tranh chấp đất đai theo quy định của Luật Đất đai.",
          "Người sử dụng đất được cấp giấy chứng nhận quyền sử dụng đất theo nghị định.",
          "Hòa giải ở cơ sở do hòa giải viên tiến hành khi có vi phạm pháp luật nhỏ.",
          "Quyết định xử phạt vi phạm hành chính được gửi cho người bị xử phạt.",
          "Ủy ban nhân dân tỉnh ban hành quyết định về bình đẳng giới trong công tác cán bộ.",
          "Người lao động nghỉ thai sản được hưởng bảo hiểm xã hội theo quy định của pháp luật.",
          "Hợp đồng lao động được giao kết giữa người lao động và người sử dụng lao động.",
          "Công trình phục vụ internet công cộng và dịch vụ internet do tỉnh quản lý.",
          "Thủ tục hành chính về đăng ký khai sinh do Ủy ban nhân dân cấp xã thực hiện.");

  @TempDir Path folder;
  private LuceneEngine engine;
  private Directory directory;
  private DirectoryReader reader;

  @BeforeEach
  void index() throws IOException {
    engine = LuceneEngine.open(folder);
    engine.apply(
        TEXTS.stream()
            .<IndexChange>map(text ->
                Samples.put(
                    "d" + TEXTS.indexOf(text), DocumentKind.OTHER, "", "", "", "", "", text))
            .toList());
    engine.commit(new IndexMark("registry", "epoch", 1));
    directory = FSDirectory.open(LuceneEngine.filesIn(folder));
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
    engine.close();
  }

  private String better(String query) throws IOException {
    Schema.Fields fields = Schema.PASSAGE;
    return new SpellingCheck(fields.accented(), fields.bare(), fields.barePairs())
        .better(query, new TermCachingSearcher(reader))
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    // keystrokes
    "Nghij ddinhj, Nghị định",
    "nghi5 d9inh5, nghị định",
    "uyr ban nhaan daan, ủy ban nhân dân",
    "hoaf giari, hòa giải",
    "hoaf giari tranh chaaps 30/2020/NĐ-CP, hòa giải tranh chấp 30/2020/NĐ-CP",
    // marks wrong, or some of them missing
    "luât dât đai, luật đất đai",
    "Luât Đât đai, Luật Đất đai",
    "nghĩ định, nghị định",
    "bảo hiễm xã hội, bảo hiểm xã hội",
    "quyền sữ dụng đất, quyền sử dụng đất",
    "hợp đống lao động, hợp đồng lao động",
    "hợp đồng lao dộng, hợp đồng lao động",
    "hòa giái tranh chấp, hòa giải tranh chấp",
    // slips
    "nghi dihn, nghi dinh",
    "xu phat vi pahm hanh chinh, xu phat vi pham hanh chinh",
    "thu tuc hanh chnih, thu tuc hanh chinh",
    "bao hiemm xa hoi, bao hiem xa hoi",
    "xử phạt vi phạm hàhn chính, xử phạt vi phạm hành chính",
    "thủ tụcc hành chính, thủ tục hành chính",
    "HỢP ĐỒNG LAO ĐỌNNG, HỢP ĐỒNG LAO ĐỘNG",
    "'người lao đông, nghỉ thai sản', 'người lao động, nghỉ thai sản'",
    // blanks
    "nghịđịnh, nghị định",
    "nghidinh, nghi dinh",
    "xử phạt viphạm hành chính, xử phạt vi phạm hành chính",
    "Laođộng nữ, Lao động nữ",
  })
  void better(String query, String meant) throws IOException {
    assertThat(better(query)).as(query).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "-",
        "nghị định",
        "Luật Đất đai",
        "luat dat dai",
        "uỷ ban nhân dân tỉnh",
        "hoà giải ở cơ sở",
        "383/KH-UBND",
        "383 kh ubnd",
        "so:383 loai:\"Kế hoạch\"",
        "TTHC cua UBND xa",
        "dịch vụ internet",
        "dich vu internet",
        "internet",
        "người lao động Trần Thị Hạ Vy",
        "nguoi lao dong Tran Thi Ha Vy",
        "foreign investment enterprises",
        "bình đẳng giới AND lao động",
        "hành",
        "ngựa vằn",
        "nghỉ thai sản",
      })
  void wellSpelt(String query) throws IOException {
    assertThat(better(query)).as(query).isEmpty();
  }

  @Test
  void whatTheIndexSaysIsWellSpeltAndItsKeystrokesAreRead() throws IOException {
    for (String text : TEXTS) {
      assertThat(better(text)).as(text).isEmpty();
      assertThat(better(Folding.unaccented(text))).as(text).isEmpty();
      String plain = text.replaceAll("[.,]", "");
      assertThat(better(Keystrokes.telex(plain))).isEqualTo(plain);
      assertThat(better(Keystrokes.vni(plain))).isEqualTo(plain);
    }
  }

  @Test
  void anyQueryIsAnswered() throws IOException {
    long seed = System.nanoTime();
    System.out.println("SpellingTest seed " + seed);
    Random random = new Random(seed);
    String letters = "aăeđnghịtuươ \u0301\ud835\udc00/:\"().-1[";
    for (int i = 0; i < 500; i++) {
      char[] query = new char[1 + random.nextInt(60)];
      for (int j = 0; j < query.length; j++) {
        query[j] = letters.charAt(random.nextInt(letters.length()));
      }
      String text = new String(query);
      assertThat(better(text)).as("seed %d", seed).isNotEqualTo(text);
    }
    char[] huge = new char[200_000];
    Arrays.fill(huge, 'a');
    assertThat(better(new String(huge))).isEmpty();
    assertThat(better("a ".repeat(100_000))).isEmpty();
  }

  @Test
  void anEmptyIndexKnowsNoBetter() throws IOException {
    engine.clear();
    try (DirectoryReader empty = DirectoryReader.open(directory)) {
      assertThat(
              new SpellingCheck("text", "bare", "pairs")
                  .better("nghĩ định", new TermCachingSearcher(empty)))
          .isEmpty();
    }
  }
}
