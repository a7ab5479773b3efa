package vn.vanban.extract;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param maxBytes of the file, and of all members unpacked together
 * @param maxCharacters of text; what comes after is cut, with a note
 * @param maxDepth of archives in archives
 * @param maxMembers of one archive
 * @param timeout of one parse
 */
public record Limits(
    long maxBytes, int maxCharacters, int maxDepth, int maxMembers, Duration timeout) {

  /** Generous for office files, finite for bombs. */
  public static final Limits DEFAULT =
      new Limits(256L << 20, 50_000_000, 4, 10_000, Duration.ofMinutes(2));
}
