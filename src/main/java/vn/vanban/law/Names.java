package vn.vanban.law;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names are compared in this room: case, tone placement and spaces do not count. */
final class Names {
  private Names() {}

  private static final Map<String, String> FIRST =
      Map.of("oa", "òóỏõọ", "oe", "òóỏõọ", "uy", "ùúủũụ");
  private static final Map<String, String> SECOND =
      Map.of("oa", "àáảãạ", "oe", "èéẻẽẹ", "uy", "ỳýỷỹỵ");
  private static final Pattern SECOND_MARKED =
      Pattern.compile("(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])", Pattern.CANON_EQ);
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  static String fold(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return SPACES.matcher(placeTones(lower)).replaceAll(" ").strip();
  }

  /** Moves the tone mark of oa, oe and uy to the first vowel: hoà becomes hòa. Lower case only. */
  static String placeTones(String text) {
    if (!SECOND_MARKED.matcher(text).find()) {
      return text;
    }
    return SECOND_MARKED
        .matcher(text)
        .replaceAll(m -> {
          String pair = m.group();
          for (Map.Entry<String, String> second : SECOND.entrySet()) {
            int tone = second.getValue().indexOf(pair.charAt(1));
            if (tone >= 0 && second.getKey().charAt(0) == pair.charAt(0)) {
              String first = FIRST.getOrDefault(second.getKey(), "");
              return Matcher.quoteReplacement(first.charAt(tone) + second.getKey().substring(1));
            }
          }
          return Matcher.quoteReplacement(pair);
        });
  }
}
