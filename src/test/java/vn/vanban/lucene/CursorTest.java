package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.search.BadCursorException;
import vn.vanban.search.CursorExpiredException;
import vn.vanban.search.Filters;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.Searcher;

class CursorTest {
  private static final SearchRequest FERRY = SearchRequest.of("bến phà", 7);

  @TempDir Path folder;
  private LuceneEngine engine;

  @BeforeEach
  void open() {
    engine = LuceneEngine.open(folder);
    for (int i = 0; i < 60; i++) {
      engine.apply(List.of(ferry("d" + i, i)));
    }
    commit();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void commit() {
    engine.commit(new IndexMark("registry", "epoch", 1));
  }

  private static IndexChange ferry(String id, int n) {
    return Sheet.of(id)
        .number((n + 1) + "/TB-BP")
        .issued(LocalDate.of(2020, 1, 1).plusDays(n % 20).toString())
        .text("Bến phà " + "mùa lũ ".repeat(n % 9) + "mở cửa.")
        .put();
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(Hit::documentId).toList();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void pagesAreThoseOfTheFirstViewWhileDocumentsComeAndGo(Order order) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    SearchRequest request = FERRY.with(order);
    List<String> all = ids(engine.search(SearchRequest.of("bến phà", 100).with(order)));
    assertThat(all).hasSize(60);
    List<String> paged = new ArrayList<>();
    SearchResult page = engine.search(request);
    while (true) {
      paged.addAll(ids(page));
      Optional<String> next = page.next();
      if (next.isEmpty()) {
        break;
      }
      for (int i = 0; i < 5; i++) {
        int n = random.nextInt(90);
        engine.apply(
            List.of(
                random.nextBoolean() ? ferry("d" + n, n + 3) : new IndexChange.Remove("d" + n)));
      }
      commit();
      page = engine.search(request.after(next.get()));
    }
    assertThat(paged).as("seed %d", seed).isEqualTo(all);
  }

  @Test
  void theReadOnlySearcherHasThemToo() {
    try (Searcher reading = LuceneSearcher.open(folder).orElseThrow()) {
      SearchResult first = reading.search(FERRY);
      SearchResult second = reading.search(FERRY.after(first.next().orElseThrow()));
      assertThat(ids(second)).hasSize(7).doesNotContainAnyElementsOf(ids(first));
      assertThatThrownBy(() -> engine.search(FERRY.after(first.next().orElseThrow())))
          .isInstanceOf(CursorExpiredException.class);
    }
  }

  @Test
  void thePageAfterTheLastHasNoCursor() {
    assertThat(engine.search(SearchRequest.of("bến phà", 60)).next()).isEmpty();
    assertThat(engine.search(SearchRequest.of("bến phà", 59)).next()).isPresent();
    assertThat(engine.search(SearchRequest.of("khongcogica", 5)).next()).isEmpty();
  }

  @Test
  void pagesMayDifferInSize() {
    String next = engine.search(FERRY).next().orElseThrow();
    SearchRequest larger = SearchRequest.of("bến phà", 100).after(next);
    assertThat(engine.search(larger).hits()).hasSize(53);
  }

  @Test
  void aCursorIsOfItsQuestionAlone() {
    String next = engine.search(FERRY).next().orElseThrow();
    Filters of2020 =
        new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(2020), Set.of(), Set.of());
    for (SearchRequest other :
        List.of(
            SearchRequest.of("bến xe", 7),
            FERRY.with(Order.NEWEST),
            FERRY.with(of2020),
            FERRY.on(LocalDate.of(1999, 1, 1)))) {
      assertThatThrownBy(() -> engine.search(other.after(next)))
          .isInstanceOf(BadCursorException.class)
          .hasMessageContaining("một lần tìm khác");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "abc",
        "AAAA",
        "________________________________________________",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatIsNoCursorIsSaidToBeNone(String text) {
    assertThatThrownBy(() -> engine.search(FERRY.after(text)))
        .isInstanceOf(BadCursorException.class)
        .hasMessageContaining("không phải con trỏ");
  }

  @Test
  void whatWasGivenLongAgoHasExpired() {
    String next = engine.search(FERRY).next().orElseThrow();
    for (int i = 0; i < 16; i++) {
      assertThat(engine.search(FERRY.after(next)).hits()).hasSize(7);
      engine.apply(List.of(ferry("moi" + i, i)));
      commit();
      assertThat(engine.search(FERRY).next()).isPresent();
    }
    assertThatThrownBy(() -> engine.search(FERRY.after(next)))
        .isInstanceOf(CursorExpiredException.class)
        .hasMessageContaining("hết hạn");
  }

  @Test
  void anotherOpeningHasNoneOfThem() {
    String next = engine.search(FERRY).next().orElseThrow();
    engine.close();
    engine = LuceneEngine.open(folder);
    assertThatThrownBy(() -> engine.search(FERRY.after(next)))
        .isInstanceOf(CursorExpiredException.class);
  }

  @Test
  void theAnswerToAQuestionIsKeptWithItsView() {
    SearchResult first = engine.search(FERRY);
    SearchResult again = engine.search(FERRY);
    assertThat(again.hits()).isSameAs(first.hits());
    assertThat(engine.search(FERRY.after(again.next().orElseThrow())).hits()).hasSize(7);
    assertThat(engine.search(FERRY.on(LocalDate.of(1999, 1, 1))).hits()).isNotSameAs(first.hits());
    assertThat(engine.search(FERRY.from(7)).hits()).doesNotContainAnyElementsOf(first.hits());
  }

  @Test
  void anAnswerIsNotKeptLongerThanItsView() {
    SearchRequest all = SearchRequest.of("bến phà", 100);
    assertThat(engine.search(all).total()).isEqualTo(60);
    engine.apply(List.of(ferry("moi", 5)));
    assertThat(ids(engine.search(all))).doesNotContain("moi");
    commit();
    String page = engine.search(FERRY).next().orElseThrow();
    assertThat(ids(engine.search(all))).contains("moi");
    engine.apply(List.of(new IndexChange.Remove("moi", IndexChange.Reason.WITHHELD)));
    commit();
    assertThat(ids(engine.search(all))).doesNotContain("moi");
    assertThatThrownBy(() -> engine.search(FERRY.after(page)))
        .isInstanceOf(CursorExpiredException.class);
  }
}
