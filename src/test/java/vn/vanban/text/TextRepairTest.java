package vn.vanban.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

class TextRepairTest {
  private static ExtractedText extracted(String... lines) {
    return new ExtractedText(
        Arrays.stream(lines).map(l -> new Paragraph(l, Place.BODY, 0, List.of())).toList(),
        0,
        false);
  }

  private static RepairedText repair(String... lines) {
    return new TextRepair().repair(extracted(lines));
  }

  @ParameterizedTest
  @CsvSource({
    "15/NÐ-CP của Chính phủ ở Hà Nội, 15/NĐ-CP của Chính phủ ở Hà Nội",
    "Ðiều 5, Điều 5",
    "ðồng ý, đồng ý",
    "Số:\u00A015\u2009/KH, Số: 15 /KH",
    "vă\u200Bn\u00AD bản\uFEFF, văn bản",
    "UBND\u0096VP, UBND–VP",
    "Quye\u0302\u0301t đi\u0323nh, Quyết định",
    "'a\u0007b\tc', 'ab\tc'",
  })
  void charactersAreRepaired(String raw, String expected) {
    assertThat(repair(raw).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cộng hòa xã hội chủ nghĩa Việt Nam — Độc lập, “Tự do”…",
        "Hoà Bình, thuỷ lợi, khoá họp, qu\u00FD kh\u00E1ch",
        "Það er maður í húsinu",
        "L'été dernier, une école privée a été créée à Besançon",
        "São Paulo, Müller, naïve, Ærø, piñata, ação, não",
        "Größe, Äpfel, Übung, schön",
        "مرحبا 你好 สวัสดี 👩\u200D👩\u200D👧",
      })
  void cleanTextStaysAsItIs(String text) {
    RepairedText repaired = repair(text, text);
    assertThat(repaired.text()).isEqualTo(text + "\n" + text);
    assertThat(repaired.notes()).isEmpty();
    for (int i = 0; i < repaired.text().length(); i++) {
      assertThat(repaired.offsets().toExtracted(i)).isEqualTo(i);
    }
  }

  @Test
  void tcvn3IsConverted() {
    RepairedText repaired =
        repair(
            "Céng hßa x· héi chñ nghÜa ViÖt Nam",
            "· Th«ng t\u00AD h\u00ADíng dÉn thi hµnh",
            "Page 3 of 5");
    assertThat(repaired.text().lines())
        .containsExactly(
            "Cộng hòa xã hội chủ nghĩa Việt Nam", "· Thông tư hướng dẫn thi hành", "Page 3 of 5");
    assertThat(repaired.notes()).singleElement().asString().contains("TCVN3");
  }

  @Test
  void smallLettersAmongCapitalsAreCapitals() {
    assertThat(
            repair("CñA CHñ TÞCH CHÝNH PHñ", "Sè 5/N§-CP cña UBND tØnh, ViÖt Nam, QUYÕT §ÞNH")
                .text()
                .lines())
        .containsExactly(
            "CỦA CHỦ TỊCH CHÍNH PHỦ", "Số 5/NĐ-CP của UBND tỉnh, Việt Nam, QUYẾT ĐỊNH");
  }

  @Test
  void vniIsConverted() {
    RepairedText repaired =
        repair("UÛY BAN NHAÂN DAÂN TÆNH", "Quyeát ñònh veà vieäc pheâ duyeät ñeà aùn nöôùc saïch");
    assertThat(repaired.text().lines())
        .containsExactly("ỦY BAN NHÂN DÂN TỈNH", "Quyết định về việc phê duyệt đề án nước sạch");
    assertThat(repaired.notes()).singleElement().asString().contains("VNI");
  }

  @Test
  void unicodeParagraphsOfALegacyDocumentStay() {
    RepairedText repaired =
        repair("QuyÕt ®Þnh phª duyÖt ®Ò ¸n ph¸t triÓn", "Phần này viết đúng: hoà, quý, bé");
    assertThat(repaired.text().lines())
        .containsExactly(
            "Quyết định phê duyệt đề án phát triển", "Phần này viết đúng: hoà, quý, bé");
  }

  @ParameterizedTest
  @CsvSource({
    "Quyết định số 5/NĐ-CP và QuyÕt ®Þnh ®· ký, Quyết định số 5/NĐ-CP và Quyết định đã ký",
    "bé tµi chÝnh\tBộ Tài chính, bộ tài chính\tBộ Tài chính",
    "nép 3.000® (hoặc ít hơn), nép 3.000® (hoặc ít hơn)",
    "Café Genève ở Hà Nội, Café Genève ở Hà Nội",
  })
  void runsAreConvertedWithinAParagraph(String raw, String expected) {
    RepairedText repaired =
        repair("Céng hßa x· héi chñ nghÜa ViÖt Nam", raw, "Kế toán trưởng và thủ quỹ đều đã ký");
    assertThat(repaired.text().lines().toList().get(1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    ".VnTimeH, 'bé tµi chÝnh', 'BỘ TÀI CHÍNH'",
    "ABCDEF+.VnArialH-Bold, 'cæng hßa', 'CỔNG HÒA'",
    ".VnTimeH, 'quy chung', 'QUY CHUNG'",
    ".VnTime, 'quy chung', 'quy chung'",
    ".VnTime, 'bé tµi chÝnh', 'bộ tài chính'",
    "TimesH, 'bé tµi chÝnh', 'bộ tài chính'",
  })
  void capitalFontsKeepTheirCapitals(String font, String raw, String expected) {
    ExtractedText text =
        new ExtractedText(
            List.of(
                new Paragraph("Céng hßa x· héi chñ nghÜa ViÖt Nam", Place.BODY, 1, List.of()),
                new Paragraph(raw, Place.BODY, 1, List.of(font))),
            1,
            false);
    assertThat(new TextRepair().repair(text).text().lines().toList().get(1)).isEqualTo(expected);
  }

  @Test
  void everyOffsetLandsInTheClusterItComesFrom() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "a",
      "ế",
      "e\u0302\u0301",
      "Ð",
      "\u00A0",
      "\u200B",
      "\u00AD",
      "đ",
      " ",
      "o\u031B\u0323",
      "👩",
      "\u0001",
      "한",
      "\u1112\u1161\u11AB",
      "x",
      "15/NÐ-CP",
      "u\u0301",
      "\u0958",
      "\t"
    };
    for (int round = 0; round < 300; round++) {
      List<String> lines = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        StringBuilder line = new StringBuilder();
        for (int k = random.nextInt(12); k > 0; k--) {
          line.append(pieces[random.nextInt(pieces.length)]);
        }
        lines.add(line.toString());
      }
      ExtractedText raw = extracted(lines.toArray(String[]::new));
      String source = raw.plain();
      RepairedText repaired = new TextRepair().repair(raw);
      String text = repaired.text();
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as("seed %d", seed).isTrue();
      int last = 0;
      for (int i = 0; i < text.length(); i++) {
        int at = repaired.offsets().toExtracted(i);
        assertThat(at).as("seed %d: %s", seed, source).isBetween(last, source.length() - 1);
        last = at;
        char from = base(source.charAt(at));
        assertThat(base(text.charAt(i)))
            .as("seed %d: offset %d of '%s' from %d of '%s'", seed, i, text, at, source)
            .satisfiesAnyOf(
                c -> assertThat(c).isEqualTo(from),
                c -> assertThat(c).isEqualTo('đ'),
                c -> assertThat(Character.getType(c)).isIn((int) Character.NON_SPACING_MARK),
                c -> assertThat(c).isBetween('\u1100', '\uD7A3'));
      }
    }
  }

  /** The first letter of a cluster without marks, blanks as one. */
  private static char base(char c) {
    if (Character.isSurrogate(c)) {
      return c;
    }
    char first = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    return first == 'Ð' || first == 'Đ' ? 'đ' : Character.isSpaceChar(first) ? ' ' : first;
  }

  /** Took more than quadratic time: minutes for such a file, past the time limit of extraction. */
  @ParameterizedTest
  @ValueSource(strings = {"ð", "a\u0301\u0323\u0302", "\u0301\u0323", "Ðð\u0301", "\u05B8\u05B0"})
  void endlessWordsAndClustersTakeLinearTime(String unit) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(repair("Việt Nam", unit.repeat(150_000)).text()).startsWith("Việt Nam"));
  }
}
