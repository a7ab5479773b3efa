package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.registry.Registry;
import vn.vanban.registry.StoredReading;

/** Commands on a data folder: {@code ingest}, {@code search}, {@code show}, {@code verify}. */
class DataFolderCommandsTest {
  @TempDir static Path shared;
  private static Path files;
  private static Path data;
  private static CommandLineRun ingested;

  @TempDir Path temp;

  @BeforeAll
  static void ingest() throws IOException {
    files = Files.createDirectories(shared.resolve("van-ban"));
    data = shared.resolve("du-lieu");
    Files.writeString(files.resolve("12.txt"), Letters.plan("12", "Bảo vệ rừng tràm"));
    Files.writeString(files.resolve("34.txt"), Letters.plan("34", "Dạy bơi cho trẻ em"));
    Files.write(files.resolve("hong.pdf"), Letters.BROKEN_PDF);
    ingested = CommandLineRun.of("ingest", files, "--data", data);
  }

  @Test
  void ingestionCountsByOutcomeAndNamesWhatWasRejected() {
    assertThat(ingested.exit()).isEqualTo(1);
    assertThat(ingested.lines()).hasSize(2);
    assertThat(ingested.lines().getFirst()).matches("từ chối\t.*hong\\.pdf\t.+");
    assertThat(ingested.lines().getLast())
        .startsWith("Thêm mới 2, không đổi 0, bản khác của văn bản đã có 0, từ chối 1.");
  }

  @Test
  void nearlyEqualFilesUnderOtherNumbersAreListedAsPairs() throws IOException {
    assertThat(CommandLineRun.of("duplicates", "--data", data).out())
        .startsWith("Không thấy văn bản nào gần trùng nhau.");
    Path copy = copyOfData();
    Path again = Files.createDirectories(temp.resolve("nua"));
    Files.writeString(again.resolve("56.txt"), Letters.plan("56", "Dạy bơi cho trẻ em"));
    CommandLineRun.of("ingest", again, "--data", copy);
    CommandLineRun pairs = CommandLineRun.of("duplicates", "--data", copy);
    assertThat(pairs.exit()).isZero();
    assertThat(pairs.lines()).hasSize(2);
    assertThat(pairs.lines().getFirst()).matches(" [89]\\d %  .*34/KH-UBND.*34\\.txt");
    assertThat(pairs.lines().getLast()).matches(" +[^ ]+  56/KH-UBND.*56\\.txt");
    assertThat(CommandLineRun.of("show", "34/KH-UBND", "--data", copy).out())
        .containsPattern("Gần trùng: +[89]\\d %.*56/KH-UBND");
  }

  @Test
  void aMergedDocumentIsFoundUnderItsOldIdAndOnceOnly() throws IOException {
    Path copy = copyOfData();
    Path again = Files.createDirectories(temp.resolve("nua"));
    Files.writeString(again.resolve("56.txt"), Letters.plan("56", "Dạy bơi cho trẻ em"));
    CommandLineRun.of("ingest", again, "--data", copy);
    String id;
    try (Registry registry = Registry.openReadOnly(copy)) {
      id = registry.documentsByNumber("56/kh-ubnd").getFirst().id();
    }
    assertThat(CommandLineRun.of("merge", id, "34/KH-UBND", "--data", copy).err())
        .contains("--reason");
    CommandLineRun merged =
        CommandLineRun.of("merge", id, "34/KH-UBND", "--reason", "một văn bản", "--data", copy);
    assertThat(merged.exit()).isZero();
    assertThat(merged.out()).startsWith("Đã gộp văn bản " + id);
    // Nobody named the one that was kept.
    for (String change : List.of("erase", "remove", "correct")) {
      CommandLineRun refused =
          change.equals("correct")
              ? CommandLineRun.of(change, id, "signer=A", "--reason", "b", "--data", copy)
              : CommandLineRun.of(change, id, "--reason", "b", "--data", copy);
      assertThat(refused.exit()).as(change).isEqualTo(1);
      assertThat(refused.complaint()).as(change).contains("đã được gộp vào văn bản");
    }
    CommandLineRun twice =
        CommandLineRun.of("merge", id, "34/KH-UBND", "--reason", "một văn bản", "--data", copy);
    assertThat(twice.exit()).isEqualTo(1);
    assertThat(twice.complaint()).contains("đã được gộp vào văn bản");
    assertThat(CommandLineRun.of("show", "34/KH-UBND", "--data", copy).exit()).isZero();
    assertThat(CommandLineRun.of("show", id, "--data", copy).out())
        .contains("34.txt")
        .contains("56.txt");
    assertThat(CommandLineRun.of("history", id, "--data", copy).out())
        .contains("gộp vào văn bản khác")
        .contains("một văn bản");
    assertThat(CommandLineRun.of("search", "day boi tre em", "--json", "--data", copy).out())
        .contains("\"total\" : 1,")
        .contains("\"number\" : \"34/KH-UBND\"");
    assertThat(CommandLineRun.of("verify", "--data", copy).exit()).isZero();
  }

  @Test
  void theSameFilesAgainChangeNothing() throws IOException {
    Path copy = copyOfData();
    CommandLineRun again =
        CommandLineRun.of(
            "ingest", files.resolve("12.txt"), files.resolve("34.txt"), "--data", copy);
    assertThat(again.exit()).isZero();
    assertThat(again.lines())
        .containsExactly(
            "Thêm mới 0, không đổi 2, bản khác của văn bản đã có 0, từ chối 0."
                + " / added 0, unchanged 2, new copy 0, rejected 0");
  }

  @Test
  void otherContentUnderTheSameNumberIsKeptApartAndToldOf() throws IOException {
    Path other = temp.resolve("12 khác.txt");
    String body =
        """
        I. NỘI DUNG
        Mỗi đội ghe gồm năm mươi tay chèo; bốc thăm làn đua lúc sáu giờ sáng tại bến.

        II. GIẢI THƯỞNG
        Đội về nhất nhận cờ và ba con heo quay; khán giả đứng sau hàng rào dọc kênh.

        """;
    String plan = Letters.plan("12", "Tổ chức hội đua ghe ngo");
    Files.writeString(
        other,
        plan.substring(0, plan.indexOf("I. MỤC")) + body + plan.substring(plan.indexOf("TM. ")));
    CommandLineRun run = CommandLineRun.of("ingest", other, "--data", copyOfData());
    assertThat(run.exit()).isZero();
    assertThat(run.lines().getFirst()).matches("để riêng\t.*12 khác\\.txt\t.+");
    assertThat(run.lines().getLast()).startsWith("Thêm mới 1,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bảo vệ rừng tràm", "bao ve rung tram", "12/KH-UBND", "12/kh-ubnd"})
  void searchFindsByWordsAndByNumber(String query) {
    CommandLineRun run = CommandLineRun.of("search", query, "--data", data);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .filteredOn(line -> line.startsWith("1. "))
        .containsExactly("1. Kế hoạch 12/KH-UBND");
    assertThat(run.out()).contains("Bảo vệ rừng tràm", "12.txt", "2022-03-14");
  }

  @Test
  void wordsNeedNoQuotes() {
    CommandLineRun run =
        CommandLineRun.of("search", "day", "boi", "tre", "em", "--limit", "1", "--data", data);
    assertThat(run.lines()).contains("1. Kế hoạch 34/KH-UBND").noneMatch(l -> l.startsWith("2. "));
  }

  @Test
  void searchAnswersInTheFormOfTheApi() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("search", "rừng tràm", "--json", "--limit", "1", "--data", data);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("query").asText()).isEqualTo("rừng tràm");
    assertThat(json.get("total").asLong()).isPositive();
    assertThat(json.get("hits")).hasSize(1);
    JsonNode hit = json.get("hits").get(0);
    assertThat(hit.get("number").asText()).isEqualTo("12/KH-UBND");
    assertThat(hit.get("file").asText()).endsWith("12.txt");
    assertThat(hit.get("passages").get(0).get("snippet").asText())
        .containsIgnoringCase("rừng tràm");
  }

  @Test
  void filtersOrdersAndCounts() {
    CommandLineRun run =
        CommandLineRun.of(
            "search", "trên toàn tỉnh", "--sort", "number", "--facets", "--data", data);
    assertThat(run.lines())
        .contains(
            "1. Kế hoạch 12/KH-UBND",
            "2. Kế hoạch 34/KH-UBND",
            "--type: Kế hoạch 2",
            "--level: province 2",
            "--year: 2022 2",
            "--status: unknown 2",
            "--kind: original 2");
    for (String filter :
        List.of("--level=commune", "--year=2021", "--status=in_force", "--kind=draft")) {
      assertThat(CommandLineRun.of("search", "tỉnh", filter, "--data", data).out())
          .as(filter)
          .startsWith("Không tìm thấy");
    }
    assertThat(
            CommandLineRun.of(
                    "search",
                    "tỉnh",
                    "--type=ke hoach",
                    "--level=province",
                    "--year=2021",
                    "--year=2022",
                    "--status=unknown",
                    "--as-of=2022-03-14",
                    "--explain",
                    "--data",
                    data)
                .out())
        .startsWith("2 văn bản");
  }

  @Test
  void nothingFoundIsAnAnswer() {
    CommandLineRun run = CommandLineRun.of("search", "xyzzyq", "--data", data);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Không tìm thấy văn bản nào.");
  }

  @Test
  void aQueryOfNothingIsAnswered() {
    CommandLineRun run = CommandLineRun.of("search", "", "--data", data);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/KH-UBND",
        "12/kh-ubnd",
        "12 / KH - UBND",
        "12/KH–UBND",
        " 12/KH-UBND ",
        "Số: 12/KH-UBND"
      })
  void showTakesAnySpellingOfANumber(String number) {
    CommandLineRun run = CommandLineRun.of("show", number, "--data", data);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "12/KH-UBND", "Bảo vệ rừng tràm", "14/03/2022", "Trần Văn Mẫu", "12.txt", "SHA-256");
  }

  @Test
  void showTakesAnIdAndPrintsJsonOrText() throws IOException {
    CommandLineRun byNumber = CommandLineRun.of("show", "34/KH-UBND", "--json", "--data", data);
    JsonNode json = new ObjectMapper().readTree(byNumber.out());
    String id = json.get("id").asText();
    assertThat(json.get("number").asText()).isEqualTo("34/KH-UBND");
    assertThat(json.get("copies")).hasSize(1);
    assertThat(CommandLineRun.of("show", id, "--json", "--data", data)).isEqualTo(byNumber);
    CommandLineRun text = CommandLineRun.of("show", id, "--text", "--data", data);
    assertThat(text.exit()).isZero();
    assertThat(text.out()).contains("Dạy bơi cho trẻ em").doesNotContain("SHA-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99/KH-UBND", "không phải số", "00000000"})
  void showSaysWhatIsNotThere(String which) {
    CommandLineRun run = CommandLineRun.of("show", which, "--data", data);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.complaint())
        .isEqualTo(
            "Không có văn bản nào có số hoặc mã \"%s\". Thử: vanban search '%s'"
                .formatted(which, which));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct 12/KH-UBND signer=An",
        "remove 12/KH-UBND --reason nhầm",
        "erase 12/KH-UBND --reason nhầm",
        "backup so.zip",
        "reindex",
        "reparse",
        "verify --repair",
        "history 12/KH-UBND",
        "review"
      })
  void whereThereIsNoRegistryNoneIsMade(String command) {
    Path missing = temp.resolve("go-nham");
    List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--data", missing));
    CommandLineRun run = CommandLineRun.of(arguments.toArray());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.complaint()).contains("Chưa có sổ đăng ký trong thư mục", "go-nham");
    assertThat(missing).doesNotExist();
  }

  @Test
  void whatWasRemovedIsFoundByItsNumber() throws IOException {
    Path copy = copyOfData();
    assertThat(CommandLineRun.of("remove", "12/KH-UBND", "--reason", "nhầm", "--data", copy).exit())
        .isZero();
    assertThat(CommandLineRun.of("show", "12/KH-UBND", "--data", copy).exit()).isEqualTo(1);
    assertThat(CommandLineRun.of("history", "12/KH-UBND", "--data", copy).out()).contains("nhầm");
    assertThat(CommandLineRun.of("remove", "12/kh-ubnd", "--undo", "--data", copy).exit()).isZero();
    assertThat(CommandLineRun.of("show", "12/KH-UBND", "--data", copy).exit()).isZero();
  }

  @Test
  void aHealthyFolderIsVerified() {
    CommandLineRun run = CommandLineRun.of("verify", "--data", data);
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.lines()).containsExactly("Đã kiểm tra 2 văn bản: không có gì sai.");
  }

  @Test
  void anOriginalWithAnotherByteIsNamed() throws IOException, SQLException {
    Path copy = copyOfData();
    String sha256 = Registry.sha256(Files.readAllBytes(files.resolve("12.txt")));
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("registry.db"));
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE original SET bytes = zeroblob(length(bytes)) WHERE sha256 = ?")) {
      update.setString(1, sha256);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    CommandLineRun run = CommandLineRun.of("verify", "--data", copy);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines().getFirst()).startsWith("LỖI\t").contains(sha256);
    assertThat(run.lines().getLast()).isEqualTo("Đã kiểm tra 2 văn bản: có lỗi.");
  }

  @Test
  void damagedRecordsAreReadAgainWhereTheOriginalIsThere() throws IOException, SQLException {
    Path copy = copyOfData();
    String lost = Registry.sha256(Files.readAllBytes(files.resolve("12.txt")));
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("registry.db"));
        Statement statement = database.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE copy SET record = zeroblob(1)")).isEqualTo(2);
      assertThat(
              statement.executeUpdate("DELETE FROM original WHERE sha256 = '%s'".formatted(lost)))
          .isEqualTo(1);
    }
    CommandLineRun run = CommandLineRun.of("verify", "--repair", "--data", copy);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("đã sửa\tvăn bản ") && line.contains("được đọc lại"))
        .anyMatch(line -> line.startsWith("chưa sửa\tvăn bản ") && line.contains("thiếu bản gốc"))
        .filteredOn(line -> line.startsWith("LỖI"))
        .isNotEmpty()
        .noneMatch(line -> !line.contains(lost) && line.contains("bản gốc "));
    try (Registry registry = Registry.openReadOnly(copy)) {
      String mended = registry.documentsByNumber("34/kh-ubnd").getFirst().id();
      assertThat(registry.history(mended).getLast().act().reason())
          .contains("được đọc lại từ bản gốc");
      assertThat(registry.damagedReadings())
          .extracting(StoredReading::sha256)
          .containsExactly(lost);
    }
  }

  @Test
  void aMissingIndexIsNotedAndBuiltAgain() throws IOException {
    Path copy = copyOfData();
    delete(copy.resolve("index"));
    CommandLineRun search = CommandLineRun.of("search", "rừng tràm", "--data", copy);
    assertThat(search.exit()).isEqualTo(1);
    assertThat(search.complaint()).startsWith("Chưa có chỉ mục").doesNotContain("\n");
    CommandLineRun verify = CommandLineRun.of("verify", "--data", copy);
    assertThat(verify.exit()).isZero();
    assertThat(verify.lines().getFirst()).startsWith("lưu ý\tindex\tChưa có chỉ mục");
    assertThat(verify.lines().getLast()).isEqualTo("Đã kiểm tra 2 văn bản: không có lỗi.");
    CommandLineRun.of("ingest", files, "--data", copy);
    assertThat(CommandLineRun.of("search", "rừng tràm", "--data", copy).out())
        .contains("1. Kế hoạch 12/KH-UBND");
    assertThat(CommandLineRun.of("verify", "--data", copy).out()).contains("không có gì sai");
  }

  @Test
  void aDamagedDatabaseIsToldOfPlainly() throws IOException {
    Path copy = copyOfData();
    for (String name : List.of("registry.db", "registry.db-wal", "registry.db-shm")) {
      Files.deleteIfExists(copy.resolve(name));
    }
    Files.writeString(copy.resolve("registry.db"), "đây không phải cơ sở dữ liệu ".repeat(200));
    for (String command : List.of("verify", "serve")) {
      CommandLineRun run = CommandLineRun.of(command, "--data", copy);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.complaint()).contains("bị hỏng").doesNotContain("\n", "Exception");
    }
  }

  @Test
  void aTakenPortIsToldOf() throws IOException {
    Path copy = copyOfData();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandLineRun run =
          CommandLineRun.of("serve", "--port", taken.getLocalPort(), "--data", copy);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.complaint())
          .startsWith("Không mở được cổng " + taken.getLocalPort())
          .contains("--port")
          .doesNotContain("\n");
    }
    // It let go of the folder.
    assertThat(CommandLineRun.of("ingest", files.resolve("12.txt"), "--data", copy).exit())
        .isZero();
  }

  @Test
  void anIndexThatCannotBeOpenedIsToldOfPlainlyAndBuiltAgain() throws IOException {
    Path copy = copyOfData();
    try (Stream<Path> all = Files.walk(copy.resolve("index"))) {
      for (Path file : all.filter(f -> Files.isRegularFile(f)).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (byte) 0x5a);
        Files.write(file, bytes);
      }
    }
    CommandLineRun search = CommandLineRun.of("search", "rừng tràm", "--data", copy);
    assertThat(search.exit()).isEqualTo(1);
    assertThat(search.complaint())
        .isEqualTo("Chỉ mục bị hỏng, sẽ được dựng lại khi ingest, serve hoặc reindex chạy.");
    CommandLineRun verify = CommandLineRun.of("verify", "--data", copy);
    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.err()).isEmpty();
    assertThat(verify.lines())
        .containsExactly(
            "LỖI\tindex\tChỉ mục bị hỏng, sẽ được dựng lại khi ingest, serve hoặc reindex chạy.",
            "Đã kiểm tra 2 văn bản: có lỗi.");
    CommandLineRun.of("ingest", files, "--data", copy);
    assertThat(CommandLineRun.of("search", "rừng tràm", "--data", copy).out())
        .contains("1. Kế hoạch 12/KH-UBND");
    assertThat(CommandLineRun.of("verify", "--data", copy).out()).contains("không có gì sai");
  }

  @Test
  void anyFlippedByteOfTheIndexIsFoundAndSearchEndsPlainly() throws IOException {
    Path copy = copyOfData();
    Path segment = largest(copy.resolve("index"));
    byte[] whole = Files.readAllBytes(segment);
    for (int part = 1; part < 12; part++) {
      byte[] bytes = whole.clone();
      bytes[bytes.length / 12 * part] ^= 0x41;
      Files.write(segment, bytes);
      CommandLineRun verify = CommandLineRun.of("verify", "--data", copy);
      assertThat(verify.exit()).as("byte %d/12", part).isEqualTo(1);
      assertThat(verify.err()).isEmpty();
      assertThat(verify.lines().getFirst()).startsWith("LỖI\tindex\tChỉ mục bị hỏng");
      assertThat(verify.lines()).hasSize(2);
      CommandLineRun search = CommandLineRun.of("search", "rừng tràm", "--data", copy);
      assertThat(search.complaint()).doesNotContain("\n", "Exception", "Error");
      assertThat(search.exit()).isEqualTo(search.err().isEmpty() ? 0 : 1);
    }
  }

  @Test
  void reindexBuildsADamagedIndexAnewAndLeavesOneGeneration() throws IOException {
    Path copy = copyOfData();
    Path segment = largest(copy.resolve("index"));
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 0x41;
    Files.write(segment, bytes);
    CommandLineRun run = CommandLineRun.of("reindex", "--data", copy);
    assertThat(run.exit()).isZero();
    assertThat(run.lines().getLast())
        .isEqualTo("Đã dựng lại chỉ mục: 2 văn bản. / Index rebuilt: 2 documents.");
    assertThat(CommandLineRun.of("search", "rừng tràm", "--data", copy).out())
        .contains("1. Kế hoạch 12/KH-UBND");
    assertThat(CommandLineRun.of("verify", "--data", copy).out()).contains("không có gì sai");
    try (Stream<Path> all = Files.list(copy.resolve("index"))) {
      assertThat(all.filter(f -> Files.isDirectory(f))).hasSize(1);
    }
  }

  private static Path largest(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> Files.isRegularFile(f))
          .max(Comparator.comparingLong(f -> f.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void anEmptyQueryHasNoScores() throws IOException {
    CommandLineRun run = CommandLineRun.of("search", "", "--json", "--data", data);
    JsonNode hits = new ObjectMapper().readTree(run.out()).get("hits");
    assertThat(hits).hasSize(2).allMatch(hit -> hit.get("score").isNull());
  }

  private Path copyOfData() throws IOException {
    Path copy = temp.resolve("du-lieu");
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.toList()) {
        Files.copy(path, copy.resolve(data.relativize(path)));
      }
    }
    return copy;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
