package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.VietnamTime;

/** Data folders of released versions, as they were written then. */
class MigrationTest {
  @TempDir Path folder;

  @Test
  void aFolderOfTheFirstVersionIsTakenOverAfterABackup() throws IOException {
    unpack("data-folder-v1.zip");
    assertThatThrownBy(() -> Registry.openReadOnly(folder))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("phiên bản cũ hơn");
    List<String> ids;
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.verify()).isEmpty();
      assertThat(registry.documentCount()).isEqualTo(6);
      assertThat(registry.documentsByNumber("17/2021/nq-hđnd")).hasSize(1);
      assertThat(registry.doubtful(ReviewQueue.START, 10)).isNotEmpty();
      assertThat(registry.missing(10)).isNotEmpty();
      RegisteredDocument amended = registry.documentsByNumber("17/2021/nq-hđnd").getFirst();
      assertThat(
              Objects.requireNonNull(registry.effects(List.of(amended.id())).get(amended.id()))
                  .statusOn(VietnamTime.today())
                  .status())
          .isEqualTo(EffectStatus.IN_FORCE);
      assertThat(registry.history(amended.id()))
          .extracting(Revision::action)
          .containsExactly(Action.REGISTERED);
      for (RegisteredDocument document : registry.documents(0, 10)) {
        for (RegisteredDocument.Copy copy : document.copies()) {
          try (InputStream in = registry.original(copy.sha256()).orElseThrow()) {
            assertThat(Registry.sha256(in.readAllBytes())).isEqualTo(copy.sha256());
          }
        }
      }
      registry
          .by(new Act("Mai", "đối chiếu"))
          .correct(amended.id(), "signer", Optional.of("Lê Thị Mẫu"));
      ids = registry.documents(0, 10).stream().map(RegisteredDocument::id).toList();
    }
    try (Stream<Path> backups = Files.list(folder.resolve("backups"))) {
      assertThat(backups)
          .singleElement()
          .satisfies(file -> assertThat(file.getFileName().toString()).startsWith("registry-v1-"));
    }
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.documents(0, 10)).extracting(RegisteredDocument::id).isEqualTo(ids);
    }
    try (Stream<Path> backups = Files.list(folder.resolve("backups"))) {
      assertThat(backups).hasSize(1);
    }
  }

  @Test
  void aFolderOfTheSecondVersionLearnsWhichTextsAreNearlyTheSame() throws IOException {
    unpack("data-folder-v2.zip");
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.verify()).isEmpty();
      RegisteredDocument swimming = registry.documentsByNumber("34/kh-ubnd").getFirst();
      RegisteredDocument again = registry.documentsByNumber("56/kh-ubnd").getFirst();
      assertThat(registry.kinship(swimming.id()).nearDuplicates())
          .singleElement()
          .satisfies(near -> assertThat(near.document().id()).isEqualTo(again.id()));
      registry.by(new Act("Mai", "cùng một văn bản")).merge(again.id(), swimming.id());
      assertThat(registry.mergedInto(again.id())).contains(swimming.id());
      assertThat(registry.documentsByNumber("12/kh-ubnd").getFirst().document().signerNames())
          .isEqualTo("Lê Thị Mẫu");
    }
    try (Stream<Path> backups = Files.list(folder.resolve("backups"))) {
      assertThat(backups)
          .singleElement()
          .satisfies(file -> assertThat(file.getFileName().toString()).startsWith("registry-v2-"));
    }
  }

  private void unpack(String resource) throws IOException {
    try (InputStream in = MigrationTest.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }
}
