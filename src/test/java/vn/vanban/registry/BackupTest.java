package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Act MAI = new Act("Trần Thị Mai", "thử");

  @TempDir Path folder;

  @Test
  void whatIsRestoredIsWhatWasThere() throws IOException {
    Path file = folder.resolve("sao-luu.zip");
    Path restored = folder.resolve("lai");
    try (Registry registry = filled()) {
      registry.backup(file, done -> {});
      Registry.restore(file, restored);
      try (Registry again = Registry.open(restored)) {
        assertThat(again.documents(0, 100)).isEqualTo(registry.documents(0, 100));
        assertThat(again.verify()).isEmpty();
        assertThat(again.position().sequence()).isEqualTo(registry.position().sequence());
        assertThat(again.position().registryId()).isEqualTo(registry.position().registryId());
        assertThat(again.position().epoch()).isNotEqualTo(registry.position().epoch());
        for (RegisteredDocument document : registry.documents(0, 100)) {
          assertThat(again.history(document.id())).isEqualTo(registry.history(document.id()));
        }
      }
    }
    assertThat(names(folder)).containsExactlyInAnyOrder("so", "sao-luu.zip", "lai");
  }

  @Test
  void aSnapshotTakenWhileOthersRegisterIsWhole() throws Exception {
    Path file = folder.resolve("sao-luu.zip");
    try (Registry registry = filled();
        ExecutorService registering = Executors.newSingleThreadExecutor()) {
      long before = registry.documentCount();
      Future<?> running =
          registering.submit(() -> {
            for (int i = 1000; i < 1060; i++) {
              registry.register(List.of(Samples.forced(i)));
            }
          });
      registry.backup(file, done -> {});
      running.get();
      Registry.restore(file, folder.resolve("lai"));
      try (Registry again = Registry.open(folder.resolve("lai"))) {
        assertThat(again.verify()).isEmpty();
        assertThat(again.documentCount()).isBetween(before, registry.documentCount());
      }
    }
  }

  @Test
  void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
    Path file = folder.resolve("sao-luu.zip");
    try (Registry registry = filled()) {
      registry.backup(file, done -> {});
    }
    byte[] whole = Files.readAllBytes(file);
    long seed = new Random().nextLong();
    System.out.println("BackupTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      byte[] damaged =
          round % 2 == 0
              ? Arrays.copyOf(whole, random.nextInt(whole.length))
              : flipped(whole, random);
      Path broken = Files.write(folder.resolve("hong.zip"), damaged);
      Path target = folder.resolve("lai" + round);
      try {
        Registry.restore(broken, target);
      } catch (RegistryException e) {
        assertThat(e.getMessage()).contains("hong.zip");
        assertThat(target).as("seed %d round %d", seed, round).doesNotExist();
        continue;
      }
      // A byte that no entry covers, such as one of a time: then all is as it was.
      try (Registry again = Registry.open(target)) {
        assertThat(again.verify()).as("seed %d round %d", seed, round).isEmpty();
        assertThat(again.documentCount()).isEqualTo(6);
      }
    }
    assertThat(names(folder)).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("co-roi.zip"), "giữ lại");
    try (Registry registry = filled()) {
      assertThatThrownBy(() -> registry.backup(file, done -> {}))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("co-roi.zip");
      assertThat(file).hasContent("giữ lại");
      Path backup = folder.resolve("sao-luu.zip");
      registry.backup(backup, done -> {});
      assertThatThrownBy(() -> Registry.restore(backup, folder.resolve("so")))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("đã có dữ liệu");
      assertThatThrownBy(() -> registry.backup(folder.resolve("khong/co/a.zip"), done -> {}))
          .isInstanceOf(RegistryException.class);
    }
  }

  private Registry filled() {
    Registry registry = Registry.open(folder.resolve("so"));
    for (int i = 0; i < 6; i++) {
      registry.register(List.of(Samples.forced(i)));
    }
    List<RegisteredDocument> documents = registry.documents(0, 10);
    registry.by(MAI).correct(documents.get(0).id(), "signer", Optional.of("Lê Thị Mẫu"));
    return registry;
  }

  private static byte[] flipped(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
