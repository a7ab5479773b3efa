package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Span;

/** The change feed as guests see it, when documents are taken from them and given back. */
class PublicChangesTest {
  private static final Act MAI = new Act("Trần Thị Mai", "dấu mật");
  private static final Optional<String> SECRET = Optional.of("Mật");

  @TempDir Path temporary;
  private Path data;

  @BeforeEach
  void folder() {
    data = temporary.resolve("kho");
  }

  /** The plan of number 15, with a stamp of secrecy. */
  private static Submission secret(String source, String text) {
    LegalDocument plan =
        Samples.document(
            DocumentKind.ORIGINAL,
            "15/KH-UBND",
            "Ủy ban nhân dân tỉnh Sông Mẫu",
            "2021-03-05",
            text.length());
    Reading<Secrecy> stamp =
        new Reading<>(Secrecy.CONFIDENTIAL, new Evidence(new Span(0, 4), "test", 0.9));
    Handling handling = new Handling(Optional.of(stamp), Optional.empty(), Optional.empty());
    return Samples.submission(source, plan.draft().handling(handling).build(), text);
  }

  /** Each change as {@code sequence id action}; what guests lost without saying how ends in "-". */
  private static List<String> told(Registry registry, long after) {
    return registry.publicView().changesAfter(after, 100).stream()
        .map(PublicChangesTest::told)
        .toList();
  }

  private static String told(PublicChange change) {
    assertThat(change.action().isEmpty()).isEqualTo(change.gone() && change.reason().isEmpty());
    return change.sequence()
        + " "
        + change.documentId()
        + " "
        + change.action().map(Action::jsonName).orElse("-");
  }

  @Test
  void whatIsTakenFromGuestsIsToldOnceAndComesBack() {
    try (Registry registry = Registry.open(data)) {
      String id = registry.register(List.of(Samples.numbered(1)), MAI).getFirst().documentId();
      assertThat(told(registry, 0)).containsExactly("1 " + id + " registered");
      long mark = registry.by(MAI).correct(id, "secrecy", SECRET);
      assertThat(told(registry, 0)).containsExactly("2 " + id + " -");
      registry.by(MAI).correct(id, "secrecy", Optional.of("Tối mật"));
      registry.by(MAI).correct(id, "subject", Optional.of("Diễn tập"));
      assertThat(told(registry, 0)).containsExactly("2 " + id + " -");
      assertThat(told(registry, 2)).isEmpty();
      registry.by(MAI).remove(id);
      assertThat(told(registry, 0)).containsExactly("2 " + id + " -");
      registry.by(MAI).restore(id);
      registry.by(MAI).withdraw(id, mark + 1);
      registry.by(MAI).withdraw(id, mark);
      assertThat(told(registry, 7)).containsExactly("8 " + id + " correction-withdrawn");
      assertThat(told(registry, 0)).hasSize(8);
      registry.by(MAI).correct(id, "visibility", Optional.of("internal"));
      assertThat(told(registry, 0)).containsExactly("9 " + id + " -");
      assertThat(registry.publicPlace(id)).isPresent();
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void whatGuestsNeverSawIsNeverTold() {
    try (Registry registry = Registry.open(data)) {
      String id =
          registry.register(List.of(secret("mat.txt", Samples.PLAN)), MAI).getFirst().documentId();
      registry.by(MAI).correct(id, "subject", Optional.of("Diễn tập"));
      registry.by(MAI).correct(id, "secrecy", Optional.of("Tối mật"));
      registry.by(MAI).remove(id);
      assertThat(told(registry, 0)).isEmpty();
      assertThat(registry.publicView().changesBefore(Long.MAX_VALUE, 9)).isEmpty();
      assertThat(registry.publicPlace(id)).isEmpty();
    }
  }

  @Test
  void aCopyThatReadsBetterMayTakeItFromGuests() {
    try (Registry registry = Registry.open(data)) {
      String id = registry.register(List.of(Samples.plan("a.txt")), MAI).getFirst().documentId();
      int copies = 1;
      // Which of two copies reads better is told by their hashes here: some take it away.
      while (registry.document(id).orElseThrow().isPublic()) {
        copies++;
        registry.register(List.of(secret("b" + copies + ".txt", Samples.PLAN)), MAI);
      }
      assertThat(told(registry, 0)).containsExactly(copies + " " + id + " -");
    }
  }

  @Test
  void whatACopyOfTheSameGroupWithholdsNobodySaw() {
    List<Submission> group = new ArrayList<>(List.of(Samples.plan("a.txt")));
    try (Registry registry = Registry.open(data)) {
      String id = registry.register(group, MAI).getFirst().documentId();
      while (registry.document(id).orElseThrow().isPublic()) {
        group.add(secret("b" + group.size() + ".txt", Samples.PLAN));
        registry.register(List.of(group.getLast()), MAI);
      }
    }
    try (Registry registry = Registry.open(temporary.resolve("kho-hai"))) {
      String id = registry.register(group, MAI).getFirst().documentId();
      assertThat(registry.document(id).orElseThrow().isPublic()).isFalse();
      assertThat(told(registry, 0)).isEmpty();
      registry.export(temporary.resolve("xuat-hai"), Progress.NONE);
    }
    Path imported = temporary.resolve("kho-ba");
    Registry.importFrom(temporary.resolve("xuat-hai"), imported, Progress.NONE);
    try (Registry registry = Registry.open(imported)) {
      assertThat(told(registry, 0)).isEmpty();
    }
  }

  @Test
  void latestFirstTheyTellThatDocumentsWentAndNotWhatTheyWere() {
    try (Registry registry = Registry.open(data)) {
      List<String> ids =
          registry
              .register(List.of(Samples.numbered(1), Samples.numbered(2), Samples.numbered(3)), MAI)
              .stream()
              .map(Registration::documentId)
              .toList();
      registry.by(MAI).remove(ids.get(0));
      registry.by(MAI).correct(ids.get(1), "secrecy", SECRET);
      assertThat(registry.publicView().changesBefore(Long.MAX_VALUE, 9))
          .extracting(PublicChangesTest::told)
          .containsExactly(
              "5 " + ids.get(1) + " -",
              "4 " + ids.get(0) + " removed",
              "3 " + ids.get(2) + " registered");
    }
  }

  /** Data folders of before schema 8 do not have it written down, nor do exports. */
  @Test
  void whereItIsNotWrittenDownItIsFoundInThePast() throws SQLException {
    List<String> told;
    Path export = temporary.resolve("xuat");
    try (Registry registry = Registry.open(data)) {
      String lost = registry.register(List.of(Samples.numbered(1)), MAI).getFirst().documentId();
      String never =
          registry.register(List.of(secret("mat.txt", Samples.PLAN)), MAI).getFirst().documentId();
      registry.by(MAI).correct(lost, "secrecy", SECRET);
      registry.by(MAI).correct(lost, "secrecy", Optional.of("Tối mật"));
      registry.by(MAI).correct(never, "subject", Optional.of("Diễn tập"));
      told = told(registry, 0);
      assertThat(told).containsExactly("3 " + lost + " -");
      registry.export(export, Progress.NONE);
    }
    Path imported = temporary.resolve("kho-nhap");
    Registry.importFrom(export, imported, Progress.NONE);
    try (Registry registry = Registry.open(imported)) {
      assertThat(told(registry, 0)).isEqualTo(told);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("registry.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE document SET withheld_by = NULL");
      statement.execute("UPDATE meta SET value = '2' WHERE value = '" + DerivedRows.VERSION + "'");
    }
    try (Registry registry = Registry.open(data)) {
      assertThat(told(registry, 0)).isEqualTo(told);
    }
  }
}
