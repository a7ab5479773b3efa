package vn.vanban.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What makes the vocabulary of a text grow with its length: names, numbers and slips of the pen.
 * About one token in 500 is a slip or begins something fresh.
 */
final class FreshWords {
  private static final int TOKENS_A_FRESH_ONE = 500;

  private static final List<String> SURNAMES =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
          "Lò", "Giàng", "Siu", "Ksor");
  private static final List<String> PLACES =
      List.of("xã", "phường", "thôn", "buôn", "bản", "làng", "ấp", "suối", "đèo", "đường");
  private static final List<String> ONSETS =
      List.of(
          "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "k", "kh", "l", "m", "n", "ng", "nh", "p",
          "ph", "q", "r", "s", "t", "th", "tr", "v", "x", "kr", "pl", "br", "hm", "dr");
  private static final List<String> RHYMES =
      List.of(
          "a", "ai", "am", "an", "ang", "anh", "ao", "ăk", "ăng", "âm", "ân", "ây", "e", "ênh",
          "êu", "i", "iêng", "iêu", "in", "o", "oai", "oan", "ok", "ông", "ơi", "u", "uân", "uôn",
          "ương", "ưu", "y", "yên", "ia", "oă", "uê");

  private FreshWords() {}

  /** The sentence, now and then with a slip, a name or a number in it. */
  static String into(String sentence, RandomGenerator random) {
    int tokens = 1 + (int) sentence.chars().filter(c -> c == ' ').count();
    if (random.nextInt(TOKENS_A_FRESH_ONE) >= tokens) {
      return sentence;
    }
    int at = wordStart(sentence, random.nextInt(tokens));
    int end = sentence.indexOf(' ', at);
    if (end < 0) {
      return sentence;
    }
    return switch (random.nextInt(6)) {
      case 0 -> sentence.substring(0, end) + " của " + person(random) + sentence.substring(end);
      case 1 -> sentence.substring(0, end) + " tại " + place(random) + sentence.substring(end);
      case 2 -> sentence.substring(0, end) + " theo " + number(random) + sentence.substring(end);
      default ->
          sentence.substring(0, at)
              + slip(sentence.substring(at, end), random)
              + sentence.substring(end);
    };
  }

  private static int wordStart(String sentence, int word) {
    int at = 0;
    for (int i = 0; i < word; i++) {
      at = sentence.indexOf(' ', at) + 1;
    }
    return at;
  }

  private static String person(RandomGenerator random) {
    return pick(SURNAMES, random)
        + " "
        + capital(syllable(random))
        + " "
        + capital(syllable(random));
  }

  /** {@code buôn Krăng Drok}; one syllable in four is of no Vietnamese form at all. */
  static String place(RandomGenerator random) {
    return pick(PLACES, random) + " " + capital(syllable(random)) + " " + capital(syllable(random));
  }

  private static String number(RandomGenerator random) {
    return "%s %d/%d/%s"
        .formatted(
            random.nextBoolean() ? "Nghị định" : "Thông tư",
            1 + random.nextInt(9_999),
            1990 + random.nextInt(36),
            random.nextBoolean() ? "NĐ-CP" : "TT-BTC");
  }

  private static String syllable(RandomGenerator random) {
    String syllable = pick(ONSETS, random) + pick(RHYMES, random);
    return random.nextInt(4) == 0
        ? syllable + pick(ONSETS, random) + pick(RHYMES, random)
        : syllable;
  }

  /** A letter lost, doubled, changed, or two swapped; a word run together with nothing else. */
  private static String slip(String word, RandomGenerator random) {
    if (word.length() < 2) {
      return word + word;
    }
    int at = random.nextInt(word.length() - 1);
    String before = word.substring(0, at);
    char here = word.charAt(at);
    String after = word.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + here + here + after;
      case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
      default -> before + after.charAt(0) + here + after.substring(1);
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String pick(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }
}
