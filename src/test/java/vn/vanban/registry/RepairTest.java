package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
