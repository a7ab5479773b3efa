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
