package vn.vanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes with all it holds when it is closed. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /**
   * Makes a folder.
   *
   * @param name what its name begins with
   * @throws IOException if it cannot be made
   */
  public TemporaryFolder(String name) throws IOException {
    path = Files.createTempDirectory(name);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
