package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Costly answers are made once for each state, and never often. */
class KeptTest {
  private final AtomicInteger state = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void oneStateIsAnsweredOnceAndTheNextAnew() {
    Kept<Integer, Integer> kept = new Kept<>(state::get, made::incrementAndGet);
    assertThat(kept.get()).isEqualTo(1);
    assertThat(kept.get()).isEqualTo(1);
    state.incrementAndGet();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (kept.get() == 1 && System.nanoTime() < end) {
      Thread.onSpinWait(); // until the rest after the first making is over
    }
    assertThat(kept.get()).isEqualTo(2);
  }

  @Test
  void whileTheStateKeepsChangingTheAnswerRestsTwentyTimesAsLongAsItTook() {
    Kept<Integer, Integer> kept =
        new Kept<>(
            state::incrementAndGet,
            () -> {
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
              return made.incrementAndGet();
            });
    for (int i = 0; i < 1_000; i++) {
      assertThat(kept.get()).isEqualTo(1);
    }
  }

  @Test
  void whoAsksWhileTheNextIsMadeGetsTheOneBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    Kept<Integer, Integer> kept =
        new Kept<>(
            state::get,
            () -> {
              int number = made.incrementAndGet();
              if (number > 1) {
                begun.countDown();
                awaitUninterrupted(free);
              }
              return number;
            });
    assertThat(kept.get()).isEqualTo(1);
    state.incrementAndGet();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> next =
          other.submit(() -> {
            int answer = kept.get();
            while (answer == 1) {
              answer = kept.get();
            }
            return answer;
          });
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(kept.get()).isEqualTo(1);
      free.countDown();
      assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }
  }

  @Test
  void aFailureIsNotKept() {
    Kept<Integer, Integer> kept =
        new Kept<>(
            state::get,
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
              }
              return made.get();
            });
    assertThatThrownBy(kept::get).hasMessage("not yet");
    assertThat(kept.get()).isEqualTo(2);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
