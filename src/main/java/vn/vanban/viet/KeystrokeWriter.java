package vn.vanban.viet;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** The keys of an input method for text. */
enum KeystrokeWriter {
  TELEX("fsxrj"),
  VNI("21435");

  private static final String DOUBLED = "aeo";

  /** Of the tones huyền, sắc, ngã, hỏi, nặng. */
  private final String tones;

  KeystrokeWriter(String tones) {
    this.tones = tones;
  }

  /** Marks as keys: those of letters after them, those of tones at the end of the word. */
  String write(String text) {
    String composed = Normalizer.normalize(text, Form.NFC);
    StringBuilder keys = new StringBuilder();
    int tone = Letters.LEVEL;
    boolean capitals = false;
    char before = 0;
    for (int i = 0; i < composed.length(); i++) {
      char letter = composed.charAt(i);
      if (!Character.isLetter(letter)) {
        tone(keys, tone, capitals);
        tone = Letters.LEVEL;
        before = 0;
        keys.append(letter);
        continue;
      }
      char lower = Character.toLowerCase(letter);
      boolean upper = lower != letter;
      capitals = upper;
      tone = Letters.tone(lower) == Letters.LEVEL ? tone : Letters.tone(lower);
      char quality = Letters.toneless(lower);
      quality = quality == Letters.ETH ? Letters.DJE : quality;
      if (this == TELEX && quality == before && DOUBLED.indexOf(quality) >= 0) {
        put(keys, quality, upper); // xoong: a third o takes the circumflex back
      }
      boolean known = Letters.isVowel(quality) || quality == Letters.DJE;
      put(keys, known ? Letters.bare(quality) : lower, upper);
      char mark = mark(quality);
      if (mark != 0) {
        put(keys, mark, upper);
      }
      before = quality;
    }
    tone(keys, tone, capitals);
    return keys.toString();
  }

  private void tone(StringBuilder keys, int tone, boolean upper) {
    if (tone != Letters.LEVEL) {
      put(keys, tones.charAt(tone - 1), upper);
    }
  }

  private char mark(char quality) {
    boolean telex = this == TELEX;
    return switch (quality) {
      case 'â' -> telex ? 'a' : '6';
      case 'ê' -> telex ? 'e' : '6';
      case 'ô' -> telex ? 'o' : '6';
      case 'ơ', 'ư' -> telex ? 'w' : '7';
      case 'ă' -> telex ? 'w' : '8';
      case Letters.DJE -> telex ? 'd' : '9';
      default -> 0;
    };
  }

  private static void put(StringBuilder keys, char key, boolean upper) {
    keys.append(upper ? Character.toUpperCase(key) : key);
  }
}
