package vn.vanban.registry;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes document ids: 16 characters of Crockford's base 32 in lower case, ten for the milliseconds
 * since 1970 (as in ULID) so that ids sort by time, six at random. They say nothing else about the
 * document. Ids of one object ascend and are never alike: within a millisecond the random part is
 * the last one plus one (ULID's monotonic form). A group is registered under one time, and among a
 * million documents six random digits alone would meet by chance.
 */
final class DocumentIds {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 6;
  private static final int RANDOM_BOUND = 1 << (5 * RANDOM_DIGITS);

  private final SecureRandom random = new SecureRandom();
  private long lastMillis = -1;
  private int lastRandom;

  synchronized String next(Instant now) {
    if (now.toEpochMilli() > lastMillis || lastRandom == RANDOM_BOUND - 1) {
      lastMillis = Math.max(now.toEpochMilli(), lastMillis + 1);
      // Half of the range is left for those that follow within the millisecond.
      lastRandom = random.nextInt(RANDOM_BOUND / 2);
    } else {
      lastRandom++;
    }
    return digits(lastMillis, TIME_DIGITS) + digits(lastRandom, RANDOM_DIGITS);
  }

  private static String digits(long value, int count) {
    char[] digits = new char[count];
    long left = value;
    for (int i = count - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (left & 31));
      left >>>= 5;
    }
    return new String(digits);
  }
}
