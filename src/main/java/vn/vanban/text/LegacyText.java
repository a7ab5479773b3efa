package vn.vanban.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanban.viet.Syllables;

/**
 * Decides whether text is in a legacy encoding by the words with marks: in which reading are they
 * Vietnamese syllables? First for the document, then for each paragraph, so that a word or two of
 * another language in a Unicode document, or a Unicode paragraph in a legacy one, stays as it is.
 */
final class LegacyText {
  /** In a legacy document this part of the words with marks are syllables once converted. */
  private static final double CONVINCING = 0.7;

  /** A single line may hold names and abbreviations. */
  private static final double PLAUSIBLE = 0.5;

  private static final double MUCH_BETTER = 1.5;

  private static final int FEW_WORDS = 3;

  /** Words with marks that are syllables as they stand, and in each legacy reading. */
  private static final class Count {
    private final Map<LegacyEncoding, Integer> legacy = new EnumMap<>(LegacyEncoding.class);
    private int words;
    private int unicode;
    private int any;

    void add(Count other) {
      words += other.words;
      unicode += other.unicode;
      any += other.any;
      other.legacy.forEach((encoding, n) -> legacy.merge(encoding, n, Integer::sum));
    }

    int in(LegacyEncoding encoding) {
      return legacy.getOrDefault(encoding, 0);
    }
  }

  private final Optional<LegacyEncoding> encoding;

  /**
   * @param paragraphs of one document
   */
  LegacyText(List<String> paragraphs) {
    Count all = new Count();
    for (String paragraph : paragraphs) {
      if (mayBeLegacy(paragraph)) {
        all.add(count(paragraph));
      }
    }
    boolean convincing =
        all.any >= FEW_WORDS
            && all.any >= CONVINCING * all.words
            && all.any > MUCH_BETTER * all.unicode;
    encoding = convincing ? Optional.of(better(all, LegacyEncoding.TCVN3)) : Optional.empty();
  }

  /** Whether the document as a whole is in a legacy encoding. */
  boolean isLegacy() {
    return encoding.isPresent();
  }

  /** The encoding of a paragraph, if it is none of Unicode. */
  Optional<LegacyEncoding> encoding(String paragraph) {
    if (encoding.isEmpty() || !mayBeLegacy(paragraph)) {
      return Optional.empty();
    }
    Count count = count(paragraph);
    LegacyEncoding best = better(count, encoding.get());
    boolean plausible =
        count.in(best) >= count.unicode && count.in(best) >= PLAUSIBLE * count.words;
    return plausible ? Optional.of(best) : Optional.empty();
  }

  /** The reading with clearly more syllables, else the usual one. */
  private static LegacyEncoding better(Count count, LegacyEncoding usual) {
    LegacyEncoding best = usual;
    for (LegacyEncoding other : LegacyEncoding.values()) {
      if (count.in(other) > count.in(best) + count.words / FEW_WORDS) {
        best = other;
      }
    }
    return best;
  }

  /** Legacy text has letters of windows-1252 and none that only Unicode Vietnamese has. */
  private static boolean mayBeLegacy(String text) {
    boolean high = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '\u1EA0' && c <= '\u1EF9') || c == 'ơ' || c == 'ư' || c == 'đ' || c == 'ă') {
        return false;
      }
      high |= isLegacyLetter(c);
    }
    return high;
  }

  private static Count count(String text) {
    Count count = new Count();
    int start = -1;
    boolean marked = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean high = isLegacyLetter(c);
      if (high || Character.isLetter(c)) {
        start = start < 0 ? i : start;
        marked |= high;
      } else {
        if (marked) {
          count(text.substring(start, i), count);
        }
        start = -1;
        marked = false;
      }
    }
    return count;
  }

  private static void count(String word, Count count) {
    if ((word.length() == 1 && !Character.isLetter(word.charAt(0))) || isEthOnly(word)) {
      return;
    }
    count.words++;
    boolean any = false;
    count.unicode += Syllables.isValid(word) ? 1 : 0;
    for (LegacyEncoding encoding : LegacyEncoding.values()) {
      String read = encoding.decode(word);
      if (!read.equals(word) && Syllables.isValid(read)) {
        count.legacy.merge(encoding, 1, Integer::sum);
        any = true;
      }
    }
    count.any += any ? 1 : 0;
  }

  /** An eth is more often a mistyped Đ than a TCVN3 letter: it proves nothing. */
  private static boolean isEthOnly(String word) {
    return word.chars().noneMatch(c -> isLegacyLetter((char) c) && c != 'Ð' && c != 'ð');
  }

  /** The high half of windows-1252 where the legacy encodings have their letters. */
  static boolean isLegacyLetter(char c) {
    return (c >= '\u00A1' && c <= '\u00FE') || LegacyEncoding.isLookAlike(c);
  }
}
