package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.Suggestion;
import vn.vanban.search.Suggestion.Kind;

class SuggestionsTest {
  private static final IndexMark MARK = new IndexMark("registry", "epoch", 1);

  @TempDir Path folder;
  private LuceneEngine engine;

  @BeforeEach
  void open() {
    engine = LuceneEngine.open(folder);
    index(
        put(
            "1",
            "383/KH-UBND",
            "Kế hoạch",
            "Ủy ban nhân dân tỉnh Mẫu Sơn",
            "2020-02-26",
            "bình đẳng giới năm 2020"),
        put(
            "2",
            "383/QĐ-STP",
            "Quyết định",
            "Sở Tư pháp tỉnh Mẫu Sơn",
            "2021-05-04",
            "phê duyệt kế hoạch đào tạo"),
        put(
            "3",
            "3831/QĐ-UBND",
            "Quyết định",
            "Ủy ban nhân dân tỉnh Mẫu Sơn",
            "2021-06-04",
            "về việc giao đất"),
        put("4", "12/2031/QH18", "Luật", "Quốc hội", "2031-11-20", "Đất bãi bồi"),
        put("5", "13/2031/QH18", "Luật", "Quốc hội", "2031-11-21", "Dạt dào sức xuân"),
        put(
            "6",
            "30/2030/NĐ-CP",
            "Nghị định",
            "Chính phủ",
            "2030-03-05",
            "công tác văn thư điện tử"),
        put(
            "7",
            "05/QĐ-UBND",
            "Quyết định",
            "Ủy ban nhân dân tỉnh Mẫu Sơn",
            "2022-06-04",
            "về việc giao đất"),
        put(
            "8",
            "5/TB-UBND",
            "Thông báo",
            "Ủy ban nhân dân xã Hoà Mẫu",
            "2020-06-04",
            "Về việc giao đất"));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static IndexChange.Put put(
      String id, String number, String type, String issuer, String issued, String subject) {
    return Samples.put(
        id, DocumentKind.ORIGINAL, number, type, issuer, issued, subject, "Nội dung.");
  }

  private void index(IndexChange... changes) {
    engine.apply(List.of(changes));
    engine.commit(MARK);
  }

  private List<String> texts(String typed) {
    return engine.suggest(typed, 10).stream().map(Suggestion::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "383/KH",
        "383kh",
        "383 kh",
        "383-kh",
        "383/KH-UBND",
        "383khubnd",
        "số 383/kh",
        " 383 KH –u"
      })
  void numbersInAnySpelling(String typed) {
    assertThat(engine.suggest(typed, 10))
        .containsExactly(new Suggestion("383/KH-UBND", Kind.NUMBER));
  }

  @Test
  void theWholeRunningNumberComesFirst() {
    assertThat(texts("383")).containsExactly("383/QĐ-STP", "383/KH-UBND", "3831/QĐ-UBND");
    assertThat(texts("38")).containsExactlyInAnyOrder("383/QĐ-STP", "383/KH-UBND", "3831/QĐ-UBND");
    assertThat(texts("05/")).contains("05/QĐ-UBND", "5/TB-UBND");
    assertThat(texts("5/q")).containsExactly("05/QĐ-UBND");
    assertThat(texts("30/2030")).containsExactly("30/2030/NĐ-CP");
  }

  @ParameterizedTest
  @CsvSource({
    "luật đất, Luật Đất bãi bồi, TITLE",
    "LUAT DAT BAI, Luật Đất bãi bồi, TITLE",
    "đất bã, Luật Đất bãi bồi, TITLE",
    "bãi bồi, Luật Đất bãi bồi, TITLE",
    "dạt, Luật Dạt dào sức xuân, TITLE",
    "van thu, Nghị định công tác văn thư điện tử, TITLE",
    "công tác văn thư điện tử, Nghị định công tác văn thư điện tử, TITLE",
    "nghi dinh cong tac van thu dien tu, Nghị định công tác văn thư điện tử, TITLE",
    "giao đ, về việc giao đất, SUBJECT",
    "ve viec g, về việc giao đất, SUBJECT",
    "uỷ ban, Ủy ban nhân dân tỉnh Mẫu Sơn, ISSUER",
    "ủy ban nhân dân tỉnh, Ủy ban nhân dân tỉnh Mẫu Sơn, ISSUER",
    "mau so, Ủy ban nhân dân tỉnh Mẫu Sơn, ISSUER",
    "hòa mẫu, Ủy ban nhân dân xã Hoà Mẫu, ISSUER",
    "quốc, Quốc hội, ISSUER",
    "c, Chính phủ, ISSUER",
    "ubnd, Ủy ban nhân dân tỉnh Mẫu Sơn, ISSUER",
    "ubnd tinh m, Ủy ban nhân dân tỉnh Mẫu Sơn, ISSUER",
    "kế hoạch 383, 383/KH-UBND, NUMBER",
    "ke hoach so 38, 383/KH-UBND, NUMBER",
    "nghị định 30, 30/2030/NĐ-CP, NUMBER",
    "nghị định số 30/20, 30/2030/NĐ-CP, NUMBER",
    "nd 30/2030, 30/2030/NĐ-CP, NUMBER",
    "qd 5, 05/QĐ-UBND, NUMBER",
    "QĐ 383, 383/QĐ-STP, NUMBER",
    "KH-UBND, 383/KH-UBND, NUMBER",
    "qd-stp, 383/QĐ-STP, NUMBER",
  })
  void firstOfAll(String typed, String text, Kind kind) {
    assertThat(engine.suggest(typed, 10).getFirst()).isEqualTo(new Suggestion(text, kind));
  }

  @Test
  void marksPreferAndTheirAbsenceForgives() {
    assertThat(texts("luat dat")).containsExactly("Luật Dạt dào sức xuân", "Luật Đất bãi bồi");
    assertThat(texts("luật đất")).containsExactly("Luật Đất bãi bồi", "Luật Dạt dào sức xuân");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "/", "xyz", "383/KHX", "đất bãi bôi nhiêu", "uat", "ất bãi", "giao dat "})
  void nothingBeginsSo(String typed) {
    assertThat(texts(typed)).filteredOn(text -> !text.equals("về việc giao đất")).isEmpty();
  }

  @Test
  void aBlankClosesTheWord() {
    assertThat(texts("giao dat ")).contains("về việc giao đất");
    assertThat(texts("giao d ")).isEmpty();
  }

  @Test
  void whatChangedOrWentIsNotSuggested() {
    index(
        put("4", "12/2031/QH18", "Luật", "Quốc hội", "2031-11-20", "Đất phù sa"),
        new IndexChange.Remove("1"));
    assertThat(texts("luật đất")).contains("Luật Đất phù sa").doesNotContain("Luật Đất bãi bồi");
    assertThat(texts("bãi bồi")).isEmpty();
    assertThat(texts("383/KH")).isEmpty();
    assertThat(texts("bình đẳng")).isEmpty();
    engine.clear();
    assertThat(texts("u")).isEmpty();
  }

  @Test
  void noKindCrowdsOutTheOthers() {
    List<IndexChange> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(
          put(
              "q" + i,
              i + "/QĐ-X",
              "Quyết định",
              "Quỹ Mẫu số " + i,
              "2024-01-01",
              "Quản lý tài sản " + i));
    }
    engine.apply(many);
    engine.commit(MARK);
    List<Suggestion> suggestions = engine.suggest("qu", 10);
    assertThat(suggestions).hasSize(10).doesNotHaveDuplicates();
    assertThat(suggestions).extracting(Suggestion::kind).contains(Kind.ISSUER, Kind.TITLE);
    assertThat(engine.suggest("qu", 3)).hasSize(3);
    assertThat(engine.suggest("qu", 0)).isEmpty();
  }

  @Test
  void aFrequentTextIsFoundAmongMany() {
    List<IndexChange> many = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      String subject = i % 3 == 0 ? "tuyển dụng viên chức" : "tuyển sinh lớp " + i;
      many.add(put("t" + i, i + "/TB-TR", "Thông báo", "Trường Mẫu", "2024-01-01", subject));
    }
    engine.apply(many);
    engine.commit(MARK);
    assertThat(engine.suggest("tuy", 5))
        .contains(new Suggestion("tuyển dụng viên chức", Kind.SUBJECT));
    assertThat(engine.suggest("tuyen sinh lop 5998", 5))
        .containsExactly(new Suggestion("Thông báo tuyển sinh lớp 5998", Kind.TITLE));
  }
}
