package vn.vanban.ingest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the files beneath paths, in a stable order. */
public final class FileFinder {
  /** Files in order, and folders that cannot be listed. */
  public record Found(List<Path> files, List<Path> unreadable) {}

  private final Set<Path> seen = new LinkedHashSet<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  private FileFinder() {}

  /**
   * Walks folders. Left out are hidden files, the lock files of office programs ({@code ~$x.docx},
   * {@code .~lock.x.odt#}) and, within folders, symbolic links: what they point to is found where
   * it is, or lies outside of what was asked for. A path given by name is taken whatever it is; its
   * reader rejects what is no regular file.
   */
  public static Found find(List<Path> paths) {
    FileFinder finder = new FileFinder();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new IllegalArgumentException("Không có tệp hoặc thư mục nào tên là " + path);
      }
      finder.visit(path);
    }
    return new Found(List.copyOf(finder.files), List.copyOf(finder.unreadable));
  }

  private void visit(Path path) {
    if (!Files.isDirectory(path)) {
      if (seen.add(path.toAbsolutePath().normalize())) {
        files.add(path);
      }
      return;
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      entries.forEach(children::add);
    } catch (IOException e) {
      unreadable.add(path);
      return;
    }
    children.sort(null);
    for (Path child : children) {
      String name = String.valueOf(child.getFileName());
      boolean skipped =
          name.startsWith(".")
              || name.startsWith("~$")
              || Files.isSymbolicLink(child)
              || !(Files.isDirectory(child)
                  || Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS));
      if (!skipped) {
        visit(child);
      }
    }
  }
}
