package vn.vanban.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.ingest.FileOutcome.Result;
import vn.vanban.registry.Act;
import vn.vanban.registry.RegistryException;

/**
 * A folder whose files are registered as they arrive (hộp nhận). A file is taken once it has stayed
 * the same for a while, and moved to {@code done/} or, with the reason beside it, to {@code
 * rejected/}; whatever happens it is never deleted. One that was registered and not moved, for the
 * machine stopped between the two, is registered again, which changes nothing. Folders and links
 * within the folder are left alone.
 */
public final class Inbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Names under which programs write what is not yet complete. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "\\..*|~.*|.*~|.*\\.(part|partial|tmp|temp|crdownload|download|filepart|swp)",
          Pattern.CASE_INSENSITIVE);

  /** Beside a rejected file. */
  private static final String REASON = ".ly-do.txt";

  private static final Act ACT = new Act("hộp nhận", "");

  /** How a file looked; it is complete when it looks the same again. */
  private record Look(long bytes, FileTime modified) {}

  /**
   * What came of the files so far.
   *
   * @param waiting files that are there and not yet registered or rejected
   * @param done files registered since the start, those that were known included
   * @param rejected files that could not be read
   * @param failure what kept the last look from its work: the folder, or a file in it, could not be
   *     read or moved
   */
  public record State(int waiting, long done, long rejected, Optional<Exception> failure) {
    private static final State NEW = new State(0, 0, 0, Optional.empty());

    private State seen(int files) {
      return new State(files, done, rejected, failure);
    }

    private State registered() {
      return new State(waiting - 1, done + 1, rejected, failure);
    }

    private State refused() {
      return new State(waiting - 1, done, rejected + 1, failure);
    }

    private State after(Optional<Exception> failing) {
      return new State(waiting, done, rejected, failing);
    }
  }

  private final Path folder;
  private final Path doneFolder;
  private final Path rejectedFolder;
  private final Receiver receiver;
  private final Duration interval;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("vanban-inbox").daemon().factory());
  private @Nullable ScheduledFuture<?> looking;
  private Map<Path, Look> looks = new HashMap<>();
  private volatile State state = State.NEW;

  /**
   * Makes the folder where it is missing.
   *
   * @param folder which
   * @param receiver registers what arrives
   * @param interval between two looks; a file that is the same in both is complete
   * @throws IOException if the folder cannot be made or written to
   */
  public Inbox(Path folder, Receiver receiver, Duration interval) throws IOException {
    this.folder = folder;
    this.receiver = receiver;
    this.interval = interval;
    doneFolder = Files.createDirectories(folder.resolve("done"));
    rejectedFolder = Files.createDirectories(folder.resolve("rejected"));
    for (Path needed : List.of(folder, doneFolder, rejectedFolder)) {
      if (!Files.isWritable(needed)) {
        throw new IOException("không ghi được vào " + needed);
      }
    }
  }

  /** Looks from now on. */
  public synchronized void start() {
    looking =
        clock.scheduleWithFixedDelay(
            this::lookAndTell, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What came of the files so far. */
  public State state() {
    return state;
  }

  private void lookAndTell() {
    Optional<Exception> before = state.failure();
    Optional<Exception> now = look();
    state = state.after(now);
    // The next look tries again; a full disk or an unmounted folder may come back.
    if (now.isPresent() && !now.map(Object::toString).equals(before.map(Object::toString))) {
      LOG.error("the inbox {} cannot do its work now", folder, now.get());
    }
  }

  /** Takes the files that are complete; one that cannot be taken does not keep others back. */
  private Optional<Exception> look() {
    Optional<Exception> failure = Optional.empty();
    try {
      for (Path file : complete()) {
        if (clock.isShutdown()) {
          break;
        }
        try {
          take(file);
          looks.remove(file);
        } catch (ReadingUnavailableException | RegistryException e) {
          failure = Optional.of(e); // no other file would fare better
          break;
        } catch (IOException | RuntimeException e) {
          failure = Optional.of(e);
        } catch (OutOfMemoryError e) {
          failure = Optional.of(new IOException("Không đủ bộ nhớ để đọc " + file, e));
        }
      }
    } catch (IOException | RuntimeException e) {
      failure = Optional.of(e);
    }
    return failure;
  }

  /** The files that look as they did the last time. */
  private List<Path> complete() throws IOException {
    Map<Path, Look> now = new HashMap<>();
    List<Path> complete = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<Look> look = lookAt(file);
        look.ifPresent(seen -> now.put(file, seen));
        if (look.isPresent() && look.equals(Optional.ofNullable(looks.get(file)))) {
          complete.add(file);
        }
      }
    }
    looks = now;
    complete.sort(null);
    state = state.seen(now.size());
    return complete;
  }

  private static Optional<Look> lookAt(Path file) throws IOException {
    if (UNFINISHED.matcher(file.getFileName().toString()).matches()) {
      return Optional.empty();
    }
    try {
      BasicFileAttributes is =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile()
          ? Optional.of(new Look(is.size(), is.lastModifiedTime()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty(); // its writer took it back
    }
  }

  private void take(Path file) throws IOException {
    List<FileOutcome> outcomes;
    try {
      long size = Files.size(file);
      if (size > receiver.maxBytes()) {
        reject(
            file,
            "Tệp có %,d byte, vượt giới hạn %,d byte. / The file is too large."
                .formatted(size, receiver.maxBytes()));
        return;
      }
      outcomes = receiver.receive(file.getFileName().toString(), Files.readAllBytes(file), ACT);
    } catch (NoSuchFileException e) {
      return; // its writer took it back
    }
    List<String> refused =
        outcomes.stream()
            .filter(outcome -> outcome.result() == Result.REJECTED)
            .map(outcome -> outcome.source() + ": " + outcome.reason().orElse(""))
            .toList();
    if (refused.size() == outcomes.size()) {
      reject(
          file,
          refused.isEmpty() ? "Tệp không chứa văn bản nào. / Nothing in it." : lines(refused));
      return;
    }
    Path moved = move(file, doneFolder);
    if (!refused.isEmpty()) {
      tell(moved, lines(refused)); // an archive that was read in part
    }
    state = state.registered();
  }

  private static String lines(List<String> reasons) {
    return String.join("\n", reasons);
  }

  private void reject(Path file, String reason) throws IOException {
    Path moved = move(file, rejectedFolder);
    tell(moved, reason);
    state = state.refused();
  }

  private static void tell(Path file, String reason) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + REASON);
    Files.write(beside, (reason + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Under its own name, or one with a number where that is taken. */
  private static Path move(Path file, Path folder) throws IOException {
    String name = file.getFileName().toString();
    Files.createDirectories(folder); // somebody may have put it away
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    for (int n = 1; ; n++) {
      Path target =
          folder.resolve(n == 1 ? name : String.format(Locale.ROOT, "%s-%d%s", stem, n, ending));
      try {
        Files.createFile(target); // whoever makes it has the name
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      try {
        return replace(file, target);
      } catch (IOException e) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(target); // the name is free again
        }
        throw e;
      }
    }
  }

  private static Path replace(Path file, Path target) throws IOException {
    try {
      return Files.move(
          file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Ends after the file that is being read. */
  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.cancel(false);
    }
    clock.shutdown();
    try {
      while (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.info("waiting for the file that the inbox is reading");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
