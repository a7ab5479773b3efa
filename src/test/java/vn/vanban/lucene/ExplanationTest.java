package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult.Hit;

class ExplanationTest extends IndexedSheets {
  private static final Pattern AMOUNT = Pattern.compile(": ([+-][0-9]+,[0-9]{2})");

  @BeforeEach
  void open() {
    index(
        Sheet.of("phi-do")
            .titled("Nghị định", "về phí bến phà")
            .number("12/2020/NĐ-CP")
            .by("Chính phủ")
            .issued("2020-03-05")
            .effective("2020-05-01", "")
            .text("Người đi bộ qua phà không phải trả phí. Xe máy trả phí theo lượt."),
        Sheet.of("lich-pha")
            .titled("Thông báo", "lịch chạy phà")
            .text("Phà chạy từ năm giờ sáng, hết mùa nước thì nghỉ."),
        Sheet.of("phi-cho").titled("Quyết định", "về phí chợ").text("Người bán trả phí chợ."),
        Sheet.of("khac").titled("Kế hoạch", "trồng cây").text("Trồng cây ven đường."));
  }

  private List<Hit> hits(SearchRequest request) {
    return engine.search(request).hits();
  }

  private static double amount(String reason) {
    Matcher amount = AMOUNT.matcher(reason);
    assertThat(amount.find()).as(reason).isTrue();
    return Double.parseDouble(amount.group(1).replace(',', '.'));
  }

  @Test
  void whatIsNotAskedForIsNotTold() {
    assertThat(hits(SearchRequest.of("phí bến phà", 5)))
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.reasons()).isEmpty());
  }

  @Test
  void theFirstHitSaysWhatLiftsIt() {
    List<Hit> hits = hits(SearchRequest.of("phí bến phà xe máy", 5).explained());
    assertThat(hits.getFirst().documentId()).isEqualTo("phi-do");
    List<String> reasons = hits.getFirst().reasons();
    assertThat(reasons.getFirst()).isEqualTo("Có đủ các tiếng được hỏi");
    assertThat(reasons.get(1)).startsWith("So với trung bình của 3 đoạn được so kỹ: +");
    assertThat(reasons)
        .anyMatch(reason -> reason.startsWith("tình trạng (còn hiệu lực): +0,10"))
        .anyMatch(reason -> reason.startsWith("hiệu lực pháp lý (nghị định): +0,08"))
        .anyMatch(reason -> reason.startsWith("ngày ban hành: +"));
  }

  @Test
  void missingWordsAreNamedAsTyped() {
    List<Hit> hits = hits(SearchRequest.of("phí chợ Bến Phà", 5).explained());
    Hit market =
        hits.stream().filter(hit -> hit.documentId().equals("phi-cho")).findFirst().orElseThrow();
    assertThat(market.reasons().getFirst())
        .isEqualTo("Có 2 trên 4 tiếng được hỏi; không có: bến, phà");
  }

  /** {@code So với trung bình của 3 đoạn được so kỹ: +1,25 điểm, gồm:}. */
  private static double sum(Hit hit) {
    return Double.parseDouble(
        hit.reasons().get(1).replaceAll(".*: ([+-][0-9,]+) điểm.*", "$1").replace(',', '.'));
  }

  @Test
  void whatLiftsOneLowersTheOthers() {
    List<Hit> hits = hits(SearchRequest.of("phí bến phà xe máy", 5).explained());
    assertThat(hits).hasSize(3);
    assertThat(hits.stream().mapToDouble(ExplanationTest::sum).sum()).isCloseTo(0, within(.02));
  }

  @Test
  void thePartsAddUpToTheSum() {
    for (Hit hit : hits(SearchRequest.of("phí phà nước", 5).explained())) {
      List<String> reasons = hit.reasons();
      double parts = 0;
      for (String reason : reasons.subList(2, reasons.size())) {
        boolean prior = reason.matches("(hiệu lực|tình trạng|ngày ban hành).*");
        parts += prior ? 0 : amount(reason);
      }
      // Each group of less than .05 is left out, and each amount is rounded.
      assertThat(parts)
          .as(reasons.toString())
          .isCloseTo(sum(hit), within(.05 * Feature.Group.values().length));
    }
  }

  @Test
  void lookUpsAndOtherOrdersSaySo() {
    assertThat(hits(SearchRequest.of("12/2020/NĐ-CP", 5).explained()).getFirst().reasons())
        .first()
        .isEqualTo("Mang số, ký hiệu được hỏi nên đứng trước");
    assertThat(hits(SearchRequest.of("phà", 5).with(Order.NEWEST).explained()).getFirst().reasons())
        .startsWith("Xếp theo ngày ban hành, mới nhất trước", "Có đủ các tiếng được hỏi");
  }

  @Test
  void passagesAreExplainedToo() {
    assertThat(
            hits(SearchRequest.of("bến phà", 5).with(Unit.PASSAGE).explained())
                .getFirst()
                .reasons())
        .first()
        .isEqualTo("Có đủ các tiếng được hỏi");
  }
}
