package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.HitEntry;
import vn.vanban.http.pages.Language;
import vn.vanban.http.pages.ResultsPage;
import vn.vanban.http.pages.Visitor;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.Span;
import vn.vanban.search.Facet;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Found;
import vn.vanban.search.SearchResult.Highlighted;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.SearchResult.PassageHit;

class ResultsViewTest {
  private static final Wording VIETNAMESE = new Wording(Language.VIETNAMESE);

  @ParameterizedTest
  @CsvSource({
    "1, false, 0, 1, false, 1",
    "12345, false, 0, 10, true, 12.345",
    "12345, true, 0, 10, true, ít nhất 12.345",
    "1, true, 0, 10, true, ít nhất 10",
    "1, true, 10, 10, true, ít nhất 20",
    "1, true, 0, 3, false, 3",
    "0, false, 0, 0, false, 0",
  })
  void theTotalIsNeverBelowWhatIsShown(
      long total, boolean lowerBound, int offset, int hits, boolean goesOn, String told) {
    List<Hit> shown =
        IntStream.range(0, hits).mapToObj(i -> hit("Kế hoạch", "8/KH-UBND", List.of())).toList();
    assertThat(page(total, lowerBound, offset, shown, List.of(), goesOn).total()).isEqualTo(told);
  }

  @Test
  void aValueThatAllShareIsToldWithItsCount() {
    Facet years = new Facet(Facet.Field.YEAR, List.of(new Facet.Value("2020", "2020", 1_234)));
    Facet none = new Facet(Facet.Field.PROVINCE, List.of());
    List<ResultsPage.FacetList> facets =
        page(1_234, false, 0, List.of(), List.of(years, none), true).filters().facets();
    assertThat(facets)
        .singleElement()
        .satisfies(facet -> {
          assertThat(facet.label()).isEqualTo("Năm ban hành");
          assertThat(facet.values()).singleElement().extracting(v -> v.count()).isEqualTo("1.234");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Điều 5. Trồng cây | Nghị định | 9/2021/NĐ-CP | … | Điều 5. Trồng cây, Nghị định 9/2021/NĐ-CP",
        "Điều 5. Trồng cây | '' | '' | … | Điều 5. Trồng cây",
        "'' | Kế hoạch | 8/KH-UBND | Cây ven suối. | Xem đoạn này: Cây ven suối.",
        "'' | Kế hoạch | 8/KH-UBND | Các thôn ở đầu suối trồng cây hai bên bờ trước mùa mưa và báo cáo xã"
            + " | Xem đoạn này: Các thôn ở đầu suối trồng cây hai bên bờ trước mùa mưa và…",
      })
  void aLinkToAPassageTellsWhichItIs(
      String label, String type, String number, String text, String name) {
    PassageHit passage =
        new PassageHit("", label, new Highlighted(text, List.of()), 0, new Span(3, 9));
    HitEntry entry = HitView.of(VIETNAMESE, hit(type, number, List.of(passage)));
    assertThat(entry.passages())
        .singleElement()
        .satisfies(shown -> {
          assertThat(shown.name()).isEqualTo(name);
          assertThat(shown.name()).startsWith(shown.label());
        });
  }

  private static ResultsPage page(
      long total,
      boolean lowerBound,
      int offset,
      List<Hit> hits,
      List<Facet> facets,
      boolean goesOn) {
    SearchRequest request = SearchRequest.of("trồng cây", 10).from(offset);
    SearchResult result =
        new SearchResult(
            total,
            lowerBound,
            hits,
            facets,
            List.of(),
            Optional.empty(),
            Optional.of("xxx").filter(cursor -> goesOn),
            Duration.ZERO);
    return new ResultsView(VIETNAMESE, request, result, new Address(ResultsView.PATH, List.of()))
        .page(new Frame(Language.VIETNAMESE, "/", "", "", "", "", "", Visitor.STRANGER), 1, false);
  }

  private static Hit hit(String type, String number, List<PassageHit> passages) {
    return new Hit(
        "a",
        1,
        DocumentKind.ORIGINAL,
        EffectStatus.UNKNOWN,
        Optional.of(number).filter(text -> !text.isEmpty()),
        Optional.of(type).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        passages,
        Found.WORDS,
        List.of());
  }
}
