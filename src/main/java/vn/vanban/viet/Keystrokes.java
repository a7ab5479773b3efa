package vn.vanban.viet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keystrokes of the input methods Telex and VNI that were typed while none was at work: {@code
 * Nghij ddinhj}, {@code nghi5 d9inh5}. Their rules are those of the common input methods (Unikey).
 */
public final class Keystrokes {
  /** What speaks for keystrokes and against; a text is read as such from here on. */
  private static final double ENOUGH = 4;

  private static final double SURE = 6;
  private static final double LIKELY = 4;

  /** {@code khoan2}: a number stuck to its word is common where keystrokes are not. */
  private static final double DIGIT_AT_END = 2.5;

  /** Of ten syllables in running text seven have marks, so keystrokes leave few as they are. */
  private static final double PLAIN = -1;

  private static final double FOREIGN = -2.5;

  /** {@code UBND}: capitals of that length in other text abbreviate. */
  private static final int MAX_ABBREVIATION = 5;

  /** Words of English and such as Vietnamese writes itself (TW, boong) that are Telex by chance. */
  private static final Set<String> BY_CHANCE =
      Set.of(
          ("as bar bars beef been bees best bis bits box bus bust car cars chef cost for gas has her"
                  + " hers his hits host hot how if is its lax list max mix moon new noon nor now of"
                  + " or our own pass post rest roof room see seen sex sir six soon sos tar tax taxi"
                  + " test this thus too us visa was wax who yes tees teen moos toast thaw"
                  + " draw tw xoong boong goong")
              .split(" ", -1));

  private Keystrokes() {}

  /**
   * Reads a text as keystrokes.
   *
   * @param text as typed
   * @return the text that was meant: words that keystrokes make Vietnamese syllables of are
   *     replaced, everything else stays; empty if keystrokes are not the better explanation
   */
  public static Optional<String> read(String text) {
    Reading telex = new Reading(text, true);
    Reading vni = new Reading(text, false);
    Reading better = telex.evidence >= vni.evidence ? telex : vni;
    return better.evidence < ENOUGH ? Optional.empty() : Optional.of(better.text());
  }

  /** The Telex keystrokes of a text: {@code Nghị định} gives {@code Nghij ddinhj}. */
  public static String telex(String text) {
    return KeystrokeWriter.TELEX.write(text);
  }

  /** The VNI keystrokes of a text: {@code Nghị định} gives {@code Nghi5 d9inh5}. */
  public static String vni(String text) {
    return KeystrokeWriter.VNI.write(text);
  }

  /** A text as one method reads it, with the evidence for that. */
  private static final class Reading {
    private final String typed;
    private final boolean telex;
    private final boolean capitals;
    private final List<Replaced> replaced = new ArrayList<>();
    private double evidence;

    private record Replaced(int start, int end, String by) {}

    Reading(String typed, boolean telex) {
      this.typed = typed;
      this.telex = telex;
      this.capitals = typed.equals(typed.toUpperCase(Locale.ROOT));
      int at = 0;
      while (at < typed.length()) {
        if (Character.isWhitespace(typed.charAt(at))) {
          at++;
          continue;
        }
        int end = at;
        while (end < typed.length() && !Character.isWhitespace(typed.charAt(end))) {
          end++;
        }
        if (!isNumber(at, end)) {
          words(at, end);
        }
        at = end;
      }
    }

    /** {@code 383/KH-UBND, 59/2020/QH14, 2020]}; for Telex whatever has a digit. */
    private boolean isNumber(int start, int end) {
      if (isDigit(typed.charAt(start))) {
        return true;
      }
      boolean digit = false;
      boolean slash = false;
      for (int i = start; i < end; i++) {
        digit |= isDigit(typed.charAt(i));
        slash |= typed.charAt(i) == '/';
      }
      return digit && (telex || slash);
    }

    private void words(int from, int to) {
      int at = from;
      while (at < to) {
        int end = at;
        boolean letter = false;
        while (end < to && isKey(typed.charAt(end))) {
          letter |= Character.isLetter(typed.charAt(end));
          end++;
        }
        if (letter) {
          word(at, end);
        }
        at = Math.max(end, at + 1);
      }
    }

    private void word(int start, int end) {
      String word = typed.substring(start, end);
      boolean plain = word.chars().allMatch(c -> c < 0x80);
      boolean shouted = !capitals && end - start <= MAX_ABBREVIATION && end - start > 1;
      if (!plain || (shouted && word.equals(word.toUpperCase(Locale.ROOT)))) {
        return;
      }
      String lower = word.toLowerCase(Locale.ROOT);
      // thoong is spelt as xoong is, but means thông.
      boolean bare = Inventory.isBare(lower) && !(telex && lower.contains("oo"));
      Optional<TypedWord.Yield> yield =
          bare ? Optional.empty() : TypedWord.of(word, telex).filter(y -> !y.text().equals(word));
      if (yield.isEmpty()) {
        evidence += bare ? PLAIN : FOREIGN;
        return;
      }
      replaced.add(new Replaced(start, end, yield.get().text()));
      boolean digitAtEnd =
          !telex && yield.get().keys() == 1 && isDigit(word.charAt(end - start - 1));
      if (end - start == 1 || (digitAtEnd && end - start == 2)) {
        return; // w, A4
      }
      if (!BY_CHANCE.contains(lower)) {
        boolean sure = yield.get().sure();
        evidence += sure ? SURE : digitAtEnd ? DIGIT_AT_END : LIKELY;
      }
    }

    private boolean isKey(char c) {
      return Character.isLetter(c) || (telex ? "[]{}".indexOf(c) >= 0 : isDigit(c));
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    String text() {
      StringBuilder text = new StringBuilder();
      int at = 0;
      for (Replaced word : replaced) {
        text.append(typed, at, word.start()).append(word.by());
        at = word.end();
      }
      return text.append(typed, at, typed.length()).toString();
    }
  }
}
