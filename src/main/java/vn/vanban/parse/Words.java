package vn.vanban.parse;

import java.util.Set;

/**
 * Running text, read word by word. Phrases are matched in folded form, whatever stands between
 * their words: spaces, one line break, a footnote's mark ({@code [12]}).
 *
 * @param text as printed
 * @param folded the same length in lower case with one tone placement
 */
record Words(String text, String folded) {
  private static final int MAX_FOOTNOTE_DIGITS = 3;

  int length() {
    return folded.length();
  }

  char at(int i) {
    return i >= 0 && i < folded.length() ? folded.charAt(i) : '\n';
  }

  boolean isUpper(int i) {
    return i < text.length() && Character.isUpperCase(text.charAt(i));
  }

  /** Whether a word or number begins here. */
  boolean startsWord(int i) {
    return isWord(at(i)) && !isWord(at(i - 1));
  }

  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** The end of the word that begins here. */
  int wordEnd(int from) {
    int end = from;
    while (end < folded.length() && isWord(folded.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The word that begins here; empty if none does. */
  String word(int from) {
    return folded.substring(Math.min(from, folded.length()), Math.max(from, wordEnd(from)));
  }

  /** The offset after blanks; no further than the first of two line breaks. */
  int blanks(int from) {
    int i = Math.max(0, from);
    boolean broken = false;
    while (i < folded.length()) {
      char c = folded.charAt(i);
      if (c == '\n') {
        if (broken) {
          return i;
        }
        broken = true;
      } else if (c == '[') {
        int close = i + 1;
        while (close <= i + MAX_FOOTNOTE_DIGITS && Character.isDigit(at(close))) {
          close++;
        }
        if (close == i + 1 || at(close) != ']') {
          return i;
        }
        i = close;
      } else if (!Character.isWhitespace(c) && c != '\u00A0') {
        return i;
      }
      i++;
    }
    return i;
  }

  /**
   * Matches a phrase of whole words.
   *
   * @param phrase folded, with single spaces
   * @return the offset after it; -1 if something else stands here
   */
  int match(int from, String phrase) {
    if (from < 0) {
      return -1;
    }
    int i = from;
    for (int p = 0; p < phrase.length(); p++) {
      char c = phrase.charAt(p);
      if (c == ' ') {
        int next = blanks(i);
        if (next == i) {
          return -1;
        }
        i = next;
      } else if (i < folded.length() && folded.charAt(i) == c) {
        i++;
      } else {
        return -1;
      }
    }
    return isWord(at(i)) && isWord(at(i - 1)) ? -1 : i;
  }

  /** The first of the phrases that stands here: the offset after it; -1 for none. */
  int matchAny(int from, Iterable<String> phrases) {
    for (String phrase : phrases) {
      int end = match(from, phrase);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  /** The first letters from here, blanks as single spaces. */
  String opening(int from, int length) {
    StringBuilder out = new StringBuilder(length);
    for (int i = from; i < folded.length() && out.length() < length; ) {
      int next = blanks(i);
      if (next > i) {
        out.append(' ');
        i = next;
      } else {
        out.append(folded.charAt(i++));
      }
    }
    return out.toString();
  }

  /** The word before an offset on the same line, if only blanks stand between; else empty. */
  String wordBefore(int at) {
    int end = at;
    while (end > 0 && (at(end - 1) == ' ' || at(end - 1) == '\u00A0')) {
      end--;
    }
    if (end > 0 && at(end - 1) == '\n' && end == at) {
      end--;
    }
    int start = end;
    while (start > 0 && isWord(at(start - 1))) {
      start--;
    }
    return folded.substring(start, end);
  }

  boolean follows(int at, Set<String> before) {
    return before.contains(wordBefore(at));
  }

  /** Whether nothing but blanks and an opening mark stands before it on its line. */
  boolean startsLine(int at) {
    int i = at - 1;
    while (i >= 0 && " \t\u00A0“\"«".indexOf(folded.charAt(i)) >= 0) {
      i--;
    }
    return i < 0 || folded.charAt(i) == '\n' || folded.charAt(i) == '\r';
  }

  /** As printed, blanks as single spaces. */
  String printed(int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; ) {
      int next = Math.min(to, blanks(i));
      if (next > i) {
        out.append(' ');
        i = next;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString().strip();
  }
}
