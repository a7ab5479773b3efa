package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentIdsTest {
  private static final Instant NOW = Instant.parse("2026-03-05T01:02:03.456Z");

  @Test
  void idsOfOneMillisecondAreNeverAlikeAndAscend() {
    DocumentIds ids = new DocumentIds();
    Set<String> seen = new HashSet<>();
    String last = "";
    for (int i = 0; i < 300_000; i++) {
      String id = ids.next(NOW);
      assertThat(id).hasSize(16).isGreaterThan(last);
      seen.add(id);
      last = id;
    }
    assertThat(seen).hasSize(300_000);
  }

  @Test
  void idsAscendThoughTheClockIsSetBack() {
    DocumentIds ids = new DocumentIds();
    String first = ids.next(NOW);
    assertThat(ids.next(NOW.minusSeconds(60))).isGreaterThan(first);
    assertThat(ids.next(NOW.plusMillis(1))).startsWith("01").isGreaterThan(first);
  }

  @Test
  void idsOfTwoObjectsDiffer() {
    assertThat(new DocumentIds().next(NOW)).isNotEqualTo(new DocumentIds().next(NOW));
  }
}
