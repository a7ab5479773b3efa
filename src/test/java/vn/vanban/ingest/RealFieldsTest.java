package vn.vanban.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.parse.DocumentParser;
import vn.vanban.text.TextRepair;
import vn.vanban.viet.Folding;

/**
 * How far the parser's confidence can be trusted, on the labelled real files where they are at
 * hand: those that came with labels, and a hundred more whose labels ({@code fields.jsonl}) were
 * made by reading before the parser was tuned.
 */
@Tag("slow")
class RealFieldsTest {
  private static final Path DOCS = Path.of("../shared/data/docs");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The width of a class of confidence. */
  private static final double STEP = 0.1;

  /** Classes with fewer values say nothing. */
  private static final int MIN_VALUES = 30;

  /** A value as asserted by a label and as read. */
  private record Judged(
      String field, boolean right, boolean warned, double confidence, String what) {}

  @Test
  void confidenceIsWhatItSaysAndSilenceIsTrustworthy() throws IOException {
    assumeTrue(Files.isDirectory(DOCS), "no real files at " + DOCS);
    List<Judged> all = new ArrayList<>();
    try (TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
      FileReader reader =
          new FileReader(extractor, new TextRepair(), new DocumentParser(), Limits.DEFAULT);
      for (JsonNode label : labels()) {
        for (FileReading.Item item : reader.read(DOCS.resolve(label.path("file").asText()))) {
          if (item instanceof FileReading.Fresh fresh) {
            judge(label, fresh.submission().document(), all);
            break;
          }
        }
      }
    }
    List<Judged> silentlyWrong = all.stream().filter(j -> !j.right() && !j.warned()).toList();
    long right = all.stream().filter(Judged::right).count();
    long rightButWarned = all.stream().filter(j -> j.right() && j.warned()).count();
    System.out.printf(
        "labelled real files: %d values, %d right, %d right but warned, %d silently wrong%n",
        all.size(), right, rightButWarned, silentlyWrong.size());
    silentlyWrong.forEach(j -> System.out.println("  " + j.field() + " " + j.what()));
    calibration(all);
    assertThat(silentlyWrong.size()).isLessThanOrEqualTo(all.size() / 100);
    assertThat(rightButWarned).isLessThanOrEqualTo(right / 20);
  }

  private static void calibration(List<Judged> all) {
    Map<Integer, List<Judged>> classes = new TreeMap<>();
    for (Judged judged : all) {
      classes
          .computeIfAbsent((int) (judged.confidence() / STEP), k -> new ArrayList<>())
          .add(judged);
    }
    classes.forEach((step, values) -> {
      double said = values.stream().mapToDouble(Judged::confidence).average().orElseThrow();
      double was = values.stream().filter(Judged::right).count() / (double) values.size();
      System.out.printf("  confidence %.2f: %d values, %.3f right%n", said, values.size(), was);
      if (values.size() >= MIN_VALUES) {
        assertThat(was).as("values of confidence %.2f", said).isGreaterThan(said - STEP / 2);
      }
    });
  }

  private static List<JsonNode> labels() throws IOException {
    List<JsonNode> labels = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(DOCS.resolve("gold.jsonl")));
    try (InputStream more =
        Objects.requireNonNull(RealFieldsTest.class.getResourceAsStream("fields.jsonl"))) {
      lines.addAll(new String(more.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
    for (String line : lines) {
      labels.add(JSON.readTree(line));
    }
    return labels;
  }

  private static void judge(JsonNode label, LegalDocument read, List<Judged> all) {
    one(label, "number", read, read.number().map(r -> map(r, n -> n.canonical())), all);
    one(label, "type", read, read.type(), all);
    one(label, "issuer", read, joint(read.issuers().stream().map(r -> map(r, b -> b.name()))), all);
    one(label, "issued", read, read.issued().map(r -> map(r, LocalDate::toString)), all);
    one(label, "subject", read, read.subject(), all);
    one(label, "signer", read, joint(read.signers().stream().map(r -> map(r, s -> s.name()))), all);
    one(label, "effective", read, read.effective().map(r -> map(r, LocalDate::toString)), all);
  }

  private static <T> Reading<String> map(
      Reading<T> reading, java.util.function.Function<T, String> print) {
    return new Reading<>(print.apply(reading.value()), reading.evidence());
  }

  /** Joint values as one, as sure as the least sure of them. */
  private static Optional<Reading<String>> joint(Stream<Reading<String>> readings) {
    return readings.reduce((a, b) ->
        new Reading<>(
            a.value() + "; " + b.value(),
            a.evidence().confidence() <= b.evidence().confidence() ? a.evidence() : b.evidence()));
  }

  private static void one(
      JsonNode label,
      String field,
      LegalDocument document,
      Optional<Reading<String>> read,
      List<Judged> all) {
    if (!label.has(field) || read.isEmpty()) {
      return;
    }
    String wanted = label.path(field).asText("");
    Evidence evidence = read.get().evidence();
    boolean warned = document.warnings().stream().anyMatch(w -> w.field().equals(field));
    all.add(
        new Judged(
            field,
            same(field, wanted, read.get().value()),
            warned,
            evidence.confidence(),
            "%s (%s): wanted \"%s\", read \"%s\""
                .formatted(
                    label.path("file").asText(), evidence.rule(), wanted, read.get().value())));
  }

  /** Whether label and value mean the same: letters and digits in one case and tone placement. */
  private static boolean same(String field, String wanted, String read) {
    if (field.equals("number")) {
      // Decrees of 1945 bear an ordinal without a symbol.
      return DocumentNumber.parse(wanted)
          .map(DocumentNumber::canonical)
          .orElse(wanted)
          .equals(read);
    }
    String a = words(wanted);
    String b = words(read);
    if (field.equals("type")) {
      return a.equals(b) || a.startsWith(b + " ") || b.startsWith(a + " ");
    }
    if (field.equals("subject")) {
      String leads = "^(?:về việc |v v |về )+";
      a = a.replaceFirst(leads, "");
      b = b.replaceFirst(leads, "");
      // A label of a long subject may be cut or tidied: nearly all words must agree.
      return a.equals(b) || (a.length() > 80 && overlap(a, b) >= 0.95);
    }
    return a.equals(b);
  }

  private static double overlap(String a, String b) {
    List<String> left = new ArrayList<>(List.of(a.split(" ", -1)));
    List<String> right = new ArrayList<>(List.of(b.split(" ", -1)));
    int total = left.size() + right.size();
    int common = 0;
    for (String word : left) {
      if (right.remove(word)) {
        common += 2;
      }
    }
    return common / (double) total;
  }

  private static String words(String text) {
    return Folding.canonical(text)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
