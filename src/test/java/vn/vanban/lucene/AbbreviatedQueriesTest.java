package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.Span;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

/** Who types an abbreviation finds what is written out, and the other way round. */
class AbbreviatedQueriesTest extends IndexedSheets {
  @BeforeEach
  void fill() {
    index(
        sheet("giay", "Cấp giấy chứng nhận quyền sử dụng đất cho hộ trồng chè ở sườn đồi."),
        sheet("chung-nhan", "Giấy khen chứng nhận hộ trồng chè giỏi, cấp một lần mỗi năm."),
        sheet("thue", "Thuế thu nhập cá nhân của người bán rau được miễn trong mùa lũ."),
        sheet("thue-cho", "Thuế chợ do cá nhân bán rau nộp, ghi vào sổ thu hằng ngày."),
        sheet("bao-hiem", "Bảo hiểm xã hội bắt buộc đối với người chèo đò thuê."),
        sheet("tu-nguyen", "Người chèo đò đóng BHXH tự nguyện tại bưu cục."),
        sheet("uy-ban", "Ủy ban nhân dân xã giao trưởng thôn giữ chìa khóa nhà rông."),
        sheet("ubnd", "UBND xã giao trưởng bản giữ cồng chiêng."),
        sheet("hanh-chinh", "Thủ tục hành chính về cấp thẻ đò dọc."),
        sheet("so", "Theo văn bản số 7/QĐ-UBND bến đò nghỉ ngày rằm."));
  }

  private static Sheet sheet(String id, String text) {
    return Sheet.of(id).text(text);
  }

  private SearchResult search(String query) {
    return engine.search(SearchRequest.of(query, 20));
  }

  private List<String> ids(String query) {
    return ids(search(query));
  }

  @ParameterizedTest
  @CsvSource({
    "gcn qsdd, giay",
    "GCN QSDĐ, giay",
    "cấp GCNQSDĐ trồng chè, giay",
    "thu tuc cap sdd, giay",
    "thue tncn, thue",
    "TTHC, hanh-chinh",
    "tthc cap the do, hanh-chinh",
    "thuế TNCN người bán rau, thue",
    "bhxh bat buoc, bao-hiem",
    "BHXH bắt buộc, bao-hiem",
    "bảo hiểm xã hội tự nguyện, tu-nguyen",
    "bao hiem xa hoi tu nguyen, tu-nguyen",
    "UBND xa nha rong, uy-ban",
    "uy ban nhan dan xa cong chieng, ubnd",
    "Ủy ban nhân dân xã giữ cồng chiêng, ubnd",
    "UBND xã cồng chiêng, ubnd",
  })
  void bothSpellingsFindBoth(String query, String first) {
    assertThat(ids(query)).startsWith(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UBND xã giao trưởng", "ủy ban nhân dân xã giao trưởng", "ubnd xa"})
  void bothAreCounted(String query) {
    assertThat(ids(query).subList(0, 2)).containsExactlyInAnyOrder("ubnd", "uy-ban");
    SearchResult counted = engine.search(SearchRequest.of(query, 20).withFacets());
    assertThat(counted.total()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(ubnd xã) AND (giao trưởng) | ubnd uy-ban",
        "(ủy ban nhân dân xã) AND (giao trưởng) | ubnd uy-ban",
        "(bhxh) AND NOT (bắt buộc) | tu-nguyen",
        "\"UBND xã\" | ubnd",
        "\"ủy ban nhân dân xã\" | uy-ban",
      })
  void groupsOfWordsAreReadSoPhrasesAsTheyStand(String query, String found) {
    assertThat(ids(query)).containsExactlyInAnyOrder(found.split(" ", -1));
  }

  @Test
  void whatIsWrittenOutIsMarked() {
    Hit hit = search("thue tncn").hits().getFirst();
    SearchResult.Highlighted shown = hit.passages().getFirst().snippet();
    assertThat(shown.matches().stream().map(span -> part(shown.text(), span)))
        .contains("Thuế thu nhập cá nhân");
  }

  private static String part(String text, Span span) {
    return text.substring(span.start(), span.end());
  }

  @Test
  void anAbbreviationIsNoSlip() {
    assertThat(search("thue tncn").spelling()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thue tncn | thue tncn [tncn]; thue thu nhap ca nhan []",
        "trồng chè | trồng chè []",
        "tthc thẻ đò | tthc thẻ đò [tthc]; tố tụng hành chính thẻ đò []; thủ tục hành chính thẻ đò []",
        "thủ tục hành chính | thủ tục hành chính []",
        // A sign within a number.
        "7/QĐ-UBND bến đò | 7/QĐ-UBND bến đò []",
        "ủy ban nhân dân cấp GCN | ủy ban nhân dân cấp GCN [gcn];"
            + " ủy ban nhân dân cấp giấy chứng nhận []; ubnd cấp GCN [gcn, ubnd]",
        // Of a long question the other words tell enough.
        "ủy ban nhân dân xã giao ai giữ chìa khóa nhà rông"
            + " | ủy ban nhân dân xã giao ai giữ chìa khóa nhà rông []",
      })
  void readings(String query, String expected) {
    Readings readings = new Readings(Schema.analyzer());
    assertThat(
            readings.of(query).stream()
                .map(reading -> reading.text() + " " + reading.abbreviations()))
        .containsExactly(expected.split("; ", -1));
  }
}
