package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.ingest.Inbox;
import vn.vanban.ingest.Receiver;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/** Files that are dropped into a folder. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InboxTest {
  private static final Duration INTERVAL = Duration.ofMillis(150);
  private static final String PLAN =
      """
      ỦY BAN NHÂN DÂN
      TỈNH GIA LAI
      Số: 383/KH-UBND
      Gia Lai, ngày 26 tháng 02 năm 2020
      KẾ HOẠCH
      Thực hiện bình đẳng giới
      """;

  @TempDir private Path temporary;

  private static Receiver receiver(Registry registry) {
    return new Receiver(
        new TikaExtractor(Limits.DEFAULT),
        new TextRepair(),
        new DocumentParser(),
        registry,
        Limits.DEFAULT);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void await(Inbox inbox, long done, long rejected) {
    while (inbox.state().done() != done || inbox.state().rejected() != rejected) {
      Thread.onSpinWait();
    }
  }

  private static void awaitFailure(Inbox inbox, boolean failing) {
    while (inbox.state().failure().isPresent() != failing) {
      Thread.onSpinWait();
    }
  }

  @Test
  void filesAreRegisteredAndMovedAndNothingIsOverwritten() throws Exception {
    Path folder = temporary.resolve("hop-nhan");
    try (Registry registry = Registry.open(temporary.resolve("so"));
        Inbox inbox = new Inbox(folder, receiver(registry), INTERVAL)) {
      Files.writeString(folder.resolve("kế hoạch.txt"), PLAN);
      Files.write(
          folder.resolve("hỏng.pdf"), "%PDF-1.4 nhưng hỏng".getBytes(StandardCharsets.UTF_8));
      Files.writeString(folder.resolve("đang-tải.txt.part"), PLAN);
      Files.writeString(folder.resolve(".ẩn.txt"), PLAN);
      Files.createDirectory(folder.resolve("thư mục con"));
      Files.createSymbolicLink(folder.resolve("lối tắt.txt"), Path.of("/etc/hostname"));
      Files.writeString(folder.resolve("done").resolve("kế hoạch.txt"), "có từ trước");
      inbox.start();
      await(inbox, 1, 1);

      assertThat(registry.documentCount()).isEqualTo(1);
      assertThat(names(folder))
          .containsExactlyInAnyOrder(
              ".ẩn.txt", "done", "lối tắt.txt", "rejected", "thư mục con", "đang-tải.txt.part");
      assertThat(names(folder.resolve("done")))
          .containsExactlyInAnyOrder("kế hoạch.txt", "kế hoạch-2.txt");
      assertThat(folder.resolve("done/kế hoạch.txt")).hasContent("có từ trước");
      assertThat(names(folder.resolve("rejected")))
          .containsExactly("hỏng.pdf", "hỏng.pdf.ly-do.txt");
      assertThat(folder.resolve("rejected/hỏng.pdf.ly-do.txt")).content().contains("PDF");

      Files.move(folder.resolve("đang-tải.txt.part"), folder.resolve("xong.txt"));
      await(inbox, 2, 1);
      assertThat(registry.documentCount()).as("the same bytes again").isEqualTo(1);
    }
  }

  @Test
  void aFileThatGrowsIsTakenOnceItIsWhole() throws Exception {
    Path folder = temporary.resolve("hop-nhan");
    try (Registry registry = Registry.open(temporary.resolve("so"));
        Inbox inbox = new Inbox(folder, receiver(registry), INTERVAL)) {
      inbox.start();
      Path file = folder.resolve("a.txt");
      StringBuilder whole = new StringBuilder(PLAN);
      long start = System.nanoTime();
      // Longer than several looks, never still for two of them.
      while (System.nanoTime() - start < INTERVAL.toNanos() * 8) {
        whole.append("Điều tiếp theo được ghi thêm.\n");
        Files.writeString(file, whole);
      }
      assertThat(registry.documentCount()).isZero();
      await(inbox, 1, 0);
      assertThat(registry.documents(0, 1).getFirst().primary().text().strip())
          .endsWith("Điều tiếp theo được ghi thêm.");
    }
  }

  @Test
  void anArchiveThatIsReadInPartTellsWhatWasNot() throws Exception {
    Path folder = temporary.resolve("hop-nhan");
    try (Registry registry = Registry.open(temporary.resolve("so"));
        Inbox inbox = new Inbox(folder, receiver(registry), INTERVAL)) {
      Files.write(
          folder.resolve("goi.zip"),
          EnclosedFilesTest.zip(
              Map.of(
                  "a.txt", PLAN.getBytes(StandardCharsets.UTF_8),
                  "b.pdf", "%PDF-1.4 hỏng".getBytes(StandardCharsets.UTF_8))));
      inbox.start();
      await(inbox, 1, 0);
      assertThat(folder.resolve("done/goi.zip.ly-do.txt")).content().contains("goi.zip!/b.pdf");
    }
  }

  @Test
  void oneFileThatCannotBeMovedKeepsNoOtherBack() throws Exception {
    Path folder = temporary.resolve("hop-nhan");
    // With a number behind it the name is longer than any file system takes.
    String longest = "a".repeat(251) + ".txt";
    try (Registry registry = Registry.open(temporary.resolve("so"));
        Inbox inbox = new Inbox(folder, receiver(registry), INTERVAL)) {
      Files.writeString(folder.resolve("done").resolve(longest), "có từ trước");
      Files.writeString(folder.resolve(longest), PLAN);
      Files.writeString(folder.resolve("b.txt"), PLAN.replace("383", "384"));
      inbox.start();
      await(inbox, 1, 0);
      awaitFailure(inbox, true);
      assertThat(registry.documentCount()).as("registered, and not moved").isEqualTo(2);
      assertThat(names(folder)).containsExactlyInAnyOrder(longest, "done", "rejected");
      assertThat(names(folder.resolve("done"))).containsExactlyInAnyOrder(longest, "b.txt");
      assertThat(inbox.state().waiting()).isEqualTo(1);

      Files.move(folder.resolve("done").resolve(longest), folder.resolve("done/a.txt"));
      await(inbox, 2, 0);
      awaitFailure(inbox, false);
      assertThat(inbox.state().waiting()).isZero();
    }
  }

  @Test
  void healthTellsHowTheInboxFaresAndNotWhereItLies() throws Exception {
    Path folder = temporary.resolve("hop-nhan");
    try (Registry registry = Registry.open(temporary.resolve("so"));
        Inbox inbox = new Inbox(folder, receiver(registry), INTERVAL);
        RunningServer server =
            new RunningServer(
                temporary.resolve("may"), ServiceOptions.DEFAULT.watching(inbox::state))) {
      Files.writeString(folder.resolve("kế hoạch.txt"), PLAN);
      Files.write(folder.resolve("hỏng.pdf"), "%PDF-1.4 hỏng".getBytes(StandardCharsets.UTF_8));
      inbox.start();
      await(inbox, 1, 1);
      assertThat(server.json("/health").path("inbox"))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"status": "ok", "waiting": 0, "registered": 1, "rejected": 1}
                      """));

      Path away = Files.move(folder, temporary.resolve("không gắn"));
      awaitFailure(inbox, true);
      JsonNode failing = server.json("/health").path("inbox");
      assertThat(failing.path("status").asText()).isEqualTo("failing");
      assertThat(failing.path("failure").asText()).isEqualTo("NoSuchFileException");
      assertThat(server.json("/health").path("status").asText()).isEqualTo("ok");
      assertThat(server.get("/metrics").body())
          .contains("vanban_inbox_failing 1.0", "vanban_inbox_done 1.0", "vanban_inbox_waiting 0.0")
          .contains("vanban_inbox_rejected 1.0");

      Files.move(away, folder);
      awaitFailure(inbox, false);
      assertThat(server.json("/health").path("inbox").path("status").asText()).isEqualTo("ok");
    }
  }

  @Test
  void healthWithoutAnInboxTellsOfNone() {
    try (RunningServer server = new RunningServer(temporary)) {
      assertThat(server.json("/health").has("inbox")).isFalse();
    }
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(temporary.resolve("tep"), "x");
    try (Registry registry = Registry.open(temporary.resolve("so"))) {
      assertThatThrownBy(() -> new Inbox(file, receiver(registry), INTERVAL))
          .isInstanceOf(IOException.class);
    }
  }
}
