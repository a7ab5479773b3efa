package vn.vanban.viet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

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
              + " ư ưa ưc ưi ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y");

  /** Rhymes written with y where no onset, or only qu, stands before. */
  private static final Set<String> Y_RHYMES = words("y yêm yên yêng yêt yêu");

  private static final Set<String> QU_RHYMES = words("y ya ych yên yêt yn ynh yt yu ơ ơn ê ên");

  private Syllables() {}

  /**
   * Whether a word is spelt as a Vietnamese syllable, with or without marks and in any case.
   *
   * @param word one word; composed or decomposed Unicode
   * @return false too for an empty word
   */
  public static boolean isValid(CharSequence word) {
    if (word.isEmpty() || word.length() > 3 * MAX_LENGTH) {
      return false;
    }
    StringBuilder bare = new StringBuilder(MAX_LENGTH);
    int tone = tone(word, bare);
    if (tone < 0 || bare.isEmpty() || bare.length() > MAX_LENGTH) {
      return false;
    }
    String letters = bare.toString();
    int length = Math.min(3, letters.length());
    for (int onset = length; onset >= 0; onset--) {
      if (isSyllable(letters.substring(0, onset), letters.substring(onset), tone)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSyllable(String onset, String rhyme, int tone) {
    if (!onset.isEmpty() && !ONSETS.contains(onset)) {
      return false;
    }
    if (rhyme.isEmpty()) {
      // gì: the i of the onset is the vowel.
      return onset.equals("gi");
    }
    boolean known =
        switch (onset) {
          case "" -> RHYMES.contains(rhyme) || Y_RHYMES.contains(rhyme);
          case "qu" -> QU_RHYMES.contains(rhyme) || (RHYMES.contains(rhyme) && isAfterQu(rhyme));
          case "gi" ->
              RHYMES.contains(rhyme)
                  || rhyme.equals("êng")
                  || rhyme.equals("êt")
                  || rhyme.equals("êm");
          default -> RHYMES.contains(rhyme);
        };
    return known
        && isSpelt(onset, rhyme)
        && (!isStopped(rhyme) || tone == SAC || tone == NANG || tone == NONE_AND_UNMARKED);
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

  private static boolean isStopped(String rhyme) {
    char last = rhyme.charAt(rhyme.length() - 1);
    return last == 'c' || last == 'p' || last == 't' || rhyme.endsWith("ch");
  }

  private static final int NONE = 0;
  private static final int SAC = 1;
  private static final int NANG = 2;
  private static final int OTHER = 3;
  private static final int NONE_AND_UNMARKED = 4;

  /**
   * Writes the letters without tone in lower case; the tone, or -1 if there are two or no letter.
   */
  private static int tone(CharSequence word, StringBuilder bare) {
    int tone = NONE;
    boolean marked = false;
    String letters = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      int found =
          switch (c) {
            case '\u0301' -> SAC;
            case '\u0323' -> NANG;
            case '\u0300', '\u0303', '\u0309' -> OTHER;
            default -> NONE;
          };
      if (found != NONE) {
        if (tone != NONE || bare.isEmpty()) {
          return -1;
        }
        tone = found;
      } else if (c == '\u0302' || c == '\u0306' || c == '\u031B') {
        if (!compose(bare, c)) {
          return -1;
        }
        marked = true;
      } else if (c == 'đ') {
        bare.append(c);
        marked = true;
      } else if (c >= 'a' && c <= 'z') {
        bare.append(c);
      } else {
        return -1;
      }
    }
    // hop, mat: text without any mark may have lost its tone.
    return tone == NONE && !marked ? NONE_AND_UNMARKED : tone;
  }

  private static boolean compose(StringBuilder bare, char mark) {
    if (bare.isEmpty()) {
      return false;
    }
    int last = bare.length() - 1;
    char composed =
        switch ("" + bare.charAt(last) + mark) {
          case "a\u0302" -> 'â';
          case "e\u0302" -> 'ê';
          case "o\u0302" -> 'ô';
          case "a\u0306" -> 'ă';
          case "o\u031B" -> 'ơ';
          case "u\u031B" -> 'ư';
          default -> 0;
        };
    bare.setCharAt(last, composed);
    return composed != 0;
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new HashSet<>(Arrays.asList(list.split(" "))));
  }
}
