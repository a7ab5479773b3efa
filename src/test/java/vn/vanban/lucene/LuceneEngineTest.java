package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;
import vn.vanban.search.CursorExpiredException;
import vn.vanban.search.Filters;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Highlighted;
import vn.vanban.search.SearchResult.Hit;

class LuceneEngineTest {
  private static final IndexMark MARK = new IndexMark("registry", "epoch", 7);
  private static final String GIA_LAI = "Ủy ban nhân dân tỉnh Gia Lai";

  @TempDir Path folder;
  private LuceneEngine engine;

  @BeforeEach
  void open() {
    engine = LuceneEngine.open(folder);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void index(IndexChange... changes) {
    engine.apply(List.of(changes));
    engine.commit(MARK);
  }

  private List<String> ids(String query) {
    return engine.search(SearchRequest.of(query, 10)).hits().stream().map(Hit::documentId).toList();
  }

  private Hit first(String query) {
    return engine.search(SearchRequest.of(query, 10)).hits().getFirst();
  }

  private static IndexChange.Put plain(String id, String text) {
    return Samples.put(id, DocumentKind.OTHER, "", "", "", "", "", text);
  }

  private void indexPlans() {
    String citing = "Căn cứ Kế hoạch số 383/KH-UBND, sở báo cáo kết quả. ";
    index(
        Samples.put(
            "bao-cao",
            DocumentKind.ORIGINAL,
            "12/BC-SLĐ",
            "Báo cáo",
            "Sở Lao động mẫu",
            "2020-12-01",
            "kết quả thực hiện Kế hoạch 383/KH-UBND",
            citing.repeat(4)),
        Samples.put(
            "thong-tin",
            DocumentKind.ANNOUNCEMENT,
            "383/KH-UBND",
            "Kế hoạch",
            GIA_LAI,
            "2020-02-26",
            "bình đẳng giới tỉnh năm 2020",
            "Tỉnh vừa ban hành kế hoạch về bình đẳng giới trong năm."),
        Samples.put(
            "khac",
            DocumentKind.ORIGINAL,
            "1383/KH-UBND",
            "Kế hoạch",
            "Ủy ban nhân dân tỉnh Mẫu",
            "2021-03-05",
            "phòng cháy rừng mùa khô",
            "Các huyện trực phòng cháy rừng."),
        Samples.put(
            "nghi-dinh",
            DocumentKind.ORIGINAL,
            "30/2020/NĐ-CP",
            "Nghị định",
            "Chính phủ",
            "2020-03-05",
            "công tác văn thư",
            "Nghị định quy định về công tác văn thư."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "383/KH-UBND",
        "383/kh-ubnd",
        "383 kh ubnd",
        "383/kh –ubnd",
        "383-KH/UBND",
        "383/KHUBND",
        "383/KH",
        "số 383/KH-UBND",
        "kế hoạch 383/KH-UBND",
        "ke hoach 383 kh ubnd binh dang gioi",
        "Kế hoạch số 0383/KH-UBND của tỉnh"
      })
  void aNumberFindsWhatBearsItBeforeWhatCitesIt(String query) {
    indexPlans();
    assertThat(ids(query).getFirst()).isEqualTo("thong-tin");
    assertThat(ids(query)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30/2020/NĐ-CP",
        "30/2020/ND-CP",
        "30/2020/nđ-cp",
        "nghị định 30/2020",
        "30 2020 nd cp"
      })
  void numbersOfDecreesToo(String query) {
    indexPlans();
    assertThat(ids(query).getFirst()).isEqualTo("nghi-dinh");
  }

  private int segments() {
    return engine.<Integer>withSearcher(searcher -> searcher.getIndexReader().leaves().size());
  }

  @Test
  void afterManyChangesAnIndexHasFewSegments() {
    // Fewer than Lucene merges by itself.
    for (int n = 0; n < 6; n++) {
      index(plain("so-" + n, "Văn bản thứ " + n));
    }
    List<IndexChange> many = new ArrayList<>();
    for (int n = 6; n < 1_000; n++) {
      many.add(plain("so-" + n, "Văn bản thứ " + n));
    }
    index(many.toArray(new IndexChange[0]));
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          while (segments() > 4) { // merged beside all else
            Thread.onSpinWait();
          }
        });
    assertThat(engine.documentCount()).isEqualTo(1_000);
    assertThat(first("văn bản thứ 999").documentId()).isEqualTo("so-999");
  }

  @Test
  void theOriginalComesBeforeItsAnnouncement() {
    indexPlans();
    index(
        Samples.put(
            "ban-goc",
            DocumentKind.ORIGINAL,
            "383/KH-UBND",
            "Kế hoạch",
            GIA_LAI,
            "2020-02-26",
            "bình đẳng giới",
            "Nội dung kế hoạch."));
    assertThat(ids("383/KH-UBND")).startsWith("ban-goc", "thong-tin").contains("bao-cao");
  }

  @Test
  void exactBeforeVariantBeforeUnaccented() {
    index(
        plain("khong-dau", "Ban hoa giai co so lam viec tai xa."),
        plain("bien-the", "Ban hòa giải cơ sở làm việc tại xã."),
        plain("dung", "Ban hoà giải cơ sở làm việc tại xã."),
        plain("khac", "Vườn hoa của phường mở cửa."));
    assertThat(ids("hoà giải")).startsWith("dung", "bien-the", "khong-dau");
    assertThat(ids("hòa giải")).startsWith("bien-the", "dung", "khong-dau");
    assertThat(ids("hoa giai co so")).contains("dung", "bien-the", "khong-dau");
    assertThat(ids(Normalizer.normalize("hoà giải", Form.NFD))).startsWith("dung", "bien-the");
  }

  @Test
  void queriesWithoutMarksShowMarkedText() {
    indexPlans();
    Hit hit = first("binh dang gioi");
    assertThat(hit.documentId()).isEqualTo("thong-tin");
    assertThat(marked(hit.passages().getFirst().snippet())).containsExactly("bình đẳng giới");
    assertThat(hit.subject().map(LuceneEngineTest::marked)).hasValue(List.of("bình đẳng giới"));
    assertThat(hit.number()).hasValue("383/KH-UBND");
    assertThat(hit.issuer()).hasValue(GIA_LAI);
    assertThat(hit.issued()).hasValue(java.time.LocalDate.of(2020, 2, 26));
    assertThat(hit.kind()).isEqualTo(DocumentKind.ANNOUNCEMENT);
  }

  @Test
  void snippetsAreTheBestSentences() {
    index(
        plain(
            "dai",
            "Phường tổ chức ngày hội cây xanh hằng năm. ".repeat(12)
                + "Người dân được cấp giống cây hoa ban miễn phí tại vườn ươm. "
                + "Việc chăm sóc do tổ dân phố đảm nhận. ".repeat(8)));
    Highlighted snippet = first("giống cây hoa ban").passages().getFirst().snippet();
    assertThat(snippet.text()).contains("giống cây hoa ban").hasSizeBetween(150, 302);
    assertThat(marked(snippet)).contains("giống cây hoa ban");
  }

  @Test
  void aLongSentenceIsShownInPart() {
    index(
        plain("dai", "danh mục cây trồng " + "gồm nhiều loài khác nhau ".repeat(60) + "và sưa đỏ"));
    Highlighted snippet = first("sưa đỏ").passages().getFirst().snippet();
    assertThat(snippet.text()).startsWith("…").endsWith("và sưa đỏ").hasSizeLessThan(310);
    assertThat(marked(snippet)).containsExactly("sưa đỏ");
  }

  @Test
  void filters() {
    indexPlans();
    assertThat(filtered("", Set.of("kế hoạch"), Set.of(), Set.of()))
        .containsExactly("khac", "thong-tin");
    assertThat(filtered("", Set.of(), Set.of("uy ban nhan dan tinh gia lai"), Set.of()))
        .containsExactly("thong-tin");
    assertThat(filtered("", Set.of(), Set.of(), Set.of(2020)))
        .containsExactly("bao-cao", "nghi-dinh", "thong-tin");
    assertThat(filtered("kế hoạch", Set.of(), Set.of(), Set.of(2021))).containsExactly("khac");
    assertThat(filtered("kế hoạch", Set.of("Luật"), Set.of(), Set.of())).isEmpty();
    assertThat(filtered("", Set.of(), Set.of(), Set.of()))
        .containsExactly("khac", "bao-cao", "nghi-dinh", "thong-tin");
  }

  private List<String> filtered(
      String query, Set<String> types, Set<String> issuers, Set<Integer> years) {
    SearchResult result =
        engine.search(
            SearchRequest.of(query, 10)
                .with(new Filters(types, issuers, Set.of(), Set.of(), years, Set.of(), Set.of())));
    assertThat(result.total()).isEqualTo(result.hits().size());
    return result.hits().stream().map(Hit::documentId).toList();
  }

  @Test
  void pagesDoNotOverlap() {
    List<IndexChange> changes = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      changes.add(plain("d" + i, "Trạm bơm số " + i + " vận hành mùa lũ."));
    }
    engine.apply(changes);
    engine.commit(MARK);
    List<String> all = new ArrayList<>();
    for (int offset = 0; offset < 30; offset += 10) {
      engine
          .search(SearchRequest.of("trạm bơm", 10).with(Unit.DOCUMENT).from(offset))
          .hits()
          .forEach(hit -> all.add(hit.documentId()));
    }
    assertThat(all).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void provisionsAreHitsOfTheirOwn() {
    String text =
        "Điều 1. Phạm vi\nQuy chế này nói về thư viện.\nĐiều 2. Giờ mở cửa\nThư viện mở cửa buổi tối.\n";
    int second = text.indexOf("Điều 2");
    List<Provision> provisions =
        List.of(
            article("1", "Phạm vi", 0, second), article("2", "Giờ mở cửa", second, text.length()));
    index(
        new IndexChange.Put(
            "quy-che",
            Samples.document(
                DocumentKind.ORIGINAL, "", "Quy chế", "", "", "thư viện xã", provisions),
            List.of(text)));
    SearchResult result =
        engine.search(SearchRequest.of("mở cửa buổi tối", 10).with(Unit.PASSAGE).from(0));
    assertThat(result.hits().getFirst().passages()).hasSize(1);
    assertThat(result.hits().getFirst().passages().getFirst().path()).isEqualTo("dieu-2");
    assertThat(result.hits().getFirst().passages().getFirst().label())
        .isEqualTo("Điều 2. Giờ mở cửa");
    assertThat(result.hits().getFirst().documentId()).isEqualTo("quy-che");
    Hit document = first("thư viện mở cửa");
    assertThat(document.passages()).hasSize(2);
    assertThat(document.passages().getFirst().path()).isEqualTo("dieu-2");
  }

  private static Provision article(String number, String heading, int start, int end) {
    return new Provision(
        new ProvisionPath(List.of(new Step(Level.DIEU, number))),
        "Điều " + number,
        heading,
        new Span(start, end));
  }

  @Test
  void aRarePhraseFindsItsDocumentAmongLookalikes() {
    List<IndexChange> changes = new ArrayList<>();
    String shared = "Các cơ quan tổ chức thực hiện quyết định này theo quy định của pháp luật. ";
    for (int i = 0; i < 40; i++) {
      changes.add(
          plain(
              "d" + i,
              shared.repeat(20)
                  + (i == 17 ? "Theo quy định tổ chức của cơ quan này, pháp luật các cấp." : "")
                  + shared.repeat(20)));
    }
    engine.apply(changes);
    engine.commit(MARK);
    assertThat(ids("theo quy định tổ chức của cơ quan này pháp luật").getFirst()).isEqualTo("d17");
    assertThat(ids("theo quy dinh to chuc cua co quan nay phap luat").getFirst()).isEqualTo("d17");
  }

  @Test
  void replacingAndRemoving() {
    index(plain("a", "bến phà cũ"), plain("b", "bến xe"));
    index(plain("a", "cầu mới"));
    assertThat(ids("phà")).isEmpty();
    assertThat(ids("cầu")).containsExactly("a");
    assertThat(engine.documentCount()).isEqualTo(2);
    index(new IndexChange.Remove("a"), new IndexChange.Remove("unknown"));
    assertThat(ids("cầu")).isEmpty();
    assertThat(engine.documentCount()).isEqualTo(1);
    engine.clear();
    assertThat(engine.documentCount()).isZero();
    assertThat(engine.mark()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = IndexChange.Reason.class,
      names = {"ERASED", "WITHHELD"})
  void whatNobodyMaySeeStaysInNoFile(IndexChange.Reason reason) throws IOException {
    List<IndexChange> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(plain("d" + i, "bến phà số " + i));
    }
    many.add(plain("x", "zzbimat zzchuyenrieng"));
    engine.apply(many);
    engine.commit(MARK);
    assertThat(filesWith("zzbimat")).isNotEmpty();
    index(new IndexChange.Remove("d3"));
    SearchRequest request = SearchRequest.of("bến phà", 1);
    String cursor = engine.search(request).next().orElseThrow();
    index(new IndexChange.Remove("x", reason));
    assertThat(ids("bến phà số 7")).contains("d7");
    assertThatThrownBy(() -> engine.search(request.after(cursor)))
        .isInstanceOf(CursorExpiredException.class);
    assertThat(filesWith("zzbimat")).isEmpty();
    engine.close();
    engine = LuceneEngine.open(folder);
    assertThat(engine.documentCount()).isEqualTo(39);
  }

  private List<String> filesWith(String word) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
          names.add(file.getFileName().toString());
        }
      }
    }
    return names;
  }

  @Test
  void onlyWhatIsCommittedIsSeenAndKept() {
    index(plain("a", "đê biển"));
    engine.apply(List.of(plain("b", "đê sông")));
    assertThat(ids("đê")).containsExactly("a");
    engine.close();
    engine = LuceneEngine.open(folder);
    assertThat(engine.mark()).hasValue(MARK);
    assertThat(ids("đê")).containsExactly("a");
  }

  @Test
  void aDocumentWithoutTextIsFoundByItsFields() {
    index(
        Samples.put(
            "anh",
            DocumentKind.ORIGINAL,
            "9/TB-TTr",
            "Thông báo",
            "Trường mẫu",
            "2022-01-02",
            "lịch nghỉ lễ",
            ""));
    assertThat(ids("lịch nghỉ lễ")).containsExactly("anh");
    assertThat(ids("9/TB-TTr")).containsExactly("anh");
    assertThat(first("lich nghi le").passages()).isEmpty();
  }

  @Test
  void textOfFurtherCopiesIsFound() {
    index(
        Samples.put(
            "hai-ban",
            DocumentKind.ORIGINAL,
            "",
            "",
            "",
            "",
            "",
            "Bản thứ nhất.",
            "Bản thứ nhất.\nLời phê bên lề bản sao."));
    assertThat(first("lời phê bên lề").passages().getFirst().copy()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "?!",
        "\"",
        "(",
        "AND OR NOT",
        "a:b",
        "*",
        "/",
        "\uD83D",
        "\u0301",
        "=hoà"
      })
  void noQueryIsAnError(String query) {
    indexPlans();
    assertThat(engine.search(SearchRequest.of(query, 5)).hits()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void veryLongQueriesAndTextsWork() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("từ").append(i % 5000).append(i % 17 == 0 ? ".\n" : " ");
    }
    text.append("câu cuối cùng về cống ngăn mặn");
    index(plain("lon", text.toString()));
    assertThat(text.length()).isGreaterThan(600_000);
    assertThat(ids("cống ngăn mặn")).containsExactly("lon");
    assertThat(ids(text.substring(0, 50_000))).containsExactly("lon");
  }

  @Test
  void farPagesAreEmptyAndCheap() {
    indexPlans();
    for (Unit unit : Unit.values()) {
      SearchResult result =
          engine.search(SearchRequest.of("kế hoạch", 10).with(unit).from(Integer.MAX_VALUE));
      assertThat(result.hits()).isEmpty();
    }
  }

  @Test
  void twoWritersAreRefused() {
    assertThatThrownBy(() -> LuceneEngine.open(folder)).isInstanceOf(UncheckedIOException.class);
    index(plain("a", "còn nguyên"));
    assertThat(ids("còn nguyên")).containsExactly("a");
  }

  static List<String> marked(Highlighted shown) {
    return shown.matches().stream()
        .map(span -> shown.text().substring(span.start(), span.end()))
        .toList();
  }
}
