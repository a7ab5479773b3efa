package vn.vanban.http;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that costs much: made once for each state of what it is made of, by one thread at a
 * time, and while the state keeps changing for at most a twentieth of the time. Who asks meanwhile
 * gets the one before.
 *
 * @param <S> what tells one state from another
 * @param <T> the answer
 */
final class Kept<S, T> {
  private static final int REST = 20;

  private record Made<S, T>(S state, T answer, long until) {}

  private final Supplier<S> state;
  private final Supplier<T> maker;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made<S, T> last;

  /**
   * @param state quickly told
   * @param maker makes the answer
   */
  Kept(Supplier<S> state, Supplier<T> maker) {
    this.state = state;
    this.maker = maker;
  }

  T get() {
    S now = state.get();
    Made<S, T> made = last;
    if (made != null && isGood(made, now)) {
      return made.answer();
    }
    if (made != null && !making.tryLock()) {
      return made.answer();
    }
    if (made == null) {
      making.lock();
    }
    try {
      made = last;
      return made != null && isGood(made, now) ? made.answer() : make(now);
    } finally {
      making.unlock();
    }
  }

  private boolean isGood(Made<S, T> made, S now) {
    return made.state().equals(now) || System.nanoTime() - made.until() < 0;
  }

  private T make(S now) {
    long begun = System.nanoTime();
    T answer = maker.get();
    long end = System.nanoTime();
    last =
        new Made<>(now, answer, end + Duration.ofNanos(end - begun).multipliedBy(REST).toNanos());
    return answer;
  }
}
