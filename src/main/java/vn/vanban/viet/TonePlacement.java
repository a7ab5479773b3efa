package vn.vanban.viet;

/**
 * Puts the tone of a syllable where the old style puts it (on the last vowel before a final
 * consonant, else on the first of two and the middle of three; always on a vowel with a circumflex,
 * breve or horn, the second of ươ). What is not built as a syllable (onset, vowels, final) or has
 * several tones is left alone.
 */
final class TonePlacement {
  private static final int MAX_SYLLABLE = 7; // nghiêng

  private TonePlacement() {}

  static void settle(char[] buffer, int start, int end) {
    if (end - start > MAX_SYLLABLE) {
      return;
    }
    int tonedAt = -1;
    for (int i = start; i < end; i++) {
      if (Letters.tone(buffer[i]) != Letters.LEVEL) {
        if (tonedAt >= 0) {
          return;
        }
        tonedAt = i;
      }
    }
    if (tonedAt < 0 || isSettled(buffer, start, tonedAt, end)) {
      return;
    }
    int first = start;
    while (first < end && !vowelAt(buffer, first)) {
      first++;
    }
    int last = first;
    while (last < end && vowelAt(buffer, last)) {
      last++;
    }
    for (int i = last; i < end; i++) {
      if (vowelAt(buffer, i)) {
        return;
      }
    }
    first += glide(buffer, start, first, last);
    if (last - first > 3) {
      return;
    }
    int carrier = carrier(buffer, first, last, last < end);
    if (carrier != tonedAt) {
      int tone = Letters.tone(buffer[tonedAt]);
      buffer[tonedAt] = Letters.toneless(buffer[tonedAt]);
      buffer[carrier] = Letters.toned(Letters.toneless(buffer[carrier]), tone);
    }
  }

  /** Told at a glance of most syllables: một has one vowel, tiền has the last with a circumflex. */
  private static boolean isSettled(char[] buffer, int start, int tonedAt, int end) {
    if (tonedAt + 1 < end && vowelAt(buffer, tonedAt + 1)) {
      return false;
    }
    char vowel = Letters.toneless(buffer[tonedAt]);
    return Letters.bare(vowel) != vowel || tonedAt == start || !vowelAt(buffer, tonedAt - 1);
  }

  /** The u of qu and the i of gi belong to the onset where another vowel follows. */
  private static int glide(char[] buffer, int start, int first, int last) {
    if (first != start + 1 || last - first < 2) {
      return 0;
    }
    char vowel = Letters.toneless(buffer[first]);
    return (buffer[start] == 'q' && vowel == 'u') || (buffer[start] == 'g' && vowel == 'i') ? 1 : 0;
  }

  private static int carrier(char[] buffer, int first, int last, boolean closed) {
    for (int i = last - 1; i >= first; i--) {
      char vowel = Letters.toneless(buffer[i]);
      if (Letters.bare(vowel) != vowel) {
        // ưa and ưu carry it on the ư, ươ on the ơ: the last marked vowel.
        return i;
      }
    }
    return switch (last - first) {
      case 1 -> first;
      case 2 -> closed ? first + 1 : first;
      default -> first + 1;
    };
  }

  private static boolean vowelAt(char[] buffer, int i) {
    return Letters.isVowel(Letters.toneless(buffer[i]));
  }
}
