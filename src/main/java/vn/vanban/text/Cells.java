package vn.vanban.text;

import java.util.Arrays;

/** Characters, each with the offset of the source character it comes from. */
final class Cells implements CharSequence {
  private char[] chars;
  private int[] sources;
  private int size;

  Cells(int capacity) {
    chars = new char[capacity];
    sources = new int[capacity];
  }

  /** Each character from its own offset. */
  static Cells of(CharSequence text) {
    Cells cells = new Cells(text.length());
    for (int i = 0; i < text.length(); i++) {
      cells.add(text.charAt(i), i);
    }
    return cells;
  }

  void add(char c, int source) {
    if (size == chars.length) {
      int capacity = Math.max(16, size * 2);
      chars = Arrays.copyOf(chars, capacity);
      sources = Arrays.copyOf(sources, capacity);
    }
    chars[size] = c;
    sources[size++] = source;
  }

  void add(CharSequence text, int source) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i), source);
    }
  }

  /** The offset of the source character that a character comes from. */
  int source(int index) {
    return sources[index];
  }

  @Override
  public int length() {
    return size;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, size);
  }
}
