package vn.vanban.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts attempts by whom they are for or from, in windows of fifteen minutes, for a bounded number
 * of names: the ones counted longest ago are forgotten first.
 */
final class Attempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MAX_NAMES = 20_000;

  private record Count(Instant since, int attempts) {}

  private final int most;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  /**
   * @param most in a window
   */
  Attempts(int most) {
    this.most = most;
  }

  /** Counts an attempt before it is made; false if it may not be made. */
  synchronized boolean take(String name, Instant now) {
    Count before = counts.remove(name);
    Count counted =
        before == null || before.since().plus(WINDOW).isBefore(now)
            ? new Count(now, 1)
            : new Count(before.since(), Math.min(most + 1, before.attempts() + 1));
    counts.put(name, counted);
    if (counts.size() > MAX_NAMES) {
      Iterator<String> oldest = counts.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return counted.attempts() <= most;
  }

  /** Forgets what failed before a success. */
  synchronized void forget(String name) {
    counts.remove(name);
  }
}
