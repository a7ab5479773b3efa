package vn.vanban.bench;

import java.util.BitSet;

/**
 * Counts different syllables and pairs of text of any length in room of its own size, by the share
 * of bits that stay unset (linear counting: Whang, Vander-Zanden, Taylor 1990).
 */
final class Vocabulary {
  private static final int BITS = 1 << 26;

  private final BitSet syllables = new BitSet(BITS);
  private final BitSet pairs = new BitSet(BITS);

  /** Counts what a text has; words of different case are one. */
  void add(String text) {
    long before = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = (word + Character.toLowerCase(c)) * 0x9E3779B97F4A7C15L;
      } else if (word != 0) {
        syllables.set(bit(word));
        if (before != 0) {
          pairs.set(bit(before * 31 + word));
        }
        before = word;
        word = 0;
      }
    }
  }

  private static int bit(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 38);
  }

  /** About how many different syllables were counted. */
  long syllables() {
    return count(syllables);
  }

  /** About how many different pairs of neighbours were counted. */
  long pairs() {
    return count(pairs);
  }

  private static long count(BitSet seen) {
    double unset = Math.max(1, BITS - seen.cardinality());
    return Math.round(-(double) BITS * Math.log(unset / BITS));
  }
}
