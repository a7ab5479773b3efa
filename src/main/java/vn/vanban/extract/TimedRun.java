package vn.vanban.extract;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.vanban.extract.ExtractionException.Reason;

/**
 * Runs parses on threads of its own and abandons one that is past its time. An abandoned thread is
 * interrupted, which ends it at the next paragraph or read; until it has ended it holds a permit,
 * so that runaways cannot pile up.
 */
final class TimedRun implements AutoCloseable {
  private final Duration timeout;
  private final Semaphore permits;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("extract-", 0).factory());

  TimedRun(Duration timeout, int maxThreads) {
    this.timeout = timeout;
    this.permits = new Semaphore(maxThreads);
  }

  <T> T call(Callable<T> work) throws ExtractionException {
    try {
      if (!permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ExtractionException(
            Reason.LIMIT,
            "Quá nhiều tệp trước đó đọc quá thời gian mà chưa dừng; hãy thử lại sau.");
      }
      Future<T> result = submit(work);
      try {
        return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw new ExtractionException(
            Reason.LIMIT, "Đọc tệp quá " + timeout.toSeconds() + " giây nên đã dừng.", e);
      } finally {
        result.cancel(true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExtractionException(Reason.LIMIT, "Việc đọc tệp bị ngắt giữa chừng.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExtractionException failure) {
        throw failure;
      }
      throw TikaExtractor.damaged(e);
    }
  }

  private <T> Future<T> submit(Callable<T> work) {
    boolean started = false;
    try {
      Future<T> result =
          threads.submit(() -> {
            try {
              return work.call();
            } finally {
              permits.release();
            }
          });
      started = true;
      return result;
    } finally {
      if (!started) {
        permits.release();
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
