package vn.vanban.text;

import java.util.Locale;
import java.util.Set;
import vn.vanban.viet.Syllables;

/**
 * Tells text that lost its Vietnamese letters: PDF fonts without a map to Unicode leave {@code ngh
 * nh … N -CP}, recognition for English gives {@code Cdn c* Ludt X} l! vi phqm hdnh chinh}. What
 * tells them is the share of words that no whole text has many of: consonants that stand alone, and
 * letters with digits among them. In real documents that are whole it is at most .03 (most in lists
 * of {@code điểm b, c và d}); in the damaged ones .12 and more.
 */
final class TextDamage {
  private static final double MANY = 0.08;

  private static final int MIN_WORDS = 30;

  /** Of the words of four letters and more, this part is syllables: Vietnamese without marks. */
  private static final double VIETNAMESE = 0.15;

  private static final double UNMARKED_VIETNAMESE = 0.6;

  /** In Vietnamese four words of five have a mark, in a bilingual table two. */
  private static final double FEW_MARKS = 0.05;

  private static final Set<String> CONSONANTS =
      Set.of("ch", "gh", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr");

  private int words;
  private int broken;
  private int marked;
  private int longWords;
  private int syllables;

  /** Counts the words of a part of a text. */
  void add(CharSequence text) {
    int start = -1;
    boolean letters = false;
    boolean mark = false;
    boolean mixed = false;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : ' ';
      boolean letter = c < '\u0080' ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
      if (letter || (c >= '0' && c <= '9')) {
        if (start < 0) {
          start = i;
        }
        letters |= letter;
        mark |= letter && c >= '\u0080';
        // l6p, ph4m: a digit after a small letter, or before one; not in 3A, m2 or 10km.
        mixed |= !letter && i > start && isSmall(text.charAt(i - 1)) && isSmallAt(text, i + 1);
      } else if (start >= 0) {
        if (letters) {
          words++;
          marked += mark ? 1 : 0;
          broken += mixed || (!mark && i - start <= 3 && isAlone(text, start, i)) ? 1 : 0;
          if (!mark && !mixed && i - start >= 4) {
            longWords++;
            syllables += Syllables.isValid(text, start, i) ? 1 : 0;
          }
        }
        start = -1;
        letters = false;
        mark = false;
        mixed = false;
      }
    }
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isSmallAt(CharSequence text, int at) {
    return at < text.length() && isSmall(text.charAt(at));
  }

  /** A small consonant, unless it is the letter of a list: {@code b)}, {@code c.}. */
  private static boolean isAlone(CharSequence text, int start, int end) {
    char next = end < text.length() ? text.charAt(end) : ' ';
    if (end - start == 1) {
      return "bcdghklmnpqrstvx".indexOf(text.charAt(start)) >= 0
          && ").,;/'’".indexOf(next) < 0
          && !isDigitBefore(text, start)
          && !isListed(text, start);
    }
    String word = text.subSequence(start, end).toString();
    return CONSONANTS.contains(word) && !isDigitBefore(text, start);
  }

  /** các điểm b, c và d; khoản 3 điểm k. */
  private static boolean isListed(CharSequence text, int start) {
    int at = start - 1;
    if (at < 2 || text.charAt(at) != ' ') {
      return false;
    }
    String before = text.subSequence(Math.max(0, at - 4), at).toString();
    return before.endsWith(",") || before.endsWith(" và") || before.endsWith("điểm");
  }

  /** 5 m, 10 g: a unit. */
  private static boolean isDigitBefore(CharSequence text, int start) {
    int at = start - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at >= 0 && at >= start - 2 && Character.isDigit(text.charAt(at));
  }

  /** The share of words that are broken, from 0 to 1. */
  double share() {
    return words == 0 ? 0 : (double) broken / words;
  }

  /** Whether letters are lost, so that names read from the text are not to be trusted. */
  boolean found() {
    boolean vietnamese = marked * 5 >= words || syllables >= VIETNAMESE * Math.max(1, longWords);
    return words >= MIN_WORDS && share() >= MANY && vietnamese;
  }

  /** Whether it is Vietnamese typed without marks. */
  boolean unmarked() {
    return words >= MIN_WORDS
        && marked <= FEW_MARKS * words
        && longWords >= MIN_WORDS / 3
        && syllables >= UNMARKED_VIETNAMESE * longWords;
  }

  /** What to tell of it. */
  String message() {
    return found()
        ? String.format(
            Locale.ROOT,
            "Lớp chữ bị hỏng: %.0f %% số từ mất chữ cái tiếng Việt hoặc nhận dạng sai; tên riêng"
                + " không đáng tin.",
            100 * share())
        : "Văn bản viết không dấu; tên riêng không đáng tin.";
  }
}
