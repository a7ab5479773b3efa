package vn.vanban.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder beside a target, in which something is made whole before it gets its name. */
final class WorkFolder {
  private WorkFolder() {}

  /** What is made in the folder and renamed to the target. */
  interface Work {
    void in(Path folder) throws IOException;
  }

  /**
   * Makes something; whatever happens, nothing is left of the folder.
   *
   * @param target what it will be; its folder must be there
   * @param what it is, as the continuation of "để ghi"
   */
  static void beside(Path target, String what, Work work) throws IOException {
    Path parent = parent(target, what);
    Path folder = Files.createTempDirectory(parent, target.getFileName() + ".new-");
    try {
      work.in(folder);
      Originals.sync(parent);
    } finally {
      delete(folder);
    }
  }

  /**
   * The folder of a target.
   *
   * @throws RegistryException if it is not there
   */
  static Path parent(Path target, String what) {
    Path whole = target.toAbsolutePath();
    Path parent = Objects.requireNonNullElse(whole.getParent(), whole);
    if (!Files.isDirectory(parent)) {
      throw new RegistryException("Không có thư mục " + parent + " để ghi " + what + " vào.");
    }
    return parent;
  }

  /** Deletes a folder with all that is in it; one that is not there is passed over. */
  static void delete(Path folder) throws IOException {
    for (Path path : inside(folder)) {
      Files.delete(path);
    }
  }

  /** A folder and all that is in it, what is deeper first; nothing where there is none. */
  static List<Path> inside(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
