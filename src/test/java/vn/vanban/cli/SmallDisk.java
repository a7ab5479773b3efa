package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few megabytes, which can be filled and whose folders can be read-only. */
final class SmallDisk implements AutoCloseable {
  private final Path root;
  private final List<Path> mounted = new ArrayList<>();

  private SmallDisk(Path root) {
    this.root = root;
  }

  /** Mounts one; the test is skipped where this account may not. */
  static SmallDisk at(Path root, int megabytes) throws IOException, InterruptedException {
    SmallDisk disk = new SmallDisk(Files.createDirectories(root));
    boolean done =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString());
    if (!Boolean.getBoolean("vanban.noSkip")) {
      Assumptions.assumeTrue(done, "only root can mount a small file system");
    }
    assertThat(done).as("mounting a small file system, as root").isTrue();
    disk.mounted.add(root);
    return disk;
  }

  Path root() {
    return root;
  }

  /** Fills it to the last byte. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  /** Makes room again. */
  void empty() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return root.resolve("ballast");
  }

  /** Makes a folder and what lies in it read-only, also for root. */
  void freeze(Path folder) throws IOException, InterruptedException {
    assertThat(run("mount", "--bind", folder.toString(), folder.toString())).isTrue();
    mounted.add(folder);
    assertThat(run("mount", "-o", "remount,bind,ro", folder.toString())).isTrue();
  }

  void thaw(Path folder) throws IOException, InterruptedException {
    assertThat(run("umount", folder.toString())).isTrue();
    mounted.remove(folder);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() throws IOException {
    for (Path folder : List.copyOf(mounted.reversed())) {
      try {
        thaw(folder);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("still mounted: " + folder, e);
      }
    }
  }
}
