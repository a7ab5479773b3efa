package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimilarityTest {
  @Test
  void oneDocumentReadInTwoWays() {
    String scanned = Samples.PLAN.replace("ố", "o").replace("\n", " ").replace("giống", "gíong");
    String translated = Samples.PLAN + "Every hamlet plants three hundred trees. ".repeat(30);
    String upper = Samples.PLAN.toUpperCase(java.util.Locale.ROOT);
    for (String text : new String[] {Samples.PLAN, scanned, translated, upper}) {
      Similarity similarity = Similarity.of(Samples.PLAN, text);
      assertThat(similarity.sameDocument()).as("%s of %s", similarity, text).isTrue();
      assertThat(Similarity.of(text, Samples.PLAN)).isEqualTo(similarity);
    }
    assertThat(Similarity.of(Samples.PLAN, upper)).isEqualTo(new Similarity(1, 1));
  }

  @Test
  void documentsThatShareOnlyTheirHead() {
    assertThat(Similarity.of(Samples.PLAN, Samples.OTHER).sameDocument()).isFalse();
    assertThat(Similarity.of(Samples.PLAN, "").sameDocument()).isFalse();
    assertThat(Similarity.of("", "").jaccard()).isEqualTo(1);
  }
}
