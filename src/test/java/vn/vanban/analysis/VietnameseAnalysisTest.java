package vn.vanban.analysis;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenizerFactory;

/** What each component makes of text, and that it is found by name. */
public class VietnameseAnalysisTest extends AnalysisTestCase {
  public void testSyllables() throws IOException {
    assertAnalyzesTo(
        syllables,
        "Ủy ban nhân dân; (tỉnh) Gia Lai.",
        new String[] {"Ủy", "ban", "nhân", "dân", "tỉnh", "Gia", "Lai"},
        new int[] {0, 3, 7, 12, 18, 24, 28},
        new int[] {2, 6, 11, 15, 22, 27, 31});
  }

  public void testNumberWithSymbolStandsBesideItsParts() throws IOException {
    assertAnalyzesTo(
        syllables,
        "số 30/2020/NĐ-CP của",
        new String[] {"số", "30", "30-2020-NĐ-CP", "2020", "NĐ", "CP", "của"},
        new int[] {0, 3, 3, 6, 11, 14, 17},
        new int[] {2, 5, 16, 10, 13, 16, 20},
        new int[] {1, 1, 0, 1, 1, 1, 1});
  }

  public void testSpellingsOfANumberMeet() throws IOException {
    for (String spelling :
        new String[] {
          "383/KH-UBND", "383/KH –UBND", "383 /KH- UBND", "383-KH/UBND", "383/kh–ubnd"
        }) {
      assertAnalyzesTo(
          folded,
          spelling,
          new String[] {"383", "383-kh-ubnd", "kh", "ubnd"},
          new int[] {1, 0, 1, 1});
    }
  }

  public void testOrdinaryDashesAndDatesAreNoNumbers() throws IOException {
    assertAnalyzesTo(
        folded,
        "ngày 26/02/2020 - Hà Nội; 5 - các bên",
        new String[] {"ngày", "26", "02", "2020", "hà", "nội", "5", "các", "bên"});
  }

  public void testGroupedFigures() throws IOException {
    assertAnalyzesTo(
        folded,
        "1.500.000 đồng, 1.5 lần",
        new String[] {"1", "1500000", "500", "000", "đồng", "1", "5", "lần"},
        new int[] {1, 0, 1, 1, 1, 1, 1, 1});
  }

  public void testFolding() throws IOException {
    assertAnalyzesTo(folded, "HOÀ giải, Uỷ viên", new String[] {"hòa", "giải", "ủy", "viên"});
    assertAnalyzesTo(bare, "HOÀ giải ở Đà Nẵng", new String[] {"hoa", "giai", "o", "da", "nang"});
  }

  public void testSpellingAsTyped() throws IOException {
    assertAnalyzesTo(
        typed, "Hoà bình quý", new String[] {"hòa", "=hoà", "bình", "quý"}, new int[] {1, 0, 1, 1});
  }

  public void testPairs() throws IOException {
    assertAnalyzesTo(
        pairs,
        "Bình đẳng giới. Phụ nữ",
        new String[] {"bình đẳng", "đẳng giới", "phụ nữ"},
        new int[] {0, 5, 16},
        new int[] {9, 14, 22});
    assertAnalyzesTo(barePairs, "Kế hoạch", new String[] {"ke hoach"});
    assertAnalyzesTo(pairs, "số 12/QĐ-BNV", new String[] {"số 12", "12 qđ", "qđ bnv"});
    assertAnalyzesTo(pairs, "một\nhai", new String[0]);
  }

  public void testEveryComponentIsFoundByItsName() throws IOException {
    Set<String> names = new TreeSet<>();
    for (ServiceLoader.Provider<TokenFilterFactory> filter :
        ServiceLoader.load(TokenFilterFactory.class).stream().toList()) {
      if (filter.type().getPackage() == SyllableTokenizerFactory.class.getPackage()) {
        names.add(TokenFilterFactory.findSPIName(filter.type()));
      }
    }
    assertEquals(Set.copyOf(List.of(FILTERS)), names);
    for (String name : FILTERS) {
      try (Analyzer analyzer = chain(name)) {
        assertNotNull(tokens(analyzer, "Uỷ ban nhân dân"));
      }
    }
  }

  public void testUnknownParametersAreErrors() {
    expectThrows(
        IllegalArgumentException.class,
        () -> TokenizerFactory.forName("vietnameseSyllable", new HashMap<>(Map.of("x", "1"))));
    for (String name : FILTERS) {
      expectThrows(
          IllegalArgumentException.class,
          () -> TokenFilterFactory.forName(name, new HashMap<>(Map.of("x", "1"))));
    }
  }
}
