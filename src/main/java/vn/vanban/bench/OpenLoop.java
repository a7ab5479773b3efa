package vn.vanban.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at times of its own choosing, whether or not earlier ones are answered: arrivals
 * are a Poisson process, and the time of an answer counts from when the request was due, so that a
 * service that stalls is not spared the questions of that moment.
 */
final class OpenLoop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The memory and the ports of a load are bounded; who would be more, counts as not sent. */
  private static final int MOST_AT_ONCE = 4_000;

  /**
   * One answer.
   *
   * @param status of HTTP; 0 if there was none
   * @param nanos from when it was due
   */
  record Answer(LoadRequest.Kind kind, int status, long nanos) {}

  /**
   * What came of a load.
   *
   * @param answers in the order of their requests
   * @param notSent requests that found too many before them unanswered
   * @param wallNanos from the first request to the last answer
   */
  record Outcome(List<Answer> answers, int notSent, long wallNanos) {}

  private final URI base;
  private final Random random;

  OpenLoop(URI base, long seed) {
    this.base = base;
    this.random = new Random(seed);
  }

  /**
   * Sends them all.
   *
   * @param perSecond how many are due in a second, on average
   */
  Outcome send(List<LoadRequest> requests, double perSecond) {
    Semaphore places = new Semaphore(MOST_AT_ONCE);
    List<CompletableFuture<Answer>> answers = new ArrayList<>(requests.size());
    int notSent = 0;
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(2);
        HttpClient client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .connectTimeout(PATIENCE)
                .build()) {
      double due = 0;
      for (LoadRequest request : requests) {
        due += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
        long at = start + (long) due;
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        if (!places.tryAcquire()) {
          notSent++;
          continue;
        }
        answers.add(
            client
                .sendAsync(
                    HttpRequest.newBuilder(base.resolve(request.path())).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .handle((answer, failure) -> {
                  places.release();
                  int status =
                      failure == null && answer.body().length > 0 ? answer.statusCode() : 0;
                  return new Answer(request.kind(), status, System.nanoTime() - at);
                }));
      }
      return new Outcome(
          answers.stream().map(CompletableFuture::join).toList(),
          notSent,
          System.nanoTime() - start);
    }
  }
}
