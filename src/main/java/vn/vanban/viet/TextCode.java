package vn.vanban.viet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Texts in about a quarter of their bytes, each read without its neighbours and without unpacking:
 * a frequent word of legal texts is one byte, another known word two, and a reader may go from word
 * to word by their numbers. Any sequence of characters comes back exactly as it was.
 *
 * <p>A text is a row of units: words (letters, figures, combining marks) and gaps (all between
 * them). Known units are those of a list, the most frequent first, which ships with the program; a
 * gap of one blank between two words is not written at all.
 */
public final class TextCode {
  private static final String RESOURCE = "text-units.txt";

  /** Numbers below are one byte. */
  private static final int SHORT = 200;

  /** The bytes from {@link #SHORT} on, below this, begin a number of two bytes. */
  private static final int LONG_END = 250;

  /** Units that can have a number. */
  static final int MOST = SHORT + (LONG_END - SHORT) * 256;

  /** No known unit is longer. */
  private static final int LONGEST = 16;

  /** The next word begins with a capital letter. */
  private static final int CAPITAL = 250;

  /** The next word is in capital letters. */
  private static final int CAPITALS = 251;

  /** A unit without a number: its length and characters follow. */
  private static final int WORD = 252;

  private static final int GAP = 253;

  /** Below lie all letters of Vietnamese. */
  private static final int USUAL = 0x2000;

  private static final boolean[] OF_WORD = ofWord();
  private static final String[] UNITS = units();
  private static final boolean[] IS_WORD = words();
  private static final Numbers NUMBERS = new Numbers();

  private TextCode() {}

  /** How many known units there are; their numbers lie below. */
  public static int size() {
    return UNITS.length;
  }

  /**
   * A known unit, in small letters.
   *
   * @param number at least 0 and below {@link #size()}
   */
  public static String unit(int number) {
    return UNITS[number];
  }

  /** Whether a character is of a word. */
  public static boolean isOfWord(char c) {
    return c < USUAL ? OF_WORD[c] : Character.isLetterOrDigit(c);
  }

  /** Codes a text; {@link #text} is its inverse. */
  public static byte[] of(String text) {
    char[] chars = text.toCharArray();
    Writer into = new Writer(chars);
    int at = 0;
    boolean afterWord = false;
    while (at < chars.length) {
      boolean word = isOfWord(chars[at]);
      int end = at + 1;
      while (end < chars.length && isOfWord(chars[end]) == word) {
        end++;
      }
      boolean implied =
          !word && afterWord && end == at + 1 && chars[at] == ' ' && end < chars.length;
      if (!implied) {
        into.unit(at, end, word);
      }
      afterWord = word;
      at = end;
    }
    return into.bytes();
  }

  /**
   * The text of a code.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String text(byte[] code, int offset, int length) {
    StringBuilder text = new StringBuilder(4 * length);
    Reader units = new Reader(code, offset, length);
    boolean afterWord = false;
    while (units.next()) {
      if (units.isWord() && afterWord) {
        text.append(' ');
      }
      units.appendTo(text);
      afterWord = units.isWord();
    }
    return text.toString();
  }

  /** Goes from unit to unit of a coded text; gaps of one blank between words are left out. */
  public static final class Reader {
    private final byte[] code;
    private final int end;
    private int at;
    private int number;
    private int form;
    private boolean word;
    private char[] raw = new char[64];
    private int rawLength;

    /**
     * A reader at the beginning.
     *
     * @throws IllegalArgumentException from its methods, if this is no code
     */
    public Reader(byte[] code, int offset, int length) {
      this.code = code;
      this.at = offset;
      this.end = offset + length;
    }

    /** Goes to the next unit; false at the end. */
    public boolean next() {
      if (at >= end) {
        return false;
      }
      form = 0;
      int first = code[at++] & 0xFF;
      if (first == CAPITAL || first == CAPITALS) {
        form = first;
        first = one();
      }
      if (first >= WORD) {
        number = -1;
        word = first == WORD;
        raw();
        return true;
      }
      number = first < SHORT ? first : SHORT + ((first - SHORT) << 8) + one();
      if (number >= UNITS.length) {
        throw new IllegalArgumentException("no code of a text: unit " + number);
      }
      word = IS_WORD[number];
      return true;
    }

    /** Whether the unit is a word, not a gap. */
    public boolean isWord() {
      return word;
    }

    /** The number of a known unit, or -1. */
    public int number() {
      return number;
    }

    /** The characters of a unit without a number; good until the next one. */
    public char[] characters() {
      return raw;
    }

    /** How many {@link #characters()} there are. */
    public int length() {
      return rawLength;
    }

    /** Whether a gap has a line's end in it. */
    public boolean endsLine() {
      return number >= 0 ? UNITS[number].indexOf('\n') >= 0 : hasNewline();
    }

    private boolean hasNewline() {
      for (int i = 0; i < rawLength; i++) {
        if (raw[i] == '\n') {
          return true;
        }
      }
      return false;
    }

    private void appendTo(StringBuilder text) {
      if (number < 0) {
        text.append(raw, 0, rawLength);
        return;
      }
      String unit = UNITS[number];
      if (form == 0) {
        text.append(unit);
        return;
      }
      int capitals = form == CAPITAL ? 1 : unit.length();
      for (int i = 0; i < capitals; i++) {
        text.append(Character.toUpperCase(unit.charAt(i)));
      }
      text.append(unit, capitals, unit.length());
    }

    private int one() {
      if (at >= end) {
        throw new IllegalArgumentException("the code of a text is cut off");
      }
      return code[at++] & 0xFF;
    }

    private void raw() {
      rawLength = 0;
      int shift = 0;
      int more;
      do {
        more = one();
        rawLength |= (more & 0x7F) << shift;
        shift += 7;
      } while (more >= 0x80);
      if (rawLength > end - at) {
        throw new IllegalArgumentException("the code of a text is cut off");
      }
      if (rawLength > raw.length) {
        raw = new char[Math.max(rawLength, 2 * raw.length)];
      }
      for (int i = 0; i < rawLength; i++) {
        int first = one();
        if (first < 0x80) {
          raw[i] = (char) first;
        } else if (first < 0xE0) {
          raw[i] = (char) ((first & 0x1F) << 6 | (one() & 0x3F));
        } else {
          raw[i] = (char) ((first & 0x0F) << 12 | (one() & 0x3F) << 6 | (one() & 0x3F));
        }
      }
    }
  }

  private static final class Writer {
    private final char[] text;
    private final char[] small = new char[LONGEST];
    private byte[] bytes;
    private int size;

    private Writer(char[] text) {
      this.text = text;
      bytes = new byte[text.length / 2 + 16];
    }

    private void unit(int start, int end, boolean word) {
      int length = end - start;
      if (length > LONGEST) {
        raw(start, end, word);
        return;
      }
      int form = 0;
      if (word) {
        form = small(start, length);
      } else {
        System.arraycopy(text, start, small, 0, length);
      }
      int number = form < 0 ? -1 : NUMBERS.of(small, length);
      if (number < 0) {
        raw(start, end, word);
        return;
      }
      if (form > 0) {
        add(form);
      }
      if (number < SHORT) {
        add(number);
      } else {
        add(SHORT + ((number - SHORT) >> 8));
        add((number - SHORT) & 0xFF);
      }
    }

    /** Puts a word into small letters, and tells how it is written: 0 so, -1 in no known way. */
    private int small(int start, int length) {
      int capitals = 0;
      for (int i = 0; i < length; i++) {
        char c = text[start + i];
        char lower =
            c < 0x80 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
        if (lower != c) {
          if (capitals < i || Character.toUpperCase(lower) != c) {
            return -1;
          }
          capitals++;
        }
        small[i] = lower;
      }
      return switch (capitals) {
        case 0 -> 0;
        case 1 -> CAPITAL;
        default -> capitals == length ? CAPITALS : -1;
      };
    }

    private void raw(int start, int end, boolean word) {
      add(word ? WORD : GAP);
      int length = end - start;
      while (length >= 0x80) {
        add(0x80 | (length & 0x7F));
        length >>>= 7;
      }
      add(length);
      // Each char by itself, as in class files: half a surrogate pair comes back too.
      for (int i = start; i < end; i++) {
        char c = text[i];
        if (c < 0x80) {
          add(c);
        } else if (c < 0x800) {
          add(0xC0 | c >> 6);
          add(0x80 | (c & 0x3F));
        } else {
          add(0xE0 | c >> 12);
          add(0x80 | (c >> 6 & 0x3F));
          add(0x80 | (c & 0x3F));
        }
      }
    }

    private void add(int value) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size++] = (byte) value;
    }

    private byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }

  private static String[] units() {
    try (InputStream in = TextCode.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> units =
          lines.lines().filter(line -> !line.startsWith("#")).map(TextCode::unescaped).toList();
      if (units.size() > MOST) {
        throw new IllegalStateException(RESOURCE + " has more units than there are numbers");
      }
      return units.toArray(new String[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the list {@code \n} is a line's end and {@code \s} a blank. */
  private static String unescaped(String line) {
    return line.replace("\\n", "\n").replace("\\s", " ");
  }

  private static boolean[] words() {
    boolean[] words = new boolean[UNITS.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = isOfWord(UNITS[i].charAt(0));
    }
    return words;
  }

  private static boolean[] ofWord() {
    boolean[] ofWord = new boolean[USUAL];
    for (char c = 0; c < USUAL; c++) {
      ofWord[c] = Character.isLetterOrDigit(c) || (c >= 0x300 && c <= 0x36F);
    }
    return ofWord;
  }

  /** The numbers of units by their characters: a table that needs no strings. */
  private static final class Numbers {
    private final int[] slots = new int[Integer.highestOneBit(4 * UNITS.length)];
    private final char[][] units = new char[UNITS.length][];

    private Numbers() {
      for (int number = 0; number < units.length; number++) {
        units[number] = UNITS[number].toCharArray();
        slots[slot(units[number], units[number].length)] = number + 1;
      }
    }

    /** The number of a unit, or -1. */
    private int of(char[] unit, int length) {
      return slots[slot(unit, length)] - 1;
    }

    private int slot(char[] unit, int length) {
      int hash = 0;
      for (int i = 0; i < length; i++) {
        hash = 31 * hash + unit[i];
      }
      hash *= 0x9E3779B9;
      int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
      while (slots[slot] != 0) {
        char[] other = units[slots[slot] - 1];
        if (Arrays.equals(other, 0, other.length, unit, 0, length)) {
          return slot;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      return slot;
    }
  }
}
