package vn.vanban.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.extract.IsolatedExtractor;
import vn.vanban.extract.Limits;
import vn.vanban.ingest.FileOutcome.Result;
import vn.vanban.law.Warning;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

class IngesterTest {
  private static final String DECISION =
      """
      UBND xã Cầu Mẫu
      Số: 12/QĐ-UBND
      ngày 2022-05-04
      Giao trưởng thôn lập danh sách hộ bị ngập và niêm yết tại nhà văn hóa trong ba ngày làm việc.
      """;

  @TempDir Path temp;
  private Path files;
  private Registry registry;
  private final PlainText plain = new PlainText();
  private final List<FileOutcome> outcomes = new ArrayList<>();
  private final List<Integer> found = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    files = Files.createDirectory(temp.resolve("hồ sơ"));
    registry = Registry.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void aPipeIsRejectedAndNothingWaitsForIt() throws Exception {
    Path pipe = files.resolve("ống.txt");
    assumeThat(Files.isExecutable(Path.of("/usr/bin/mkfifo"))).as("mkfifo").isTrue();
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    IngestReport report =
        CompletableFuture.supplyAsync(() -> ingest(pipe)).get(20, TimeUnit.SECONDS);
    assertThat(report.rejected())
        .singleElement()
        .satisfies(o -> assertThat(o.reason().orElseThrow()).startsWith("Không phải tệp thường"));
  }

  @Test
  void everyFileHasItsOutcome() throws IOException {
    write("a.txt", DECISION);
    write("b/bản sao.txt", DECISION + "Nơi nhận: Lưu VT.");
    write(
        "b/khac.txt",
        DECISION.replaceAll("Giao.*", "Bổ nhiệm ông Trần Mẫu giữ chức chủ nhiệm hợp tác xã."));
    write("c/mật.doc", "MẬT KHẨU");
    write("c/rỗng.txt", "");
    write("d/ảnh.pdf", "ẢNH");
    write("d/cắt.txt", "Thông báo\nCẮT");
    write(".DS_Store", "ẩn");
    write("~$a.docx", "khóa");
    write(".git/config", "ẩn");
    Files.createSymbolicLink(files.resolve("ngoài"), temp.resolve("data"));
    IngestReport report = ingest(files);
    assertThat(outcomes)
        .extracting(o -> files.relativize(Path.of(o.source())).toString(), FileOutcome::result)
        .containsExactly(
            tuple("a.txt", Result.ADDED),
            tuple("b/bản sao.txt", Result.NEW_COPY),
            tuple("b/khac.txt", Result.ADDED),
            tuple("c/mật.doc", Result.REJECTED),
            tuple("c/rỗng.txt", Result.REJECTED),
            tuple("d/cắt.txt", Result.ADDED),
            tuple("d/ảnh.pdf", Result.ADDED));
    assertThat(found).containsExactly(7);
    assertThat(report.added()).isEqualTo(4);
    assertThat(report.newCopies()).isEqualTo(1);
    assertThat(report.rejected())
        .extracting(o -> o.reason().orElseThrow())
        .containsExactly("Tệp có mật khẩu.", "Tệp rỗng.");
    assertThat(report.keptApart())
        .singleElement()
        .satisfies(o -> {
          assertThat(o.source()).endsWith("khac.txt");
          assertThat(o.reason().orElseThrow())
              .contains(outcomes.getFirst().documentId().orElseThrow());
        });
    assertThat(warnings("d/ảnh.pdf"))
        .singleElement()
        .asString()
        .contains("chưa nhận dạng chữ (OCR)");
    assertThat(warnings("d/cắt.txt")).containsExactly("Văn bản bị cắt ở giới hạn.");
    try (var kept = Files.list(temp.resolve("data/quarantine"))) {
      assertThat(kept.count()).isEqualTo(4);
    }
    assertThat(registry.verify()).isEmpty();
  }

  @Test
  void aSecondRunReadsNothingAndChangesNothing() throws IOException {
    for (int i = 0; i < 40; i++) {
      write(i + ".txt", DECISION + "Việc thứ " + i);
    }
    writeZip("nén.zip", Map.of("x.txt", bytes(DECISION + "trong tệp nén")));
    ingest(files);
    FeedPosition position = registry.position();
    assertThat(plain.extracted).hasValue(42);
    outcomes.clear();
    IngestReport again = ingest(files);
    assertThat(again.unchanged()).isEqualTo(41);
    assertThat(again.added() + again.newCopies()).isZero();
    assertThat(outcomes).allMatch(o -> o.documentId().isPresent());
    // Only the archive itself is opened again: it is no document.
    assertThat(plain.extracted).hasValue(43);
    assertThat(registry.position()).isEqualTo(position);
  }

  @Test
  void aCrashCostsThatFileOnly() throws IOException {
    write("1.txt", DECISION);
    write("2.txt", "LỖI");
    write("3.txt", "TRÀN");
    write("4.txt", "HẾT BỘ NHỚ");
    write("5.txt", "Thông báo khác");
    IngestReport report = ingest(files);
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.rejected())
        .extracting(o -> o.reason().orElseThrow())
        .satisfiesExactly(
            r -> assertThat(r).contains("IllegalStateException"),
            r -> assertThat(r).contains("StackOverflowError"),
            r -> assertThat(r).contains("OutOfMemoryError"));
  }

  @Test
  void whatCannotBeReadNowIsNeitherRegisteredNorRejected() throws IOException {
    write("1.txt", DECISION);
    IsolatedExtractor closed = new IsolatedExtractor(Limits.DEFAULT, 1);
    closed.close();
    Ingester ingester =
        new Ingester(closed, PlainText::repair, PlainText::parse, registry, 2, Limits.DEFAULT);
    assertThatThrownBy(() -> ingester.ingest(List.of(files), progress()))
        .isInstanceOf(ReadingUnavailableException.class);
    assertThat(outcomes).isEmpty();
    assertThat(registry.position().sequence()).isZero();
    assertThat(temp.resolve("data/quarantine"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
    assertThat(ingest(files).added()).isEqualTo(1);
  }

  @Test
  void archivesAreUnpackedUnderTheLimits() throws IOException {
    Map<String, byte[]> inner = new LinkedHashMap<>();
    inner.put("sâu.txt", bytes("Thông báo sâu"));
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put("thư mục/a.txt", bytes(DECISION));
    outer.put("trong.zip", zip(inner));
    outer.put("hỏng.txt", bytes("LỖI"));
    outer.put("lớn.txt", bytes("x".repeat(3000)));
    writeZip("ngoài.zip", outer);
    write("quá lớn.txt", "y".repeat(5000));
    Ingester ingester =
        new Ingester(
            plain,
            PlainText::repair,
            PlainText::parse,
            registry,
            2,
            new Limits(2500, 1000, 1, 10, Duration.ofSeconds(5)));
    ingester.ingest(List.of(files), progress());
    assertThat(outcomes)
        .extracting(o -> files.relativize(Path.of(o.source())).toString(), FileOutcome::result)
        .containsExactly(
            tuple("ngoài.zip!/thư mục/a.txt", Result.ADDED),
            tuple("ngoài.zip!/trong.zip!/sâu.txt", Result.REJECTED),
            tuple("ngoài.zip!/hỏng.txt", Result.REJECTED),
            tuple("ngoài.zip!/lớn.txt", Result.REJECTED),
            tuple("quá lớn.txt", Result.REJECTED));
    assertThat(found).containsExactly(2, 5);
    assertThat(outcomes.get(1).reason().orElseThrow()).contains("quá 1 tầng");
    assertThat(outcomes.get(3).reason().orElseThrow()).contains("giới hạn");
  }

  @Test
  void aPathThatDoesNotExistIsSaidBeforeAnythingIsDone() throws IOException {
    write("a.txt", DECISION);
    assertThatThrownBy(() -> ingest(files, temp.resolve("không có")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("không có");
    assertThat(registry.documentCount()).isZero();
  }

  @Test
  void oneFileNamedTwiceIsReadOnce() throws IOException {
    write("a.txt", DECISION);
    IngestReport report = ingest(files.resolve("a.txt"), files);
    assertThat(report.added()).isEqualTo(1);
    assertThat(outcomes).hasSize(1);
  }

  private IngestReport ingest(Path... paths) {
    return new Ingester(plain, PlainText::repair, PlainText::parse, registry, 3, Limits.DEFAULT)
        .ingest(List.of(paths), progress());
  }

  private Ingester.Progress progress() {
    return new Ingester.Progress() {
      @Override
      public void found(int count) {
        found.add(count);
      }

      @Override
      public void done(FileOutcome outcome) {
        outcomes.add(outcome);
      }
    };
  }

  private List<String> warnings(String file) {
    String id =
        outcomes.stream()
            .filter(o -> o.source().equals(files.resolve(file).toString()))
            .findFirst()
            .orElseThrow()
            .documentId()
            .orElseThrow();
    RegisteredDocument document = registry.document(id).orElseThrow();
    return document.document().warnings().stream()
        .filter(w -> w.field().equals("text"))
        .map(Warning::message)
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = files.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void writeZip(String name, Map<String, byte[]> members) throws IOException {
    Files.write(files.resolve(name), zip(members));
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
