package vn.vanban.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vanban.viet.Syllables;

/**
 * VIQR (RFC 1456), Vietnamese in ASCII: {@code Co^.ng ho`a xa~ ho^.i chu? nghi~a}. Its marks are
 * punctuation elsewhere, so a document must prove it by many syllables with a circumflex, breve or
 * horn, and a paragraph by some.
 */
final class Viqr {
  /** A circumflex after a vowel is what no other text has often; code has it now and then. */
  private static final int FEW = 5;

  /** So many different words with two marks on one vowel ({@code tru+o+'c}) are no accident. */
  private static final int MANY = 6;

  /** Of the circumflexes after a vowel, this part is in syllables. */
  private static final double CONVINCING = 0.8;

  /** One word in ten has a circumflex, breve, horn or đ: Vietnamese has one in three. */
  private static final int SPARSE = 10;

  private final boolean proven;

  /**
   * @param paragraphs of one document
   */
  Viqr(List<String> paragraphs) {
    Count all = new Count();
    for (String paragraph : paragraphs) {
      if (mayBe(paragraph)) {
        read(paragraph, all);
      }
    }
    proven =
        all.strong >= FEW
            && (all.circumflexes >= FEW || all.doubled.size() >= MANY)
            && all.read >= CONVINCING * all.circumflexes
            && all.strong * SPARSE >= all.words;
  }

  private static final class Count {
    private int words;
    private int strong;
    private int circumflexes;
    private int read;

    /** Words that are syllables and have two marks on one vowel. */
    private final Set<String> doubled = new HashSet<>();
  }

  /** Whether a paragraph is in VIQR. */
  boolean isVietnamese(String paragraph) {
    if (!proven) {
      return false;
    }
    Count count = new Count();
    read(paragraph, count);
    return count.strong > 0 && count.strong * SPARSE >= count.words;
  }

  /** Such a paragraph in Unicode. */
  Cells convert(String paragraph) {
    return read(paragraph, new Count());
  }

  /** Whether parts of the document are in VIQR. */
  boolean isProven() {
    return proven;
  }

  private static boolean mayBe(String text) {
    return text.indexOf('^') >= 0 || text.indexOf("dd") >= 0 || text.indexOf("DD") >= 0;
  }

  private static Cells read(String text, Count count) {
    Cells out = new Cells(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isLetter(c)) {
        at = readWord(text, at, out, count);
      } else if (c == '\\' && at + 1 < text.length() && isMark(text.charAt(at + 1))) {
        // The escape of the standard: what follows is punctuation.
        out.add(text.charAt(at + 1), at + 1);
        at += 2;
      } else {
        out.add(c, at++);
      }
    }
    return out;
  }

  private static int readWord(String text, int start, Cells out, Count count) {
    Cells word = new Cells(8);
    boolean strong = false;
    boolean marked = false;
    boolean doubled = false;
    int circumflexes = 0;
    int at = start;
    while (at < text.length() && isLetter(text.charAt(at))) {
      int length = readLetter(text, at, word);
      char quality = length > 1 ? text.charAt(at + 1) : 0;
      strong |=
          quality == '^' || quality == '(' || quality == '+' || quality == '*' || letter(quality);
      circumflexes += quality == '^' ? 1 : 0;
      marked |= length > 1;
      doubled |= length > 2;
      at += length;
    }
    count.words++;
    count.circumflexes += circumflexes;
    if (marked && Syllables.isValid(word)) {
      count.strong += strong ? 1 : 0;
      count.read += circumflexes;
      if (doubled) {
        count.doubled.add(text.substring(start, at));
      }
      for (int i = 0; i < word.length(); i++) {
        out.add(word.charAt(i), word.source(i));
      }
    } else {
      for (int i = start; i < at; i++) {
        out.add(text.charAt(i), i);
      }
    }
    return at;
  }

  private static boolean letter(char c) {
    return c == 'd' || c == 'D';
  }

  /** Reads a letter with the marks that follow it; returns how many characters it took. */
  private static int readLetter(String text, int start, Cells out) {
    char c = text.charAt(start);
    char next = at(text, start + 1);
    if ((c == 'd' && next == 'd') || (c == 'D' && (next == 'D' || next == 'd'))) {
      out.add(c == 'd' ? 'đ' : 'Đ', start);
      return 2;
    }
    int end = start + 1;
    String marks = "";
    char quality = quality(Character.toLowerCase(c), next);
    if (quality != 0) {
      marks += quality;
      end++;
    }
    int tone = "aeiouy".indexOf(Character.toLowerCase(c)) < 0 ? -1 : "'`?~.".indexOf(at(text, end));
    if (tone >= 0) {
      marks += "\u0301\u0300\u0309\u0303\u0323".charAt(tone);
      end++;
    }
    out.add(Normalizer.normalize(c + marks, Normalizer.Form.NFC), start);
    return end - start;
  }

  private static char quality(char vowel, char mark) {
    return switch (mark) {
      case '^' -> vowel == 'a' || vowel == 'e' || vowel == 'o' ? '\u0302' : 0;
      case '(' -> vowel == 'a' ? '\u0306' : 0;
      case '+', '*' -> vowel == 'o' || vowel == 'u' ? '\u031B' : 0;
      default -> 0;
    };
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isMark(char c) {
    return "^(+*'`?~.\\".indexOf(c) >= 0;
  }
}
