package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Span;

/** Who is told in the feed that its effect may have changed: those that it bears on, no others. */
class EffectChangesTest {
  private static final Evidence SEEN = new Evidence(new Span(0, 4), "test", 0.9);
  private static final Act MAI = new Act("Trần Thị Mai", "đăng nhầm");
  private static final LocalDate LATER = LocalDate.of(2025, 1, 1);

  @TempDir Path folder;
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.open(folder);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  /** A document in force from its day on, with what it does to others, by their numbers. */
  private String register(String number, String issued, RelationType type, String... targets) {
    LocalDate day = LocalDate.parse(issued);
    LegalDocument document =
        new LegalDocument(
            DocumentKind.ORIGINAL,
            Optional.of(new Reading<>(new DocumentNumber(number), SEEN)),
            Optional.of(new Reading<>("Quyết định", SEEN)),
            List.of(new Reading<>(new IssuingBody("Ủy ban nhân dân tỉnh Sông Mẫu"), SEEN)),
            Optional.of(new Reading<>(day, SEEN)),
            Optional.of(new Reading<>("việc " + number, SEEN)),
            List.of(),
            Handling.NONE,
            Effect.from(Optional.of(new Reading<>(day, SEEN))),
            List.of(),
            List.of(),
            List.of(targets).stream()
                .map(target ->
                    new Relation(
                        type,
                        new Citation.ByNumber(new DocumentNumber(target)),
                        List.of(),
                        Optional.empty(),
                        SEEN))
                .toList(),
            List.of(),
            List.of());
    Submission file = Samples.submission(number + issued, document, "Văn bản " + number + issued);
    return registry.register(List.of(file)).getFirst().documentId();
  }

  private List<String> changedSince(long sequence) {
    return registry.changesAfter(sequence, 100).stream().map(Change::documentId).toList();
  }

  private EffectInterval now(String id) {
    return registry.effects(List.of(id)).values().iterator().next().statusOn(LATER);
  }

  @Test
  void whoIsReplacedIsToldAndToldAgainWhenThatGoes() {
    String first = register("1/2020/QĐ-UBND", "2020-01-01", RelationType.REPLACES);
    register("2/2020/QĐ-UBND", "2020-01-02", RelationType.REPLACES);
    String next = register("1/2021/QĐ-UBND", "2021-01-01", RelationType.REPLACES, "1/2020/QĐ-UBND");
    assertThat(changedSince(2)).containsExactly(next, first);
    assertThat(registry.history(first))
        .extracting(Revision::action)
        .containsExactly(Action.REGISTERED, Action.EFFECT_CHANGED);
    assertThat(now(first).status()).isEqualTo(EffectStatus.EXPIRED);

    registry.by(MAI).remove(next);
    assertThat(changedSince(4)).containsExactly(next, first);
    assertThat(now(first).status()).isEqualTo(EffectStatus.IN_FORCE);

    registry.by(MAI).restore(next);
    assertThat(changedSince(6)).containsExactly(next, first);
    registry.by(MAI).correct(next, "subject", Optional.of("việc khác"));
    assertThat(changedSince(8)).startsWith(next);
    assertThat(now(first).status()).isEqualTo(EffectStatus.EXPIRED);
  }

  @Test
  void whatComesBeforeItsTargetTellsTheTargetNothingNew() {
    String next = register("1/2021/QĐ-UBND", "2021-01-01", RelationType.REPLACES, "1/2020/QĐ-UBND");
    String first = register("1/2020/QĐ-UBND", "2020-01-01", RelationType.REPLACES);
    assertThat(changedSince(0)).containsExactly(next, first);
    assertThat(now(first).status()).isEqualTo(EffectStatus.EXPIRED);
    assertThat(now(first).proof().getLast().documentId()).contains(next);
  }

  /** A number that two documents bear: which of them is ended nobody can say. */
  @Test
  void whatMayBeMeantIsUnknownWithTheReason() {
    String one = register("5/QĐ-UBND", "2020-01-01", RelationType.REPLACES);
    String two = register("5/QĐ-UBND", "2021-01-01", RelationType.REPLACES);
    assertThat(now(one).status()).isEqualTo(EffectStatus.IN_FORCE);
    String ending = register("9/QĐ-UBND", "2022-01-01", RelationType.REPEALS, "5/QĐ-UBND");
    assertThat(changedSince(2)).containsExactly(ending, one, two);
    for (String id : List.of(one, two)) {
      assertThat(now(id).status()).isEqualTo(EffectStatus.UNKNOWN);
      assertThat(now(id).reason()).isPresent();
    }
    registry.by(MAI).remove(two);
    assertThat(changedSince(5)).contains(one);
    assertThat(now(one).status()).isEqualTo(EffectStatus.EXPIRED);
  }
}
