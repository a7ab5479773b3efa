package vn.vanban.lucene;

import java.util.Arrays;
import java.util.Map;
import vn.vanban.viet.Folding;

/**
 * A text as the numbers of an {@link Asked} query's syllables, so that features are sums over small
 * arrays. To be filled again and again by one thread.
 */
final class AskedText {
  private static final int LONGEST = 32;

  /** A tone at another letter of the same syllable: hoà for hòa. */
  private static final double VARIANT = .95;

  private final Asked asked;

  /** The query's syllables, each under a hash of its characters; a power of two long. */
  private final String[] table;

  private final int[] tableNumbers;
  private final char[] bare = new char[LONGEST];
  private final char[] whole = new char[LONGEST];

  /** The number of each token, {@link Asked#OTHER} for those that the query has not. */
  int[] tokens = new int[1024];

  int size;

  /** Where each line ends, in tokens. */
  int[] lines = new int[64];

  int lineCount;

  /**
   * By syllable of the query, how far the text has it with its marks: 0 not at all, 1 just as
   * typed, a little less where only the place of the tone differs.
   */
  final double[] marks;

  AskedText(Asked asked) {
    this.asked = asked;
    this.marks = new double[asked.terms];
    Map<String, Integer> numbers = asked.numbers();
    int room = Integer.highestOneBit(Math.max(8, 4 * numbers.size()));
    table = new String[room];
    Arrays.fill(table, "");
    tableNumbers = new int[room];
    numbers.forEach((name, number) -> {
      int slot = hash(name.toCharArray(), name.length()) & (room - 1);
      while (!table[slot].isEmpty()) {
        slot = (slot + 1) & (room - 1);
      }
      table[slot] = name;
      tableNumbers[slot] = number;
    });
  }

  /** Forgets the texts read. */
  void clear() {
    size = 0;
    lineCount = 0;
    Arrays.fill(marks, 0);
  }

  /** Adds a text; each of its lines that has a token is a line. */
  void add(String text) {
    int length = text.length();
    int at = 0;
    int lineStart = size;
    while (at < length) {
      char c = text.charAt(at);
      if (!Character.isLetterOrDigit(c)) {
        if (c == '\n' && size > lineStart) {
          line();
          lineStart = size;
        }
        at++;
        continue;
      }
      int start = at;
      while (at < length && inRun(text.charAt(at))) {
        at++;
      }
      add(text, start, at);
    }
    if (size > lineStart) {
      line();
    }
  }

  private void add(String text, int start, int end) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    int length = end - start;
    if (length > LONGEST) {
      tokens[size++] = Asked.OTHER;
      return;
    }
    text.getChars(start, end, bare, 0);
    int folded = Folding.unaccented(bare, length);
    int number = find(folded);
    tokens[size++] = number;
    if (number >= 0 && number < asked.terms && marks[number] < 1) {
      marks[number] =
          asked.marked ? Math.max(marks[number], likeness(text, start, end, number)) : 1;
    }
  }

  private double likeness(String text, int start, int end, int number) {
    text.getChars(start, end, whole, 0);
    int composed = Folding.composed(whole, end - start);
    if (asked.typed.get(number).contains(new String(whole, 0, composed))) {
      return 1;
    }
    int canonical = Folding.canonical(whole, composed);
    return asked.accented.get(number).contains(new String(whole, 0, canonical)) ? VARIANT : 0;
  }

  private int find(int length) {
    int slot = hash(bare, length) & (table.length - 1);
    while (!table[slot].isEmpty()) {
      if (table[slot].length() == length && equal(table[slot], length)) {
        return tableNumbers[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return Asked.OTHER;
  }

  private boolean equal(String name, int length) {
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != bare[i]) {
        return false;
      }
    }
    return true;
  }

  private void line() {
    if (lineCount == lines.length) {
      lines = Arrays.copyOf(lines, 2 * lineCount);
    }
    lines[lineCount++] = size;
  }

  private static int hash(char[] chars, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 7);
  }

  private static boolean inRun(char c) {
    return Character.isLetterOrDigit(c) || (c >= 0x300 && c <= 0x36F);
  }
}
