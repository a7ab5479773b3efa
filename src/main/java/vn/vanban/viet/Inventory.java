package vn.vanban.viet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every syllable that Vietnamese spelling allows: about 18,000 with their marks, in {@link
 * Folding#canonical canonical form}, under some 2,700 forms without marks.
 */
public final class Inventory {
  private static final Map<String, List<String>> BY_BARE = byBare();

  private Inventory() {}

  /**
   * The syllables that lose their marks to the same form.
   *
   * @param bare in {@linkplain Folding#unaccented unaccented form}: {@code dinh}
   * @return {@code dinh, dình, dính, …, đinh, …, định}; empty if no syllable has that form
   */
  public static List<String> accented(String bare) {
    return BY_BARE.getOrDefault(bare, List.of());
  }

  /** Whether a word in unaccented form is what remains of a syllable: {@code nuoc, nghi}. */
  public static boolean isBare(String word) {
    return BY_BARE.containsKey(word);
  }

  /** All syllables, in no particular order. */
  public static List<String> all() {
    return BY_BARE.values().stream().flatMap(List::stream).toList();
  }

  private static Map<String, List<String>> byBare() {
    Map<String, List<String>> all = new HashMap<>();
    for (String toneless : Syllables.toneless()) {
      List<String> family =
          all.computeIfAbsent(Folding.unaccented(toneless), bare -> new ArrayList<>());
      boolean stopped = Syllables.isStopped(toneless);
      for (int tone = Letters.LEVEL; tone <= Letters.NANG; tone++) {
        if (!stopped || tone == Letters.SAC || tone == Letters.NANG) {
          family.add(withTone(toneless, tone));
        }
      }
    }
    all.replaceAll((bare, family) -> List.copyOf(family));
    return Map.copyOf(all);
  }

  private static String withTone(String toneless, int tone) {
    char[] letters = toneless.toCharArray();
    for (int i = letters.length - 1; i >= 0; i--) {
      if (Letters.isVowel(letters[i])) {
        letters[i] = Letters.toned(letters[i], tone);
        break;
      }
    }
    TonePlacement.settle(letters, 0, letters.length);
    return new String(letters);
  }
}
