package vn.vanban.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an index: each generation of it in a folder of its own, and the file {@code
 * current} that names the one to read. That file is replaced by renaming, when the new generation
 * is durable; so a crash leaves the old one or the new one, and perhaps something to sweep up.
 */
final class Generations implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private static final String CURRENT = "current";
  private static final String NEXT_CURRENT = "current.next";

  /** {@code g-000012}. */
  private static final Pattern NAME = Pattern.compile("g-([0-9]{6,9})");

  private final Path root;
  private final FSDirectory directory;
  private final Lock lock;

  private Generations(Path root, FSDirectory directory, Lock lock) {
    this.root = root;
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Takes hold of the folder for writing and tidies it.
   *
   * @throws IOException if it cannot be used, or another process writes to it
   */
  static Generations open(Path root) throws IOException {
    Files.createDirectories(root);
    FSDirectory directory = FSDirectory.open(root);
    @Nullable Lock lock = null;
    boolean done = false;
    try {
      // Of the same name as the lock of an index that lies here directly, as it did formerly.
      lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
      Generations opened = new Generations(root, directory, lock);
      opened.takeOver();
      opened.sweep();
      done = true;
      return opened;
    } finally {
      if (!done) {
        IOUtils.closeWhileHandlingException(lock, directory);
      }
    }
  }

  /**
   * The generation to read: that named, or else the folder itself if an index lies in it.
   *
   * @throws CorruptIndexException if what should name it does not
   */
  static Optional<Path> readable(Path root) throws IOException {
    Optional<Path> named = named(root);
    if (named.isPresent()) {
      return named;
    }
    return Files.isDirectory(root) && !filesOfFormerLayout(root).isEmpty()
        ? Optional.of(root)
        : Optional.empty();
  }

  /** The generation in use; empty in a new folder, and where what should name it does not. */
  Optional<Path> current() throws IOException {
    try {
      return named(root);
    } catch (CorruptIndexException e) {
      LOG.warn("Không rõ chỉ mục nào trong {} đang dùng.", root, e);
      return Optional.empty();
    }
  }

  /** An empty folder for the next generation. */
  Path next() throws IOException {
    long highest = 0;
    for (Path folder : folders()) {
      highest = Math.max(highest, number(folder));
    }
    return Files.createDirectory(root.resolve("g-%06d".formatted(highest + 1)));
  }

  /**
   * Makes a generation, all of whose files are durable, the one in use; {@link #settle} follows.
   */
  void promote(Path generation) throws IOException {
    Path next = root.resolve(NEXT_CURRENT);
    Files.writeString(next, generation.getFileName() + "\n", StandardCharsets.US_ASCII);
    IOUtils.fsync(next, false);
    // The folder's own name must be durable before anything points to it.
    IOUtils.fsync(root, true);
    Files.move(next, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes durable which generation is in use: only then may the former one go. */
  void settle() throws IOException {
    IOUtils.fsync(root, true);
  }

  /** Removes a generation that is not the one in use. */
  void remove(Path generation) throws IOException {
    IOUtils.rm(generation);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(lock, directory);
  }

  /** What an interrupted rebuild left, and what was in use before the last one. */
  private void sweep() throws IOException {
    settle();
    Files.deleteIfExists(root.resolve(NEXT_CURRENT));
    Optional<Path> current = current();
    for (Path folder : folders()) {
      if (current.filter(folder::equals).isEmpty()) {
        remove(folder);
      }
    }
  }

  /**
   * Moves an index of the former layout into a generation; goes on where a crash ended it, also if
   * only the pointer lacks. What lies there bears its own mark, so nothing is taken for more than
   * it is.
   */
  private void takeOver() throws IOException {
    List<Path> files = filesOfFormerLayout(root);
    if (current().isPresent()) {
      IOUtils.deleteFilesIfExist(files);
      return;
    }
    Path first = root.resolve("g-%06d".formatted(1));
    if (files.isEmpty() && !Files.isDirectory(first)) {
      return;
    }
    Files.createDirectories(first);
    for (Path file : files) {
      Files.move(file, first.resolve(file.getFileName()));
    }
    IOUtils.fsync(first, true);
    promote(first);
  }

  private static List<Path> filesOfFormerLayout(Path root) throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isOfLucene(file.getFileName().toString()))
          .toList();
    }
  }

  private static boolean isOfLucene(String name) {
    return name.startsWith("_")
        || name.startsWith("segments")
        || name.startsWith("pending_segments");
  }

  private static Optional<Path> named(Path root) throws IOException {
    String name;
    try {
      name = Files.readString(root.resolve(CURRENT), StandardCharsets.ISO_8859_1).strip();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (!NAME.matcher(name).matches()) {
      throw new CorruptIndexException("names no generation", root.resolve(CURRENT).toString());
    }
    return Optional.of(root.resolve(name));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(path -> NAME.matcher(path.getFileName().toString()).matches()).toList();
    }
  }

  private static long number(Path folder) {
    Matcher matcher = NAME.matcher(folder.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
