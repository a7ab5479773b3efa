package vn.vanban.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Work of one kind on its own platform threads, behind a queue of fixed length. What finds the
 * queue full is refused at once, so that a flood of one kind of request neither piles up nor holds
 * up the others.
 */
final class Lane implements AutoCloseable {
  private final String name;
  private final ThreadPoolExecutor threads;
  private final LongAdder refused = new LongAdder();
  private final Duration patience;

  /**
   * @param name of its threads
   * @param width how many run at a time
   * @param queue how many may wait
   * @param patience how long a caller waits in all
   */
  Lane(String name, int width, int queue, Duration patience) {
    this.name = name;
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            width,
            width,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(queue),
            Thread.ofPlatform().name("vanban-" + name + "-", 0).daemon().factory(),
            (work, full) -> {
              throw busy();
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs work and waits for it.
   *
   * @throws Problem 503 if the queue is full or the wait is over
   */
  <T> T call(Callable<T> work) {
    Future<T> future = threads.submit(work);
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Not interrupted: an interrupt would close the index files of everybody else's searches.
      future.cancel(false);
      throw busy();
    } catch (InterruptedException e) {
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw Problem.busy();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Problem busy() {
    refused.increment();
    return Problem.busy();
  }

  String name() {
    return name;
  }

  int running() {
    return threads.getActiveCount();
  }

  int waiting() {
    return threads.getQueue().size();
  }

  long refused() {
    return refused.sum();
  }

  @Override
  public void close() {
    threads.close();
  }
}
