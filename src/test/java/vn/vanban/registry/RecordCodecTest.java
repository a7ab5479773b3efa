package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;
import vn.vanban.law.Warning;

class RecordCodecTest {
  private final RecordCodec codec = new RecordCodec();

  @Test
  void everyDocumentComesBackAsItWas() {
    long seed = System.nanoTime();
    System.out.println("RecordCodecTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      LegalDocument document = document(random);
      String json = codec.encode(document);
      assertThat(codec.decode(PackedText.unpack(PackedText.pack(json))))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(document);
    }
  }

  @Test
  void textComesBackAsItWasEvenWithLoneSurrogates() {
    for (String text :
        List.of(
            "",
            "a",
            "Điều 5.\tHiệu lực\n",
            "😀 đ",
            "\ud83d",
            "x\udc00y\ud83d\ude00",
            "ộ".repeat(99_999))) {
      assertThat(PackedText.unpack(PackedText.pack(text))).isEqualTo(text);
    }
    byte[] cut = PackedText.pack("Điều 5. Hiệu lực thi hành");
    assertThatThrownBy(() -> PackedText.unpack(java.util.Arrays.copyOf(cut, cut.length - 4)))
        .isInstanceOf(RegistryException.class);
    assertThatThrownBy(() -> PackedText.unpack(new byte[3])).isInstanceOf(RegistryException.class);
  }

  @Test
  void whatItDoesNotKnowItRefuses() {
    String json = codec.encode(document(new Random(1)));
    assertThatThrownBy(() -> codec.decode(json.replaceFirst("\\{", "{\"classification\":\"Mật\",")))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("classification");
    assertThatThrownBy(() -> codec.decode(json.replaceFirst("\"format\":2", "\"format\":3")))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("định dạng 3");
    assertThatThrownBy(
            () -> codec.decode(json.replaceFirst("\"kind\":\"[A-Z]+\"", "\"kind\":\"MOI\"")))
        .isInstanceOf(RegistryException.class);
    assertThatThrownBy(() -> codec.decode("{")).isInstanceOf(RegistryException.class);
    assertThatThrownBy(() -> codec.decode("{\"format\":2}")).isInstanceOf(RegistryException.class);
  }

  @Test
  void recordsOfTheFirstFormatAreRead() {
    String first =
        "{\"format\":1,\"kind\":\"ORIGINAL\",\"issuers\":[],\"signers\":[],"
            + "\"effective\":{\"value\":\"2020-03-05\",\"start\":3,\"end\":9,\"rule\":\"r\",\"confidence\":0.9},"
            + "\"legalBases\":[],\"provisions\":[],\"warnings\":[]}";
    LegalDocument document = codec.decode(first);
    assertThat(document.effective().orElseThrow().value()).isEqualTo("2020-03-05");
    assertThat(document.citations()).isEmpty();
  }

  private static PortalPanel panel(Random random) {
    return new PortalPanel(
        maybe(
            random, () -> new Reading<>(new DocumentNumber("7" + text(random)), evidence(random))),
        maybe(random, () -> new Reading<>(text(random), evidence(random))),
        maybe(random, () -> new Reading<>(text(random), evidence(random))),
        maybe(random, () -> new Reading<>(date(random), evidence(random))),
        maybe(random, () -> new Reading<>(date(random), evidence(random))),
        maybe(random, () -> new Reading<>(date(random), evidence(random))),
        maybe(random, () -> new Reading<>(text(random), evidence(random))),
        maybe(random, () -> new Reading<>(text(random), evidence(random))));
  }

  private static LegalDocument document(Random random) {
    return new LegalDocument(
        pick(random, DocumentKind.values()),
        maybe(
            random, () -> new Reading<>(new DocumentNumber("7" + text(random)), evidence(random))),
        maybe(random, () -> new Reading<>(text(random), evidence(random))),
        list(random, () -> new Reading<>(new IssuingBody("Sở" + text(random)), evidence(random))),
        maybe(random, () -> new Reading<>(date(random), evidence(random))),
        maybe(random, () -> new Reading<>(text(random), evidence(random))),
        list(
            random,
            () ->
                new Reading<>(
                    new Signer(text(random), maybe(random, () -> text(random))), evidence(random))),
        new Handling(
            maybe(random, () -> new Reading<>(pick(random, Secrecy.values()), evidence(random))),
            maybe(random, () -> new Reading<>(pick(random, Urgency.values()), evidence(random))),
            maybe(
                random, () -> new Reading<>(pick(random, Visibility.values()), evidence(random)))),
        new Effect(
            maybe(random, () -> new Reading<>(date(random), evidence(random))),
            maybe(random, () -> new Reading<>(date(random), evidence(random))),
            list(
                random,
                () ->
                    new Reading<>(new Effect.Part(path(random), date(random)), evidence(random)))),
        random.nextBoolean() ? PortalPanel.NONE : panel(random),
        list(random, () -> new Reading<>(text(random), evidence(random))),
        list(
            random,
            () ->
                new Citation(
                    target(random),
                    maybe(random, () -> path(random)),
                    maybe(random, () -> path(random)),
                    evidence(random))),
        list(
            random,
            () ->
                new Relation(
                    pick(random, RelationType.values()),
                    target(random),
                    list(random, () -> path(random)),
                    maybe(random, () -> date(random)),
                    evidence(random))),
        list(random, () -> new Provision(path(random), text(random), text(random), span(random))),
        list(
            random,
            () -> new Warning(text(random), text(random), maybe(random, () -> span(random)))));
  }

  private static ProvisionPath path(Random random) {
    List<ProvisionPath.Step> steps = new ArrayList<>();
    do {
      steps.add(new ProvisionPath.Step(pick(random, ProvisionPath.Level.values()), text(random)));
    } while (random.nextInt(3) > 0);
    return new ProvisionPath(steps);
  }

  private static Evidence evidence(Random random) {
    return new Evidence(span(random), text(random), random.nextDouble());
  }

  private static Span span(Random random) {
    int start = random.nextInt(1_000_000);
    return new Span(start, start + random.nextInt(1000));
  }

  private static Citation.Target target(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Citation.ByNumber(new DocumentNumber("9" + text(random)));
      case 1 -> new Citation.ByName(text(random), OptionalInt.of(1945 + random.nextInt(90)));
      case 2 -> new Citation.ByName(text(random), OptionalInt.empty());
      default -> new Citation.Self();
    };
  }

  private static LocalDate date(Random random) {
    return LocalDate.ofEpochDay(random.nextInt(-20_000, 40_000));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append(pick(random, new String[] {"Điều", "Ủy ban", "146đ", "TT/BTP"}));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(random.nextInt(0x110000));
        case 3 -> text.append(pick(random, new String[] {" ", "\n", "\"", "\\", "\u0000", "\t"}));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  private static <T> Optional<T> maybe(Random random, Supplier<T> some) {
    return random.nextBoolean() ? Optional.of(some.get()) : Optional.empty();
  }

  private static <T> List<T> list(Random random, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      items.add(item.get());
    }
    return items;
  }

  private static <T> T pick(Random random, T[] of) {
    return of[random.nextInt(of.length)];
  }
}
