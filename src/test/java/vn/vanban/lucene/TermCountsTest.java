package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class TermCountsTest {
  @Test
  void countsAsAMapDoes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    TermCounts counts = new TermCounts();
    for (int round = 0; round < 20; round++) {
      counts.clear();
      Map<String, Integer> expected = new LinkedHashMap<>();
      int different = 1 + random.nextInt(2_000);
      for (int i = 0; i < 3_000; i++) {
        String term = "tiếng" + random.nextInt(different);
        int times = 1 + random.nextInt(3);
        byte[] bytes = (" " + term + " ").getBytes(StandardCharsets.UTF_8);
        counts.add(bytes, 1, bytes.length - 2, times);
        expected.merge(term, times, Integer::sum);
      }
      Map<String, Integer> counted = new LinkedHashMap<>();
      BytesRef at = new BytesRef();
      for (int i = 0; i < counts.size(); i++) {
        counts.term(i, at);
        counted.put(at.utf8ToString(), counts.count(i));
      }
      assertThat(counted).as("seed %d", seed).isEqualTo(expected);
      List<String> order = new ArrayList<>(counted.keySet());
      assertThat(order).as("seed %d", seed).isEqualTo(new ArrayList<>(expected.keySet()));
    }
  }
}
