package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures, when asked for by {@code mvn test -Dgroups=benchmark -DexcludedGroups=}; prints figures
 * and asserts only that all was registered.
 */
@Tag("benchmark")
class RegistryThroughputTest {
  @TempDir Path folder;

  @Test
  void smallDocumentsInGroups() throws IOException {
    for (int group : new int[] {500, 1, 10, 100, 500, 2000}) {
      Path data = folder.resolve("nhom-" + group + "-" + System.nanoTime());
      int all = Math.min(10_000, group * 200);
      List<List<Submission>> groups =
          IntStream.range(0, all / group)
              .mapToObj(g ->
                  IntStream.range(g * group, (g + 1) * group).mapToObj(Samples::numbered).toList())
              .toList();
      try (Registry registry = Registry.open(data)) {
        long start = System.nanoTime();
        groups.forEach(registry::register);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "registry: groups of %d: %d documents in %.2f s, %.0f a second, %d database bytes a"
                + " document%n",
            group, all, seconds, all / seconds, Files.size(data.resolve("registry.db")) / all);
        assertThat(registry.documentCount()).isEqualTo(all);
      }
    }
  }

  /** {@code -Dvanban.records=1000000} is what is asked of a registry; the rest follows from it. */
  @Test
  void manyRecords() {
    int all = Integer.getInteger("vanban.records", 100_000);
    int group = 500;
    Path data = folder.resolve("nhieu");
    try (Registry registry = Registry.open(data)) {
      long spent = 0;
      for (int from = 0; from < all; from += group) {
        List<Submission> submissions =
            IntStream.range(from, from + group).mapToObj(Samples::numbered).toList();
        long start = System.nanoTime();
        registry.register(submissions);
        spent += System.nanoTime() - start;
      }
      System.out.printf(
          "registry: %d documents in groups of %d: %.0f a second%n",
          all, group, all / (spent / 1e9));
      long start = System.nanoTime();
      registry.register(List.of(Samples.numbered(all)));
      System.out.printf(
          "registry: a single one acknowledged after %.1f ms%n", (System.nanoTime() - start) / 1e6);
    }
    long start = System.nanoTime();
    try (Registry registry = Registry.open(data)) {
      assertThat(registry.documentsByNumber((all / 2) + "/kh-ubnd")).hasSize(1);
      System.out.printf(
          "registry: %d records opened and the first looked up in %.0f ms%n",
          all, (System.nanoTime() - start) / 1e6);
      assertThat(registry.documentCount()).isEqualTo(all + 1L);
    }
  }

  @Test
  void forcedFiles() throws IOException {
    int files = 2000;
    byte[] bytes = new byte[4096];
    long start = System.nanoTime();
    for (int i = 0; i < files; i++) {
      Originals.writeForced(folder.resolve("f" + i), bytes);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "disk: %.0f forced files of 4 KiB a second, one at a time%n", files / seconds);
    assertThat(folder.resolve("f0")).hasSize(4096);
  }
}
