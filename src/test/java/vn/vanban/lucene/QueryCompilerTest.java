package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCompilerTest {
  private final Analyzer analyzer = Schema.analyzer();
  private final QueryCompiler compiler = new QueryCompiler(Ranking.DEFAULT);

  @AfterEach
  void close() {
    analyzer.close();
  }

  private Optional<String> withMarks(String query) {
    return compiler.withMarks(QueryWords.of(query, analyzer)).map(Object::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "thuế, text:thuế",
    "thuế đất, text:thuế text:đất text_bare_pairs:thue dat",
    "hoà giải viên, text:hòa text:giải text:viên text_bare_pairs:hoa giai text_bare_pairs:giai vien",
  })
  void fewMarkedWordsAreFirstAskedForWithTheirMarks(String query, String asked) {
    assertThat(withMarks(query)).contains(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "thuế đất, +text:thuế +text:đất +text_bare_pairs:thue dat",
    "thue dat, +text_bare_pairs:thue dat",
    "thu hồi đất, +text:thu +text:hồi +text_bare_pairs:thu hoi +text:đất +text_bare_pairs:hoi dat",
  })
  void fewWordsAreFirstAskedForSideBySide(String query, String asked) {
    assertThat(compiler.together(QueryWords.of(query, analyzer)).map(Object::toString))
        .contains(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "thuế", "thuế đất phi nông nghiệp"})
  void oneWordAndManyAreNot(String query) {
    assertThat(compiler.together(QueryWords.of(query, analyzer))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "thue dat", "thuế đất phi nông nghiệp", "383/kh-ubnd"})
  void othersAreAskedForAtOnce(String query) {
    assertThat(withMarks(query)).isEmpty();
  }

  @Test
  void allThatIsAskedForHasTheWordsWithoutMarksToo() {
    assertThat(compiler.words(QueryWords.of("thuế đất", analyzer)).toString())
        .contains("text:thuế", "text_bare:thue", "text_bare_pairs:thue dat");
  }
}
