package vn.vanban.text;

import java.nio.charset.Charset;
import java.text.Normalizer;
import vn.vanban.viet.Syllables;

/** Repairs single characters: blanks, invisible characters, eth, composition (NFC). */
final class CharacterRepair {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** No Vietnamese syllable is near it; what is longer is no word, and looking on would cost. */
  private static final int MAX_WORD = 32;

  /**
   * A character and 30 marks, as in the stream-safe text format (Unicode Standard Annex 15, section
   * 13): sorting the marks of longer clusters takes quadratic time.
   */
  private static final int MAX_CLUSTER = 31;

  private final boolean vietnamese;

  /**
   * @param vietnamese whether the document has letters that only Vietnamese has
   */
  CharacterRepair(boolean vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** Whether a text may need work: a quick look that finds nearly all text clean. */
  static boolean isClean(CharSequence text) {
    boolean composed = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '\u007F' ? c < ' ' && c != '\t' : isSuspect(c)) {
        return false;
      }
      if (!isComposed(c)) {
        // Runs of marks are left to the repair by clusters: sorting them whole is quadratic.
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
          return false;
        }
        composed = false;
      }
    }
    return composed || Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  /** Characters that composition leaves as they are; by far the most. */
  private static boolean isComposed(char c) {
    return c < '\u0300' || (c >= '\u1EA0' && c <= '\u1EF9') || isPunctuation(c);
  }

  private static boolean isPunctuation(char c) {
    return c == '–' || c == '—' || c == '“' || c == '”' || c == '‘' || c == '’' || c == '…';
  }

  private static boolean isSuspect(char c) {
    return c <= '\u00A0'
        || c == '\u00AD'
        || isEth(c)
        || (c >= '\u0300' && c <= '\u036F')
        || isBlank(c)
        || isInvisible(c);
  }

  private static boolean isEth(char c) {
    return c == 'Ð' || c == 'ð' || c == '\u0189' || c == '\u0256';
  }

  private static boolean isBlank(char c) {
    return c == '\u00A0' || (c > '\u00FF' && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  private static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c == '\uFEFF'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F');
  }

  Cells repair(Cells text) {
    return compose(replace(text));
  }

  private Cells replace(Cells text) {
    Cells out = new Cells(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int source = text.source(i);
      if (isBlank(c)) {
        out.add(' ', source);
      } else if (isEth(c)) {
        out.add(eth(text, i), source);
      } else if (c < ' ' ? c == '\t' : c < '\u007F' || (c > '\u009F' && !isDropped(text, i))) {
        out.add(c, source);
      } else if (c >= '\u0080' && c <= '\u009F') {
        // A control character of Latin-1 is nearly always a quote or dash of windows-1252.
        char western = new String(new byte[] {(byte) c}, WESTERN).charAt(0);
        if (western > '\u009F' && western != '\uFFFD') {
          out.add(western, source);
        }
      }
    }
    return out;
  }

  private static boolean isDropped(Cells text, int at) {
    char c = text.charAt(at);
    // Joiners shape letters of other scripts and emoji.
    boolean joiner = c == '\u200C' || c == '\u200D';
    return isInvisible(c) && !(joiner && at > 0 && text.charAt(at - 1) > '\u1EFF');
  }

  /** Đ where a Vietnamese word or abbreviation has an eth; Icelandic keeps its own. */
  private char eth(Cells text, int at) {
    char found = text.charAt(at);
    char d = found == 'Ð' || found == '\u0189' ? 'Đ' : 'đ';
    int start = at;
    while (start > 0 && at - start < MAX_WORD && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && end - at < MAX_WORD && isLetterOrMark(text.charAt(end))) {
      end++;
    }
    String word = text.subSequence(start, end).toString().replace('Ð', 'Đ').replace('ð', 'đ');
    word = word.replace('\u0189', 'Đ').replace('\u0256', 'đ');
    return Syllables.isValid(word) || (vietnamese && !isIcelandic(word)) ? d : found;
  }

  private static boolean isLetterOrMark(char c) {
    return Character.isLetter(c) || (c >= '\u0300' && c <= '\u036F');
  }

  private static boolean isIcelandic(String word) {
    return word.chars().anyMatch(c -> "þÞæÆöÖ".indexOf(c) >= 0);
  }

  /** NFC by clusters: a character and the marks that follow it. */
  private static Cells compose(Cells text) {
    Cells out = new Cells(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = start + 1;
      while (end < text.length() && end - start < MAX_CLUSTER && !isBoundary(text, end)) {
        end++;
      }
      CharSequence cluster = text.subSequence(start, end);
      if ((cluster.length() == 1 && isComposed(cluster.charAt(0)))
          || Normalizer.isNormalized(cluster, Normalizer.Form.NFC)) {
        for (int i = start; i < end; i++) {
          out.add(text.charAt(i), text.source(i));
        }
      } else {
        out.add(Normalizer.normalize(cluster, Normalizer.Form.NFC), text.source(start));
      }
      start = end;
    }
    return out;
  }

  /** Nothing composes across a character that is no mark, Hangul vowel or low surrogate. */
  private static boolean isBoundary(Cells text, int at) {
    char c = text.charAt(at);
    int type = Character.getType(Character.codePointAt(text, at));
    return !(type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || Character.isLowSurrogate(c)
        || (c >= '\u1160' && c <= '\u11FF'));
  }
}
