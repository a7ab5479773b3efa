package vn.vanban.registry;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes document ids: 16 characters of Crockford's base 32 in lower case, ten for the milliseconds
 * since 1970 (as in ULID) so that ids sort by time, six at random. They say nothing else about the
 * document.
 */
final class DocumentIds {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 6;

  private final SecureRandom random = new SecureRandom();

  String next(Instant now) {
    char[] id = new char[TIME_DIGITS + RANDOM_DIGITS];
    long millis = now.toEpochMilli();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id[i] = DIGITS.charAt((int) (millis & 31));
      millis >>>= 5;
    }
    for (int i = TIME_DIGITS; i < id.length; i++) {
      id[i] = DIGITS.charAt(random.nextInt(32));
    }
    return new String(id);
  }
}
