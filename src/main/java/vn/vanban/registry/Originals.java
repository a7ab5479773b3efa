package vn.vanban.registry;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Originals by their SHA-256. Small ones are rows of the database, so that they share its commits;
 * the others are files {@code originals/ab/cd/SHA256}. A file is written under another name, forced
 * to disk, renamed, and its folder forced to disk, so that under its final name it is always whole.
 */
final class Originals implements AutoCloseable {
  /**
   * Up to this size an original lies in the database. SQLite itself is as fast as files up to about
   * 100 kB a blob (sqlite.org, "Internal Versus External BLOBs"), and a file costs three forced
   * writes of its own: see {@code RegistryThroughputTest} for what that came to here.
   */
  static final int SMALL_BYTES = 64 << 10;

  /**
   * Forcing files at the same time lets the file system share journal commits. Measured on ext4:
   * see {@code RegistryThroughputTest}.
   */
  private static final int WRITERS = 8;

  private final Path folder;
  private final Path root;
  private final Path incoming;

  /**
   * The folders whose own entries this process has forced to disk: one that an earlier attempt or
   * process made may still be in memory alone.
   */
  private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          WRITERS, Thread.ofPlatform().name("originals-", 0).daemon().factory());

  Originals(Path folder) {
    this.folder = folder;
    root = root(folder);
    incoming = root.resolve("incoming");
  }

  /** Makes the folders and throws away what an earlier process left half written. */
  void prepare() throws IOException {
    Files.createDirectories(incoming);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  /**
   * Stores those of a group that are not small; when this returns they are durable. When it throws,
   * nothing half written is left, and the same call may be made again. Not to be called by two
   * threads at a time.
   *
   * @param bySha256 bytes by their SHA-256
   */
  void store(Map<String, byte[]> bySha256) throws IOException {
    Set<Path> changed = ConcurrentHashMap.newKeySet();
    Set<Path> holding = ConcurrentHashMap.newKeySet();
    List<Callable<Object>> writes = new ArrayList<>();
    bySha256.forEach((sha256, bytes) -> {
      if (bytes.length > SMALL_BYTES) {
        writes.add(() -> {
          holding.add(write(sha256, bytes, changed));
          return sha256;
        });
      }
    });
    runAll(writes);
    List<Callable<Object>> syncs = new ArrayList<>();
    for (Path directory : changed) {
      syncs.add(() -> {
        sync(directory);
        return directory;
      });
    }
    runAll(syncs);
    lasting.addAll(holding);
  }

  /** Adds the small ones of a group to the transaction under way. */
  static void storeSmall(Handle handle, Map<String, byte[]> bySha256) {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO original (sha256, bytes) VALUES (:sha256, :bytes)
            ON CONFLICT (sha256) DO NOTHING
            """);
    bySha256.forEach((sha256, bytes) -> {
      if (bytes.length <= SMALL_BYTES) {
        rows.bind("sha256", sha256).bind("bytes", bytes).add();
      }
    });
    if (rows.size() > 0) {
      rows.execute();
    }
  }

  /** A small original; empty if there is none in the database. */
  static Optional<InputStream> openSmall(Handle handle, String sha256) {
    return handle
        .createQuery("SELECT bytes FROM original WHERE sha256 = :sha256")
        .bind("sha256", sha256)
        .map((row, context) -> (InputStream) new ByteArrayInputStream(row.getBytes(1)))
        .findOne();
  }

  /** Destroys files; those that are not there are passed over. */
  void delete(List<String> sha256s) throws IOException {
    for (String sha256 : sha256s) {
      if (Files.deleteIfExists(path(sha256))) {
        sync(nearest(folder, sha256));
      }
    }
  }

  Optional<InputStream> open(String sha256) throws IOException {
    try {
      return Optional.of(Files.newInputStream(path(sha256)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  Path path(String sha256) {
    return path(folder, sha256);
  }

  /** Where the file of an original lies in a data folder. */
  static Path path(Path folder, String sha256) {
    return nearest(folder, sha256).resolve(sha256);
  }

  /** The folder that holds the file of an original. */
  private static Path nearest(Path folder, String sha256) {
    return root(folder).resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
  }

  private static Path root(Path folder) {
    return folder.resolve("originals");
  }

  /** Shows every stored file's name and size, in no particular order. */
  void forEach(BiConsumer<Path, Long> visitor) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(incoming)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            visitor.accept(file, attributes.size());
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    writers.close();
  }

  /** Gives the folder that holds the file now. */
  private Path write(String sha256, byte[] bytes, Set<Path> changed) throws IOException {
    Path holding = nearest(folder, sha256);
    makeFolder(holding, sha256, changed);
    Path temporary = incoming.resolve(sha256);
    try {
      writeForced(temporary, bytes);
      Files.move(temporary, path(sha256), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      removeHalf(temporary, e);
      throw e;
    }
    changed.add(holding);
    return holding;
  }

  private void makeFolder(Path made, String sha256, Set<Path> changed) throws IOException {
    if (lasting.contains(made)) {
      return;
    }
    changed.add(root);
    changed.add(root.resolve(sha256.substring(0, 2)));
    Files.createDirectories(made);
  }

  /** A full disk is not to be kept full by what could not be written. */
  private static void removeHalf(Path temporary, IOException failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Copies a stream to a file and waits until its bytes are on disk. */
  static Sha256.Measured copyForced(InputStream in, Path file) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      Sha256.Measured measured = Sha256.copy(in, out);
      out.getChannel().force(true);
      return measured;
    }
  }

  /** Writes a file and waits until its bytes are on disk. */
  static void writeForced(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /** Waits until a folder's entries are on disk; Windows neither needs nor allows it. */
  static void sync(Path folder) throws IOException {
    if (java.io.File.separatorChar == '\\') {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw named(folder, e);
    }
  }

  /** What a channel says names no file. */
  private static IOException named(Path file, IOException failure) {
    if (failure instanceof FileSystemException) {
      return failure;
    }
    FileSystemException named =
        new FileSystemException(file.toString(), null, String.valueOf(failure.getMessage()));
    named.initCause(failure);
    return named;
  }

  private void runAll(Collection<Callable<Object>> tasks) throws IOException {
    try {
      for (Future<Object> done : writers.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("bị ngắt khi đang ghi bản gốc", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(e.getCause());
    }
  }
}
