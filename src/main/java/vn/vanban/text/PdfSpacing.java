package vn.vanban.text;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vanban.viet.Syllables;

/**
 * Repairs what printing does to syllables: kerning parts them ({@code th ông t ư}) or glues them
 * ({@code chuẩnthiết}), and false bold prints letters twice ({@code ĐĐiiềềuu}). Done only where
 * spelling leaves one reading: an onset alone is no word, and a syllable has one tone.
 */
final class PdfSpacing {
  private static final Set<String> ONSETS =
      Set.of("ch", "gh", "kh", "ng", "ngh", "nh", "ph", "th", "tr");

  private static final Set<String> FINALS = Set.of("c", "ch", "m", "n", "ng", "nh", "p", "t");

  /** After these a letter numbers an item: {@code điểm c ở trên}. */
  private static final Set<String> BEFORE_ITEMS =
      Set.of("điểm", "khoản", "mục", "các", "và", "hoặc", "đến", "tiết", "số");

  private static final int FEW = 5;

  /** One word in a hundred is parted: more than letters of lists ever pretend. */
  private static final int ONE_IN = 100;

  /** Real syllables have at most seven letters (nghiêng); no more than two are glued. */
  private static final int MAX_GLUED = 14;

  /** Whether the text has enough parted syllables to trust that single letters belong to them. */
  private final boolean parted;

  /**
   * Whether consonants that stand alone are mostly parted syllables, not what is left of lost ones.
   */
  private final boolean trusted;

  private int joinedSyllables;
  private int gluedSyllables;
  private int doubledLines;

  /**
   * @param lines of one document
   */
  PdfSpacing(List<? extends CharSequence> lines) {
    int words = 0;
    int alone = 0;
    int joinable = 0;
    for (CharSequence line : lines) {
      Words found = new Words(line);
      words += found.size;
      for (int i = 0; i < found.size; i++) {
        if (isConsonant(found.word(i)) && !found.isItem(i)) {
          alone++;
          joinable += found.joins(i) ? 1 : 0;
        }
      }
    }
    parted = joinable >= FEW && joinable * ONE_IN >= words && joinable * 2 >= alone;
    trusted = joinable * 2 >= alone;
  }

  int joined() {
    return joinedSyllables;
  }

  int unglued() {
    return gluedSyllables;
  }

  int undoubled() {
    return doubledLines;
  }

  /** The line repaired; itself if there is nothing to repair. */
  CharSequence repair(CharSequence text) {
    CharSequence line = text;
    if (isDoubled(text)) {
      doubledLines++;
      line = halved(cells(text));
    }
    Words words = new Words(line);
    BitSet blanks = new BitSet();
    BitSet breaks = new BitSet();
    for (int i = 0; i < words.size; i++) {
      int at = words.glued(i);
      if (at > 0) {
        breaks.set(at);
      } else if (trusted && joins(words, i)) {
        blanks.set(words.ends[i]);
      }
    }
    if (blanks.isEmpty() && breaks.isEmpty()) {
      return line;
    }
    joinedSyllables += blanks.cardinality();
    gluedSyllables += breaks.cardinality();
    Cells from = cells(line);
    Cells out = new Cells(from.length() + breaks.cardinality());
    for (int i = 0; i < from.length(); i++) {
      if (breaks.get(i)) {
        out.add(' ', from.source(i));
      }
      if (!blanks.get(i)) {
        out.add(from.charAt(i), from.source(i));
      }
    }
    return out;
  }

  private boolean joins(Words words, int i) {
    String word = words.word(i);
    if (ONSETS.contains(word) || (parted && isConsonant(word))) {
      return !words.isItem(i) && words.joins(i);
    }
    return parted && words.joinsFinal(i);
  }

  private static Cells cells(CharSequence text) {
    return text instanceof Cells cells ? cells : Cells.of(text);
  }

  private static boolean isConsonant(String word) {
    return ONSETS.contains(word)
        || (word.length() == 1 && "bcdđghklmnprstvx".indexOf(word.charAt(0)) >= 0);
  }

  /** Each letter, digit and sign printed twice, in at least two words. */
  private static boolean isDoubled(CharSequence text) {
    int words = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == c) {
        words +=
            Character.isLetter(c) && (i == 0 || !Character.isLetter(text.charAt(i - 1))) ? 1 : 0;
        i += 2;
      } else {
        return false;
      }
    }
    return words > 1;
  }

  private static Cells halved(Cells text) {
    Cells out = new Cells(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.add(text.charAt(i), text.source(i));
      i += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    return out;
  }

  /** The words of a line by their offsets. */
  private static final class Words {
    private final CharSequence line;
    private final int[] starts;
    private final int[] ends;
    private int size;

    Words(CharSequence line) {
      this.line = line;
      starts = new int[line.length() / 2 + 1];
      ends = new int[starts.length];
      int start = -1;
      for (int i = 0; i <= line.length(); i++) {
        boolean letter = i < line.length() && Character.isLetter(line.charAt(i));
        if (letter && start < 0) {
          start = i;
        } else if (!letter && start >= 0) {
          starts[size] = start;
          ends[size++] = i;
          start = -1;
        }
      }
    }

    /** In lower case; nothing for what is longer than any syllable. */
    String word(int i) {
      return i < 0 || ends[i] - starts[i] > MAX_GLUED
          ? ""
          : line.subSequence(starts[i], ends[i]).toString().toLowerCase(Locale.ROOT);
    }

    /** A letter that numbers something, or a unit after a figure. */
    boolean isItem(int i) {
      char before = starts[i] > 0 ? line.charAt(starts[i] - 1) : ' ';
      char earlier = starts[i] > 1 ? line.charAt(starts[i] - 2) : ' ';
      char after = ends[i] < line.length() ? line.charAt(ends[i]) : ' ';
      return (before != ' ' && before != '\t')
          || ").,;/".indexOf(after) >= 0
          || Character.isDigit(earlier)
          || earlier == ','
          || BEFORE_ITEMS.contains(word(i - 1));
    }

    /** Whether an onset and the rhyme after the next blank are one syllable. */
    boolean joins(int i) {
      if (i + 1 == size || !parts(i) || ends[i + 1] - starts[i] > MAX_GLUED) {
        return false;
      }
      boolean marked = false;
      for (int k = starts[i + 1]; k < ends[i + 1]; k++) {
        marked |= line.charAt(k) > '\u007F';
      }
      return marked
          && Letters.isVowel(line.charAt(starts[i + 1]))
          && Syllables.isValid(word(i) + word(i + 1));
    }

    /** Whether a final consonant follows that can be the onset of nothing else. */
    boolean joinsFinal(int i) {
      if (i + 1 == size || !parts(i) || !FINALS.contains(word(i + 1))) {
        return false;
      }
      char after = ends[i + 1] < line.length() ? line.charAt(ends[i + 1]) : ' ';
      return after != ')'
          && after != '.'
          && !(i + 2 < size && joins(i + 1))
          && Syllables.isValid(word(i) + word(i + 1));
    }

    /**
     * Whether one blank, and no change from small letters to capitals, parts a word from the next.
     */
    private boolean parts(int i) {
      int next = starts[i + 1];
      boolean capital = Character.isUpperCase(line.charAt(next));
      return next == ends[i] + 1
          && line.charAt(ends[i]) == ' '
          && (!capital
              || (Character.isUpperCase(line.charAt(ends[i] - 1))
                  && Character.isUpperCase(line.charAt(ends[i + 1] - 1))));
    }

    /** Where a word of two syllables is to be parted; 0 if it is not certainly two. */
    int glued(int i) {
      if (ends[i] - starts[i] > MAX_GLUED) {
        return 0;
      }
      int first = -1;
      int last = -1;
      int tones = 0;
      for (int k = starts[i]; k < ends[i]; k++) {
        if (Letters.hasTone(line.charAt(k))) {
          first = first < 0 ? k : first;
          last = k;
          tones++;
        }
      }
      if (tones != 2) {
        return 0;
      }
      int found = 0;
      for (int k = first + 1; k <= last; k++) {
        // thụận is a misread thuận, no thụ ận: only an onset shows where the second one begins.
        if (!Letters.isVowel(line.charAt(k))
            && Syllables.isValid(line, starts[i], k)
            && Syllables.isValid(line, k, ends[i])) {
          if (found > 0) {
            return 0;
          }
          found = k;
        }
      }
      // Foreign words in Vietnamese spelling are all sắc before stops: cátxét.
      boolean stops =
          found > 0 && isStop(line.charAt(found - 1)) && isStop(line.charAt(ends[i] - 1));
      return stops ? 0 : found;
    }

    private static boolean isStop(char c) {
      return "cpt".indexOf(Character.toLowerCase(c)) >= 0;
    }
  }
}
