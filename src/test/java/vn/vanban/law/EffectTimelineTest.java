package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.EffectSource.Incoming;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.TargetChoice.Candidate;

class EffectTimelineTest {
  private static final Evidence EVIDENCE = new Evidence(new Span(0, 1), "invented", 0.98);
  private static final Citation.Target TARGET = number("11/2019/NĐ-CP");
  private static final ProvisionPath ARTICLE =
      new ProvisionPath(List.of(new Step(Level.DIEU, "5")));

  private static Citation.Target number(String number) {
    return new Citation.ByNumber(new DocumentNumber(number));
  }

  private static <T> Reading<T> read(T value) {
    return new Reading<>(value, EVIDENCE);
  }

  private static Optional<LocalDate> day(String day) {
    return "-".equals(day) ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  private static LegalDocument document(
      DocumentKind kind, String number, String type, String issuer, String issued, String effect) {
    return new LegalDocument(
        kind,
        Optional.of(read(new DocumentNumber(number))),
        Optional.of(read(type)),
        List.of(read(new IssuingBody(issuer))),
        day(issued).map(EffectTimelineTest::read),
        Optional.of(read("Vườn mẫu")),
        List.of(),
        Handling.NONE,
        Effect.from(day(effect).map(EffectTimelineTest::read)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static LegalDocument decree(DocumentKind kind, String number, String issued, String day) {
    return document(kind, number, "Nghị định", "Chính phủ", issued, day);
  }

  private static final LegalDocument OWN =
      decree(DocumentKind.ORIGINAL, "11/2019/NĐ-CP", "2019-01-10", "2019-03-01");

  private static Relation relation(RelationType type, boolean part, String date) {
    return new Relation(type, TARGET, part ? List.of(ARTICLE) : List.of(), day(date), EVIDENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "REPLACES, ORIGINAL, false, -, 2021-05-01, 2021-04-30, IN_FORCE",
    "REPLACES, ORIGINAL, false, -, 2021-05-01, 2021-05-01, EXPIRED",
    "REPEALS, ORIGINAL, false, 2022-01-01, 2021-05-01, 2021-12-31, IN_FORCE",
    "REPEALS, ORIGINAL, false, 2022-01-01, 2021-05-01, 2022-01-01, EXPIRED",
    "REPLACES, ORIGINAL, false, -, -, 2021-03-01, IN_FORCE",
    "REPLACES, ORIGINAL, false, -, -, 2021-04-01, UNKNOWN",
    "REPEALS, ORIGINAL, true, -, 2021-05-01, 2021-05-01, PARTLY",
    "AMENDS, ORIGINAL, true, -, 2021-05-01, 2021-05-01, IN_FORCE",
    "SUSPENDS, ORIGINAL, false, -, 2021-05-01, 2021-05-01, SUSPENDED",
    "REFERS_TO, ORIGINAL, false, -, 2021-05-01, 2021-05-01, IN_FORCE",
    "REPLACES, DRAFT, false, -, 2021-05-01, 2021-05-01, IN_FORCE",
    "REPLACES, ANNOUNCEMENT, false, -, 2021-05-01, 2021-05-01, IN_FORCE",
    "REPLACES, FORM, false, -, 2021-05-01, 2021-05-01, IN_FORCE",
    "REPLACES, ORIGINAL, false, -, 2021-05-01, 2019-02-28, NOT_YET",
  })
  void oneRelation(
      RelationType type,
      DocumentKind kind,
      boolean part,
      String own,
      String effect,
      LocalDate day,
      EffectStatus expected) {
    LegalDocument citing = decree(kind, "22/2021/NĐ-CP", "2021-03-15", effect);
    EffectTimeline timeline =
        EffectTimeline.of(OWN, List.of(new Incoming("b", citing, relation(type, part, own))));
    assertThat(timeline.statusOn(day).status()).isEqualTo(expected);
    if (type == RelationType.REPEALS && part) {
      assertThat(timeline.provisionStatusOn(ARTICLE, day).orElseThrow().status())
          .isEqualTo(EffectStatus.EXPIRED);
    }
  }

  @Test
  void whatNeverCameIntoForceEndsNothing() {
    LegalDocument citing =
        decree(DocumentKind.ORIGINAL, "22/2021/NĐ-CP", "2021-03-15", "2021-05-01");
    LegalDocument last = decree(DocumentKind.ORIGINAL, "30/2021/NĐ-CP", "2021-04-01", "2021-04-20");
    Relation ends = relation(RelationType.REPEALS, false, "-");
    Incoming incoming = new Incoming("b", citing, ends, List.of(new Incoming("c", last, ends)));
    assertThat(on(List.of(incoming), "2022-01-01").status()).isEqualTo(EffectStatus.IN_FORCE);
  }

  @Test
  void aLowerDocumentEndsNoHigherOne() {
    LegalDocument circular =
        document(
            DocumentKind.ORIGINAL,
            "5/2021/TT-BTC",
            "Thông tư",
            "Bộ Tài chính",
            "2021-01-05",
            "2021-02-01");
    Incoming incoming = new Incoming("b", circular, relation(RelationType.REPEALS, false, "-"));
    EffectInterval found = on(List.of(incoming), "2022-01-01");
    assertThat(found.status()).isEqualTo(EffectStatus.UNKNOWN);
    assertThat(found.reason().orElseThrow()).contains("thấp hơn");
  }

  @Test
  void orderDoesNotCount() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RelationType[] types = RelationType.values();
    for (int round = 0; round < 200; round++) {
      List<Incoming> incoming = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String effect = random.nextInt(4) == 0 ? "-" : "202" + random.nextInt(6) + "-06-01";
        LegalDocument citing =
            decree(DocumentKind.ORIGINAL, (20 + i) + "/2020/NĐ-CP", "2020-01-0" + (i + 1), effect);
        RelationType type = types[random.nextInt(types.length)];
        incoming.add(
            new Incoming(
                "d" + i, citing, relation(type, random.nextBoolean(), "-")));
      }
      EffectTimeline first = EffectTimeline.of(OWN, incoming);
      Collections.shuffle(incoming, random);
      assertThat(EffectTimeline.of(OWN, incoming)).as("seed %d", seed).isEqualTo(first);
    }
  }

  private static EffectInterval on(List<Incoming> incoming, String day) {
    return EffectTimeline.of(OWN, incoming).statusOn(LocalDate.parse(day));
  }

  @Test
  void keysOfALaw() {
    LegalDocument law =
        document(DocumentKind.ORIGINAL, "9/2018/QH14", "Luật", "Quốc hội", "2018-06-01", "-");
    assertThat(TargetKeys.keys(law))
        .containsExactlyInAnyOrder("số:9/2018/qh14", "tên:luật vườn mẫu", "tên:luật vườn mẫu@2018")
        .contains(
            TargetKeys.key(new Citation.ByName("Luật Vườn mẫu", OptionalInt.of(2018)))
                .orElseThrow());
  }

  @Test
  void aNumberWithoutYearIsTheIssuersOwnOrAmbiguous() {
    String own = "Ủy ban nhân dân tỉnh Gia Lai";
    String other = "Ủy ban nhân dân tỉnh Lào Cai";
    LegalDocument citing = plan("90/KH-UBND", own, "2021-01-01");
    Candidate mine = new Candidate("a", plan("8/KH-UBND", own, "2020-02-01"));
    Candidate theirs = new Candidate("b", plan("8/KH-UBND", other, "2020-02-01"));
    Candidate twin = new Candidate("c", plan("8/KH-UBND", own, "2019-02-01"));
    Candidate later = new Candidate("d", plan("8/KH-UBND", own, "2022-02-01"));
    Citation.Target cited = number("8/KH-UBND");
    assertThat(TargetChoice.choose(citing, cited, List.of(theirs, later, mine)))
        .isEqualTo(new TargetChoice.Resolved(mine));
    assertThat(TargetChoice.choose(citing, cited, List.of(theirs)))
        .isEqualTo(new TargetChoice.Ambiguous(List.of(theirs)));
    assertThat(TargetChoice.choose(citing, cited, List.of(twin, mine)))
        .isEqualTo(new TargetChoice.Ambiguous(List.of(mine, twin)));
    assertThat(TargetChoice.choose(citing, cited, List.of(later)))
        .isEqualTo(new TargetChoice.None());
  }

  private static LegalDocument plan(String number, String issuer, String issued) {
    return document(DocumentKind.ORIGINAL, number, "Kế hoạch", issuer, issued, "-");
  }
}
