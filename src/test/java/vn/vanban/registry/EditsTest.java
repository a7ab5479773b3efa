package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Warning;

/** Corrections, removals, erasures and later readings, and the history that they leave. */
class EditsTest {
  private static final Act MAI = new Act("Trần Thị Mai", "đối chiếu bản giấy");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number  | 15/kh-ubnd         | 15/KH-UBND",
        "number  | Số: 016/KH –UBND    | 016/KH-UBND",
        "type    | kế hoạch            | Kế hoạch",
        "issuer  | UBND TỈNH GIA LAI   | Ủy ban nhân dân tỉnh Gia Lai",
        "issuer  | Bộ Tài chính; Bộ Y tế | Bộ Tài chính; Bộ Y tế",
        "issued  | 5/3/2020            | 2020-03-05",
        "issued  | 2020-03-05          | 2020-03-05",
        "subject | trồng   cây         | trồng cây",
        "signer  | Lê Văn An           | Lê Văn An",
        "secrecy | tối mật             | Tối mật",
        "visibility | internal         | internal",
        "kind    | draft               | draft",
        "expires | 31/12/2025          | 2025-12-31"
      })
  void valuesAreKeptInTheirCanonicalForm(String field, String typed, String kept) {
    assertThat(Corrections.canonical(field, Optional.of(typed))).contains(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "so_hieu | 15/KH-UBND | Không có trường",
        "issued  | 31/2/2020  | ngày có thật",
        "issued  | hôm qua    | ngày có thật",
        "secrecy | rất mật    | Mật, Tối mật, Tuyệt mật",
        "kind    | ''         | không thể để trống"
      })
  void whatAFieldCannotBeIsRefusedWithWhatItCan(String field, String typed, String told) {
    assertThatThrownBy(() -> Corrections.canonical(field, Optional.of(typed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aMergedDocumentGivesItsCopiesAndItsIdLeadsOn() throws SQLException, InterruptedException {
    try (Registry registry = Registry.open(folder)) {
      String kept = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
      Submission misread = Samples.numbered(16);
      String gone = registry.register(List.of(misread)).getFirst().documentId();
      String first = registry.register(List.of(Samples.numbered(17))).getFirst().documentId();
      registry.by(MAI).correct(gone, "subject", Optional.of("trồng rừng ven sông"));
      registry.by(MAI).correct(gone, "signer", Optional.of("Lê Thị Nhầm"));
      registry.by(MAI).correct(kept, "signer", Optional.of("Lê Thị Mẫu"));
      RegisteredDocument before = registry.document(kept).orElseThrow();
      RegisteredDocument goneBefore = registry.document(gone).orElseThrow();
      RegisteredDocument firstBefore = registry.document(first).orElseThrow();
      Instant then = later();

      registry.by(MAI).merge(first, gone);
      Instant between = later();
      registry.by(MAI).merge(gone, kept);

      assertThat(registry.document(gone)).isEmpty();
      assertThat(registry.mergedInto(gone)).contains(kept);
      assertThat(registry.mergedInto(first)).contains(kept);
      assertThat(registry.documentCount()).isEqualTo(1);
      RegisteredDocument merged = registry.document(kept).orElseThrow();
      assertThat(merged.copies()).hasSize(3);
      assertThat(merged.primary()).isEqualTo(before.primary());
      assertThat(merged.document().number().orElseThrow().value().canonical())
          .isEqualTo("15/KH-UBND");
      assertThat(merged.document().subject()).isEqualTo(before.document().subject());
      assertThat(merged.document().signerNames()).isEqualTo("Lê Thị Mẫu");
      assertThat(registry.documentAt(kept, then).orElseThrow().copies()).isEqualTo(before.copies());
      assertThat(registry.documentAt(gone, then)).contains(goneBefore);
      assertThat(registry.documentAt(first, then)).contains(firstBefore);
      assertThat(registry.mergedInto(first, then)).isEmpty();
      assertThat(registry.mergedInto(first, between)).contains(gone);
      Instant merging = later();
      assertThat(registry.mergedInto(first, merging)).contains(kept);
      assertThat(registry.mergedInto(gone, merging)).contains(kept);
      assertThat(registry.documentAt(first, merging)).isEmpty();
      assertThat(registry.documentAt(gone, merging)).isEmpty();
      assertThat(registry.register(List.of(misread)).getFirst().documentId()).isEqualTo(kept);
      assertThat(registry.history(kept))
          .filteredOn(r -> r.action() == Action.MERGED_INTO || r.action() == Action.MERGED)
          .extracting(Revision::action, r -> r.act().reason())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Action.MERGED_INTO, MAI.reason()),
              org.assertj.core.groups.Tuple.tuple(Action.MERGED, MAI.reason()),
              org.assertj.core.groups.Tuple.tuple(Action.MERGED_INTO, MAI.reason()),
              org.assertj.core.groups.Tuple.tuple(Action.MERGED, MAI.reason()));
      assertThat(registry.history(kept))
          .filteredOn(r -> r.action() == Action.MERGED_INTO)
          .extracting(Revision::differences)
          .containsExactly(
              List.of(new FieldDifference("id", Optional.of(first), Optional.of(gone))),
              List.of(new FieldDifference("id", Optional.of(gone), Optional.of(kept))));
      assertThat(registry.history(kept))
          .flatExtracting(Revision::differences)
          .contains(
              new FieldDifference("signer", Optional.of("Lê Thị Mẫu"), Optional.of("Lê Thị Nhầm")));
      assertThat(registry.changesAfter(0, 100))
          .filteredOn(change -> change.removed())
          .extracting(Change::documentId)
          .containsExactly(first, gone);
      assertThat(registry.verify()).isEmpty();
      for (String id : List.of(gone, first)) {
        assertThatThrownBy(() -> registry.by(MAI).remove(id))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("đã được gộp vào văn bản " + kept);
      }
      registry.by(MAI).correct(kept, "secrecy", Optional.of("Mật"));
      String open = registry.register(List.of(Samples.numbered(18))).getFirst().documentId();
      for (List<String> pair : List.of(List.of(kept, open), List.of(open, kept))) {
        assertThatThrownBy(() -> registry.by(MAI).merge(pair.getFirst(), pair.getLast()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("không công khai");
      }
      assertThatThrownBy(() -> registry.by(MAI).merge(kept, kept))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("chính nó");
      assertThatThrownBy(() -> registry.by(new Act("Mai", "")).merge(kept, gone))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lý do");
      registry.by(MAI).erase(kept);
    }
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        Statement statement = database.createStatement();
        ResultSet left =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM correction),"
                    + " (SELECT count(*) FROM document WHERE number_key IS NOT NULL)")) {
      assertThat(left.getInt(1)).isZero();
      assertThat(left.getInt(2)).isOne();
    }
  }

  @Test
  void aCorrectionOverrulesSurvivesReopeningAndIsWithdrawn() {
    String id;
    long number;
    try (Registry registry = Registry.open(folder)) {
      id = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
      number = registry.by(MAI).correct(id, "number", Optional.of("16/KH-UBND"));
      registry.by(MAI).correct(id, "subject", Optional.empty());
      assertThat(registry.documentsByNumber("15/kh-ubnd")).isEmpty();
    }
    try (Registry registry = Registry.open(folder)) {
      RegisteredDocument corrected = registry.documentsByNumber("16/kh-ubnd").getFirst();
      assertThat(corrected.id()).isEqualTo(id);
      assertThat(corrected.document().subject()).isEmpty();
      assertThat(corrected.document().number().orElseThrow().evidence().rule())
          .isEqualTo("correction");
      assertThat(corrected.corrections())
          .extracting(Correction::field, Correction::act)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("number", MAI),
              org.assertj.core.groups.Tuple.tuple("subject", MAI));
      registry.by(MAI).withdraw(id, number);
      assertThat(registry.documentsByNumber("15/kh-ubnd")).hasSize(1);
      assertThatThrownBy(() -> registry.by(MAI).withdraw(id, number))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("không có đính chính số " + number);
      assertThat(registry.history(id))
          .extracting(Revision::action)
          .containsExactly(
              Action.REGISTERED, Action.CORRECTED, Action.CORRECTED, Action.CORRECTION_WITHDRAWN);
      assertThat(registry.history(id).get(1).differences())
          .containsExactly(
              new FieldDifference("number", Optional.of("15/KH-UBND"), Optional.of("16/KH-UBND")));
      assertThat(registry.history(id).get(3).act()).isEqualTo(MAI);
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void aCorrectionOfACorrectionGivesItBackWhenItIsWithdrawn() throws InterruptedException {
    try (Registry registry = Registry.open(folder)) {
      String id = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
      assertThatThrownBy(
              () -> registry.by(new Act("Mai", " ")).correct(id, "issued", Optional.of("6/3/2021")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lý do");
      long first = registry.by(MAI).correct(id, "issued", Optional.of("6/3/2021"));
      Instant then = later();
      long second = registry.by(MAI).correct(id, "issued", Optional.of("7/3/2021"));
      RegisteredDocument corrected = registry.document(id).orElseThrow();
      assertThat(issued(Optional.of(corrected))).isEqualTo("2021-03-07");
      assertThat(corrected.corrections()).extracting(Correction::number).containsExactly(second);
      assertThat(issued(registry.documentAt(id, then))).isEqualTo("2021-03-06");
      registry.by(MAI).withdraw(id, second);
      assertThat(issued(registry.document(id))).isEqualTo("2021-03-06");
      registry.by(MAI).withdraw(id, first);
      assertThat(issued(registry.document(id))).isEqualTo("2021-03-05");
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void anyPastStateCanBeRead() throws InterruptedException {
    try (Registry registry = Registry.open(folder)) {
      Instant before = Instant.now().minusMillis(1);
      String id = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
      Instant registered = later();
      registry.by(MAI).correct(id, "issued", Optional.of("6/3/2021"));
      Instant corrected = later();
      registry.by(MAI).remove(id);
      Instant removed = later();
      registry.by(MAI).restore(id);
      assertThat(registry.documentAt(id, before)).isEmpty();
      assertThat(issued(registry.documentAt(id, registered))).isEqualTo("2021-03-05");
      assertThat(issued(registry.documentAt(id, corrected))).isEqualTo("2021-03-06");
      assertThat(registry.documentAt(id, removed)).isEmpty();
      assertThat(issued(registry.documentAt(id, later()))).isEqualTo("2021-03-06");
    }
  }

  @Test
  void aRemovedDocumentIsGoneFromEverywhereAndComesBackAsItWas() {
    try (Registry registry = Registry.open(folder)) {
      Submission plan = Samples.plan("a.txt");
      String id = registry.register(List.of(plan)).getFirst().documentId();
      RegisteredDocument before = registry.document(id).orElseThrow();
      assertThatThrownBy(() -> registry.by(new Act("Mai", " ")).remove(id))
          .hasMessageContaining("lý do");
      registry.by(MAI).remove(id);
      assertThat(registry.document(id)).isEmpty();
      assertThat(registry.documentsByNumber("15/kh-ubnd")).isEmpty();
      assertThat(registry.documents(0, 10)).isEmpty();
      assertThat(registry.documentCount()).isZero();
      assertThat(registry.original(Registry.sha256(plan.original()))).isEmpty();
      assertThat(registry.tombstone(id).orElseThrow().act()).isEqualTo(MAI);
      assertThat(registry.changesAfter(1, 10)).containsExactly(new Change(2, id, true));
      assertThat(registry.register(List.of(plan)).getFirst().outcome())
          .isEqualTo(Registration.Outcome.GONE);
      registry.by(MAI).restore(id);
      assertThat(registry.document(id)).contains(before);
      assertThat(registry.tombstone(id)).isEmpty();
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void aTwinThatGoesTakesItsDoubtAlongAndBringsItBack() {
    try (Registry registry = Registry.open(folder)) {
      String first = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
      Submission other =
          Samples.plan("b.txt", "Ủy ban nhân dân tỉnh Sông Mẫu", "2021-06-11", Samples.OTHER);
      String second = registry.register(List.of(other)).getFirst().documentId();
      assertThat(doubtful(registry)).containsExactlyInAnyOrder(first, second);
      registry.by(MAI).remove(second);
      assertThat(doubtful(registry)).isEmpty();
      registry.by(MAI).restore(second);
      assertThat(doubtful(registry)).containsExactlyInAnyOrder(first, second);
      long number = registry.by(MAI).correct(second, "number", Optional.of("16/KH-UBND"));
      assertThat(doubtful(registry)).isEmpty();
      registry.by(MAI).withdraw(second, number);
      assertThat(doubtful(registry)).containsExactlyInAnyOrder(first, second);
      registry.by(MAI).erase(first);
      assertThat(doubtful(registry)).isEmpty();
    }
  }

  private static List<String> doubtful(Registry registry) {
    return registry.doubtful(ReviewQueue.START, 10).stream()
        .map(placed -> placed.document().id())
        .toList();
  }

  @Test
  void whatIsErasedIsNowhereInTheFolder() throws IOException {
    try (Registry registry = Registry.open(folder)) {
      Submission small = Samples.plan("a.txt");
      Submission large = Samples.large(7);
      String first = registry.register(List.of(small)).getFirst().documentId();
      String second = registry.register(List.of(large)).getFirst().documentId();
      registry.by(MAI).correct(first, "signer", Optional.of("Người Bị Xóa"));
      registry.by(MAI).erase(first);
      registry.by(MAI).erase(second);
      assertThat(registry.document(first)).isEmpty();
      assertThat(registry.tombstone(second).orElseThrow().erased()).isTrue();
      assertThat(registry.history(first)).extracting(Revision::action).contains(Action.ERASED);
      assertThat(registry.documentAt(first, Instant.now())).isEmpty();
      assertThat(registry.register(List.of(small, large)))
          .extracting(Registration::outcome)
          .containsOnly(Registration.Outcome.GONE);
      assertThatThrownBy(() -> registry.by(MAI).restore(first)).hasMessageContaining("đã bị xóa");
      assertThat(registry.verify()).isEmpty();
    }
    byte[] needle = "Người Bị Xóa".getBytes(StandardCharsets.UTF_8);
    byte[] text = "Mỗi thôn trồng ít nhất".getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(indexOf(bytes, needle)).as("%s", file).isNegative();
        assertThat(indexOf(bytes, text)).as("%s", file).isNegative();
      }
    }
  }

  @Test
  void aLaterReadingIsRecordedAndCorrectionsStay() {
    try (Registry registry = Registry.open(folder)) {
      Submission plan = Samples.plan("a.txt");
      String id = registry.register(List.of(plan)).getFirst().documentId();
      registry.by(MAI).correct(id, "number", Optional.of("16/KH-UBND"));
      assertThat(registry.by(MAI).reparse(id, List.of(plan), true)).isEmpty();
      LegalDocument learned =
          Samples.document(
              vn.vanban.law.DocumentKind.ORIGINAL,
              "17/KH-UBND",
              "Ủy ban nhân dân tỉnh Núi Mẫu",
              "2021-03-07",
              50);
      Submission again =
          new Submission(
              "a.txt", "text/plain", plan.original(), Samples.PLAN, Samples.PLAN + " ", learned);
      List<FieldDifference> told = registry.by(MAI).reparse(id, List.of(again), false);
      assertThat(registry.history(id)).hasSize(2);
      assertThat(registry.by(MAI).reparse(id, List.of(again), true)).isEqualTo(told).isNotEmpty();
      RegisteredDocument now = registry.document(id).orElseThrow();
      assertThat(now.document().number().orElseThrow().value().canonical()).isEqualTo("16/KH-UBND");
      assertThat(now.document().issuerNames()).isEqualTo("Ủy ban nhân dân tỉnh Núi Mẫu");
      assertThat(now.primary().text()).isEqualTo(Samples.PLAN + " ");
      assertThat(registry.history(id).getLast().differences())
          .extracting(FieldDifference::field)
          .containsExactly("issuer", "issued", "provisions");
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void theReviewQueueEmptiesAsWarningsAreCorrectedOrAccepted() throws IOException {
    try (Registry registry = Registry.open(folder)) {
      LegalDocument doubtful =
          Samples.plan("a.txt")
              .document()
              .withWarnings(
                  List.of(
                      new Warning("number", "Số mờ.", Optional.empty()),
                      new Warning("issued", "Ngày mờ.", Optional.empty()),
                      new Warning("text", "Có trang chỉ có ảnh.", Optional.empty())));
      Submission plan = Samples.submission("a.txt", doubtful, Samples.PLAN);
      String id = registry.register(List.of(plan, Samples.numbered(1))).getFirst().documentId();
      assertThat(doubtful(registry)).containsExactly(id);
      registry.by(MAI).accept(id, "number");
      registry.by(MAI).correct(id, "issued", Optional.of("2021-03-05"));
      assertThatThrownBy(() -> registry.by(MAI).accept(id, "signer"))
          .hasMessageContaining("không có cảnh báo");
      assertThat(registry.document(id).orElseThrow().document().warnings()).hasSize(1);
      long text = registry.by(MAI).accept(id, "text");
      assertThat(registry.doubtful(ReviewQueue.START, 10)).isEmpty();
      registry.by(MAI).withdraw(id, text);
      assertThat(registry.doubtful(ReviewQueue.START, 10)).hasSize(1);
      // What was accepted was this value; when another is read, the doubt is back.
      LegalDocument other =
          Samples.document(
                  vn.vanban.law.DocumentKind.ORIGINAL,
                  "18/KH-UBND",
                  "Ủy ban nhân dân tỉnh Sông Mẫu",
                  "2021-03-05",
                  50)
              .withWarnings(List.of(new Warning("number", "Số mờ.", Optional.empty())));
      registry
          .by(MAI)
          .reparse(
              id,
              List.of(
                  new Submission(
                      "a.txt", "text/plain", plan.original(), Samples.PLAN, Samples.PLAN, other)),
              true);
      assertThat(registry.document(id).orElseThrow().document().warnings())
          .extracting(Warning::field)
          .containsExactly("number");
      try (InputStream in = registry.original(Registry.sha256(plan.original())).orElseThrow()) {
        assertThat(in.readAllBytes()).isEqualTo(plan.original());
      }
    }
  }

  /** A time after all that was done, and before all that follows. */
  private static Instant later() throws InterruptedException {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(1))) {
      Thread.onSpinWait();
    }
    Instant between = Instant.now();
    while (!Instant.now().isAfter(between)) {
      Thread.onSpinWait();
    }
    return between;
  }

  private static String issued(Optional<RegisteredDocument> document) {
    return document.orElseThrow().document().issued().orElseThrow().value().toString();
  }

  private static int indexOf(byte[] bytes, byte[] needle) {
    outer:
    for (int i = 0; i <= bytes.length - needle.length; i++) {
      for (int j = 0; j < needle.length; j++) {
        if (bytes[i + j] != needle[j]) {
          continue outer;
        }
      }
      return i;
    }
    return -1;
  }
}
