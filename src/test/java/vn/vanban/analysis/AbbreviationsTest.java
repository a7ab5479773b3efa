package vn.vanban.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.viet.Folding;
import vn.vanban.viet.Syllables;

class AbbreviationsTest {
  private final Abbreviations accented = Abbreviations.accented();
  private final Abbreviations unaccented = Abbreviations.unaccented();

  @ParameterizedTest
  @CsvSource({
    "ubnd tỉnh, 0-1 ủy ban nhân dân",
    "ủy ban nhân dân tỉnh, 0-4 ubnd",
    "hỏi về hdnd xã, 2-3 hội đồng nhân dân",
    "nđ cp về đất đai, 0-2 nghị định của chính phủ | 0-2 nghị định chính phủ",
    "nghị định của chính phủ về phí, 0-5 nđ cp",
    "qđ ttg, 0-2 quyết định của thủ tướng chính phủ | 0-2 quyết định của thủ tướng"
        + " | 0-2 quyết định thủ tướng chính phủ",
    "thủ tục hành chính, 0-4 tthc",
    "tthc, 0-1 tố tụng hành chính | 0-1 thủ tục hành chính",
    "sở lđ tb xh, 1-4 lao động thương binh và xã hội | 1-4 lao động thương binh xã hội",
    "công ty tnhh mtv, 2-4 trách nhiệm hữu hạn một thành viên",
    "bhxh và bhyt, 0-1 bảo hiểm xã hội | 2-3 bảo hiểm y tế",
    "điều kiện kết hôn, ''",
    "ủy ban, ''",
  })
  void withMarks(String words, String expected) {
    assertThat(expansions(accented, words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "cap giay cn qsdd, 3-4 quyen su dung dat",
    "quyen su dung dat, 0-4 qsdd",
    "hdnd, 0-1 hoi dong nhan dan",
    "quy dinh ve bhxh, 3-4 bao hiem xa hoi",
    "nghi dinh cua chinh phu, 0-5 nd cp",
    "hdnd ubnd, 0-1 hoi dong nhan dan | 1-2 uy ban nhan dan",
  })
  void withoutMarks(String words, String expected) {
    assertThat(expansions(unaccented, words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gcn qsdd, 0-2 giay chung nhan quyen su dung dat",
    "thu tuc cap sdd, 3-4 su dung dat",
    "nd cp ve phi, 0-2 nghi dinh cua chinh phu",
    "tthc, 0-1 to tung hanh chinh; 0-1 thu tuc hanh chinh",
    "tthc ve bhxh, 0-1 to tung hanh chinh | 2-3 bao hiem xa hoi; 0-1 thu tuc hanh chinh | 2-3 bao hiem xa hoi",
    "tthc va tthc, ''",
    "uy ban nhan dan, ''",
  })
  void eachMeaningIsAWayToWriteOut(String words, String expected) {
    assertThat(
            unaccented.writtenOut(Arrays.asList(words.split(" ", -1))).stream()
                .map(AbbreviationsTest::shown)
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "uy ban nhan dan xa, 0-4 ubnd",
    "phong chay va chua chay, 0-5 pccc",
    "thu tuc hanh chinh, ''",
    "ubnd, ''",
  })
  void fullFormsAreAbbreviated(String words, String expected) {
    assertThat(shown(unaccented.abbreviated(Arrays.asList(words.split(" ", -1)))))
        .isEqualTo(expected);
  }

  @Test
  void nothingStandsForAnEmptyWord() {
    assertThat(accented.expansions(List.of("383", "", "", "ủy", "ban", "", "dân"))).isEmpty();
  }

  /** Typed in lower case without marks an abbreviation would pass for a word of every text. */
  @Test
  void noAbbreviationIsASyllable() {
    List<String> syllables = new ArrayList<>();
    for (String line : Abbreviations.lines()) {
      for (String abbreviation : line.split("\t", -1)[0].split(";", -1)) {
        if (Syllables.isValid(Folding.unaccented(abbreviation.strip()))) {
          syllables.add(abbreviation);
        }
      }
    }
    assertThat(syllables).isEmpty();
  }

  /** A slip in the list would show here. */
  @Test
  void fullFormsHaveTheLettersInTheirOrder() {
    Set<String> lines = new HashSet<>();
    for (String line : Abbreviations.lines()) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(line).hasSize(2);
      assertThat(lines.add(line)).as("only once: %s", line).isTrue();
      for (String abbreviation : columns[0].split(";", -1)) {
        for (String full : columns[1].split(";", -1)) {
          assertThat(isMadeOf(Folding.unaccented(abbreviation), Folding.unaccented(full)))
              .as("%s: %s", abbreviation, full)
              .isTrue();
        }
      }
    }
  }

  /** TW writes ươ of trung ương with a w. */
  private static boolean isMadeOf(String abbreviation, String full) {
    String letters = abbreviation.replace('w', 'u').replaceAll("[^a-z]", "");
    int found = 0;
    for (char letter : full.strip().toCharArray()) {
      if (found < letters.length() && letters.charAt(found) == letter) {
        found++;
      }
    }
    return found == letters.length() && full.strip().charAt(0) == letters.charAt(0);
  }

  private static String expansions(Abbreviations abbreviations, String words) {
    return shown(abbreviations.expansions(Arrays.asList(words.split(" ", -1))));
  }

  private static String shown(List<Abbreviations.Expansion> expansions) {
    List<String> found = new ArrayList<>();
    for (Abbreviations.Expansion one : expansions) {
      found.add(one.from() + "-" + one.to() + " " + String.join(" ", one.words()));
    }
    return String.join(" | ", found);
  }
}
