package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

class CitingTest extends IndexedSheets {
  private List<String> citing(String id) {
    SearchResult result = engine.citing(id, 0, 10);
    assertThat(result.total()).isEqualTo(result.hits().size());
    return result.hits().stream().map(Hit::documentId).toList();
  }

  @Test
  void aNumberIsCitedByWhatNamesIt() {
    index(
        Sheet.of("nghi-dinh").number("30/2020/NĐ-CP").issued("2020-03-05").citing("30/2020/NĐ-CP"),
        Sheet.of("cu").number("1/KH-SNV").issued("2021-01-01").citing("30/2020/NĐ-CP"),
        Sheet.of("moi").issued("2023-01-01").citing("30/2020/nđ-cp").citing("30/2020/NĐ-CP"),
        Sheet.of("khong-ngay").citing("030/2020/NĐ-CP"),
        Sheet.of("truoc").issued("2019-01-01").citing("30/2020/NĐ-CP"),
        Sheet.of("khac").issued("2023-01-01").citing("130/2020/NĐ-CP"));
    assertThat(citing("nghi-dinh")).containsExactly("moi", "cu", "khong-ngay");
    SearchResult second = engine.citing("nghi-dinh", 1, 1);
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.hits()).extracting(Hit::documentId).containsExactly("cu");
    assertThat(citing("khac")).isEmpty();
    assertThat(citing("khong-co")).isEmpty();
  }

  @Test
  void aNumberWithoutAYearIsThatOfItsProvince() {
    index(
        Sheet.of("gia-lai")
            .number("383/KH-UBND")
            .by("Ủy ban nhân dân tỉnh Gia Lai")
            .issued("2020-02-26"),
        Sheet.of("so").by("Sở Y tế tỉnh Gia Lai").issued("2020-03-01").citing("383/KH-UBND"),
        Sheet.of("bo").by("Bộ Y tế").issued("2020-04-01").citing("383/KH-UBND"),
        Sheet.of("tinh-khac").by("Sở Y tế tỉnh Cà Mau").issued("2020-05-01").citing("383/KH-UBND"));
    assertThat(citing("gia-lai")).containsExactly("bo", "so");
  }

  /** Day and body behind a cited number tell which of those that bear it is meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ngày 26/02/2020 về trồng cây | tinh-2020",
        "ngày 26 tháng 02 năm 2020 của UBND tỉnh Gia Lai | tinh-2020",
        "của Ủy ban nhân dân tỉnh Gia Lai về trồng cây | tinh-2020 tinh-2022",
        "ngày 04/5/2022 của UBND tỉnh | tinh-2022",
        "của UBND huyện Mường Nà | huyen",
        "của UBND tỉnh Cà Mau | ca-mau",
        "ngày 31/02/2020 và | tinh-2020 tinh-2022 huyen ca-mau",
        "và | tinh-2020 tinh-2022 huyen ca-mau",
      })
  void whatIsCitedWithDayOrBodyIsNoOther(String said, String cited) {
    index(
        Sheet.of("tinh-2020")
            .number("383/KH-UBND")
            .by("Ủy ban nhân dân tỉnh Gia Lai")
            .issued("2020-02-26"),
        Sheet.of("tinh-2022")
            .number("383/KH-UBND")
            .by("Ủy ban nhân dân tỉnh Gia Lai")
            .issued("2022-05-04"),
        Sheet.of("huyen")
            .number("383/KH-UBND")
            .by("Ủy ban nhân dân huyện Mường Nà, tỉnh Gia Lai")
            .issued("2021-01-01"),
        Sheet.of("ca-mau")
            .number("383/KH-UBND")
            .by("Ủy ban nhân dân tỉnh Cà Mau")
            .issued("2020-03-01"),
        Sheet.of("bo")
            .by("Bộ Y tế")
            .issued("2023-01-01")
            .text("Căn cứ Kế hoạch số 383/KH-UBND " + said + " các văn bản khác;")
            .citing("383/KH-UBND"));
    assertThat(
            List.of("tinh-2020", "tinh-2022", "huyen", "ca-mau").stream()
                .filter(id -> citing(id).contains("bo")))
        .containsExactly(cited.split(" "));
  }

  @Test
  void aLawIsCitedByItsNameInItsTime() {
    index(
        Sheet.of("luat-cu").titled("Luật", "BẾN PHÀ").issued("2003-11-26"),
        Sheet.of("luat-moi").titled("Luật", "Bến phà").issued("2013-11-29"),
        Sheet.of("theo-nam").issued("2020-01-01").citing("Luật Bến phà", 2003),
        Sheet.of("thoi-cu").issued("2010-01-01").citing("Luật Bến phà", 0),
        Sheet.of("thoi-moi").issued("2015-01-01").citing("Luật bến phà", 0),
        Sheet.of("luat-khac").issued("2015-01-01").citing("Luật Bến phà quốc tế", 0));
    assertThat(citing("luat-cu")).containsExactly("theo-nam", "thoi-cu");
    assertThat(citing("luat-moi")).containsExactly("thoi-moi");
  }

  @Test
  void alikeIsWhatSharesTellingWords() {
    index(
        Sheet.of("a").titled("Kế hoạch", "phòng cháy rừng").text("Trực phòng cháy rừng mùa khô."),
        Sheet.of("b").titled("Báo cáo", "cháy rừng").text("Số vụ cháy rừng trong mùa khô giảm."),
        Sheet.of("c").titled("Kế hoạch", "trồng lúa").text("Gieo sạ vụ đông xuân."),
        Sheet.of("d").titled("Kế hoạch", "gieo sạ").text("Lịch gieo sạ lúa vụ đông xuân."));
    assertThat(similar("a")).startsWith("b").doesNotContain("a");
    assertThat(similar("d")).startsWith("c").doesNotContain("d");
    assertThat(similar("khong-co")).isEmpty();
    assertThat(engine.similar("a", 1).hits()).hasSize(1);
  }

  private List<String> similar(String id) {
    return engine.similar(id, 10).hits().stream().map(Hit::documentId).toList();
  }
}
