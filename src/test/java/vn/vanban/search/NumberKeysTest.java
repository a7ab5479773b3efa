package vn.vanban.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vanban.law.DocumentNumber;
import vn.vanban.viet.Folding;

/** What queries make of the numbers of three portals, where their records are at hand. */
class NumberKeysTest {
  private static final Path METADATA = Path.of("../shared/data/metadata");
  private static final List<String> DASHES = List.of("-", "‐", "‑", "–", "—", "−", " –", "- ");

  @BeforeEach
  void dataIsAtHand() {
    assumeTrue(
        Boolean.getBoolean("vanban.noSkip") || Files.isDirectory(METADATA),
        "no real records at " + METADATA);
  }

  private static Set<DocumentNumber> numbers() throws IOException {
    Set<String> printed = new TreeSet<>();
    ObjectMapper json = new ObjectMapper();
    try (var files = Files.list(METADATA)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode value = json.readTree(line).path("number");
          DocumentNumber.parse(value.asText()).ifPresent(number -> printed.add(number.canonical()));
        }
      }
    }
    Set<DocumentNumber> numbers = new java.util.LinkedHashSet<>();
    printed.forEach(canonical -> numbers.add(new DocumentNumber(canonical)));
    return numbers;
  }

  @Test
  void everySpellingThatKeepsTheLettersLeadsToTheExactKey() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (DocumentNumber number : numbers()) {
      for (int i = 0; i < 3; i++) {
        String typed = variant(number.canonical(), random);
        assertThat(NumberQuestion.in(typed).orElseThrow().exactKeys())
            .as("%s of %s, seed %d", typed, number, seed)
            .first()
            .isEqualTo(number.key());
      }
    }
  }

  @Test
  void noTwoNumbersShareAnExactKey() throws IOException {
    Map<String, String> byKey = new HashMap<>();
    for (DocumentNumber number : numbers()) {
      String pair = number.canonical().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d)", "");
      assertThat(byKey.merge(number.key(), pair, (old, now) -> old))
          .as("of %s", number)
          .isEqualTo(pair);
    }
  }

  @Test
  void spellingsThatLoseMarksOrSignsHaveItAmongTheirCandidates() throws IOException {
    for (DocumentNumber number : numbers()) {
      String folded = number.foldedKey();
      for (String typed :
          List.of(
              folded,
              Folding.unaccented(number.canonical()),
              number.canonical().replace('-', ' ').replace('/', ' '),
              "so " + folded + " nam 2021")) {
        assertThat(NumberQuestion.in(typed).orElseThrow().foldedKeys())
            .as("%s of %s", typed, number)
            .contains(folded);
      }
    }
  }

  /** Another case, other dashes, spaces, eth, leading zeros, a word before it. */
  private static String variant(String canonical, Random random) {
    String text = canonical;
    if (canonical.matches("\\d{1,5}[/-].*") && random.nextBoolean()) {
      text = "0" + text;
    }
    if (!canonical.contains(" ")) {
      text = text.replaceAll("-(?=\\p{L})", DASHES.get(random.nextInt(DASHES.size())));
      text = random.nextBoolean() ? text.replace("/", " /") : text;
    }
    text = random.nextBoolean() ? text.replace('Đ', 'Ð') : text;
    // In lower case a blank within a body's name ends the number: 90/TB-BCH PCTT-TKCN.
    boolean lower = !canonical.contains(" ") && random.nextInt(3) == 0;
    text = lower ? text.toLowerCase(Locale.ROOT) : text;
    return switch (random.nextInt(3)) {
      case 0 -> "Số: " + text;
      case 1 -> "số " + text;
      default -> text;
    };
  }
}
