package vn.vanban.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.util.QueryBuilder;

/** The token graphs of abbreviations and what queries are made of them. */
public class AbbreviationsFilterTest extends AnalysisTestCase {
  public void testAbbreviationsAreParallelPaths() throws IOException {
    assertGraph(
        abbreviated,
        "UBND tỉnh",
        new String[] {"ủy", "ubnd", "ban", "nhân", "dân", "tỉnh"},
        new int[] {1, 0, 1, 1, 1, 1},
        new int[] {1, 4, 1, 1, 1, 1});
    assertGraph(
        abbreviated,
        "về Uỷ ban nhân dân",
        new String[] {"về", "ubnd", "ủy", "ban", "nhân", "dân"},
        new int[] {1, 1, 0, 1, 1, 1},
        new int[] {1, 4, 1, 1, 1, 1});
    assertGraph(
        abbreviatedBare,
        "hdnd, ubnd",
        new String[] {"hoi", "hdnd", "dong", "nhan", "dan", "uy", "ubnd", "ban", "nhan", "dan"},
        new int[] {1, 0, 1, 1, 1, 1, 0, 1, 1, 1},
        new int[] {1, 4, 1, 1, 1, 1, 4, 1, 1, 1});
    // Two words for five or four.
    assertGraph(
        abbreviatedBare,
        "NĐ-CP 30",
        new String[] {
          "nghi", "nghi", "nd", "dinh", "cua", "chinh", "phu", "dinh", "chinh", "phu", "cp", "30"
        },
        new int[] {1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1},
        new int[] {1, 5, 8, 1, 1, 1, 5, 1, 1, 2, 1, 1});
  }

  public void testNumbersAreNotExpanded() throws IOException {
    assertGraph(
        abbreviated,
        "số 383/KH-UBND UBND",
        new String[] {"số", "383", "383-kh-ubnd", "kh", "ubnd", "ủy", "ubnd", "ban", "nhân", "dân"},
        new int[] {1, 1, 0, 1, 1, 1, 0, 1, 1, 1},
        new int[] {1, 1, 3, 1, 1, 1, 4, 1, 1, 1});
  }

  public void testQueryOfAbbreviations() {
    QueryBuilder builder = new QueryBuilder(abbreviatedBare);
    builder.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    assertEquals(
        "(t:\"bao hiem xa hoi\" t:bhxh) t:bat t:buoc",
        String.valueOf(builder.createBooleanQuery("t", "BHXH bắt buộc")));
    assertEquals(
        "t:\"luat bao hiem xa hoi\" t:\"luat bhxh\"",
        String.valueOf(builder.createPhraseQuery("t", "luật BHXH")));
  }

  private static void assertGraph(
      Analyzer analyzer, String text, String[] terms, int[] increments, int[] lengths)
      throws IOException {
    assertAnalyzesTo(analyzer, text, terms, null, null, null, increments, lengths);
  }
}
