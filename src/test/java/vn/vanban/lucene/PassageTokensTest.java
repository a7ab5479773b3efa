package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fields of a passage, made by hand, hold what the analyzers of the fields would make. */
class PassageTokensTest {
  private static final List<String> WORDS =
      List.of(
          "Điều",
          "5.",
          "quyền",
          "hoà giải",
          "hòa",
          "UBND",
          "383/KH-UBND",
          "ngày 2/9/1945,",
          "và",
          "đất đai;",
          "QUYẾT ĐỊNH",
          "khoản",
          "a)",
          "45/2013/QH13",
          "quyết định",
          "\n",
          "thủy sản");

  private final Analyzer analyzer = Schema.analyzer();
  private final PassageTokens tokens = new PassageTokens(analyzer);

  @AfterEach
  void close() {
    analyzer.close();
  }

  /** A term with its position and how often it counts there. */
  private record Token(String term, int position, int times) {}

  private static List<Token> tokens(TokenStream stream) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (stream) {
      TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      TermFrequencyAttribute times = stream.addAttribute(TermFrequencyAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(
            new Token(term.getBytesRef().utf8ToString(), position, times.getTermFrequency()));
      }
      stream.end();
    }
    return tokens;
  }

  private List<Token> made(List<Field> fields, String name) throws IOException {
    Field field = fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    return tokens(field.tokenStream(analyzer, null));
  }

  private Map<String, Integer> counted(String field, Map<String, Integer> weights)
      throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (Map.Entry<String, Integer> text : weights.entrySet()) {
      for (Token token : tokens(analyzer.tokenStream(field, text.getKey()))) {
        counts.merge(token.term(), text.getValue(), Integer::sum);
      }
    }
    return counts;
  }

  private static Map<String, Integer> times(List<Token> tokens) {
    Map<String, Integer> times = new HashMap<>();
    for (Token token : tokens) {
      assertThat(times.put(token.term(), token.times())).as("twice: %s", token).isNull();
    }
    return times;
  }

  private void check(String title, String heading, String text, String seed) throws IOException {
    tokens.document(Sheet.of("mot").titled("Luật", title).put().document());
    List<Field> fields = tokens.passage(heading, text, false);
    boolean within = text.startsWith(heading);
    List<Token> accented = made(fields, Schema.PASSAGE.accented());
    List<Token> expected = tokens(analyzer.tokenStream(Schema.PASSAGE.accented(), text));
    if (within) {
      assertThat(accented).as(seed).isEqualTo(expected);
    } else {
      assertThat(accented.subList(accented.size() - expected.size(), accented.size()))
          .extracting(Token::term)
          .as(seed)
          .isEqualTo(expected.stream().map(Token::term).toList());
    }
    Map<String, Integer> weights = new HashMap<>();
    weights.merge("Luật " + title, 2, Integer::sum);
    weights.merge(heading, 2, Integer::sum);
    weights.merge(text, 1, Integer::sum);
    assertThat(times(made(fields, Schema.PASSAGE.bare())))
        .as(seed)
        .isEqualTo(counted(Schema.PASSAGE.bare(), weights));
    assertThat(times(made(fields, Schema.PASSAGE.barePairs())).keySet())
        .as(seed)
        .isEqualTo(counted(Schema.PASSAGE.barePairs(), weights).keySet());
  }

  @Test
  void anArticleIsIndexedAsItsAnalyzersWould() throws IOException {
    check(
        "Hòa giải cơ sở",
        "Điều 5. Quyền của hoà giải viên",
        "Điều 5. Quyền của hoà giải viên\n1. Hoà giải viên có quyền theo 383/KH-UBND.",
        "");
    check("Đất đai", "Phụ lục", "Biểu mẫu số 01: đơn đề nghị", "");
  }

  @Test
  void soIsAnyText() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      check(text(random, 4).strip(), text(random, 5), text(random, 60), "seed %d".formatted(seed));
    }
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
