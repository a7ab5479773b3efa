package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parse} and {@code text}: files read without a registry. */
class ReadingCommandsTest {
  private static final String PLAN = Letters.plan("12", "Bảo vệ rừng tràm");

  @TempDir Path temp;
  private Path files;

  @BeforeEach
  void write() throws IOException {
    files = Files.createDirectories(temp.resolve("van-ban"));
    Files.createDirectories(files.resolve("2022/quý 1"));
    Files.writeString(files.resolve("2022/quý 1/kế hoạch.txt"), PLAN);
    Files.writeString(files.resolve("ghi-chu.txt"), "Mai họp lúc tám giờ, mang theo sổ.");
    Files.writeString(files.resolve("trang.txt"), " \n");
    Files.write(files.resolve("hong.pdf"), Letters.BROKEN_PDF);
  }

  @Test
  void parseGivesOneObjectALineWithAllKeys() throws IOException {
    CommandLineRun run = CommandLineRun.of("parse", "--json", files);
    List<JsonNode> objects = objects(run);
    assertThat(objects).hasSize(3);
    for (JsonNode object : objects) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      assertThat(keys)
          .containsExactlyInAnyOrder(
              "file",
              "kind",
              "number",
              "type",
              "title",
              "issuer",
              "issued",
              "subject",
              "signer",
              "signerCapacity",
              "effective",
              "legalBases",
              "warnings",
              "evidence",
              "provisions",
              "subjectReading",
              "secrecy",
              "urgency",
              "visibility",
              "expires",
              "partialEffect",
              "panel",
              "citations",
              "relations");
    }
    JsonNode plan = objects.getFirst();
    assertThat(plan.get("file").asText())
        .isEqualTo(files.resolve("2022/quý 1/kế hoạch.txt").toString());
    assertThat(plan.get("number").asText()).isEqualTo("12/KH-UBND");
    assertThat(plan.get("type").asText()).isEqualTo("Kế hoạch");
    assertThat(plan.get("issued").asText()).isEqualTo("2022-03-14");
    assertThat(plan.get("signer").asText()).isEqualTo("Trần Văn Mẫu");
    JsonNode note = objects.get(1);
    for (String absent : List.of("number", "issuer", "issued", "signer", "effective")) {
      assertThat(note.get(absent).isNull()).as(absent).isTrue();
    }
    assertThat(note.get("warnings").isArray()).isTrue();
    JsonNode blank = objects.get(2);
    assertThat(blank.get("warnings")).isNotEmpty();
    blank
        .get("warnings")
        .forEach(w -> {
          assertThat(w.get("field").isTextual()).isTrue();
          assertThat(w.get("message").isTextual()).isTrue();
        });
  }

  @Test
  void aRejectedFileIsToldOfAndTheOthersArePrinted() {
    CommandLineRun run = CommandLineRun.of("parse", files);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("number     12/KH-UBND").contains("ghi-chu.txt");
    assertThat(run.err().lines()).singleElement().asString().matches("từ chối\t.*hong\\.pdf\t.+");
  }

  @Test
  void parseReadsWhatAnArchiveHolds() throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    members.put("a/ke-hoach.txt", Letters.bytes(PLAN));
    members.put("b/hong.pdf", Letters.BROKEN_PDF);
    Path archive = temp.resolve("gói.zip");
    Letters.zip(archive, members);
    CommandLineRun run = CommandLineRun.of("parse", "--json", archive);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(objects(run))
        .singleElement()
        .satisfies(o -> {
          assertThat(o.get("file").asText()).isEqualTo(archive + "!/a/ke-hoach.txt");
          assertThat(o.get("number").asText()).isEqualTo("12/KH-UBND");
        });
    assertThat(run.err()).startsWith("từ chối\t" + archive + "!/b/hong.pdf\t");
  }

  @Test
  void textIsPrintedRepaired() throws IOException {
    Path file = temp.resolve("nfd.txt");
    Files.writeString(
        file, java.text.Normalizer.normalize("Hòa giải ở cơ sở", java.text.Normalizer.Form.NFD));
    CommandLineRun run = CommandLineRun.of("text", file);
    assertThat(run.exit()).isZero();
    assertThat(run.out().strip()).isEqualTo("Hòa giải ở cơ sở");
  }

  @Test
  void textsAreWrittenBesideEachOtherAndNeverOverwritten() throws IOException {
    Files.delete(files.resolve("hong.pdf"));
    Path out = temp.resolve("chu");
    CommandLineRun first = CommandLineRun.of("text", "--out", out, files);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).isEmpty();
    Path plan = out.resolve("2022/quý 1/kế hoạch.txt.txt");
    assertThat(filesBelow(out))
        .containsExactlyInAnyOrder(
            plan, out.resolve("ghi-chu.txt.txt"), out.resolve("trang.txt.txt"));
    assertThat(plan).content().contains("Bảo vệ rừng tràm");

    Files.writeString(plan, "đã sửa tay");
    CommandLineRun second = CommandLineRun.of("text", "--out", out, files);
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err().lines()).hasSize(3).allMatch(line -> line.contains("không ghi đè"));
    assertThat(plan).hasContent("đã sửa tay");
  }

  @Test
  void aFileNamedItselfKeepsItsNameAlone() throws IOException {
    Path out = temp.resolve("chu");
    assertThat(CommandLineRun.of("text", "--out", out, files.resolve("ghi-chu.txt")).exit())
        .isZero();
    assertThat(filesBelow(out)).containsExactly(out.resolve("ghi-chu.txt.txt"));
  }

  @Test
  void aFolderMayBeCalledLikeTheInsideOfAnArchive() throws IOException {
    Path odd = Files.createDirectories(temp.resolve("gấp!"));
    Files.writeString(odd.resolve("thu.txt"), "Kính gửi các đơn vị.");
    Path out = temp.resolve("chu");
    assertThat(CommandLineRun.of("text", "--out", out, odd).exit()).isZero();
    assertThat(filesBelow(out)).containsExactly(out.resolve("thu.txt.txt"));
  }

  @Test
  void membersOfAnArchiveStayBelowTheFolder() throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    members.put("../../thoát.txt", Letters.bytes("Tệp muốn ra ngoài thư mục."));
    members.put("/tuyệt đối.txt", Letters.bytes("Tệp có tên tuyệt đối."));
    members.put("C:\\thư mục\\..\\..\\x.txt", Letters.bytes("Tệp có tên kiểu khác."));
    members.put("thường.txt", Letters.bytes("Tệp có tên bình thường."));
    Path archive = temp.resolve("gói.zip");
    Letters.zip(archive, members);
    Path out = temp.resolve("chu");
    CommandLineRun run = CommandLineRun.of("text", "--out", out, archive);
    assertThat(filesBelow(temp))
        .filteredOn(p -> p.toString().endsWith(".txt.txt"))
        .hasSize(4)
        .allMatch(p -> p.startsWith(out.resolve("gói.zip")));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void aNameThatTheDiskRefusesCostsThatTextOnly() throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    members.put("a\0b.txt", Letters.bytes("Tên có ký tự rỗng."));
    members.put("n".repeat(300) + ".txt", Letters.bytes("Tên dài quá mức của đĩa."));
    members.put("z.txt", Letters.bytes("Tệp có tên bình thường."));
    Path archive = temp.resolve("gói.zip");
    Letters.zip(archive, members);
    Path out = temp.resolve("chu");
    CommandLineRun run = CommandLineRun.of("text", "--out", out, archive);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("không ghi\t").doesNotContain("\tat ");
    assertThat(out.resolve("gói.zip/z.txt.txt")).exists();
  }

  @Test
  void anOutputFolderThatIsAFileIsToldOf() {
    CommandLineRun run = CommandLineRun.of("text", "--out", files.resolve("ghi-chu.txt"), files);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("không ghi\t").doesNotContain("\tat ");
  }

  private static List<JsonNode> objects(CommandLineRun run) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : run.lines()) {
      objects.add(json.readTree(line));
    }
    return objects;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
