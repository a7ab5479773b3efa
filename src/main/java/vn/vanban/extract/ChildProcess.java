package vn.vanban.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.vanban.extract.ExtractionWire.ExhaustedException;

/** The parent's end of one {@link ExtractionChild}. For one thread at a time. */
final class ChildProcess implements AutoCloseable {
  /** Until a child is ready; more than any machine needs that is not at its end. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path temporary;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final LastWords lastWords;
  private boolean ready;
  private int asked;

  /** The file took longer than it may; the child is killed. */
  static final class LateException extends Exception {
    private static final long serialVersionUID = 1L;

    LateException(IOException cause) {
      super(cause);
    }
  }

  /** It did not come so far as to see a file: the system is to blame, or the installation. */
  static final class StartException extends IOException {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private ChildProcess(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    lastWords = new LastWords(process.getErrorStream());
  }

  /**
   * Starts a child with nothing of this process but its class path: no environment, no files, a
   * folder of its own.
   *
   * @param program what it runs
   * @param heapMegabytes how much memory it may use
   * @throws StartException if the system refuses a folder or a process
   */
  static ChildProcess start(ChildProgram program, Limits limits, int heapMegabytes)
      throws StartException {
    Path temporary;
    try {
      temporary = TemporaryFiles.make();
    } catch (IOException e) {
      throw new StartException(
          "không tạo được thư mục tạm trong %s (%s)".formatted(TemporaryFiles.parent(), e), e);
    }
    List<String> command =
        program.command(
            List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisplayVMOutputToStderr", // standard output is for answers
                "-XX:ErrorFile=" + temporary.resolve("hs_err"),
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.awt.headless=true"),
            ExtractionChild.arguments(limits));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    boolean started = false;
    try {
      ChildProcess child = new ChildProcess(builder.start(), temporary);
      started = true;
      return child;
    } catch (IOException | OutOfMemoryError e) { // the latter where no thread is to be had
      throw refused(e);
    } finally {
      if (!started) {
        TemporaryFiles.delete(temporary);
      }
    }
  }

  /**
   * Waits until it is ready to be asked.
   *
   * @param clock kills it when it takes too long
   * @throws StartException if it ended before; it is not to be used again
   */
  void await(ScheduledExecutorService clock) throws StartException {
    if (ready) {
      return;
    }
    try {
      lastWords.listen();
      timed(
          START_PATIENCE,
          clock,
          () -> {
            ExtractionWire.awaitReady(answers);
            return true;
          });
      ready = true;
    } catch (LateException e) {
      throw new StartException(
          "tiến trình con không sẵn sàng sau %d giây".formatted(START_PATIENCE.toSeconds()), e);
    } catch (IOException e) {
      throw new StartException("tiến trình con dừng khi khởi động: " + lastWords(), e);
    } catch (OutOfMemoryError e) {
      throw refused(e);
    } catch (ExtractionException | ExhaustedException e) {
      throw new IllegalStateException("an answer before any question", e);
    }
  }

  /**
   * Has a file parsed.
   *
   * @param clock kills the child when its time is up
   * @throws ExtractionException what the child says of the file
   * @throws ExhaustedException if it had too little memory; it is not to be used again
   * @throws LateException if it was too slow; it is dead
   * @throws IOException if it died, or says what it may not; it is not to be used again
   */
  Extraction ask(ExtractionWire wire, byte[] file, Limits limits, ScheduledExecutorService clock)
      throws ExtractionException, ExhaustedException, LateException, IOException {
    asked++;
    return timed(
        limits.timeout(),
        clock,
        () -> {
          ExtractionWire.ask(requests, file);
          return wire.answer(answers);
        });
  }

  private static StartException refused(Throwable e) {
    return new StartException("hệ thống không mở được tiến trình mới (%s)".formatted(e), e);
  }

  private interface Talk<T> {
    T run() throws IOException, ExtractionException, ExhaustedException;
  }

  private <T> T timed(Duration patience, ScheduledExecutorService clock, Talk<T> talk)
      throws ExtractionException, ExhaustedException, LateException, IOException {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> timer =
        clock.schedule(
            () -> {
              late.set(true);
              process.destroyForcibly();
            },
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return talk.run();
    } catch (IOException e) {
      if (late.get()) {
        throw new LateException(e);
      }
      throw e;
    } finally {
      timer.cancel(false);
    }
  }

  /** Kills it; the end of what it printed beside its answers. */
  String lastWords() {
    // By its handle: Process would close the pipes, and what is still to be read in them is lost.
    process.toHandle().destroyForcibly();
    process.onExit().join();
    String words = lastWords.text();
    process.destroyForcibly();
    return words.isEmpty() ? "mã thoát " + process.exitValue() : words;
  }

  /** How many files it was asked to parse. */
  int asked() {
    return asked;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, and deletes what it left. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    TemporaryFiles.delete(temporary);
  }
}
