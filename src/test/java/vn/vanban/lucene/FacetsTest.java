package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.search.Facet;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.Filters;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

class FacetsTest extends IndexedSheets {
  private static final IndexMark MARK = new IndexMark("registry", "epoch", 1);

  private void indexPlans() {
    index(
        Sheet.of("ke-hoach")
            .titled("Kế hoạch", "phòng cháy rừng mùa khô")
            .by("Ủy ban nhân dân tỉnh Gia Lai")
            .issued("2020-02-26")
            .text("Các huyện trực phòng cháy rừng. ".repeat(3)),
        Sheet.of("lien-tich")
            .titled("Kế hoạch", "phối hợp phòng cháy rừng")
            .by("Sở Y tế tỉnh Gia Lai", "Công an tỉnh Cà Mau")
            .issued("2021-03-01")
            .text("Hai bên phối hợp phòng cháy rừng."),
        Sheet.of("nghi-dinh")
            .titled("Nghị định", "phòng cháy")
            .by("Chính phủ")
            .issued("2021-05-01")
            .effective("2021-07-01", "")
            .text("Nghị định này nói về phòng cháy."));
    index(
        Sheet.of("du-thao")
            .kind(DocumentKind.DRAFT)
            .titled("Quyết định", "trồng rừng")
            .text("Dự thảo về trồng rừng."));
  }

  private static Map<String, Long> counts(SearchResult result, Field field) {
    Facet facet =
        result.facets().stream().filter(f -> f.field() == field).findFirst().orElseThrow();
    Map<String, Long> counts = new HashMap<>();
    facet.values().forEach(value -> counts.put(value.value(), value.count()));
    return counts;
  }

  @Test
  void whatIsAskedForByNumberIsCountedWithItsOwnFilterLeftAside() {
    index(
        Sheet.of("a").number("383/KH-UBND").by("Ủy ban nhân dân tỉnh Gia Lai").text("Lúa."),
        Sheet.of("b").number("383/KH-UBND").by("Ủy ban nhân dân tỉnh Kon Tum").text("Ngô."));
    Set<String> issuers = Set.of("Ủy ban nhân dân tỉnh Gia Lai");
    Filters filters =
        new Filters(Set.of(), issuers, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    SearchResult result =
        engine.search(SearchRequest.of("383 KHUBND", 10).with(filters).withFacets());
    assertThat(ids(result)).containsExactly("a");
    assertThat(result.total()).isEqualTo(1);
    Filters brief =
        new Filters(
            Set.of(),
            Set.of("ubnd tinh Gia Lai"),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of());
    assertThat(ids(engine.search(SearchRequest.of("383 KHUBND", 10).with(brief))))
        .containsExactly("a");
    assertThat(counts(result, Field.ISSUER))
        .isEqualTo(Map.of("Ủy ban nhân dân tỉnh Gia Lai", 1L, "Ủy ban nhân dân tỉnh Kon Tum", 1L));
  }

  @Test
  void spellingsOfOneNameAreOneValue() {
    index(
        Sheet.of("a").by("Ủy ban nhân dân xã Ia Mẫu").text("Lúa."),
        Sheet.of("b").by("Ủy ban Nhân dân Xã Ia Mẫu").text("Lúa."),
        Sheet.of("c").by("Uỷ ban nhân dân xã Ia Mẫu").text("Lúa."));
    index(Sheet.of("d").by("Ủy ban nhân dân xã Ia Mẫu").text("Lúa."));
    SearchResult result = engine.search(SearchRequest.of("lúa", 10).withFacets());
    assertThat(counts(result, Field.ISSUER)).isEqualTo(Map.of("Ủy ban nhân dân xã Ia Mẫu", 4L));
  }

  @Test
  void everyFieldIsCountedOverWhatIsFound() {
    indexPlans();
    SearchResult result = engine.search(SearchRequest.of("phong chay", 10).withFacets());
    assertThat(result.total()).isEqualTo(3);
    assertThat(counts(result, Field.TYPE)).isEqualTo(Map.of("Kế hoạch", 2L, "Nghị định", 1L));
    assertThat(counts(result, Field.ISSUER))
        .isEqualTo(
            Map.of(
                "Ủy ban nhân dân tỉnh Gia Lai",
                1L,
                "Sở Y tế tỉnh Gia Lai",
                1L,
                "Công an tỉnh Cà Mau",
                1L,
                "Chính phủ",
                1L));
    assertThat(counts(result, Field.LEVEL)).isEqualTo(Map.of("province", 2L, "central", 1L));
    assertThat(counts(result, Field.PROVINCE)).isEqualTo(Map.of("Gia Lai", 2L, "Cà Mau", 1L));
    assertThat(counts(result, Field.YEAR)).isEqualTo(Map.of("2021", 2L, "2020", 1L));
    assertThat(counts(result, Field.STATUS)).isEqualTo(Map.of("unknown", 2L, "in_force", 1L));
    assertThat(counts(result, Field.KIND)).isEqualTo(Map.of("original", 3L));
    assertThat(result.facets().getFirst().values().getFirst())
        .isEqualTo(new Facet.Value("Kế hoạch", "Kế hoạch", 2));
    assertThat(counts(engine.search(SearchRequest.of("", 10).withFacets()), Field.KIND))
        .isEqualTo(Map.of("original", 3L, "draft", 1L));
    assertThat(engine.search(SearchRequest.of("phong chay", 10)).facets()).isEmpty();
  }

  @Test
  void labelsAreForReaders() {
    indexPlans();
    SearchResult result = engine.search(SearchRequest.of("", 10).withFacets());
    Map<String, String> labels = new HashMap<>();
    result
        .facets()
        .forEach(
            facet -> facet.values().forEach(value -> labels.put(value.value(), value.label())));
    assertThat(labels)
        .containsEntry("province", "Cấp tỉnh")
        .containsEntry("draft", "Dự thảo")
        .containsEntry("in_force", "Còn hiệu lực")
        .containsEntry("Gia Lai", "Gia Lai");
  }

  @Test
  void aFieldsOwnFilterIsLeftAsideForItsCounts() {
    indexPlans();
    Filters plans =
        new Filters(
            Set.of("kế hoạch"), Set.of(), Set.of(), Set.of(), Set.of(2020), Set.of(), Set.of());
    SearchResult result =
        engine.search(SearchRequest.of("phong chay", 10).with(plans).withFacets());
    assertThat(result.total()).isEqualTo(1);
    assertThat(counts(result, Field.TYPE)).isEqualTo(Map.of("Kế hoạch", 1L));
    assertThat(counts(result, Field.YEAR)).isEqualTo(Map.of("2020", 1L, "2021", 1L));
    assertThat(counts(result, Field.PROVINCE)).isEqualTo(Map.of("Gia Lai", 1L));
  }

  @Test
  void whatIsDeletedIsNotCounted() {
    indexPlans();
    engine.apply(List.of(new IndexChange.Remove("nghi-dinh")));
    engine.commit(MARK);
    SearchResult result = engine.search(SearchRequest.of("phong chay", 10).withFacets());
    assertThat(result.total()).isEqualTo(2);
    assertThat(counts(result, Field.TYPE)).isEqualTo(Map.of("Kế hoạch", 2L));
  }

  @Test
  void longQuestionsAskForThreeQuartersOfTheirWords() {
    indexPlans();
    SearchRequest question = SearchRequest.of("huyện nào trực phòng cháy rừng", 10).withFacets();
    assertThat(counts(engine.search(question), Field.TYPE)).isEqualTo(Map.of("Kế hoạch", 1L));
    // Where no document holds so many, those count that hold any.
    SearchRequest strange = SearchRequest.of("rừng thông xanh biếc", 10).withFacets();
    assertThat(engine.search(strange).total()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    // asked on; effective from, until, part begins; status
    "2020-06-01, '', '', '', UNKNOWN",
    "2020-06-01, 2020-07-01, '', '', NOT_YET",
    "2020-07-01, 2020-07-01, '', '', IN_FORCE",
    "2020-07-01, 2020-01-01, 2020-07-01, '', EXPIRED",
    "2020-06-30, 2020-01-01, 2020-07-01, '', IN_FORCE",
    "2020-06-30, '', 2020-06-01, '', EXPIRED",
    "2020-06-30, '', 2020-09-01, '', UNKNOWN",
    "2020-06-30, 2020-01-01, '', 2021-01-01, PARTLY",
    "2021-01-01, 2020-01-01, '', 2021-01-01, IN_FORCE",
    "2020-06-30, 2020-07-01, '', 2020-06-01, PARTLY",
    "2020-05-31, 2020-07-01, '', 2020-06-01, NOT_YET",
    "2020-06-30, '', '', 2020-06-01, UNKNOWN"
  })
  void statusIsThatOfTheDayAsked(
      LocalDate day, String from, String until, String part, EffectStatus status) {
    Sheet sheet = Sheet.of("a").text("bến phà");
    index(part.isEmpty() ? sheet.effective(from, until) : sheet.effective(from, until, part));
    SearchResult result = engine.search(SearchRequest.of("", 1).on(day).withFacets());
    assertThat(counts(result, Field.STATUS))
        .isEqualTo(Map.of(status.name().toLowerCase(Locale.ROOT), 1L));
    assertThat(result.hits()).extracting(SearchResult.Hit::status).containsExactly(status);
    for (EffectStatus other : EffectStatus.values()) {
      Filters only =
          new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(other), Set.of());
      assertThat(engine.search(SearchRequest.of("", 1).on(day).with(only)).hits())
          .as(other.name())
          .hasSize(other == status ? 1 : 0);
    }
  }

  @Test
  void filtersMeetNamesWithoutCaseAndMarks() {
    indexPlans();
    assertThat(ids(Set.of(), Set.of("gia lai"))).containsExactly("lien-tich", "ke-hoach");
    assertThat(ids(Set.of(Authority.Level.CENTRAL), Set.of())).containsExactly("nghi-dinh");
    assertThat(ids(Set.of(Authority.Level.COMMUNE), Set.of())).isEmpty();
  }

  private List<String> ids(Set<Authority.Level> levels, Set<String> provinces) {
    Filters filters =
        new Filters(Set.of(), Set.of(), levels, provinces, Set.of(), Set.of(), Set.of());
    return engine.search(SearchRequest.of("", 10).with(filters)).hits().stream()
        .map(Hit::documentId)
        .toList();
  }

  /** What is counted for a value is what its filter leaves. */
  @Test
  void aCountIsWhatTheFilterGives() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> provinces = List.of("Gia Lai", "Cà Mau", "An Giang");
    List<String> types = List.of("Kế hoạch", "Quyết định", "Báo cáo");
    for (int commit = 0; commit < 3; commit++) {
      List<Sheet> sheets = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String province = provinces.get(random.nextInt(3));
        Sheet sheet =
            Sheet.of("d" + random.nextInt(100))
                .kind(List.of(DocumentKind.values()).get(random.nextInt(3)))
                .titled(types.get(random.nextInt(3)), "bến phà")
                .by("Ủy ban nhân dân tỉnh " + province)
                .issued((2018 + random.nextInt(4)) + "-03-05")
                .text(random.nextBoolean() ? "bến phà" : "bến xe");
        boolean stated = random.nextBoolean();
        sheets.add(stated ? sheet.effective((2018 + random.nextInt(4)) + "-06-01", "") : sheet);
      }
      index(sheets.toArray(Sheet[]::new));
    }
    Filters some =
        new Filters(
            Set.of(types.getFirst(), types.getLast()),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(2018, 2019, 2020),
            Set.of(),
            Set.of());
    SearchRequest request =
        SearchRequest.of("bến phà", 200).with(some).on(LocalDate.of(2020, 1, 1)).withFacets();
    Map<Field, Set<String>> checked = new EnumMap<>(Field.class);
    for (Facet facet : engine.search(request).facets()) {
      for (Facet.Value value : facet.values()) {
        SearchResult narrowed = engine.search(request.with(only(some, facet.field(), value)));
        assertThat(narrowed.total())
            .as("seed %d: %s %s", seed, facet.field(), value)
            .isEqualTo(value.count());
        checked.computeIfAbsent(facet.field(), f -> new HashSet<>()).add(value.value());
      }
    }
    assertThat(checked.keySet()).containsExactly(Field.values());
  }

  private static Filters only(Filters filters, Field field, Facet.Value value) {
    String constant = value.value().toUpperCase(Locale.ROOT);
    return new Filters(
        field == Field.TYPE ? Set.of(value.value()) : filters.types(),
        field == Field.ISSUER ? Set.of(value.value()) : filters.issuers(),
        field == Field.LEVEL ? Set.of(Authority.Level.valueOf(constant)) : filters.levels(),
        field == Field.PROVINCE ? Set.of(value.value()) : filters.provinces(),
        field == Field.YEAR ? Set.of(Integer.valueOf(value.value())) : filters.years(),
        field == Field.STATUS ? Set.of(EffectStatus.valueOf(constant)) : filters.statuses(),
        field == Field.KIND ? Set.of(DocumentKind.valueOf(constant)) : filters.kinds());
  }
}
