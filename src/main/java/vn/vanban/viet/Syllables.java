package vn.vanban.viet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Vietnamese spelling: which letter sequences can be a syllable (âm tiết). A syllable is an onset,
 * a rhyme and at most one tone; a rhyme that ends in a stop (c, ch, p, t) bears only sắc or nặng.
 * Rules of the standard orthography, with both places of the tone mark (hòa, hoà) and both
 * spellings of final i and y (lí, lý).
 */
public final class Syllables {
  private static final int MAX_LENGTH = 7;

  private static final Set<String> ONSETS =
      words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

  private static final Set<String> RHYMES =
      words(
          "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
              + " e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
              + " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
              + " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt"
              + " oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt"
              + " ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut"
              + " uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
              + " ư ưa ưc ưi ưm ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y");

  /** Rhymes written with y where no onset, or only qu, stands before. */
  private static final Set<String> Y_RHYMES = words("y yêm yên yêng yêt yêu");

  private static final Set<String> QU_RHYMES = words("y ya ych yên yêt yn ynh yt yu ơ ơn ê ên");

  /** giếng: the i of gi is the first letter of iê. */
  private static final Set<String> GI_RHYMES = words("ê êng êt êm");

  /** The letters of a syllable without its tone; the place in this row is a letter's code. */
  private static final String ALPHABET = " abcdeghiklmnopqrstuvxyăâđêôơư";

  private static final int CODE_BITS = 5;
  private static final int LETTER_LIMIT = 0x1F00;

  /** Of each letter in either case the code, 0 for those that no syllable has. */
  private static final byte[] CODES = codes();

  /** Every onset with every rhyme it takes, as codes in a row, in a table of open addresses. */
  private static final long[] SPELLINGS = spellings();

  private Syllables() {}

  /**
   * Whether a word is spelt as a Vietnamese syllable, with or without marks and in any case.
   *
   * @param word one word; composed or decomposed Unicode
   * @return false too for an empty word
   */
  public static boolean isValid(CharSequence word) {
    return isValid(word, 0, word.length());
  }

  /**
   * Whether a part of a text is spelt as a Vietnamese syllable.
   *
   * @param text composed or decomposed Unicode
   * @param start of the part
   * @param end of the part
   */
  public static boolean isValid(CharSequence text, int start, int end) {
    if (start >= end || end - start > 3 * MAX_LENGTH) {
      return false;
    }
    long spelling = 0;
    int length = 0;
    int tone = Letters.LEVEL;
    boolean marked = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '\u0300' && c <= '\u036F') {
        String composed = Normalizer.normalize(text.subSequence(start, end), Normalizer.Form.NFC);
        return composed.length() < end - start && isValid(composed);
      }
      int code = c < LETTER_LIMIT ? CODES[c] : 0;
      if (code == 0 || ++length > MAX_LENGTH) {
        return false;
      }
      spelling = spelling << CODE_BITS | code;
      if (c > '\u007F') {
        int found = Letters.tone(Character.toLowerCase(c));
        if (found != Letters.LEVEL && tone != Letters.LEVEL) {
          return false;
        }
        tone = Math.max(tone, found);
        marked = true;
      }
    }
    // hop, mat: text without any mark may have lost its tone.
    boolean anyTone = !marked || tone == Letters.SAC || tone == Letters.NANG;
    return (anyTone || !isStopped(text.charAt(end - 1), end - start > 1 ? text.charAt(end - 2) : 0))
        && SPELLINGS[slot(SPELLINGS, spelling)] != 0;
  }

  /**
   * Every syllable without its tone, in lower case, ordered: {@code nghiêng, được} as {@code đươc}.
   */
  static Set<String> toneless() {
    Set<String> all = new TreeSet<>();
    for (long spelling : SPELLINGS) {
      StringBuilder letters = new StringBuilder();
      for (long rest = spelling; rest != 0; rest >>>= CODE_BITS) {
        letters.insert(0, ALPHABET.charAt((int) (rest & ((1 << CODE_BITS) - 1))));
      }
      if (!letters.isEmpty()) {
        all.add(letters.toString());
      }
    }
    return all;
  }

  /** Whether a syllable ends in a stop, which bears only sắc and nặng. */
  static boolean isStopped(String syllable) {
    int length = syllable.length();
    return isStopped(syllable.charAt(length - 1), length > 1 ? syllable.charAt(length - 2) : 0);
  }

  private static boolean isStopped(char last, char before) {
    char end = Character.toLowerCase(last);
    return end == 'c'
        || end == 'p'
        || end == 't'
        || (end == 'h' && Character.toLowerCase(before) == 'c');
  }

  private static byte[] codes() {
    byte[] codes = new byte[LETTER_LIMIT];
    for (char c = 'A'; c < LETTER_LIMIT; c++) {
      int code = ALPHABET.indexOf(Letters.toneless(Character.toLowerCase(c)));
      codes[c] = (byte) Math.max(0, code);
    }
    return codes;
  }

  private static long[] spellings() {
    long[] table = new long[1 << 14];
    Set<String> rhymes = new HashSet<>(RHYMES);
    rhymes.addAll(Y_RHYMES);
    rhymes.addAll(QU_RHYMES);
    rhymes.addAll(GI_RHYMES);
    rhymes.add("");
    Set<String> onsets = new HashSet<>(ONSETS);
    onsets.add("");
    for (String onset : onsets) {
      for (String rhyme : rhymes) {
        if (isSyllable(onset, rhyme)) {
          long spelling = 0;
          for (char c : (onset + rhyme).toCharArray()) {
            spelling = spelling << CODE_BITS | CODES[c];
          }
          table[slot(table, spelling)] = spelling;
        }
      }
    }
    return table;
  }

  /** Where a spelling stands, or the free place where it would. */
  private static int slot(long[] table, long spelling) {
    int slot = (int) ((spelling * 0x9E3779B97F4A7C15L) >>> 50);
    while (table[slot] != 0 && table[slot] != spelling) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static boolean isSyllable(String onset, String rhyme) {
    if (!onset.isEmpty() && !ONSETS.contains(onset)) {
      return false;
    }
    if (rhyme.isEmpty()) {
      // gì: the i of the onset is the vowel.
      return onset.equals("gi");
    }
    boolean known =
        switch (onset) {
          // Without an onset iê is written yê: yêu, yên.
          case "" ->
              Y_RHYMES.contains(rhyme) || (RHYMES.contains(rhyme) && !rhyme.startsWith("iê"));
          case "qu" -> QU_RHYMES.contains(rhyme) || (RHYMES.contains(rhyme) && isAfterQu(rhyme));
          case "gi" -> RHYMES.contains(rhyme) || GI_RHYMES.contains(rhyme);
          default -> RHYMES.contains(rhyme);
        };
    return known && isSpelt(onset, rhyme);
  }

  /** After qu stands no u or o as a glide; quốc is the one with ô. */
  private static boolean isAfterQu(String rhyme) {
    char first = rhyme.charAt(0);
    return first != 'u' && first != 'ư' && (first != 'o' || rhyme.equals("o"));
  }

  /** k, gh, ngh before i, e, ê, y; c, g, ng before the others. */
  private static boolean isSpelt(String onset, String rhyme) {
    boolean front = "ieêy".indexOf(rhyme.charAt(0)) >= 0;
    return switch (onset) {
      case "k", "gh", "ngh" -> front;
      case "c", "ng" -> !front;
      case "g" -> !front || rhyme.startsWith("i");
      default -> true;
    };
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new HashSet<>(Arrays.asList(list.split(" "))));
  }
}
