package vn.vanban.parse;

import vn.vanban.law.Span;

/**
 * A printed line, or one column of it.
 *
 * @param text as printed, without spaces at the ends
 * @param folded the same length in lower case with one tone placement
 * @param span its place in the repaired text
 * @param line the number of its line, from 0
 * @param column 0 for the left or only one
 */
record Piece(String text, String folded, Span span, int line, int column) {

  int start() {
    return span.start();
  }

  int end() {
    return span.end();
  }

  /** The span of a stretch of this piece. */
  Span span(int from, int to) {
    return new Span(span.start() + from, span.start() + to);
  }

  /** Whether most letters are capitals: at least four of five, for converted fonts lose some. */
  boolean isCapitals() {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
      } else if (Character.isLowerCase(c)) {
        lower++;
      }
    }
    return upper > 1 && lower * 4 <= upper;
  }

  /** Whether it is a ruling line or holds no letters and digits at all. */
  boolean isRule() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
