package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a registering process with SIGKILL and looks for everything that it acknowledged. */
class RegistryCrashTest {
  private static final int ROUND = 1_000_000;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedSurvivesAKill() throws Exception {
    killRounds(3);
  }

  @Test
  @Tag("slow")
  void whatWasAcknowledgedSurvivesManyKills() throws Exception {
    killRounds(8);
  }

  private void killRounds(int rounds) throws IOException, InterruptedException {
    long seed = System.nanoTime();
    System.out.println("RegistryCrashTest seed " + seed);
    Random random = new Random(seed);
    Map<Integer, String> acknowledged = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      int current = round;
      int group = 1 + random.nextInt(20);
      Process child = start(round * ROUND, group);
      try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
        int wanted = 1 + random.nextInt(200);
        for (int i = 0; i < wanted; i++) {
          read(lines.readLine(), acknowledged);
        }
        // Somewhere within the group that follows, not always just after an acknowledgement.
        Thread.sleep(0, random.nextInt(999_999));
        // By its handle: Process.destroyForcibly would close the pipe with what it has printed.
        child.toHandle().destroyForcibly();
        lines.lines().forEach(line -> read(line, acknowledged));
      }
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(128 + 9);
      try (Registry registry = Registry.open(folder)) {
        assertThat(registry.verify())
            .as("seed %d, round %d", seed, round)
            .noneMatch(f -> f.level() == Finding.Level.ERROR);
        acknowledged.forEach((i, id) -> {
          RegisteredDocument found = registry.document(id).orElseThrow();
          if (i / ROUND == current) {
            assertThat(found.primary().sha256())
                .isEqualTo(Registry.sha256(Samples.forced(i).original()));
          }
        });
        assertThat(registry.documentCount()).isGreaterThanOrEqualTo(acknowledged.size());
        assertThat(registry.position().sequence()).isEqualTo(registry.documentCount());
      }
    }
  }

  private Process start(int from, int group) throws IOException {
    return new ProcessBuilder(RegisterForever.command(folder, from, group))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A line that the kill cut short was not acknowledged. */
  private static void read(String line, Map<Integer, String> acknowledged) {
    assertThat(line).as("the child died by itself").isNotNull();
    String[] parts = line.split(" ", -1);
    if (parts.length == 2 && parts[1].length() == 16) {
      acknowledged.put(Integer.valueOf(parts[0]), parts[1]);
    }
  }
}
