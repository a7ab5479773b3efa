package vn.vanban.viet;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "hoà, hòa",
    "HOÀ, hòa",
    "hòa, hòa",
    "hoá, hóa",
    "khoẻ, khỏe",
    "loè, lòe",
    "uỷ, ủy",
    "Uỷ, ủy",
    "thuý, thúy",
    "tuỳ, tùy",
    "toà, tòa",
    "xoã, xõa",
    "quý, quý",
    "quỳ, quỳ",
    "qúy, quý",
    "quả, quả",
    "toàn, toàn",
    "tòan, toàn",
    "hoàng, hoàng",
    "giá, giá",
    "gía, giá",
    "giữa, giữa",
    "gìn, gìn",
    "giếng, giếng",
    "nghĩa, nghĩa",
    "nghiã, nghĩa",
    "mùa, mùa",
    "muà, mùa",
    "được, được",
    "trừơng, trường",
    "thuế, thuế",
    "thúê, thuế",
    "huỷ, hủy",
    "khuỷu, khuỷu",
    "ngoáy, ngoáy",
    "khoái, khoái",
    "Nguyễn, nguyễn",
    "ngụy, ngụy",
    "nguỵ, ngụy",
    "cưú, cứu",
    "café, café",
    "résumé, résumé",
    "Đà, đà",
    "Ðà, đà",
    "ỦY, ủy",
    "goòng, goòng",
    "Straße, straße",
    "yếu, yếu",
    "yêú, yếu",
    "ý, ý",
    "oá, óa",
    "giỏi, giỏi",
    "gỉa, giả"
  })
  void putsTonesInTheirPlace(String typed, String canonical) {
    assertThat(Folding.canonical(typed)).isEqualTo(canonical);
    assertThat(Folding.canonical(Normalizer.normalize(typed, Form.NFD))).isEqualTo(canonical);
    assertThat(Folding.canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "Ủy ban nhân dân tỉnh Gia Lai, uy ban nhan dan tinh gia lai",
    "BÌNH ĐẲNG GIỚI, binh dang gioi",
    "Nghị định số 30/2020/NĐ-CP, nghi dinh so 30/2020/nd-cp",
    "NÐ-CP, nd-cp",
    "ưỡn ẹo, uon eo",
    "Đường Hồ Chí Minh, duong ho chi minh",
    "crème brûlée, creme brulee",
    "(ở), (o)"
  })
  void takesMarksAway(String typed, String bare) {
    assertThat(Folding.unaccented(typed)).isEqualTo(bare);
    assertThat(Folding.unaccented(Normalizer.normalize(typed, Form.NFD))).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "quản lí, quản lý",
    "kĩ thuật, kỹ thuật",
    "hi vọng, hy vọng",
    "mĩ lệ, mỹ lệ",
    "bác sĩ, bác sỹ",
    "tỉ lệ, tỷ lệ",
    "qui định, quy định",
    "li ti, ly ty",
    "(lí), (lý)",
    "thi đua, thi đua",
    "khi nghỉ phi lí, khi nghỉ phi lý",
    "kín mít, kín mít",
    "ghi vi chì, ghi vi chì",
    "i tờ, i tờ",
    "tia li-e, tia ly-e",
    "suit, suit",
    "383/kti-ki, 383/kti-ky"
  })
  void writesYForALoneI(String text, String folded) {
    assertThat(Folding.loneI(Folding.canonical(text))).isEqualTo(folded);
    assertThat(Folding.loneI(Folding.unaccented(text))).isEqualTo(Folding.unaccented(folded));
    assertThat(Folding.loneI(folded)).isEqualTo(folded);
  }

  @Test
  void marksMayComeInAnyOrder() {
    assertThat(Folding.canonical("vie\u0323\u0302t")).isEqualTo("việt");
    assertThat(Folding.canonical("vie\u0302\u0323t")).isEqualTo("việt");
    assertThat(Folding.canonical("vi\u1EB9\u0302t")).isEqualTo("việt");
  }

  @ParameterizedTest
  @CsvSource({"bình đẳng, true", "binh dang, false", "Đ, true", "30/2020/ND-CP, false", "ở, true"})
  void tellsWhetherMarksWereTyped(String typed, boolean marks) {
    assertThat(Folding.hasMarks(typed)).isEqualTo(marks);
  }

  @ParameterizedTest
  @CsvSource({
    "hoà, true",
    "hòa, true",
    "uỷ, true",
    "ủy, true",
    "khỏe, true",
    "hoa, false",
    "quý, false",
    "toàn, false",
    "của, false",
    "á, false"
  })
  void knowsWhichSyllablesAreWrittenInTwoWays(String syllable, boolean variants) {
    assertThat(Folding.hasToneVariants(syllable.toCharArray(), syllable.length()))
        .isEqualTo(variants);
  }

  @Test
  void holdsOnRandomText() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String letters = "aăâeêioôơuưydđqghnctồỗựýẹáÁĐ ÊỚỦ.\u0301\u0302\u0323\u031b/7ðéßİ\uD83D\uDE00";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String folded = Folding.canonical(text.toString());
      String bare = Folding.unaccented(text.toString());
      String where = "seed " + seed + ": " + text;
      assertThat(Folding.canonical(folded)).as(where).isEqualTo(folded);
      assertThat(Folding.unaccented(folded)).as(where).isEqualTo(bare);
      assertThat(Folding.unaccented(bare)).as(where).isEqualTo(bare);
      assertThat(folded.length()).as(where).isLessThanOrEqualTo(text.length());
      assertThat(Folding.unaccented(text.toString().toUpperCase(Locale.ROOT).replace("İ", "I")))
          .as(where)
          .isEqualTo(Folding.unaccented(text.toString().replace("ß", "ss").replace("İ", "I")));
    }
  }
}
