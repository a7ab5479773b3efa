package vn.vanban.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "loại:\"nghị định\" đất",
        "cơquan:\"Bộ Y tế\"",
        "rừng HOẶC biển",
        "đất VÀ nước",
        "điều 5 luật đất đai 2013"
      })
  void decomposedTextIsUnderstoodAlike(String query) {
    String decomposed = Normalizer.normalize(query, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(query);
    assertThat(Understanding.of(decomposed)).isEqualTo(Understanding.of(query));
  }
}
