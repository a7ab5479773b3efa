package vn.vanban.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Where {@code vanban text --out} writes: a text beside each file, in the same subfolders. */
final class TextFolder {
  private static final String MEMBER = "!/";

  private final Path folder;
  private final List<Path> asked;

  /**
   * A folder to write to; made when the first text comes.
   *
   * @param folder its path
   * @param asked the files and folders that were named; what lies below one keeps its path from it
   */
  TextFolder(Path folder, List<Path> asked) {
    this.folder = folder.toAbsolutePath().normalize();
    this.asked = asked;
  }

  /**
   * Writes a text, unless there is such a file already.
   *
   * @param source a path, or {@code archive.zip!/member.doc}
   * @param text its text
   * @return why it was not written; empty if it was
   */
  Optional<String> write(String source, String text) {
    try {
      Path target = folder.resolve(relative(source) + ".txt").normalize();
      if (!target.startsWith(folder) || target.equals(folder)) {
        return Optional.of("tên tệp dẫn ra ngoài " + folder);
      }
      Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
      Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
      return Optional.empty();
    } catch (FileAlreadyExistsException e) {
      return Optional.of("đã có " + e.getFile() + ", không ghi đè");
    } catch (InvalidPathException e) {
      return Optional.of("tên tệp không dùng được trên máy này");
    } catch (IOException e) {
      return Optional.of(Failure.ofDisk(e));
    }
  }

  /** The path below the folder that was named; a file named itself keeps its name only. */
  private String relative(String source) {
    int member = endOfFile(source);
    Path file = Path.of(source.substring(0, member));
    // What an archive calls its members must not lead anywhere but below the archive's own name.
    String within = source.substring(member).replace(MEMBER, "/").replace("..", "_");
    for (Path path : asked) {
      if (Files.isDirectory(path) && file.startsWith(path)) {
        return path.relativize(file) + within;
      }
    }
    return file.getFileName() + within;
  }

  /** Where the file ends and its member begins; a folder's own name may hold the mark as well. */
  private static int endOfFile(String source) {
    for (int at = source.indexOf(MEMBER); at >= 0; at = source.indexOf(MEMBER, at + 1)) {
      if (Files.isRegularFile(Path.of(source.substring(0, at)))) {
        return at;
      }
    }
    return source.length();
  }
}
