package vn.vanban.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Submission;
import vn.vanban.search.IndexMark;
import vn.vanban.text.OffsetMap;
import vn.vanban.text.RepairedText;

@Timeout(60)
class IndexFollowerTest {
  @TempDir Path folder;
  private Registry registry;
  private final RecordingEngine engine = new RecordingEngine();

  @BeforeEach
  void open() {
    registry = Registry.open(folder);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void walksTheFeedAndCommitsWithItsMark() {
    IndexFollower follower = new IndexFollower(registry, engine);
    follower.catchUp();
    assertThat(engine.told).containsExactly("withhold", "successor", "commit 0");
    registry.register(IntStream.range(0, 150).mapToObj(i -> text(i, "")).toList());
    follower.catchUp();
    assertThat(engine.documents()).hasSize(150);
    assertThat(engine.told).endsWith("apply 64", "apply 64", "apply 22", "commit 150");
    int before = engine.told.size();
    follower.catchUp();
    assertThat(engine.told).hasSize(before);
    FeedPosition position = registry.position();
    assertThat(engine.mark())
        .contains(new IndexMark(position.registryId(), position.epoch(), position.sequence()));
  }

  @Test
  void changesOfOneDocumentAreOneWithAllItsTexts() {
    registry.register(List.of(text(1, ""), text(1, "bản hai"), text(2, ""), text(1, "bản ba")));
    new IndexFollower(registry, engine).catchUp();
    assertThat(engine.told).endsWith("apply 2", "commit 4");
    String id = registry.documentsByNumber("1/tb-ubnd").getFirst().id();
    assertThat(engine.texts(id))
        .hasSize(3)
        .satisfiesExactly(
            t -> assertThat(t).doesNotContain("bản"),
            t -> assertThat(t).contains("bản hai"),
            t -> assertThat(t).contains("bản ba"));
  }

  @Test
  void goesOnWhereTheLastCommitEnded() {
    registry.register(List.of(text(1, ""), text(2, "")));
    new IndexFollower(registry, engine).catchUp();
    engine.crash();
    registry.register(List.of(text(3, "")));
    engine.told.clear();
    new IndexFollower(registry, engine).catchUp();
    assertThat(engine.told).containsExactly("apply 1", "commit 3");
    assertThat(engine.documents()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "epoch", "ahead"})
  void aMarkOfSomethingElseMeansARebuild(String what) {
    registry.register(List.of(text(1, ""), text(2, "")));
    IndexFollower follower = new IndexFollower(registry, engine);
    follower.catchUp();
    FeedPosition p = registry.position();
    engine.markAs(
        switch (what) {
          case "registry" -> new IndexMark("khác", p.epoch(), 2);
          case "epoch" -> new IndexMark(p.registryId(), "khác", 2);
          default -> new IndexMark(p.registryId(), p.epoch(), 3);
        });
    engine.told.clear();
    follower.catchUp();
    assertThat(engine.told).containsExactly("withhold", "successor", "apply 2", "commit 2");
  }

  @Test
  void followsInTheBackgroundAndRecoversWithTheNextChange() throws Exception {
    registry.register(List.of(text(1, "")));
    try (IndexFollower follower = new IndexFollower(registry, engine)) {
      follower.start();
      engine.awaitCommit(1);
      for (int i = 2; i < 20; i++) {
        registry.register(List.of(text(i, "")));
      }
      engine.awaitCommit(19);
      assertThat(follower.failure()).isEmpty();
      engine.breakDown(true);
      registry.register(List.of(text(20, "")));
      while (follower.failure().isEmpty()) {
        Thread.onSpinWait();
      }
      engine.breakDown(false);
      registry.register(List.of(text(21, "")));
      engine.awaitCommit(21);
      assertThat(engine.documents()).hasSize(21);
    }
    registry.register(List.of(text(22, "")));
    assertThat(engine.documents()).hasSize(21);
  }

  @Test
  void aFailureIsToldAndTriedAgainWithoutAnyChange() throws Exception {
    registry.register(List.of(text(1, "")));
    try (IndexFollower follower = new IndexFollower(registry, engine, Duration.ofMillis(20))) {
      follower.start();
      engine.awaitCommit(1);
      engine.breakDown(true);
      registry.register(List.of(text(2, "")));
      while (follower.state().failure().isEmpty()) {
        Thread.onSpinWait();
      }
      engine.breakDown(false);
      engine.awaitCommit(2);
      while (follower.state().failure().isPresent()) {
        Thread.onSpinWait();
      }
      assertThat(engine.documents()).hasSize(2);
    }
  }

  @Test
  void aRebuildOnRequestLeavesThePresentIndexAnsweringAndLevel() {
    registry.register(IntStream.range(0, 100).mapToObj(i -> text(i, "")).toList());
    IndexFollower follower = new IndexFollower(registry, engine);
    follower.catchUp();
    engine.told.clear();
    List<IndexFollower.Rebuild> told = new ArrayList<>();
    long reached =
        follower.rebuild(rebuild -> {
          told.add(rebuild);
          assertThat(follower.state().rebuild()).contains(rebuild);
          if (told.size() == 1) {
            registry.register(List.of(text(100, "")));
          }
        });
    assertThat(reached).isEqualTo(101);
    assertThat(told)
        .containsExactly(new IndexFollower.Rebuild(64, 100), new IndexFollower.Rebuild(101, 101));
    // The new document reached the index in use before its successor was ready.
    assertThat(engine.told)
        .containsExactly(
            "successor", "apply 64", "apply 1", "commit 101", "apply 37", "commit 101");
    assertThat(engine.documents()).hasSize(101);
    assertThat(follower.state().rebuild()).isEmpty();
  }

  @Test
  void aRebuildThatFailsIsGivenUpAndThePresentIndexStays() {
    registry.register(List.of(text(1, "")));
    IndexFollower follower = new IndexFollower(registry, engine);
    follower.catchUp();
    engine.breakDown(true);
    assertThatThrownBy(() -> follower.rebuild(told -> {})).hasMessage("đĩa đầy");
    assertThat(engine.told).endsWith("successor", "given up");
    assertThat(engine.mark()).isPresent();
    assertThat(follower.state().rebuild()).isEmpty();
  }

  @Test
  void anEmptyRegistryIsAnsweredAtOnce() {
    try (IndexFollower follower = new IndexFollower(registry, engine)) {
      follower.start();
      assertThat(engine.mark().orElseThrow().sequence()).isZero();
    }
  }

  @Test
  void anotherRegistrysDocumentsAreWithheldBeforeAnythingElse() throws InterruptedException {
    registry.register(List.of(text(1, "")));
    FeedPosition p = registry.position();
    engine.markAs(new IndexMark("khác", p.epoch(), 1));
    engine.breakDown(true);
    try (IndexFollower follower = new IndexFollower(registry, engine, Duration.ofMillis(20))) {
      follower.start();
      assertThat(engine.mark()).isEmpty();
      engine.breakDown(false);
      engine.awaitCommit(1);
      assertThat(engine.mark()).hasValue(new IndexMark(p.registryId(), p.epoch(), 1));
    }
  }

  @Test
  void aRebuildThatEverybodyWaitsForEndsWhileDocumentsKeepArriving() {
    registry.register(IntStream.range(0, 100).mapToObj(i -> text(i, "")).toList());
    IndexFollower follower = new IndexFollower(registry, engine);
    List<IndexFollower.Rebuild> told = new ArrayList<>();
    follower.rebuild(rebuild -> {
      told.add(rebuild);
      assertThat(told).hasSizeLessThan(10);
      registry.register(
          IntStream.range(0, 70).mapToObj(i -> text(i, "đợt " + told.size())).toList());
    });
    assertThat(engine.mark().orElseThrow().sequence()).isEqualTo(128);
    assertThat(follower.catchUp()).isEqualTo(registry.position().sequence());
  }

  private static Submission text(int number, String more) {
    String text =
        "UBND xã Cầu Mẫu\nSố: %d/TB-UBND\nngày 2023-02-01\nLịch tiếp công dân tháng tới, %s"
            .formatted(number, more);
    return new Submission(
        number + more + ".txt",
        "text/plain",
        text.getBytes(StandardCharsets.UTF_8),
        text,
        text,
        PlainText.parse(new RepairedText(text, OffsetMap.identity(), List.of())));
  }
}
