package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Subjects;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;
import vn.vanban.law.Warning;
import vn.vanban.text.RepairedText;
import vn.vanban.text.TextRepair;

/**
 * The hard cases, one a file below {@code cases/}: lines {@code field: value}, then {@code ===},
 * then the document. A value {@code -} asserts that there is none; {@code warns} names the fields
 * that must be warned of, {@code -} that none is. What a file does not name it does not assert.
 */
class CasesTest {
  private static final String SEPARATOR = "===\n";

  @TestFactory
  Stream<DynamicTest> cases() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(CasesTest.class.getResource("cases")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThan(30);
      return all.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    String all = Files.readString(file);
    int separator = all.indexOf(SEPARATOR);
    assertThat(separator).as("separator in %s", file).isPositive();
    RepairedText text = repaired(all.substring(separator + SEPARATOR.length()));
    LegalDocument document = new DocumentParser().parse(text);
    for (String line : all.substring(0, separator).lines().toList()) {
      String field = line.substring(0, line.indexOf(": "));
      String wanted = line.substring(line.indexOf(": ") + 2);
      if (field.equals("warns")) {
        warnings(document, text, wanted);
      } else {
        assertThat(value(document, field)).as(field).isEqualTo(wanted);
      }
    }
  }

  private static RepairedText repaired(String text) {
    List<Paragraph> paragraphs =
        text.lines().map(line -> new Paragraph(line, Place.BODY, 1, List.of())).toList();
    return new TextRepair().repair(new ExtractedText(paragraphs, 1, false));
  }

  private static void warnings(LegalDocument document, RepairedText text, String wanted) {
    Set<String> warned =
        document.warnings().stream()
            .map(Warning::field)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!text.notes().isEmpty()) {
      warned.add("text");
    }
    if (wanted.equals("-")) {
      assertThat(warned).as("warnings").isEmpty();
    } else {
      assertThat(warned).as("warnings").contains(wanted.split(", ", -1));
    }
  }

  private static String value(LegalDocument document, String field) {
    String value =
        switch (field) {
          case "kind" -> document.kind().jsonName();
          case "number" -> document.number().map(r -> r.value().canonical()).orElse("");
          case "type" -> document.type().map(Reading::value).orElse("");
          case "title" -> document.title();
          case "issuer" -> document.issuerNames();
          case "issued" -> document.issued().map(r -> r.value().toString()).orElse("");
          case "subject" -> document.subject().map(Reading::value).orElse("");
          case "subjectReading" ->
              document.subject().map(Reading::value).map(Subjects::readingForm).orElse("");
          case "signer" -> document.signerNames();
          case "effective" ->
              document.effective().map(Reading::value).map(LocalDate::toString).orElse("");
          case "expires" ->
              document.effect().expires().map(Reading::value).map(LocalDate::toString).orElse("");
          case "secrecy" ->
              document.handling().secrecy().map(Reading::value).map(Secrecy::vietnamese).orElse("");
          case "urgency" ->
              document.handling().urgency().map(Reading::value).map(Urgency::vietnamese).orElse("");
          case "visibility" ->
              document
                  .handling()
                  .visibility()
                  .map(Reading::value)
                  .map(Visibility::jsonName)
                  .orElse("");
          default -> throw new AssertionError("no such field: " + field);
        };
    return value.isEmpty() ? "-" : value;
  }
}
