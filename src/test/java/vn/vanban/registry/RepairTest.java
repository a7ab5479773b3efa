package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.Warning;

class RepairTest {
  @TempDir Path folder;

  @Test
  void whatFollowsFromTheRecordsIsMadeAnewAndErasuresAreEnded() throws Exception {
    String erased;
    String kept;
    Path left = Originals.path(folder, Registry.sha256(Samples.large(1).original()));
    try (Registry registry = Registry.open(folder)) {
      erased = registry.register(List.of(Samples.large(1))).getFirst().documentId();
      kept = registry.register(List.of(Samples.numbered(2))).getFirst().documentId();
      registry.by(new Act("Trần Thị Mai", "theo yêu cầu")).erase(erased);
    }
    Files.write(left, Samples.large(1).original());
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE document SET number_key = NULL");
      statement.execute("DELETE FROM cited_as");
      statement.execute(
          "INSERT INTO cited_as SELECT 'x', ordinal FROM document WHERE state = 'ERASED'");
    }
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.documentsByNumber("2/kh-ubnd")).isEmpty();
      assertThat(registry.verify()).extracting(Finding::level).contains(Finding.Level.ERROR);
      assertThat(registry.repair())
          .extracting(Finding::message)
          .anyMatch(message -> message.contains("còn sót"))
          .anyMatch(message -> message.contains("1 dòng"));
      assertThat(left).doesNotExist();
      assertThat(registry.documentsByNumber("2/kh-ubnd"))
          .extracting(RegisteredDocument::id)
          .containsExactly(kept);
      assertThat(registry.tombstone(erased)).isPresent();
      assertThat(registry.verify()).isEmpty();
    }
  }

  /** What the tables that follow from the records, or the log, may have come to say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE document SET withheld = 1 WHERE ordinal = 2 | văn bản | true",
        "UPDATE document SET doubts = 7 WHERE ordinal = 1 | văn bản | true",
        "UPDATE document SET year = 1999 WHERE ordinal = 1 | văn bản | true",
        "DELETE FROM cited_as WHERE document = 2 | văn bản | true",
        "INSERT INTO reference VALUES (1, 'số:9/kh', '9/KH', 1, 1) | văn bản | true",
        "DELETE FROM band WHERE document = 2 | văn bản | true",
        "UPDATE correction SET field = 'mau' | đính chính | false",
        "UPDATE correction SET made = 1 | đính chính | false",
        "UPDATE copy SET sequence = 2 WHERE ordinal = 1 | bản | false",
        "DELETE FROM change WHERE sequence = 3 | đính chính | false",
      })
  void whatIsAlteredIsTold(String sql, String where, boolean repaired) throws SQLException {
    try (Registry registry = Registry.open(folder)) {
      registry.register(List.of(Samples.numbered(1), Samples.numbered(2)));
      String id = registry.documents(0, 1).getFirst().id();
      registry.by(new Act("Trần Thị Mai", "bản giấy")).correct(id, "signer", Optional.empty());
      assertThat(registry.verify()).isEmpty();
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.verify()).extracting(Finding::where).anyMatch(w -> w.startsWith(where));
      if (repaired) {
        registry.repair();
        assertThat(registry.verify()).isEmpty();
      }
    }
  }

  @Test
  void anOriginalThatIsNoLongerWhatWasRegisteredIsNotGiven() throws Exception {
    Submission large = Samples.large(1);
    Submission small = Samples.numbered(2);
    try (Registry registry = Registry.open(folder)) {
      registry.register(List.of(large, small));
      Files.write(Originals.path(folder, Registry.sha256(large.original())), new byte[] {1, 2, 3});
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE original SET bytes = x'00'");
    }
    try (Registry registry = Registry.openReadOnly(folder)) {
      for (Submission damaged : List.of(large, small)) {
        assertThatThrownBy(() -> registry.original(Registry.sha256(damaged.original())))
            .isInstanceOf(RegistryException.class)
            .hasMessageContaining("không còn khớp");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE copy SET record = zeroblob(1) WHERE ordinal = 1",
        "UPDATE copy SET repaired = zeroblob(9) WHERE ordinal = 1",
        "UPDATE copy SET record = x'017fffffff' || substr(record, 6) WHERE ordinal = 1",
        "UPDATE copy SET text_sha256 = 'ab' WHERE ordinal = 1",
        "UPDATE copy SET extracted = zeroblob(2) WHERE ordinal = 1",
        "UPDATE reading SET record = zeroblob(1)",
      })
  void aDamagedReadingIsReplacedAndTheHistoryTellsOfIt(String damage) throws Exception {
    Submission plan = Samples.numbered(1);
    Submission later =
        Samples.submission(
            plan.source(),
            plan.document()
                .withWarnings(List.of(new Warning("text", "Có trang ảnh.", Optional.empty()))),
            plan.repairedText());
    assertThat(later.original()).isEqualTo(plan.original());
    String id;
    try (Registry registry = Registry.open(folder)) {
      id = registry.register(List.of(plan, Samples.numbered(2))).getFirst().documentId();
      assertThat(registry.by(Act.ofThisProcess()).reparse(id, List.of(later), true)).isNotEmpty();
      assertThat(registry.damagedReadings()).isEmpty();
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(damage)).isOne();
    }
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.verify()).extracting(Finding::level).contains(Finding.Level.ERROR);
      registry.repair(); // A damaged record costs its own document only.
      List<StoredReading> damaged = registry.damagedReadings();
      assertThat(damaged).extracting(StoredReading::documentId).containsExactly(id);
      Edits edits = registry.by(new Act("Trần Thị Mai", "hồ sơ hỏng"));
      assertThatThrownBy(() -> edits.replaceDamaged(damaged.getFirst(), Samples.numbered(2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(damaged.getFirst().sha256());
      edits.replaceDamaged(damaged.getFirst(), later);
      assertThat(registry.damagedReadings()).isEmpty();
      assertThat(registry.verify()).isEmpty();
      assertThat(registry.document(id).orElseThrow().document().number()).isPresent();
      assertThat(registry.history(id).getLast().act().reason()).isEqualTo("hồ sơ hỏng");
    }
  }

  @Test
  void aDamagedRecordCostsItsDocumentOnly() throws Exception {
    String damaged;
    String whole;
    try (Registry registry = Registry.open(folder)) {
      damaged = registry.register(List.of(Samples.numbered(1))).getFirst().documentId();
      whole = registry.register(List.of(Samples.numbered(2))).getFirst().documentId();
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE copy SET record = x'01', repaired = x'01' WHERE ordinal = 1");
    }
    try (Registry registry = Registry.openReadOnly(folder)) {
      assertThat(registry.document(whole)).isPresent();
      assertThatThrownBy(() -> registry.document(damaged)).isInstanceOf(RegistryException.class);
    }
  }
}
