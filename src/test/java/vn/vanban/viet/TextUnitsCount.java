package vn.vanban.viet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the list of {@link TextCode}: counts the words, in small letters, and the gaps between them
 * in the titles, texts, subjects and issuers of files of JSON lines.
 *
 * <p>{@code java … vn.vanban.viet.TextUnitsCount LIST corpus.jsonl …}
 */
final class TextUnitsCount {
  /** What is seen less often is a slip, or not worth its line. */
  private static final int LEAST = 3;

  private static final List<String> FIELDS = List.of("title", "text", "subject", "issuer");

  private TextUnitsCount() {}

  public static void main(String[] args) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (String file : Arrays.asList(args).subList(1, args.length)) {
      try (Stream<String> lines = Files.lines(Path.of(file))) {
        for (String line : (Iterable<String>) lines::iterator) {
          JsonNode fields = new ObjectMapper().readTree(line);
          for (String field : FIELDS) {
            count(fields.path(field).asText(""), counts);
          }
        }
      }
    }
    List<String> units =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(TextCode.MOST)
            .map(entry -> entry.getKey().replace("\n", "\\n").replace(" ", "\\s"))
            .toList();
    Files.write(
        Path.of(args[0]),
        Stream.concat(
                Stream.of(
                    "# Units of TextCode, the most frequent first; \\n is a line's end, \\s a blank."
                        + " Made by vn.vanban.viet.TextUnitsCount (test sources)."),
                units.stream())
            .toList());
  }

  private static void count(String text, Map<String, Integer> counts) {
    int at = 0;
    while (at < text.length()) {
      boolean word = TextCode.isOfWord(text.charAt(at));
      int end = at + 1;
      while (end < text.length() && TextCode.isOfWord(text.charAt(end)) == word) {
        end++;
      }
      String unit = text.substring(at, end);
      boolean known = word ? end - at <= 12 : !unit.equals(" ") && plain(unit);
      if (known) {
        counts.merge(unit.toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
      at = end;
    }
  }

  /** What a line of the list can hold. */
  private static boolean plain(String gap) {
    return gap.length() <= 4
        && gap.chars().allMatch(c -> c == '\n' || (c >= ' ' && c != '\\' && c != '#' && c < 0x7F));
  }
}
