package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

class OrderTest extends IndexedSheets {
  @BeforeEach
  void open() {
    // Two commits, so that there are segments to be merged in order.
    index(
        sheet("c", "12/KH-UBND", "2020-03-05"),
        sheet("b", "12/KH-UBND", "2020-03-05"),
        sheet("muoi", "110/KH-UBND", "2020-12-30"),
        sheet("khong-ngay", "30/2019/NĐ-CP", ""));
    index(
        sheet("a", "12/KH-UBND", "2020-03-05"),
        sheet("nhan", "9a/KH-UBND", "2020-01-02"),
        sheet("quyet-dinh", "2/QĐ-UBND", "2020-01-01"),
        sheet("moi", "1/BC-UBND", "2021-01-01"),
        sheet("trong", "", ""),
        Sheet.of("khac").text("bến xe").issued("2022-01-01").number("1/KH-UBND"));
  }

  private static Sheet sheet(String id, String number, String issued) {
    return Sheet.of(id).number(number).issued(issued).text("Bến phà qua sông.");
  }

  private List<String> ids(String query, Order order) {
    SearchResult result = engine.search(SearchRequest.of(query, 20).with(order));
    assertThat(result.total()).isEqualTo(result.hits().size());
    return ids(result);
  }

  @Test
  void newestAndOldestHaveTheUndatedLast() {
    assertThat(ids("bến phà", Order.NEWEST))
        .containsExactly("moi", "muoi", "a", "b", "c", "nhan", "quyet-dinh", "khong-ngay", "trong");
    assertThat(ids("ben pha", Order.OLDEST))
        .containsExactly("quyet-dinh", "nhan", "a", "b", "c", "muoi", "moi", "khong-ngay", "trong");
    assertThat(ids("", Order.NEWEST)).startsWith("khac", "moi");
  }

  @Test
  void numbersRunByYearSymbolAndAsNumbers() {
    assertThat(ids("bến phà", Order.NUMBER))
        .containsExactly("khong-ngay", "nhan", "a", "b", "c", "muoi", "quyet-dinh", "moi", "trong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?!", "\"", "*"})
  void signsFindNothingInAnyOrder(String query) {
    for (Order order : Order.values()) {
      assertThat(engine.search(SearchRequest.of(query, 5).with(order)).hits()).isEmpty();
    }
  }

  @Test
  void hitsInAnotherOrderShowTheirPassagesToo() {
    Hit hit = engine.search(SearchRequest.of("ben pha", 1).with(Order.NEWEST)).hits().getFirst();
    assertThat(LuceneEngineTest.marked(hit.passages().getFirst().snippet()))
        .containsExactly("Bến phà");
  }
}
