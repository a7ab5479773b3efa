package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
  private static final Act MAI = new Act("Trần Thị Mai", "đối chiếu bản giấy");

  @TempDir Path temporary;
  private Path data;
  private Path file;
  private Path restored;

  @BeforeEach
  void folders() {
    data = temporary.resolve("kho");
    file = temporary.resolve("so.zip");
    restored = temporary.resolve("kho-khoi-phuc");
  }

  @Test
  void everythingComesBackUnderANewEpoch() throws IOException {
    List<String> ids = new ArrayList<>();
    try (Registry registry = Registry.open(data)) {
      for (int i = 0; i < 4; i++) {
        ids.add(registry.register(List.of(Samples.forced(i))).getFirst().documentId());
      }
      registry.by(MAI).correct(ids.get(1), "subject", Optional.of("trồng rừng"));
      registry.by(MAI).erase(ids.get(3)); // its original was a file
      registry.quarantine("hong.pdf", new byte[] {1, 2}, "tệp hỏng");
      registry.backup(file, false, Progress.NONE);
      Registry.restore(file, restored, Progress.NONE);
      try (Registry copy = Registry.open(restored)) {
        assertThat(copy.position().registryId()).isEqualTo(registry.position().registryId());
        assertThat(copy.position().sequence()).isEqualTo(registry.position().sequence());
        assertThat(copy.position().epoch()).isNotEqualTo(registry.position().epoch());
        assertThat(copy.documents(0, 10)).isEqualTo(registry.documents(0, 10)).hasSize(3);
        for (String id : ids) {
          assertThat(copy.history(id)).isEqualTo(registry.history(id)).isNotEmpty();
          assertThat(copy.tombstone(id)).isEqualTo(registry.tombstone(id));
        }
        for (int i = 0; i < 3; i++) {
          byte[] original = Samples.forced(i).original();
          try (InputStream in = copy.original(Registry.sha256(original)).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(original);
          }
        }
        assertThat(copy.verify()).isEmpty();
      }
    }
    assertThat(files(restored.resolve("quarantine"))).isEqualTo(files(data.resolve("quarantine")));
    assertThat(files(temporary)).doesNotContain("restoring").noneMatch(n -> n.contains(".new"));
  }

  @Test
  void aBackupTakenWhileOthersRegisterIsOneMoment() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch some = new CountDownLatch(20);
    try (Registry registry = Registry.open(data)) {
      CompletableFuture<Integer> registering =
          CompletableFuture.supplyAsync(() -> {
            int i = 0;
            while (!ended.get()) {
              registry.register(List.of(Samples.forced(i++)));
              some.countDown();
            }
            return i;
          });
      some.await();
      registry.backup(file, false, Progress.NONE);
      ended.set(true);
      int registered = registering.get();
      Registry.restore(file, restored, Progress.NONE);
      try (Registry copy = Registry.open(restored)) {
        assertThat(copy.documentCount()).isBetween(20L, (long) registered);
        assertThat(copy.position().sequence()).isEqualTo(copy.documentCount());
        assertThat(copy.verify()).isEmpty();
        assertThat(copy.register(List.of(Samples.forced(100_000))).getFirst().outcome())
            .isEqualTo(Registration.Outcome.ADDED);
      }
    }
  }

  @Test
  void anErasureMeanwhileDestroysOnlyAfterTheBackup() throws Exception {
    try (Registry registry = Registry.open(data)) {
      String id = registry.register(List.of(Samples.large(1))).getFirst().documentId();
      Path original = Originals.path(data, Registry.sha256(Samples.large(1).original()));
      List<CompletableFuture<Void>> erasing = new ArrayList<>();
      CountDownLatch erased = new CountDownLatch(1);
      registry.onChange(erased::countDown);
      registry.backup(
          file,
          false,
          (done, total) -> {
            if (done == 1) { // the database is packed, the original is not
              erasing.add(CompletableFuture.runAsync(() -> registry.by(MAI).erase(id)));
              await(erased);
              assertThat(original).exists();
            }
          });
      erasing.getFirst().get();
      assertThat(original).doesNotExist();
    }
    Registry.restore(file, restored, Progress.NONE);
    try (Registry copy = Registry.open(restored)) {
      assertThat(copy.documentCount()).isOne();
      assertThat(copy.verify()).isEmpty();
    }
  }

  @Test
  void anExistingFileIsReplacedOnlyWhenAsked() throws IOException {
    Files.writeString(file, "cũ");
    try (Registry registry = Registry.open(data)) {
      assertThatThrownBy(() -> registry.backup(file, false, Progress.NONE))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("--force");
      assertThat(file).hasContent("cũ");
      registry.backup(file, true, Progress.NONE);
      assertThatThrownBy(
              () -> registry.backup(temporary.resolve("khong/co.zip"), false, Progress.NONE))
          .hasMessageContaining("Không có thư mục");
    }
    Registry.restore(file, restored, Progress.NONE);
  }

  @Test
  void aDamagedOriginalIsToldAndTheFormerBackupStays() throws IOException {
    try (Registry registry = Registry.open(data)) {
      registry.register(List.of(Samples.large(1)));
      registry.backup(file, false, Progress.NONE);
      byte[] before = Files.readAllBytes(file);
      Path original = Originals.path(data, Registry.sha256(Samples.large(1).original()));
      Files.write(original, new byte[] {0});
      assertThatThrownBy(() -> registry.backup(file, true, Progress.NONE))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("verify");
      assertThat(file).hasBinaryContent(before);
      assertThat(files(temporary)).noneMatch(name -> name.contains(".new"));
    }
  }

  /** What may happen to a backup. */
  enum Damage {
    CUT,
    EMPTY,
    NOT_A_BACKUP,
    FLIPPED_BYTE,
    NO_DATABASE,
    NO_ORIGINAL,
    OTHER_ORIGINAL,
    UNLISTED,
    LEADS_OUT,
    ABSOLUTE,
    NEWER_FORMAT,
    NO_MANIFEST
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedBackupIsRefusedAndLeavesNothing(Damage damage) throws IOException {
    try (Registry registry = Registry.open(data)) {
      registry.register(List.of(Samples.large(1), Samples.numbered(2)));
      registry.backup(file, false, Progress.NONE);
    }
    damage(damage);
    assertThatThrownBy(() -> Registry.restore(file, restored, Progress.NONE))
        .isInstanceOf(RegistryException.class)
        .hasMessageMatching("(?s).*(hỏng|không phải bản sao lưu|định dạng 2).*");
    assertThat(restored).doesNotExist();
    assertThat(temporary.resolve("ra-ngoai")).doesNotExist();
    Files.createDirectory(restored);
    assertThatThrownBy(() -> Registry.restore(file, restored, Progress.NONE))
        .isInstanceOf(RegistryException.class);
    assertThat(restored).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghi-chu.txt", "registry.db"})
  void aFolderInUseIsLeftAsItIs(String name) throws IOException {
    try (Registry registry = Registry.open(data)) {
      registry.backup(file, false, Progress.NONE);
    }
    Files.createDirectory(restored);
    Files.writeString(restored.resolve(name), "của tôi");
    assertThatThrownBy(() -> Registry.restore(file, restored, Progress.NONE))
        .hasMessageContaining("không trống");
    assertThat(files(restored)).containsExactly(name);
    assertThat(restored.resolve(name)).hasContent("của tôi");
  }

  @Test
  void aRestoringThatWasCutOffIsNotOpenedAndIsDoneAgain() throws IOException {
    try (Registry registry = Registry.open(data)) {
      registry.register(List.of(Samples.large(1)));
      registry.backup(file, false, Progress.NONE);
    }
    Files.createDirectories(restored.resolve("originals/ab"));
    Files.createFile(restored.resolve("restoring"));
    assertThatThrownBy(() -> Registry.open(restored)).hasMessageContaining("restore");
    Registry.restore(file, restored, Progress.NONE);
    try (Registry copy = Registry.open(restored)) {
      assertThat(copy.verify()).isEmpty();
    }
  }

  private void damage(Damage damage) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (damage) {
      case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
      case EMPTY -> Files.write(file, new byte[0]);
      case NOT_A_BACKUP -> Files.writeString(file, "Kính gửi: Ủy ban nhân dân tỉnh Sông Mẫu");
      case FLIPPED_BYTE -> {
        // within the large original; elsewhere a changed bit may unpack to the same content
        bytes[bytes.length - Originals.SMALL_BYTES / 2] ^= 1;
        Files.write(file, bytes);
      }
      default -> {
        Map<String, byte[]> entries = entries();
        change(damage, entries);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
          for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            zip.putNextEntry(new ZipEntry(entry.getKey()));
            ((OutputStream) zip).write(entry.getValue());
            zip.closeEntry();
          }
        }
      }
    }
  }

  private static void change(Damage damage, Map<String, byte[]> entries) {
    String original =
        entries.keySet().stream().filter(n -> n.startsWith("originals/")).findFirst().orElseThrow();
    String manifest = new String(entries.remove(BackupFormat.MANIFEST), StandardCharsets.UTF_8);
    switch (damage) {
      case NO_DATABASE -> entries.remove(BackupFormat.DATABASE);
      case NO_ORIGINAL -> {
        entries.remove(original);
        manifest =
            manifest.lines().filter(l -> !l.contains(original)).reduce("", (a, b) -> a + b + "\n");
      }
      case OTHER_ORIGINAL -> entries.put(original, new byte[] {1});
      case UNLISTED -> entries.put("them.txt", new byte[] {1});
      case LEADS_OUT, ABSOLUTE -> {
        String name = damage == Damage.ABSOLUTE ? "/tmp/ra-ngoai" : "../ra-ngoai";
        entries.put(name, new byte[] {1});
        manifest +=
            "{\"name\":\"%s\",\"bytes\":1,\"sha256\":\"%s\"}\n"
                .formatted(name, Sha256.of(new byte[] {1}));
      }
      case NEWER_FORMAT -> manifest = manifest.replace("\"format\":1", "\"format\":2");
      default -> {}
    }
    if (damage != Damage.NO_MANIFEST) {
      entries.put(BackupFormat.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.walk(folder)) {
      return list.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
