package vn.vanban.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a data folder: an operating system lock on the file {@code lock}, which
 * ends with the process however it dies. Beside it {@code lock.txt} says who holds it.
 *
 * <p>The two are apart because POSIX drops a process's locks on a file as soon as it closes any
 * descriptor of it: {@code lock} is opened by nobody who only wants to know.
 */
final class FolderLock implements AutoCloseable {
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy").withZone(ZoneId.systemDefault());

  private final FileChannel channel;
  private final Path note;

  private FolderLock(FileChannel channel, Path note) {
    this.channel = channel;
    this.note = note;
  }

  /**
   * Takes the lock.
   *
   * @throws RegistryException if another process, or another registry of this one, holds it; it
   *     says who
   */
  static FolderLock take(Path folder) throws IOException {
    Path note = folder.resolve("lock.txt");
    Map<String, String> holder = read(note);
    ProcessHandle self = ProcessHandle.current();
    if (String.valueOf(self.pid()).equals(holder.get("pid"))
        && started(self).equals(holder.get("started"))) {
      throw held(folder, holder);
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Not closed: that would drop the other registry's lock, see above.
      throw held(folder, read(note));
    }
    if (lock == null) {
      channel.close();
      throw held(folder, read(note));
    }
    Map<String, String> mine = new TreeMap<>();
    mine.put("pid", String.valueOf(self.pid()));
    mine.put("started", started(self));
    mine.put("since", Instant.now().toString());
    mine.put("command", command(self));
    FolderLock taken = new FolderLock(channel, note);
    try {
      Files.writeString(
          note,
          mine.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue() + "\n")
              .collect(Collectors.joining()));
      return taken;
    } catch (IOException e) {
      try (taken) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(note);
    channel.close();
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Main class and arguments; the process's own command line is lost where it is long. */
  private static String command(ProcessHandle process) {
    String java = System.getProperty("sun.java.command", "");
    String command = java.isBlank() ? process.info().commandLine().orElse("?") : java;
    return command.replaceAll("\\p{Cntrl}+", " ");
  }

  private static Map<String, String> read(Path note) throws IOException {
    if (!Files.exists(note)) {
      return Map.of();
    }
    return Files.readAllLines(note).stream()
        .filter(line -> line.contains("="))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')),
                line -> line.substring(line.indexOf('=') + 1),
                (first, second) -> second));
  }

  private static FolderHeldException held(Path folder, Map<String, String> holder) {
    StringBuilder message = new StringBuilder("Thư mục dữ liệu ");
    message.append(folder).append(" đang được một tiến trình khác sử dụng");
    if (holder.containsKey("pid")) {
      message.append(" (PID ").append(holder.get("pid"));
      String since = holder.get("since");
      if (since != null) {
        message.append(", từ ").append(SINCE.format(Instant.parse(since)));
      }
      message.append(", lệnh: ").append(holder.getOrDefault("command", "?")).append(")");
    }
    return new FolderHeldException(
        message.append(". Hãy dừng tiến trình đó trước, hoặc chọn thư mục khác.").toString());
  }
}
