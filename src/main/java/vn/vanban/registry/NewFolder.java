package vn.vanban.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A data folder that is made whole or not at all, from a backup or an export. The database comes
 * last under its name; until then a marker says that the folder is half done.
 */
final class NewFolder {
  private static final String MARKER = "restoring";
  private static final Set<String> OF_THE_LOCK = Set.of("lock", "lock.txt");

  /** The database before it has its name. */
  private static final String UNFINISHED = BackupFormat.DATABASE + ".new";

  private final Path folder;

  /** Folders in which names have changed. */
  private final Set<Path> changed = new HashSet<>();

  private NewFolder(Path folder) {
    this.folder = folder;
    changed.add(folder);
  }

  /** What fills a new folder. */
  interface Filling {
    /** Writes everything: the database in its place, files by {@link NewFolder#put}. */
    void run(NewFolder folder) throws IOException, SQLException;
  }

  /** Where the database is to lie until all is done. */
  Path database() {
    return folder.resolve(UNFINISHED);
  }

  /** Writes a file within the folder, forced to disk. */
  Sha256.Measured put(InputStream in, Path file) throws IOException {
    for (Path parent = file.getParent();
        parent != null && !parent.equals(folder) && changed.add(parent);
        parent = parent.getParent()) {
      Files.createDirectories(parent);
    }
    return Originals.copyForced(in, file);
  }

  /** Refuses a folder whose making was cut off. */
  static void refuseHalfDone(Path folder) {
    if (Files.exists(folder.resolve(MARKER))) {
      throw new RegistryException(
          "Thư mục "
              + folder
              + " đang được khôi phục, hoặc lần khôi phục trước bị ngắt. Hãy chạy lại lệnh restore hoặc import.");
    }
  }

  /**
   * Fills a folder; when this throws, nothing is left of it.
   *
   * @param folder new, or empty
   * @throws RegistryException if it is not empty or held by another process
   */
  static void make(Path folder, Filling filling) throws IOException, SQLException {
    boolean made = !Files.exists(folder);
    refuseUsed(folder);
    Files.createDirectories(folder);
    boolean ours = false;
    boolean whole = false;
    try (FolderLock _ = FolderLock.take(folder)) {
      refuseUsed(folder); // another may have come in between
      ours = true;
      try {
        clear(folder);
        Originals.writeForced(folder.resolve(MARKER), new byte[0]);
        Originals.sync(folder);
        NewFolder filled = new NewFolder(folder);
        filling.run(filled);
        for (Path other : filled.changed) {
          Originals.sync(other);
        }
        Files.move(
            filled.database(),
            folder.resolve(BackupFormat.DATABASE),
            StandardCopyOption.ATOMIC_MOVE);
        Originals.sync(folder);
        Files.delete(folder.resolve(MARKER));
        Originals.sync(folder);
        whole = true;
      } finally {
        if (!whole) {
          clear(folder);
        }
      }
    } finally {
      if (ours && !whole) {
        Files.deleteIfExists(folder.resolve("lock"));
        if (made) {
          Files.deleteIfExists(folder);
        }
      }
    }
  }

  private static void refuseUsed(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Set<String> there = new TreeSet<>();
    try (Stream<Path> list = Files.list(folder)) {
      list.forEach(path -> there.add(path.getFileName().toString()));
    }
    there.removeAll(OF_THE_LOCK);
    if (!there.isEmpty() && !there.contains(MARKER)) {
      throw new RegistryException(
          "Thư mục "
              + folder
              + " không trống. Chỉ nhận một thư mục mới hoặc trống; hãy nêu --data khác.");
    }
  }

  /** Deletes what an unfinished making left. */
  private static void clear(Path folder) throws IOException {
    for (Path path : WorkFolder.inside(folder)) {
      if (!path.equals(folder) && !OF_THE_LOCK.contains(folder.relativize(path).toString())) {
        Files.delete(path);
      }
    }
  }
}
