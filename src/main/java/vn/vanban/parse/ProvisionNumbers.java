package vn.vanban.parse;

import vn.vanban.law.ProvisionPath.Level;

/**
 * Where the number of a provision ends.
 *
 * <pre>
 * Điều, Khoản    := digit{1,4} letter{0,2}           5  146đ  7a
 * Điểm           := letter ('.'? digit{0,2} | '(' roman ')') | dotted  a  đ  a1  c(iv)  2.1
 * Chương         := roman | digits                   II  3
 * Mục, Tiểu mục  := dotted | roman | capital         1  2.1  III  A
 * Phần           := roman | digits | capital
 * Phụ lục        := (roman | digits | letter) letter? ('.' digits)*        I  IIa  01  I.3.2
 * </pre>
 */
final class ProvisionNumbers {
  private ProvisionNumbers() {}

  private static final String ROMAN = "ivxlc";

  /** The offset after the number that begins here; -1 if none does. */
  static int end(Words words, int from, Level level) {
    int end =
        switch (level) {
          case DIEU -> digitsAndLetters(words, from, 4);
          case KHOAN -> digitsAndLetters(words, from, 3);
          case DIEM -> point(words, from);
          case CHUONG -> roman(words, from, false);
          case MUC, TIEU_MUC, PHAN -> section(words, from);
          case PHU_LUC -> appendix(words, from);
          case SECTION -> -1;
        };
    // "điểm C.XI.2" is of a numbering of its own.
    boolean goesOn = words.at(end) == '.' && Character.isLetter(words.at(end + 1));
    return end > from && !Words.isWord(words.at(end)) && !goesOn ? end : -1;
  }

  private static int digitsAndLetters(Words words, int from, int max) {
    int end = digits(words, from, max);
    if (end < 0) {
      return -1;
    }
    int letters = end;
    while (letters < end + 2 && isPoint(words.at(letters))) {
      letters++;
    }
    return letters;
  }

  private static int point(Words words, int from) {
    if (!isPoint(words.at(from))) {
      return dotted(words, from);
    }
    if (words.at(from + 1) == '(') {
      int roman = roman(words, from + 2, false);
      return roman > 0 && words.at(roman) == ')' ? roman + 1 : from + 1;
    }
    boolean dotted = words.at(from + 1) == '.' && Character.isDigit(words.at(from + 2));
    int digits = digits(words, from + (dotted ? 2 : 1), 2);
    return digits < 0 ? from + 1 : digits;
  }

  private static int section(Words words, int from) {
    if (Character.isDigit(words.at(from))) {
      return dotted(words, from);
    }
    int roman = roman(words, from, true);
    return roman > 0 || !words.isUpper(from) ? roman : from + 1;
  }

  private static int appendix(Words words, int from) {
    int end = Character.isDigit(words.at(from)) ? digits(words, from, 3) : roman(words, from, true);
    if (end < 0 && words.isUpper(from)) {
      end = from + 1;
    }
    if (end < 0) {
      return -1;
    }
    if (isPoint(words.at(end))) {
      end++;
    }
    while (end > 0
        && (words.at(end) == '.' || words.at(end) == '-')
        && Character.isDigit(words.at(end + 1))) {
      end = digits(words, end + 1, 2);
    }
    return end;
  }

  private static int roman(Words words, int from, boolean capitals) {
    if (!capitals && Character.isDigit(words.at(from))) {
      return digits(words, from, 3);
    }
    int end = from;
    while (ROMAN.indexOf(words.at(end)) >= 0 && (!capitals || words.isUpper(end))) {
      end++;
    }
    return end > from ? end : -1;
  }

  private static int dotted(Words words, int from) {
    int end = digits(words, from, 3);
    while (end > 0 && words.at(end) == '.' && Character.isDigit(words.at(end + 1))) {
      int next = digits(words, end + 1, 2);
      if (next < 0) {
        return -1;
      }
      end = next;
    }
    return end;
  }

  /** At most {@code max} digits; -1 for none or more. */
  private static int digits(Words words, int from, int max) {
    int end = from;
    while (Character.isDigit(words.at(end)) && end <= from + max) {
      end++;
    }
    return end > from && end - from <= max ? end : -1;
  }

  private static boolean isPoint(char c) {
    return (c >= 'a' && c <= 'z') || c == 'đ';
  }
}
