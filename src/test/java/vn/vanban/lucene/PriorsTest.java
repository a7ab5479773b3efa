package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanban.search.SearchRequest;

/** Of documents that say the same, force, effect and date decide; words decide before them. */
class PriorsTest extends IndexedSheets {
  private static final String TEXT = "Chủ bến phà bảo đảm an toàn cho khách qua sông.";

  private List<String> found(String query, String day, Sheet... sheets) {
    index(sheets);
    return ids(engine.search(SearchRequest.of(query, 9).on(LocalDate.parse(day))));
  }

  @Test
  void whatIsInForceComesFirstOnItsDay() {
    Sheet old = Sheet.of("cu").text(TEXT).effective("2010-01-01", "2020-01-01");
    Sheet now = Sheet.of("moi").text(TEXT).effective("2020-01-01", "");
    assertThat(found("an toàn bến phà", "2024-01-01", old, now)).containsExactly("moi", "cu");
    assertThat(found("an toàn bến phà", "2015-01-01", old, now)).containsExactly("cu", "moi");
  }

  @Test
  void higherForceComesFirst() {
    Sheet letter = Sheet.of("cong-van").titled("Công văn", "an toàn").text(TEXT);
    Sheet circular = Sheet.of("thong-tu").titled("Thông tư", "an toàn").text(TEXT);
    Sheet decree = Sheet.of("nghi-dinh").titled("Nghị định", "an toàn").text(TEXT);
    assertThat(found("bến phà qua sông", "2024-01-01", letter, circular, decree))
        .containsExactly("nghi-dinh", "thong-tu", "cong-van");
  }

  @Test
  void theLaterComesFirst() {
    Sheet older = Sheet.of("truoc").issued("2001-02-03").text(TEXT);
    Sheet later = Sheet.of("sau").issued("2019-02-03").text(TEXT);
    assertThat(found("bến phà qua sông", "2024-01-01", older, later))
        .containsExactly("sau", "truoc");
  }

  @Test
  void whatHasNoDateIsNotTakenForTheLatest() {
    Sheet undated = Sheet.of("khong-ngay").text(TEXT);
    Sheet dated = Sheet.of("co-ngay").issued("2019-02-03").text(TEXT);
    assertThat(found("bến phà qua sông", "2024-01-01", undated, dated))
        .containsExactly("co-ngay", "khong-ngay");
  }

  @Test
  void wordsDecideBeforeThem() {
    Sheet constitution =
        Sheet.of("hien-phap")
            .titled("Hiến pháp", "")
            .issued("2013-11-28")
            .effective("2014-01-01", "")
            .text("Sông là tài sản công.");
    Sheet letter =
        Sheet.of("cong-van")
            .titled("Công văn", "cũ")
            .issued("1990-01-01")
            .effective("1990-01-01", "1991-01-01")
            .text(TEXT);
    assertThat(found("an toàn bến phà qua sông", "2024-01-01", constitution, letter))
        .startsWith("cong-van");
  }
}
