package vn.vanban.extract;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.extract.ChildProcess.LateException;
import vn.vanban.extract.ChildProcess.StartException;
import vn.vanban.extract.ExtractionException.Reason;
import vn.vanban.extract.ExtractionWire.ExhaustedException;

/**
 * Reads files in child processes: one that hangs, explodes or crashes its parser costs a child, and
 * this process nothing but the answer it accepts. A child is started when a file waits for one,
 * kept for later files, and replaced after some thousands of them. Threads may share one object.
 */
public final class IsolatedExtractor implements Extractor {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedExtractor.class);

  /**
   * Enough for the office files that are met; one that needs more is tried again with {@link
   * #LARGE_HEAP}.
   */
  private static final int HEAP = 768;

  private static final int LARGE_HEAP = 3072;

  /** What libraries leak, ends with the child. */
  private static final int FILES_OF_A_CHILD = 5_000;

  /** A child may be killed for reasons that are not the file's. */
  private static final int ATTEMPTS = 3;

  private static final String STOPPED =
      "Chương trình đang dừng nên tệp chưa được đọc (không phải lỗi của tệp).";

  private final ChildProgram program;
  private final Limits limits;
  private final ExtractionWire wire;
  private final Semaphore places;

  /** One large child at a time: it is for the rare file. */
  private final Semaphore largePlace = new Semaphore(1);

  private final Deque<ChildProcess> idle = new ArrayDeque<>();
  private final Set<ChildProcess> all = new HashSet<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("extract-clock").factory());
  private boolean closed;

  /**
   * Starts nothing yet.
   *
   * @param limits of one file
   * @param children that parse at a time
   */
  public IsolatedExtractor(Limits limits, int children) {
    this(limits, children, ChildProgram.of(ExtractionChild.class));
  }

  /** With children that run another program. */
  IsolatedExtractor(Limits limits, int children, ChildProgram program) {
    this.program = program;
    this.limits = limits;
    this.wire = new ExtractionWire(limits);
    this.places = new Semaphore(children);
  }

  @Override
  public Extraction extract(SourceFile file) throws ExtractionException {
    TikaExtractor.refuseBySize(file, limits);
    Extraction extraction;
    try {
      extraction = read(file, HEAP, places);
    } catch (ExhaustedException e) {
      return withMoreMemory(file);
    }
    return isSuspicious(extraction) ? withMoreMemory(file, extraction) : extraction;
  }

  private Extraction read(SourceFile file, int heapMegabytes, Semaphore places)
      throws ExtractionException, ExhaustedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(file, heapMegabytes, places);
      } catch (LateException e) {
        throw new ExtractionException(
            Reason.LIMIT, "Đọc tệp quá " + limits.timeout().toSeconds() + " giây nên đã dừng.", e);
      } catch (IOException e) {
        if (isClosed()) {
          throw stopped(e);
        }
        LOG.warn("attempt {} at {}: {}", attempt, file.name(), e.getMessage());
        if (attempt == ATTEMPTS) {
          throw failed(e);
        }
      }
    }
  }

  /** Pages without text and without pictures: a parser may have swallowed its lack of memory. */
  private static boolean isSuspicious(Extraction extraction) {
    ExtractedText text = extraction.text();
    return text.pages() > 0
        && !text.images()
        && text.paragraphs().stream().allMatch(p -> p.text().isBlank())
        && extraction.members().isEmpty();
  }

  private Extraction withMoreMemory(SourceFile file, Extraction empty) {
    try {
      return withMoreMemory(file);
    } catch (ExtractionException e) {
      LOG.info("{} has no text with more memory either", file.name(), e);
      return empty;
    }
  }

  private Extraction withMoreMemory(SourceFile file) throws ExtractionException {
    try {
      return read(file, LARGE_HEAP, largePlace);
    } catch (ExhaustedException e) {
      throw new ExtractionException(
          Reason.LIMIT, "Tệp cần quá nhiều bộ nhớ nên không đọc được.", e);
    }
  }

  /** What is told when no attempt is left: nothing against the file if no child ever saw it. */
  private static ExtractionException failed(IOException e) {
    if (e instanceof StartException) {
      throw new ExtractorUnavailableException(
          "Không khởi động được chương trình đọc tệp (không phải lỗi của tệp): "
              + e.getMessage()
              + ".",
          e);
    }
    return new ExtractionException(
        Reason.DAMAGED, "Tệp làm chương trình đọc dừng đột ngột nên không đọc được.", e);
  }

  private static ExtractorUnavailableException stopped(Exception cause) {
    return new ExtractorUnavailableException(STOPPED, cause);
  }

  private Extraction attempt(SourceFile file, int heapMegabytes, Semaphore places)
      throws ExtractionException, ExhaustedException, LateException, IOException {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(e);
    }
    try {
      ChildProcess child = take(heapMegabytes);
      boolean whole = false;
      try {
        child.await(clock);
        Extraction extraction = child.ask(wire, file.bytes(), limits, clock);
        whole = true;
        return extraction;
      } catch (ExtractionException e) {
        whole = true;
        throw e;
      } catch (StartException e) {
        throw e;
      } catch (IOException e) {
        throw new IOException("the child ended (%s): %s".formatted(e, child.lastWords()), e);
      } catch (RejectedExecutionException e) {
        throw stopped(e); // the clock has stopped
      } finally {
        give(child, whole && heapMegabytes == HEAP && child.asked() < FILES_OF_A_CHILD);
      }
    } finally {
      places.release();
    }
  }

  private ChildProcess take(int heapMegabytes) throws StartException {
    synchronized (this) {
      refuseClosed();
      while (heapMegabytes == HEAP && !idle.isEmpty()) {
        ChildProcess child = idle.pop();
        if (child.isAlive()) {
          return child;
        }
        all.remove(child);
        child.close();
      }
    }
    ChildProcess child = ChildProcess.start(program, limits, heapMegabytes);
    boolean kept = false;
    try {
      keep(child);
      kept = true;
      return child;
    } finally {
      if (!kept) {
        child.close();
      }
    }
  }

  private synchronized void keep(ChildProcess child) {
    refuseClosed();
    all.add(child);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void refuseClosed() {
    if (closed) {
      throw new ExtractorUnavailableException(STOPPED);
    }
  }

  private void give(ChildProcess child, boolean again) {
    synchronized (this) {
      if (again && !closed) {
        idle.push(child);
        return;
      }
      all.remove(child);
    }
    child.close();
  }

  /** The processes that are alive, by their ids. */
  public synchronized Set<Long> children() {
    Set<Long> pids = new HashSet<>();
    for (ChildProcess child : all) {
      if (child.isAlive()) {
        pids.add(child.pid());
      }
    }
    return pids;
  }

  /** Kills all children; whoever waits for an answer of one is told that it is unavailable. */
  @Override
  public void close() {
    Set<ChildProcess> left;
    synchronized (this) {
      closed = true;
      idle.clear();
      left = Set.copyOf(all);
      all.clear();
    }
    left.forEach(ChildProcess::close);
    clock.shutdownNow();
  }
}
