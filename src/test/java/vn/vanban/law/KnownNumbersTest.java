package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The grammar and the authority list over the records of three portals, where they are at hand. */
class KnownNumbersTest {
  private static final Path METADATA = Path.of("../shared/data/metadata");

  @BeforeEach
  void dataIsAtHand() {
    assumeTrue(
        Boolean.getBoolean("vanban.noSkip") || Files.isDirectory(METADATA),
        "no real records at " + METADATA);
  }

  private static Map<String, Integer> values(String field) throws IOException {
    Map<String, Integer> values = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (var files = Files.list(METADATA)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode value = json.readTree(line).path(field);
          if (!value.asText().isBlank()) {
            values.merge(value.asText(), 1, Integer::sum);
          }
        }
      }
    }
    return values;
  }

  @Test
  void nearlyAllKnownNumbersParseAndTheRestHasItsReason() throws IOException {
    Set<String> numbers = values("number").keySet();
    List<String> rejected = new ArrayList<>();
    for (String printed : numbers) {
      var number = DocumentNumber.parse(printed);
      if (number.isEmpty()) {
        rejected.add(printed + ": " + reason(printed));
      } else {
        assertThat(DocumentNumber.parse(number.get().canonical())).isEqualTo(number);
        assertThat(DocumentNumber.readings(printed)).contains(number.get());
      }
    }
    System.out.printf("known numbers: %d distinct, %d rejected%n", numbers.size(), rejected.size());
    rejected.forEach(r -> System.out.println("  " + r));
    assertThat(rejected.size()).isLessThanOrEqualTo(numbers.size() / 100);
    assertThat(rejected).noneMatch(r -> r.endsWith("unexplained"));
  }

  private static String reason(String printed) {
    if (printed.matches(".*[.…]{3}.*") || printed.startsWith("/")) {
      return "a blank in place of the running number";
    }
    if (printed.matches("\\p{L}+\\d+")) {
      return "a portal's own code, without a running number";
    }
    if (printed.matches("\\d+/\\d+/.*")) {
      return "two running numbers, a decision cut into a series by the portal";
    }
    return printed.matches("V\\..*") ? "a code of professional titles" : "unexplained";
  }

  @Test
  void exactKeysOfDistinctNumbersAreDistinctAndSpellingsMeet() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Map<String, String> bareByKey = new HashMap<>();
    for (String printed : values("number").keySet()) {
      var number = DocumentNumber.parse(printed);
      if (number.isEmpty()) {
        continue;
      }
      String key = number.get().key();
      String bare = bare(printed);
      assertThat(bareByKey.merge(key, bare, (old, now) -> old)).isEqualTo(bare);
      for (int i = 0; i < 3; i++) {
        String variant = variant(number.get().canonical(), random);
        assertThat(DocumentNumber.parse(variant).map(DocumentNumber::key))
            .as("%s of %s, seed %d", variant, printed, seed)
            .contains(key);
      }
    }
  }

  /** An independent reduction: what two spellings of one number must agree on. */
  private static String bare(String printed) {
    String plain = NumberGrammar.lookAlikes(printed).toLowerCase(Locale.ROOT);
    boolean lost = plain.matches("\\d+ \\p{L}+-.*");
    plain = (lost ? plain.replaceFirst(" ", "/") : plain).replaceAll("\\s", "");
    return plain.replaceFirst("^0+", "").replaceFirst("^(\\d+)-((?:19|20)\\d\\d/)", "$1/$2");
  }

  private static String variant(String canonical, Random random) {
    if (canonical.contains(" ")) {
      return canonical;
    }
    String text = random.nextBoolean() ? "0" + canonical : canonical;
    text = text.replaceFirst("^0+(\\d{7})", "$1");
    text = text.length() - text.replaceFirst("^\\d+", "").length() > 6 ? canonical : text;
    text = random.nextBoolean() ? text.replace("-", " –") : text.replace("-", "‑");
    text = random.nextBoolean() ? text.replace("/", " /") : text.replaceFirst("/(?=\\p{L})", "//");
    text = random.nextBoolean() ? text.replace('Đ', 'Ð') : text.replace('C', 'С').replace('T', 'Τ');
    return random.nextBoolean() ? "Số: " + text : text + "\n";
  }

  @Test
  void suffixesInUseParse() throws IOException {
    Path list = METADATA.resolveSibling("lists").resolve("number_suffixes_seen.tsv");
    int all = 0;
    int read = 0;
    Set<String> rejected = new TreeSet<>();
    for (String line : Files.readAllLines(list)) {
      String[] cells = line.split("\t", -1);
      int count = Integer.parseInt(cells[1].strip());
      all += count;
      if (DocumentNumber.parse("7/" + cells[0]).isPresent()) {
        read += count;
      } else {
        rejected.add(cells[0]);
      }
    }
    System.out.printf("suffixes: %d of %d records; not read %s%n", read, all, rejected);
    assertThat(read).isGreaterThan(all * 99 / 100);
  }

  @Test
  void mostIssuersAreBodiesOfTheAuthorityList() throws IOException {
    int[] distinct = new int[2];
    int[] weighted = new int[2];
    List<String> unknown = new ArrayList<>();
    values("issuer")
        .forEach((issuer, count) -> {
          boolean found = isKnown(issuer);
          distinct[found ? 0 : 1]++;
          weighted[found ? 0 : 1] += count;
          if (!found) {
            unknown.add(count + " × " + issuer);
          }
        });
    System.out.printf(
        "issuers: %d of %d distinct, %d of %d records%n",
        distinct[0], distinct[0] + distinct[1], weighted[0], weighted[0] + weighted[1]);
    unknown.forEach(u -> System.out.println("  " + u));
    assertThat(weighted[0]).isGreaterThan((weighted[0] + weighted[1]) * 95 / 100);
  }

  /** One portal gives the place alone; joint issuers stand in a row. */
  private static boolean isKnown(String issuer) {
    if (Authorities.named(issuer).isPresent()
        || Authorities.named("Ủy ban nhân dân " + issuer).isPresent()) {
      return true;
    }
    String[] joint = issuer.split("\\s*-\\s*(?=(?:BỘ|TÒA|VIỆN|NGÂN|THANH|UỶ|ĐOÀN|CHÍNH|VĂN) )", -1);
    return joint.length > 1
        && List.of(joint).stream().allMatch(part -> Authorities.named(part).isPresent());
  }
}
