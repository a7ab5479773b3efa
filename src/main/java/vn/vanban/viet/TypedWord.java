package vn.vanban.viet;

import java.util.Arrays;
import java.util.Optional;

/**
 * One word, key by key, as an input method would have taken it. Keys work on the letters before
 * them, wherever those stand in the syllable ({@code tooi, nhana, dinhd}); a key struck twice takes
 * back what it did and stands for itself ({@code xooong} is xoong).
 */
final class TypedWord {
  private static final int MAX_KEYS = 16;

  private final char[] letters = new char[MAX_KEYS];
  private final boolean[] capital = new boolean[MAX_KEYS];
  private int size;
  private int tone = Letters.LEVEL;

  /** Keys that did something else than stand for a letter. */
  private int keys;

  /** Whether a key did what nobody types by accident: đ, a letter doubled, a horn, nặng by j. */
  private boolean sure;

  private TypedWord() {}

  /**
   * What keys yield.
   *
   * @param text the syllable
   * @param keys how many of them changed letters
   * @param sure whether one did what hardly a word in another language shows
   */
  record Yield(String text, int keys, boolean sure) {}

  /** The syllable that the keys yield; empty if none, or if no key changed anything. */
  static Optional<Yield> of(String word, boolean telex) {
    if (word.length() > MAX_KEYS) {
      return Optional.empty();
    }
    TypedWord typed = new TypedWord();
    for (int i = 0; i < word.length(); i++) {
      char key = Character.toLowerCase(word.charAt(i));
      boolean upper = key != word.charAt(i) || key == '{' || key == '}';
      if (telex) {
        typed.telex(key, upper);
      } else {
        typed.vni(key, upper);
      }
    }
    return typed.keys == 0 ? Optional.empty() : typed.result();
  }

  /** Telex: s f r x j tones, z none; aa ee oo, aw ow uw or w alone, dd; [ and ] for ơ and ư. */
  private void telex(char key, boolean upper) {
    boolean done =
        switch (key) {
          case 'f' -> tone(1);
          case 's' -> tone(Letters.SAC);
          case 'x' -> tone(3);
          case 'r' -> tone(4);
          case 'j' -> tone(Letters.NANG);
          case 'z' -> tone != Letters.LEVEL && tone(Letters.LEVEL);
          case 'a' -> doubled('a', 'â');
          case 'e' -> doubled('e', 'ê');
          case 'o' -> doubled('o', 'ô');
          case 'd' -> bar();
          case 'w' -> hook(true) || alone(upper);
          case '[', '{' -> whole('ơ', upper);
          case ']', '}' -> whole('ư', upper);
          default -> false;
        };
    if (!done) {
      append(key, upper);
    } else if (key == 'j') {
      sure = true;
    }
  }

  /** VNI: 1 to 5 tones, 0 none, 6 circumflex, 7 horn, 8 breve, 9 đ. */
  private void vni(char key, boolean upper) {
    boolean done =
        switch (key) {
          case '1' -> tone(Letters.SAC);
          case '2' -> tone(1);
          case '3' -> tone(4);
          case '4' -> tone(3);
          case '5' -> tone(Letters.NANG);
          case '0' -> tone != Letters.LEVEL && tone(Letters.LEVEL);
          case '6' -> circumflex();
          case '7' -> hook(false);
          case '8' -> breve();
          case '9' -> bar();
          default -> false;
        };
    if (!done) {
      append(key, upper); // a digit left in it makes it no syllable
    }
  }

  private void append(char letter, boolean upper) {
    letters[size] = letter;
    capital[size++] = upper;
  }

  private boolean tone(int wanted) {
    if (lastVowel() < 0) {
      return false;
    }
    boolean again = wanted == tone;
    tone = again ? Letters.LEVEL : wanted;
    keys++;
    return !again;
  }

  private boolean doubled(char plain, char marked) {
    int at = lastVowel();
    if (at >= 0 && letters[at] == plain) {
      return mark(at, marked);
    }
    if (at >= 0 && at == size - 1 && letters[at] == marked) {
      letters[at] = plain;
      return false;
    }
    return false;
  }

  private boolean bar() {
    if (size > 0 && letters[0] == 'd' && (size == 1 || lastVowel() >= 0)) {
      return mark(0, Letters.DJE);
    }
    if (size == 1 && letters[0] == Letters.DJE) {
      letters[0] = 'd';
    }
    return false;
  }

  private boolean alone(boolean upper) {
    if (size > 0 && letters[size - 1] == 'ư') {
      letters[--size] = 'w'; // ww: the letter itself
      size++;
      return true;
    }
    return whole('ư', upper);
  }

  private boolean whole(char letter, boolean upper) {
    append(letter, upper);
    keys++;
    sure = true;
    return true;
  }

  /** Horn for u and o, both of uo; with {@code breve} also that of a where none can take a horn. */
  private boolean hook(boolean breve) {
    int first = firstVowel();
    int last = lastVowel() + 1;
    for (int i = first; i >= 0 && i < last; i++) {
      boolean o = i + 1 < last && (letters[i + 1] == 'o' || letters[i + 1] == 'ơ');
      if ((letters[i] == 'u' || letters[i] == 'ư') && o) {
        boolean changed = letters[i] == 'u' || letters[i + 1] == 'o';
        letters[i] = 'ư';
        return changed && mark(i + 1, 'ơ');
      }
      if (letters[i] == 'u') {
        return mark(i, 'ư');
      }
      if (letters[i] == 'o' && !(breve && i + 1 < last && letters[i + 1] == 'a')) {
        return mark(i, 'ơ');
      }
      if (letters[i] == 'a' && breve) {
        return mark(i, 'ă');
      }
    }
    return false;
  }

  private boolean breve() {
    int at = lastVowel();
    return at >= 0 && letters[at] == 'a' && mark(at, 'ă');
  }

  /** On the last vowel that takes one: {@code tie6ng, cua6n, mua6i}. */
  private boolean circumflex() {
    for (int i = lastVowel(); i >= 0 && i >= firstVowel(); i--) {
      switch (letters[i]) {
        case 'a' -> {
          return mark(i, 'â');
        }
        case 'e' -> {
          return mark(i, 'ê');
        }
        case 'o' -> {
          return mark(i, 'ô');
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean mark(int at, char letter) {
    letters[at] = letter;
    keys++;
    sure = true;
    return true;
  }

  /** The first vowel; the u of qu is none. */
  private int firstVowel() {
    for (int i = 0; i < size; i++) {
      if (Letters.isVowel(letters[i]) && !(letters[i] == 'u' && i == 1 && letters[0] == 'q')) {
        return i;
      }
    }
    return -1;
  }

  private int lastVowel() {
    for (int i = size - 1; i >= 0; i--) {
      if (Letters.isVowel(letters[i])) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Yield> result() {
    settleHorns();
    int vowel = lastVowel();
    if (vowel < 0) {
      return Optional.empty();
    }
    char[] syllable = Arrays.copyOf(letters, size);
    syllable[vowel] = Letters.toned(syllable[vowel], tone);
    TonePlacement.settle(syllable, 0, size);
    String text = new String(syllable);
    // A marked letter before a stop needs its tone, which the rules of plain text would waive.
    if (!Syllables.isValid(text)
        || (Syllables.isStopped(text) && tone != Letters.SAC && tone != Letters.NANG && sure)) {
      return Optional.empty();
    }
    for (int i = 0; i < size; i++) {
      syllable[i] = capital[i] ? Character.toUpperCase(syllable[i]) : syllable[i];
    }
    return Optional.of(new Yield(new String(syllable), keys, sure || keys > 1));
  }

  /** One horn stands for both of ươ ({@code dduwocj}); an open one is uơ ({@code thuowr}). */
  private void settleHorns() {
    int last = lastVowel();
    for (int i = 0; i < size - 1; i++) {
      boolean pair =
          (letters[i] == 'ư' && (letters[i + 1] == 'o' || letters[i + 1] == 'ơ'))
              || (letters[i] == 'u' && letters[i + 1] == 'ơ' && !(i == 1 && letters[0] == 'q'));
      if (pair) {
        boolean open = i + 1 == last && last == size - 1;
        letters[i] = open ? 'u' : 'ư';
        letters[i + 1] = 'ơ';
      }
    }
  }
}
