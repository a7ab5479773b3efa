package vn.vanban.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code control} of a data folder, readable by its owner alone: where the server that
 * holds the folder is reached, and the secret by which it knows who may change what is in it.
 *
 * @param address {@code http://127.0.0.1:7070}
 * @param secret as many hex digits as nobody guesses
 */
record ControlFile(String address, String secret) {
  private static final int SECRET_BYTES = 32;

  /** A new secret. */
  static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Puts the file into a data folder, in place of one that a killed server left. */
  void write(Path folder) throws IOException {
    Path temporary = folder.resolve("control.new");
    Files.deleteIfExists(temporary);
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(temporary, owner);
    Files.writeString(temporary, address + "\n" + secret + "\n", StandardCharsets.US_ASCII);
    Files.move(temporary, file(folder), StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a data folder's file says; empty where there is none. */
  static Optional<ControlFile> read(Path folder) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(folder), StandardCharsets.US_ASCII);
      return lines.size() == 2
          ? Optional.of(new ControlFile(lines.get(0), lines.get(1)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(file(folder));
  }

  private static Path file(Path folder) {
    return folder.resolve("control");
  }
}
