package vn.vanban.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;
import vn.vanban.extract.ExtractionException.Reason;

class ExtractionWireTest {
  private static final Limits LIMITS = new Limits(1 << 12, 5000, 3, 10, Duration.ofSeconds(3));

  private final ExtractionWire wire = new ExtractionWire(LIMITS);

  @Test
  void halvesOfSurrogatePairsComeAcross() throws Exception {
    Extraction extraction =
        new Extraction(
            "a/b",
            new ExtractedText(
                List.of(new Paragraph("a\uD83Db 😀 ế", Place.NOTE, 7, List.of("a", "b"))), 3, true),
            List.of(),
            List.of("ghi chú"));
    assertThat(across(extraction)).isEqualTo(extraction);
  }

  /** Whatever a file holds within its limits of text and bytes, its answer is accepted. */
  @Test
  void whatIsWrittenIsRead() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Extraction written = extraction(random);
      Extraction read = across(written);
      String as = "seed %d, round %d".formatted(seed, round);
      assertThat(read.text().plain()).as(as).isEqualTo(written.text().plain());
      assertThat(read.members()).as(as).hasSameSizeAs(written.members());
      for (int i = 0; i < read.members().size(); i++) {
        String name = written.members().get(i).name();
        assertThat(read.members().get(i).bytes())
            .as(as)
            .isEqualTo(written.members().get(i).bytes());
        assertThat(read.members().get(i).name())
            .as(as)
            .hasSizeLessThanOrEqualTo(1024)
            .startsWith(name.substring(0, Math.min(1000, name.length())))
            .endsWith(name.substring(name.length() - 5));
      }
      for (int i = 0; i < read.text().paragraphs().size(); i++) {
        // Cut or left out from the end, never mixed up.
        List<String> before = written.text().paragraphs().get(i).fonts();
        List<String> after = read.text().paragraphs().get(i).fonts();
        for (int k = 0; k < after.size(); k++) {
          assertThat(before.get(k)).as(as).startsWith(after.get(k));
        }
      }
      assertThat(read.notes()).as(as).hasSize(Math.min(100, written.notes().size()));
    }
  }

  private static final List<Place> PLACES = List.of(Place.values());

  private static Extraction extraction(Random random) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int left = random.nextInt(LIMITS.maxCharacters()); left > 0; ) {
      String text = letters(random, random.nextInt(Math.min(left, 400)));
      left -= text.length() + 1;
      Place place = PLACES.get(random.nextInt(PLACES.size()));
      paragraphs.add(
          new Paragraph(
              text,
              place,
              random.nextInt(5),
              some(random, 1500, () -> letters(random, length(random, 70_000)))));
    }
    List<SourceFile> members = new ArrayList<>();
    for (int i = random.nextInt(LIMITS.maxMembers() + 1); i > 0; i--) {
      members.add(
          new SourceFile(
              letters(random, length(random, 77_000)) + ".docx",
              new byte[random.nextInt((int) LIMITS.maxBytes() / LIMITS.maxMembers())]));
    }
    return new Extraction(
        "application/pdf",
        new ExtractedText(paragraphs, random.nextInt(9), random.nextBoolean()),
        members,
        some(random, 150, () -> letters(random, length(random, 70_000))));
  }

  /** Mostly few; sometimes very many. */
  private static List<String> some(Random random, int most, Supplier<String> one) {
    int count = random.nextInt(20) == 0 ? random.nextInt(most) : random.nextInt(4);
    return Stream.generate(one).limit(count).toList();
  }

  private static int length(Random random, int most) {
    return random.nextInt(50) == 0 ? random.nextInt(most) : random.nextInt(60);
  }

  private static String letters(Random random, int length) {
    String some = "aăâđêơưỨ .,/😀";
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(some.charAt(random.nextInt(some.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({"77000", "1025", "1024", "3"})
  void aLongRefusalIsCut(int length) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ExtractionWire.refused(
        new DataOutputStream(bytes), new ExtractionException(Reason.DAMAGED, "ê".repeat(length)));
    ExtractionException read =
        catchThrowableOfType(ExtractionException.class, () -> wire.answer(in(bytes)));
    assertThat(read.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(read.getMessage()).isEqualTo("ê".repeat(Math.min(1024, length)));
  }

  /** A child that was taken over writes what ours never would. */
  @Test
  void manyShortNamesAreRefusedLikeLongOnes() throws Exception {
    Limits generous = new Limits(1 << 12, 100_000, 3, 10, Duration.ofSeconds(3));
    for (int length : new int[] {0, 1, 500}) {
      List<String> fonts = Stream.generate(() -> "a".repeat(length)).limit(1000).toList();
      Extraction extraction =
          new Extraction(
              "a/b",
              new ExtractedText(
                  Stream.generate(() -> new Paragraph("", Place.BODY, 0, fonts)).limit(50).toList(),
                  0,
                  false),
              List.of(),
              List.of());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ExtractionWire(generous).extracted(new DataOutputStream(bytes), extraction);
      assertThatThrownBy(() -> wire.answer(in(bytes)))
          .as("%d", length)
          .isInstanceOf(StreamCorruptedException.class);
    }
  }

  private Extraction across(Extraction extraction) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    wire.extracted(new DataOutputStream(bytes), extraction);
    return wire.answer(in(bytes));
  }

  private static DataInputStream in(ByteArrayOutputStream bytes) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
