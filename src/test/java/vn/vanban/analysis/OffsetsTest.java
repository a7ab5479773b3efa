package vn.vanban.analysis;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Offsets are those of the text as it came in, and random text breaks nothing. */
public class OffsetsTest extends AnalysisTestCase {
  private final Analyzer html = new HtmlAnalyzer();
  private final Analyzer tcvn3 = new RepairingAnalyzer(Map.of("Ý", "í", "ñ", "ủ", "©", "â"));
  private final Analyzer vni =
      new RepairingAnalyzer(Map.of("ñ", "đ", "eà", "ề", "eä", "ệ", "uû", "ủ", "ö", "ư"));

  /** Behind Lucene's filter of tags and entities. */
  private final class HtmlAnalyzer extends AnalyzerWrapper {
    HtmlAnalyzer() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return folded;
    }

    @Override
    protected Reader wrapReader(String field, Reader reader) {
      return new HTMLStripCharFilter(reader);
    }
  }

  /** Behind a filter that puts Vietnamese letters for those of a legacy encoding. */
  private final class RepairingAnalyzer extends AnalyzerWrapper {
    private final NormalizeCharMap letters;

    RepairingAnalyzer(Map<String, String> letters) {
      super(PER_FIELD_REUSE_STRATEGY);
      NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
      letters.forEach(map::add);
      this.letters = map.build();
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return folded;
    }

    @Override
    protected Reader wrapReader(String field, Reader reader) {
      return new MappingCharFilter(letters, reader);
    }
  }

  public void testOffsetsOfDecomposedText() throws IOException {
    String text = Normalizer.normalize("Điều lệ Hoà", Form.NFD);
    int[] starts = {0, text.indexOf('l'), text.indexOf('H')};
    int[] ends = {text.indexOf(' '), text.indexOf(' ', starts[1]), text.length()};
    assertAnalyzesTo(folded, text, new String[] {"điều", "lệ", "hòa"}, starts, ends);
    assertAnalyzesTo(bare, text, new String[] {"dieu", "le", "hoa"}, starts, ends);
  }

  /**
   * A token ends where the next character begins, as with every tokenizer: behind a closing tag.
   */
  public void testOffsetsOfHtml() throws IOException {
    String page =
        "<p>Điều&nbsp;5. Ho&agrave; gi&#7843;i <b>ở</b> c<i>ơ</i> sở 383/KH-<b>UBND</b></p>";
    String[] printed = {
      "Điều",
      "5",
      "Ho&agrave;",
      "gi&#7843;i",
      "ở</b>",
      "c<i>ơ</i>",
      "sở",
      "383",
      "383/KH-<b>UBND</b>",
      "KH",
      "UBND</b>"
    };
    int[] starts = new int[printed.length];
    int[] ends = new int[printed.length];
    int from = 0;
    for (int i = 0; i < printed.length; i++) {
      starts[i] = page.indexOf(printed[i], from);
      ends[i] = starts[i] + printed[i].length();
      from = starts[i];
    }
    assertAnalyzesTo(
        html,
        page,
        new String[] {
          "điều", "5", "hòa", "giải", "ở", "cơ", "sở", "383", "383-kh-ubnd", "kh", "ubnd"
        },
        starts,
        ends);
  }

  /** As a char filter that repairs it letter by letter hands it on. */
  public void testOffsetsOfLegacyText() throws IOException {
    assertAnalyzesTo(
        tcvn3,
        "chÝnh phñ; ñy ban nh©n d©n",
        new String[] {"chính", "phủ", "ủy", "ban", "nhân", "dân"},
        new int[] {0, 6, 11, 14, 18, 23},
        new int[] {5, 9, 13, 17, 22, 26});
    assertAnalyzesTo(
        vni, "ñieàu leä", new String[] {"điều", "lệ"}, new int[] {0, 6}, new int[] {5, 9});
  }

  /** What a token stands for can be cut out of the text and analysed to the same token. */
  public void testOffsetsCutOutTheToken() throws IOException {
    long seed = random().nextLong();
    RandomVietnamese vietnamese = new RandomVietnamese(new Random(seed));
    for (int round = 0; round < 200; round++) {
      String text = vietnamese.text(random().nextInt(60));
      for (Token token : tokens(folded, text)) {
        String part = text.substring(token.start(), token.end());
        assertTrue(
            "seed " + seed + ": " + token + " of " + text,
            tokens(folded, part).stream().anyMatch(again -> again.term().equals(token.term())));
      }
    }
  }

  /** The window in which a text is read is nowhere to be seen. */
  public void testLongTextsReadAsTheirPartsDo() throws IOException {
    long seed = random().nextLong();
    String part = new RandomVietnamese(new Random(seed)).text(700) + "\n";
    for (Analyzer analyzer : chains()) {
      List<Token> once = tokens(analyzer, part);
      List<Token> many = tokens(analyzer, part.repeat(40));
      assertEquals("seed " + seed, 40L * once.size(), many.size());
      for (int i = 0; i < many.size(); i++) {
        assertEquals(
            "seed " + seed,
            moved(once.get(i % once.size()), Math.multiplyExact(i / once.size(), part.length())),
            many.get(i));
      }
    }
  }

  public void testTenMillionCharacters() throws IOException {
    String text = "000.".repeat(1_500_000) + "a".repeat(3_000_000) + " 12/" + "-".repeat(1_000_000);
    try (TokenStream stream = folded.tokenStream("text", text)) {
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      int end = 0;
      while (stream.incrementToken()) {
        assertTrue(offset.endOffset() - offset.startOffset() <= 255);
        end = Math.max(end, offset.endOffset());
      }
      stream.end();
      assertEquals(text.indexOf("12/-") + 2, end);
      assertEquals(text.length(), offset.endOffset());
    }
  }

  public void testRandomData() throws IOException {
    for (Analyzer analyzer : all()) {
      checkRandomData(random(), analyzer, 20 * RANDOM_MULTIPLIER);
      checkRandomData(random(), analyzer, 5, 8192);
    }
  }

  public void testRandomVietnamese() throws IOException {
    RandomVietnamese vietnamese = new RandomVietnamese(random());
    for (int round = 0; round < 60; round++) {
      String text = vietnamese.text(random().nextInt(40));
      String page = vietnamese.html(random().nextInt(40));
      for (Analyzer analyzer : all()) {
        checkAnalysisConsistency(random(), analyzer, random().nextBoolean(), text);
        checkAnalysisConsistency(random(), analyzer, random().nextBoolean(), page);
      }
    }
  }

  private List<Analyzer> all() {
    List<Analyzer> all = new ArrayList<>(chains());
    all.addAll(List.of(html, tcvn3, vni));
    return all;
  }

  private static Token moved(Token token, int by) {
    return new Token(token.term(), token.start() + by, token.end() + by);
  }
}
