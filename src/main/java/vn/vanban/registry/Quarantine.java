package vn.vanban.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Files that could not be read: {@code quarantine/SHA256}, with {@code SHA256.txt} beside each. */
final class Quarantine {
  private final Path root;

  Quarantine(Path folder) {
    root = folder.resolve("quarantine");
  }

  /**
   * Files in quarantine with their notes, in the order of their names; not what is being written.
   */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
        for (Path file : all) {
          if (BackupFormat.NAME.matcher(BackupFormat.QUARANTINE + file.getFileName()).matches()) {
            files.add(file);
          }
        }
      }
    }
    files.sort(null);
    return files;
  }

  void keep(String source, byte[] original, String reason) throws IOException {
    String sha256 = Sha256.of(original);
    Path note = root.resolve(sha256 + ".txt");
    if (Files.exists(note)) {
      return;
    }
    Files.createDirectories(root);
    place(root.resolve(sha256), original);
    String text =
        "reason: %s%nsource: %s%ntime: %s%nbytes: %d%n"
            .formatted(reason, source, Instant.now(), original.length);
    place(note, text.getBytes(StandardCharsets.UTF_8));
    Originals.sync(root);
  }

  private static void place(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Originals.writeForced(temporary, bytes);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
