package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lets strace answer the n-th call of a kind with an error of the disk, for every n that a
 * registration comes to: each ends in a clear refusal with nothing half done, or goes unnoticed
 * with everything stored; and what is said to be stored is there.
 */
@Tag("slow")
class InjectedFaultsTest {
  private static final int MOST_CALLS = 150;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"fsync, EIO, 1", "pwrite64, EIO, 3", "rename, EIO, 1", "mkdir, ENOSPC, 1"})
  void aFaultOfTheDiskIsToldAndNothingIsHalfDone(String call, String error, int step)
      throws IOException, InterruptedException {
    boolean there = Files.isExecutable(Path.of("/usr/bin/strace"));
    if (!Boolean.getBoolean("vanban.noSkip")) {
      Assumptions.assumeTrue(there, "needs Debian's strace");
    }
    assertThat(there).as("Debian's strace").isTrue();
    Path opened = folder.resolve("so");
    Registry.open(opened).close(); // its schema is made, so that the faults meet the registration
    int injected = 0;
    Set<String> outcomes = new HashSet<>();
    for (int nth = 1; nth <= MOST_CALLS; nth += step) {
      Path data = folder.resolve(call + "-" + nth);
      copy(opened, data);
      Path log = folder.resolve(call + "-" + nth + ".strace");
      List<String> lines = run(data, log, call, error, nth);
      if (Files.readString(log, StandardCharsets.UTF_8).contains("(INJECTED)")) {
        injected++;
      } else {
        break;
      }
      String what = "%s %s, call %d: %s".formatted(call, error, nth, lines);
      assertThat(lines).as(what).isNotEmpty();
      for (String line : lines) {
        outcomes.add(line.split(":", 2)[0]);
        if (!line.equals("stored")) {
          assertThat(line).as(what).contains("Không thể", data.toString());
        }
      }
      check(data, lines.contains("stored"), what);
    }
    System.out.printf(
        "InjectedFaultsTest: %s %s at %d places: %s%n", call, error, injected, outcomes);
    assertThat(injected).as("injected faults").isBetween(1, MOST_CALLS / step - 1);
    assertThat(outcomes).contains("refused");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  /** Opens what is left without faults. */
  private static void check(Path data, boolean stored, String what) {
    try (Registry registry = Registry.open(data)) {
      assertThat(registry.verify())
          .as(what)
          .noneMatch(finding -> finding.level() == Finding.Level.ERROR);
      long count = registry.documentCount();
      if (stored) {
        assertThat(count).as(what).isEqualTo(RegisterAgainstFaults.GROUP);
        for (Submission submission : RegisterAgainstFaults.group()) {
          assertThat(registry.original(Registry.sha256(submission.original())))
              .as(what)
              .isPresent();
        }
      } else {
        // A commit whose end could not be told may have been made; half of one never.
        assertThat(count).as(what).isIn(0L, (long) RegisterAgainstFaults.GROUP);
      }
      assertThat(registry.register(RegisterAgainstFaults.group()))
          .as(what)
          .hasSize(RegisterAgainstFaults.GROUP);
      assertThat(registry.documentCount()).as(what).isEqualTo(RegisterAgainstFaults.GROUP);
    }
  }

  private static List<String> run(Path data, Path log, String call, String error, int nth)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/strace",
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-e",
                "trace=" + call,
                "-e",
                "inject=%s:error=%s:when=%d".formatted(call, error, nth),
                "-o",
                log.toString()));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            RegisterAgainstFaults.class.getName(),
            data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return lines;
  }
}
