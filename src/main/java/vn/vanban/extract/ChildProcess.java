package vn.vanban.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.vanban.extract.ExtractionWire.ExhaustedException;

/** The parent's end of one {@link ExtractionChild}. For one thread at a time. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Path temporary;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private int asked;

  /** The file took longer than it may; the child is killed. */
  static final class LateException extends Exception {
    private static final long serialVersionUID = 1L;

    LateException(IOException cause) {
      super(cause);
    }
  }

  private ChildProcess(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts a child with nothing of this process but its class path: no environment, no files, a
   * folder of its own.
   *
   * @param program what it runs
   * @param heapMegabytes how much memory it may use
   */
  static ChildProcess start(ChildProgram program, Limits limits, int heapMegabytes)
      throws IOException {
    Path temporary = TemporaryFiles.make();
    List<String> command =
        program.command(
            List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + temporary.resolve("hs_err"),
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.awt.headless=true"),
            ExtractionChild.arguments(limits));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    boolean started = false;
    try {
      ChildProcess child = new ChildProcess(builder.start(), temporary);
      started = true;
      return child;
    } finally {
      if (!started) {
        TemporaryFiles.delete(temporary);
      }
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
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> timer =
        clock.schedule(
            () -> {
              late.set(true);
              process.destroyForcibly();
            },
            limits.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      ExtractionWire.ask(requests, file);
      return wire.answer(answers);
    } catch (IOException e) {
      if (late.get()) {
        throw new LateException(e);
      }
      throw e;
    } finally {
      timer.cancel(false);
    }
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
