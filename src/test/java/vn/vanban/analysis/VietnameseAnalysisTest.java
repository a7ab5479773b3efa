package vn.vanban.analysis;

import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.util.TestUtil;

/** In the style of Lucene's own tests, whose random data and checks it uses. */
public class VietnameseAnalysisTest extends BaseTokenStreamTestCase {
  private final Analyzer syllables = chain();
  private final Analyzer folded = chain("vietnameseFolding");
  private final Analyzer bare = chain("vietnameseUnaccented");
  private final Analyzer pairs = chain("vietnameseFolding", "vietnamesePairs");
  private final Analyzer barePairs = chain("vietnameseUnaccented", "vietnamesePairs");
  private final Analyzer typed =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source =
              TokenizerFactory.forName("vietnameseSyllable", new HashMap<>())
                  .create(newAttributeFactory());
          Map<String, String> args = new HashMap<>(Map.of("keepTyped", "true"));
          TokenStream sink = TokenFilterFactory.forName("vietnameseFolding", args).create(source);
          return new TokenStreamComponents(source, sink);
        }
      };

  private static Analyzer chain(String... filters) {
    try {
      CustomAnalyzer.Builder chain = CustomAnalyzer.builder().withTokenizer("vietnameseSyllable");
      for (String filter : filters) {
        chain.addTokenFilter(filter);
      }
      return chain.build();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

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

  public void testOffsetsOfDecomposedText() throws IOException {
    String text = Normalizer.normalize("Điều lệ Hoà", Form.NFD);
    int[] starts = {0, text.indexOf('l'), text.indexOf('H')};
    int[] ends = {text.indexOf(' '), text.indexOf(' ', starts[1]), text.length()};
    assertAnalyzesTo(folded, text, new String[] {"điều", "lệ", "hòa"}, starts, ends);
    assertAnalyzesTo(bare, text, new String[] {"dieu", "le", "hoa"}, starts, ends);
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

  public void testUnknownParametersAreErrors() {
    expectThrows(
        IllegalArgumentException.class,
        () -> TokenizerFactory.forName("vietnameseSyllable", new HashMap<>(Map.of("x", "1"))));
    for (String name :
        new String[] {"vietnameseFolding", "vietnameseUnaccented", "vietnamesePairs"}) {
      expectThrows(
          IllegalArgumentException.class,
          () -> TokenFilterFactory.forName(name, new HashMap<>(Map.of("x", "1"))));
    }
  }

  public void testRandomData() throws IOException {
    for (Analyzer analyzer : new Analyzer[] {syllables, folded, typed, bare, pairs, barePairs}) {
      checkRandomData(random(), analyzer, 100 * RANDOM_MULTIPLIER);
      checkRandomData(random(), analyzer, 5, 8192);
    }
  }

  public void testRandomVietnamese() throws IOException {
    String letters = "aăâeêoôơuưyđĐồựẹÁÊ.\u0301\u0323/–- 0123,;\nKHUBND";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = TestUtil.nextInt(random(), 0, 60); i > 0; i--) {
        text.append(letters.charAt(random().nextInt(letters.length())));
      }
      for (Analyzer analyzer : new Analyzer[] {folded, typed, bare, pairs}) {
        checkAnalysisConsistency(random(), analyzer, random().nextBoolean(), text.toString());
      }
    }
  }
}
