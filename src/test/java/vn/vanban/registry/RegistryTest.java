package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Warning;
import vn.vanban.registry.Registration.Outcome;

class RegistryTest {
  private static final String SONG_MAU = "Ủy ban nhân dân tỉnh Sông Mẫu";

  @TempDir Path folder;

  @Test
  void whatIsRegisteredIsReadBackAfterReopening() throws IOException {
    Submission plan = Samples.plan("ke-hoach.txt");
    String id;
    FeedPosition position;
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.position().sequence()).isZero();
      Registration done = registry.register(List.of(plan)).getFirst();
      assertThat(done.outcome()).isEqualTo(Outcome.ADDED);
      id = done.documentId();
      position = registry.position();
    }
    try (Registry registry = Registry.open(folder)) {
      assertThat(registry.position()).isEqualTo(position);
      RegisteredDocument found = registry.document(id).orElseThrow();
      assertThat(found.document()).isEqualTo(plan.document());
      assertThat(found.primary().text()).isEqualTo(Samples.PLAN);
      assertThat(found.primary().source()).isEqualTo("ke-hoach.txt");
      String sha256 = found.primary().sha256();
      assertThat(sha256).isEqualTo(Registry.sha256(plan.original()));
      try (InputStream in = registry.original(sha256).orElseThrow()) {
        assertThat(in.readAllBytes()).isEqualTo(plan.original());
      }
      assertThat(registry.changesAfter(0, 10)).containsExactly(new Change(1, id, false));
      assertThat(registry.changesAfter(1, 10)).isEmpty();
      assertThat(registry.documents(0, 10)).containsExactly(found);
      assertThat(registry.documents(List.of(id, "khongco"))).containsOnlyKeys(id);
      assertThat(registry.documentOfOriginal(sha256)).contains(id);
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void theSameBytesChangeNothing() {
    try (Registry registry = Registry.open(folder)) {
      Submission plan = Samples.plan("a.txt");
      List<Registration> first = registry.register(List.of(plan, plan));
      assertThat(first)
          .extracting(Registration::outcome)
          .containsExactly(Outcome.ADDED, Outcome.UNCHANGED);
      FeedPosition before = registry.position();
      assertThat(registry.register(List.of(plan)).getFirst().outcome())
          .isEqualTo(Outcome.UNCHANGED);
      assertThat(registry.position()).isEqualTo(before);
      assertThat(registry.documentCount()).isEqualTo(1);
    }
  }

  @Test
  void otherBytesOfOneDocumentAreItsCopyWithinAGroupAndAcrossGroups() {
    try (Registry registry = Registry.open(folder)) {
      List<Registration> group =
          registry.register(List.of(Samples.plan("a.docx"), Samples.plan("a.pdf")));
      String id = group.getFirst().documentId();
      assertThat(group.get(1))
          .isEqualTo(new Registration(Outcome.NEW_COPY, id, java.util.Optional.empty()));
      String read = Samples.PLAN.replace("bóng mát", "bong mat").replace("KẾ HOẠCH", "KẾ HOACH");
      Registration later =
          registry
              .register(
                  List.of(
                      Samples.plan(
                          "scan.pdf", "ỦY BAN  NHÂN DÂN TỈNH SÔNG MẪU", "2021-03-06", read)))
              .getFirst();
      assertThat(later.outcome()).isEqualTo(Outcome.NEW_COPY);
      assertThat(later.documentId()).isEqualTo(id);
      RegisteredDocument document = registry.document(id).orElseThrow();
      assertThat(document.copies())
          .extracting(RegisteredDocument.Copy::source)
          .containsExactlyInAnyOrder("a.docx", "a.pdf", "scan.pdf");
      assertThat(document.copies())
          .filteredOn(copy -> copy.source().equals("scan.pdf"))
          .extracting(RegisteredDocument.Copy::text)
          .containsExactly(read);
      assertThat(document.document().issued().orElseThrow().value()).hasToString("2021-03-05");
      assertThat(registry.changesAfter(0, 10))
          .extracting(Change::documentId)
          .containsExactly(id, id, id);
      assertThat(registry.documentCount()).isEqualTo(1);
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void oneNumberInOtherBodyYearOrKindIsAnotherDocument() {
    try (Registry registry = Registry.open(folder)) {
      List<Submission> group = new ArrayList<>();
      group.add(Samples.plan("a.txt"));
      group.add(Samples.plan("b.txt", "Ủy ban nhân dân tỉnh Núi Mẫu", "2021-03-05", Samples.PLAN));
      group.add(Samples.plan("c.txt", SONG_MAU, "2022-03-05", Samples.PLAN));
      group.add(Samples.plan("d.txt", "", "2021-03-05", Samples.PLAN));
      group.add(Samples.plan("e.txt", SONG_MAU, "", Samples.PLAN));
      for (DocumentKind kind : DocumentKind.values()) {
        if (kind != DocumentKind.ORIGINAL) {
          group.add(
              Samples.submission(
                  kind + ".txt",
                  Samples.document(kind, "15/KH-UBND", SONG_MAU, "2021-03-05", 50),
                  Samples.PLAN));
        }
      }
      // Kinds without a number of their own are never copies, not even of each other.
      group.add(
          Samples.submission(
              "announcement2.txt",
              Samples.document(DocumentKind.ANNOUNCEMENT, "15/KH-UBND", SONG_MAU, "2021-03-05", 50),
              Samples.PLAN));
      List<Registration> done = registry.register(group);
      assertThat(done).extracting(Registration::outcome).containsOnly(Outcome.ADDED);
      assertThat(done).extracting(Registration::documentId).doesNotHaveDuplicates();
      assertThat(registry.documentsByNumber("15/kh-ubnd"))
          .extracting(RegisteredDocument::id)
          .containsExactlyElementsOf(done.stream().map(Registration::documentId).toList());
      assertThat(registry.documentsByNumber("16/kh-ubnd")).isEmpty();
    }
  }

  @Test
  void oneIdentityWithOtherContentIsKeptApartAndSaysSo() {
    try (Registry registry = Registry.open(folder)) {
      String first = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
      Registration apart =
          registry
              .register(List.of(Samples.plan("b.txt", SONG_MAU, "2021-06-11", Samples.OTHER)))
              .getFirst();
      assertThat(apart.outcome()).isEqualTo(Outcome.ADDED);
      assertThat(apart.documentId()).isNotEqualTo(first);
      assertThat(apart.conflictsWith()).contains(first);
      List<Warning> warnings =
          registry.document(apart.documentId()).orElseThrow().document().warnings();
      assertThat(warnings)
          .singleElement()
          .satisfies(w -> {
            assertThat(w.field()).isEqualTo("number");
            assertThat(w.message()).contains(first).contains("nội dung khác");
          });
      // A third file finds the one that it is a copy of.
      assertThat(
              registry
                  .register(
                      List.of(
                          Samples.plan(
                              "c.txt",
                              SONG_MAU,
                              "2021-06-11",
                              Samples.OTHER + "\nNơi nhận: Lưu VT.")))
                  .getFirst()
                  .documentId())
          .isEqualTo(apart.documentId());
    }
  }

  @Test
  void feedNumbersFollowCommitOrderUnderParallelRegistration() throws Exception {
    int threads = 4;
    int groups = 10;
    int all = threads * groups * 3;
    try (Registry registry = Registry.open(folder);
        ExecutorService pool = Executors.newFixedThreadPool(threads + 1)) {
      Semaphore news = new Semaphore(0);
      registry.onChange(news::release);
      Future<List<Change>> follower =
          pool.submit(() -> {
            List<Change> seen = new ArrayList<>();
            while (seen.size() < all) {
              news.acquire();
              long last = seen.isEmpty() ? 0 : seen.getLast().sequence();
              seen.addAll(registry.changesAfter(last, all));
            }
            return seen;
          });
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int from = t * groups * 3;
        tasks.add(() -> {
          for (int g = 0; g < groups; g++) {
            int start = from + g * 3;
            registry.register(
                IntStream.range(start, start + 3).mapToObj(Samples::numbered).toList());
          }
          return true;
        });
      }
      for (Future<Boolean> done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
      List<Change> seen = follower.get();
      assertThat(seen)
          .extracting(Change::sequence)
          .containsExactlyElementsOf(
              java.util.stream.LongStream.rangeClosed(1, all).boxed().toList());
      Set<String> ids = new HashSet<>();
      seen.forEach(c -> ids.add(c.documentId()));
      assertThat(ids).hasSize(all);
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void aSecondWriterIsToldWhoHoldsTheFolderAndAReaderIsLetIn() {
    try (Registry registry = Registry.open(folder)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Registry.open(folder))
            .isInstanceOf(RegistryException.class)
            .hasMessageContaining("đang được một tiến trình khác sử dụng")
            .hasMessageContaining("PID " + ProcessHandle.current().pid());
      }
      try (Registry reader = Registry.openReadOnly(folder)) {
        String id = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
        assertThat(reader.document(id)).isPresent();
        assertThat(reader.position()).isEqualTo(registry.position());
        assertThatThrownBy(() -> reader.register(List.of(Samples.plan("b.txt"))))
            .isInstanceOf(RegistryException.class)
            .hasMessageContaining("chỉ đọc");
      }
    }
    Registry.open(folder).close();
  }

  @Test
  void aNewerSchemaIsRefusedByWritersAndReaders() throws Exception {
    Registry.open(folder).close();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + (Database.SCHEMA_VERSION + 1));
    }
    assertThatThrownBy(() -> Registry.open(folder))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("mới hơn");
    assertThatThrownBy(() -> Registry.openReadOnly(folder))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("mới hơn");
  }

  @Test
  void foldersThatCannotServeSayWhy() throws IOException {
    assertThatThrownBy(() -> Registry.openReadOnly(folder.resolve("trong")))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("Chưa có sổ đăng ký");
    Path file = Files.writeString(folder.resolve("tep.txt"), "không phải thư mục");
    assertThatThrownBy(() -> Registry.open(file))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(file.toString());
    Path broken = Files.createDirectory(folder.resolve("hong"));
    Files.writeString(
        broken.resolve("registry.db"), "đây không phải là cơ sở dữ liệu ".repeat(200));
    assertThatThrownBy(() -> Registry.open(broken))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("bị hỏng");
    // The failed attempt has let go of the folder.
    assertThat(broken.resolve("lock.txt")).doesNotExist();
  }

  @Test
  void verifyFindsDamage() throws IOException {
    try (Registry registry = Registry.open(folder)) {
      List<Submission> large = IntStream.rangeClosed(1, 3).mapToObj(Samples::large).toList();
      registry.register(large);
      List<String> hashes = large.stream().map(s -> Registry.sha256(s.original())).toList();
      Files.delete(original(hashes.get(0)));
      byte[] bytes = Files.readAllBytes(original(hashes.get(1)));
      bytes[10] ^= 1;
      Files.write(original(hashes.get(1)), bytes);
      Files.writeString(original(hashes.get(2)), "thêm", java.nio.file.StandardOpenOption.APPEND);
      Files.createDirectories(original("f".repeat(64)).getParent());
      Files.writeString(original("f".repeat(64)), "lạc");
      assertThat(registry.verify())
          .extracting(Finding::message)
          .satisfiesExactlyInAnyOrder(
              m -> assertThat(m).contains("Thiếu tệp gốc"),
              m -> assertThat(m).contains("SHA-256"),
              m -> assertThat(m).contains("byte"),
              m -> assertThat(m).contains("không thuộc văn bản nào"));
    }
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM change WHERE sequence = 2");
      statement.execute("UPDATE copy SET record = x'0000' WHERE ordinal = 1");
      statement.execute("UPDATE copy SET text_sha256 = 'x' WHERE ordinal = 2");
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
    try (Registry registry = Registry.openReadOnly(folder)) {
      assertThat(registry.verify())
          .extracting(Finding::message)
          .anyMatch(m -> m.contains("Thiếu số"))
          .anyMatch(m -> m.contains("chưa từng được ghi"))
          .anyMatch(m -> m.contains("nén"))
          .anyMatch(m -> m.contains("Văn bản đã lưu"));
    }
  }

  @Test
  void quarantineKeepsBytesOnceWithTheReason() throws IOException {
    byte[] bytes = {1, 2, 3};
    try (Registry registry = Registry.open(folder)) {
      registry.quarantine("thu/hong.doc", bytes, "Tệp bị hỏng.");
      registry.quarantine("thu/khac.doc", bytes, "Lần hai.");
    }
    String sha256 = Registry.sha256(bytes);
    assertThat(folder.resolve("quarantine").resolve(sha256)).hasBinaryContent(bytes);
    assertThat(folder.resolve("quarantine").resolve(sha256 + ".txt"))
        .content()
        .contains("Tệp bị hỏng.")
        .contains("thu/hong.doc")
        .doesNotContain("Lần hai");
    try (var files = Files.list(folder.resolve("quarantine"))) {
      assertThat(files.count()).isEqualTo(2);
    }
  }

  private Path original(String sha256) {
    return folder
        .resolve("originals")
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }
}
