package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A killed process leaves the page cache alive, so that kills alone prove no durability: strace
 * shows that original, folder and database are forced to disk before each acknowledgement.
 */
@Tag("slow")
class ForcedWritesTest {
  private static final int ACKNOWLEDGEMENTS = 20;
  private static final Pattern CALL =
      Pattern.compile("^(\\d+) +(?:\\S+ )?(fsync|fdatasync|write)\\((\\d+)<([^>]*)>(.*)$");
  private static final Pattern RESUMED =
      Pattern.compile("^(\\d+) +(?:\\S+ )?<\\.\\.\\. (fsync|fdatasync) resumed>.*= 0$");

  /** A sample's number and its document's id. */
  private static final Pattern ACKNOWLEDGED = Pattern.compile(">, \"\\d+ [0-9a-z]{16}");

  @TempDir Path folder;

  @Test
  void everythingIsForcedBeforeItIsAcknowledged() throws IOException, InterruptedException {
    boolean there = Files.isExecutable(Path.of("/usr/bin/strace"));
    if (!Boolean.getBoolean("vanban.noSkip")) {
      Assumptions.assumeTrue(there, "needs Debian's strace");
    }
    assertThat(there).as("Debian's strace").isTrue();
    List<String> trace = trace();
    int acknowledged = 0;
    int files = 0;
    int folders = 0;
    int database = 0;
    Map<String, String> unfinished = new HashMap<>();
    for (String line : trace) {
      Matcher call = CALL.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      String forced = "";
      if (resumed.matches()) {
        forced = unfinished.getOrDefault(resumed.group(1), "");
      } else if (call.matches() && !call.group(2).equals("write")) {
        if (line.contains("<unfinished")) {
          unfinished.put(call.group(1), call.group(4));
        } else if (line.endsWith("= 0")) {
          forced = call.group(4);
        }
      } else if (call.matches() && call.group(3).equals("1") && ACKNOWLEDGED.matcher(line).find()) {
        // Each group of three holds one original that is a file.
        assertThat(files)
            .as("forced originals before acknowledgement %d", acknowledged)
            .isPositive();
        assertThat(folders)
            .as("forced folders before acknowledgement %d", acknowledged)
            .isPositive();
        assertThat(database)
            .as("forced database before acknowledgement %d", acknowledged)
            .isPositive();
        acknowledged++;
        files = 0;
        folders = 0;
        database = 0;
      }
      files += forced.contains("/originals/incoming/") ? 1 : 0;
      folders += forced.matches(".*/originals/[0-9a-f]{2}/[0-9a-f]{2}") ? 1 : 0;
      database += forced.endsWith("/registry.db-wal") ? 1 : 0;
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(ACKNOWLEDGEMENTS);
  }

  /** What a process that registers group after group asked of the system. */
  private List<String> trace() throws IOException, InterruptedException {
    Path log = folder.resolve("strace.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/strace",
                "-f",
                "-y",
                "-qq",
                "-e",
                "trace=fsync,fdatasync,write",
                "-o",
                log.toString()));
    command.addAll(RegisterForever.command(folder.resolve("so"), 0, 3));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 3 * (ACKNOWLEDGEMENTS + 1); i++) {
        assertThat(lines.readLine()).as("the registering process ended").isNotNull();
      }
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(log, StandardCharsets.UTF_8);
  }
}
