package vn.vanban.text;

import java.util.List;
import java.util.Locale;
import vn.vanban.extract.ExtractedText.Paragraph;

/** Converts the legacy runs of a paragraph letter by letter. */
final class LegacyLetters {
  private LegacyLetters() {}

  /** The paragraph in Unicode, each letter with its source. */
  static Cells convert(Paragraph paragraph, List<LegacyText.Run> runs) {
    String text = paragraph.text();
    Cells cells = new Cells(text.length());
    StringBuilder letter = new StringBuilder(2);
    boolean font = CapitalFonts.all(paragraph.fonts());
    boolean capitals = font || isCapitals(text, 0, text.length());
    boolean capitalWord = capitals;
    int wordEnd = 0;
    int at = 0;
    for (LegacyText.Run run : runs) {
      for (; at < run.start(); at++) {
        cells.add(text.charAt(at), at);
      }
      while (at < run.end()) {
        if (!capitals && at >= wordEnd) {
          wordEnd = wordEnd(text, at);
          capitalWord = isCapitals(text, at, wordEnd);
        }
        letter.setLength(0);
        int length = run.encoding().read(text, at, letter);
        boolean raised = capitalWord && (font || text.charAt(at) > '\u007F');
        cells.add(raised ? letter.toString().toUpperCase(Locale.ROOT) : letter, at);
        at += length;
      }
    }
    for (; at < text.length(); at++) {
      cells.add(text.charAt(at), at);
    }
    return cells;
  }

  private static int wordEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** TCVN3 has no codes for capitals with a tone: among capitals a small one stands for them. */
  private static boolean isCapitals(String text, int start, int end) {
    int capitals = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
      capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
    }
    return capitals > 1;
  }
}
