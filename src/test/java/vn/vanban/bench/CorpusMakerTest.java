package vn.vanban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vanban.law.Provision;
import vn.vanban.search.IndexChange;

class CorpusMakerTest {
  private static SourceSentences source() {
    SourceSentences source = new SourceSentences();
    source.add("Điều 1. Trồng và chăm sóc cây\nGiờ mở cửa chợ mẫu\n");
    String[] who = {
      "Người trồng cây", "Chủ vườn mẫu", "Hợp tác xã", "Ban quản lý chợ", "Tổ tưới nước"
    };
    String[] what = {"ghi sổ theo dõi", "báo cáo kết quả", "kiểm tra dụng cụ", "nộp phí vệ sinh"};
    String[] when = {"vào đầu mùa mưa", "trong ba ngày", "trước khi thu hoạch"};
    for (String w : who) {
      for (String x : what) {
        for (String y : when) {
          source.add("1. " + w + ", theo phân công, " + x + " " + y + ".");
        }
      }
    }
    return source;
  }

  private static List<IndexChange.Put> all(CorpusMaker corpus) {
    return IntStream.range(0, corpus.documents()).mapToObj(corpus::document).toList();
  }

  @Test
  void theSameSeedMakesTheSameDocumentsAndAnotherOthers() {
    List<IndexChange.Put> made = all(new CorpusMaker(source(), 7, 300));
    assertThat(made).isEqualTo(all(new CorpusMaker(source(), 7, 300)));
    assertThat(made).doesNotContainAnyElementsOf(all(new CorpusMaker(source(), 8, 300)));
    assertThat(new CorpusMaker(source(), 7, 300).name())
        .isNotEqualTo(new CorpusMaker(source(), 8, 300).name());
  }

  @Test
  void hasAsManyProvisionsAsAskedForEachOfItsOwnText() {
    List<IndexChange.Put> made = all(new CorpusMaker(source(), 3, 1_000));
    List<ProvisionRow> rows = made.stream().flatMap(put -> ProvisionRow.of(put).stream()).toList();
    assertThat(rows).hasSize(1_000);
    assertThat(rows).allMatch(row -> row.body().matches("(?s)Điều \\d+\\. .*\n.*\n"));
    assertThat(rows.stream().mapToInt(row -> row.body().length()).average().orElseThrow())
        .isBetween(700.0, 1_100.0);
    for (IndexChange.Put put : made) {
      String text = put.texts().getFirst();
      assertThat(text).contains(put.document().number().orElseThrow().value().canonical());
      for (Provision provision : put.document().provisions()) {
        assertThat(text.substring(provision.span().start())).startsWith(provision.label());
      }
    }
  }

  @Test
  void vocabularyGrowsWithTheText() {
    CorpusMaker corpus = new CorpusMaker(source(), 5, 4_000);
    Set<String> exact = new HashSet<>();
    Vocabulary vocabulary = new Vocabulary();
    int[] sizes = new int[2];
    for (int place = 0; place < corpus.documents(); place++) {
      String text = corpus.document(place).texts().getFirst();
      vocabulary.add(text);
      for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
        exact.add(word);
      }
      sizes[place < corpus.documents() / 2 ? 0 : 1] = exact.size();
    }
    assertThat(sizes[1]).isGreaterThan(sizes[0] * 5 / 4);
    exact.remove("");
    assertThat(vocabulary.syllables())
        .isBetween(exact.size() * 99L / 100, exact.size() * 101L / 100);
    assertThat(vocabulary.pairs()).isGreaterThan(vocabulary.syllables());
  }

  @Test
  void tooLittleTextIsRefused() {
    SourceSentences few = new SourceSentences();
    few.add("Chợ mẫu mở cửa từ sáng sớm đến chiều tối.\n12.500.000\nMẪU SỐ 01 CỦA BẢNG KÊ.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorpusMaker(few, 1, 10))
        .withMessageContaining("chỉ đọc được 1");
  }
}
