package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything as NDJSON and originals, and back. */
class ExportTest {
  private static final Act MAI = new Act("Trần Thị Mai", "đối chiếu bản giấy");

  @TempDir Path temporary;
  private Path data;
  private Path export;
  private Path imported;

  @BeforeEach
  void folders() {
    data = temporary.resolve("kho");
    export = temporary.resolve("xuat");
    imported = temporary.resolve("kho-nhap");
  }

  /**
   * Corrections, one withdrawn; a copy, a later reading; a removal, a merge, erasures; a rejected
   * file.
   */
  private static List<String> fill(Registry registry) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(registry.register(List.of(Samples.forced(i)), MAI).getFirst().documentId());
    }
    Submission odd =
        Samples.plan("nửa cặp", "Sở Y tế tỉnh Gia Lai", "2020-01-01", "a\uD83Db \\ud83d");
    ids.add(registry.register(List.of(odd)).getFirst().documentId());
    Submission second = Samples.numbered(1);
    registry.register(
        List.of(
            Samples.submission(
                "bản khác", second.document(), second.repairedText() + "\nBản khác.")));
    Edits edits = registry.by(MAI);
    edits.correct(ids.get(1), "subject", Optional.of("trồng rừng"));
    long withdrawn = edits.correct(ids.get(2), "number", Optional.of("99/KH-UBND"));
    edits.withdraw(ids.get(2), withdrawn);
    edits.correct(ids.get(2), "signer", Optional.empty());
    Submission first = Samples.numbered(2);
    edits.reparse(
        ids.get(2),
        List.of(
            new Submission(
                first.source(),
                first.mediaType(),
                first.original(),
                first.extractedText(),
                first.repairedText() + "\nĐọc thêm.",
                first.document())),
        true);
    edits.remove(ids.get(4));
    edits.merge(ids.get(6), ids.get(0));
    edits.erase(ids.get(3)); // its original was a file
    edits.erase(ids.get(5));
    registry.quarantine("hong.pdf", new byte[] {1, 2}, "tệp hỏng");
    registry.register(
        List.of(),
        List.of(
            new Enclosure(Registry.sha256(first.original()), "a".repeat(64)),
            new Enclosure(Registry.sha256(second.original()), "a".repeat(64))),
        MAI);
    return ids;
  }

  @Test
  void everythingComesBackAndIsExportedTheSame() throws IOException {
    List<String> ids;
    try (Registry registry = Registry.open(data)) {
      ids = fill(registry);
      registry.export(export, Progress.NONE);
      Registry.importFrom(export, imported, Progress.NONE);
      try (Registry copy = Registry.open(imported)) {
        assertThat(copy.verify()).isEmpty();
        assertThat(copy.position().registryId()).isEqualTo(registry.position().registryId());
        assertThat(copy.position().sequence()).isEqualTo(registry.position().sequence());
        assertThat(copy.position().epoch()).isNotEqualTo(registry.position().epoch());
        assertThat(copy.documents(0, 10)).isEqualTo(registry.documents(0, 10)).hasSize(3);
        for (String id : ids) {
          assertThat(copy.history(id)).isEqualTo(registry.history(id)).isNotEmpty();
          assertThat(copy.tombstone(id)).isEqualTo(registry.tombstone(id));
          assertThat(copy.kinship(id)).isEqualTo(registry.kinship(id));
        }
        assertThat(copy.kinship(ids.get(2)).besides()).hasSize(1);
        assertThat(copy.missing(10)).isEqualTo(registry.missing(10));
        byte[] large = Samples.forced(0).original();
        try (InputStream in = copy.original(Registry.sha256(large)).orElseThrow()) {
          assertThat(in.readAllBytes()).isEqualTo(large);
        }
        Submission erased = Samples.forced(5);
        assertThat(copy.register(List.of(erased)).getFirst().outcome())
            .isEqualTo(registry.register(List.of(erased)).getFirst().outcome());
        Path again = temporary.resolve("xuat-lai");
        copy.export(again, Progress.NONE);
        assertThat(files(again)).isEqualTo(files(export)).hasSizeGreaterThan(8);
        copy.by(MAI).restore(ids.get(4));
        assertThat(copy.documentCount()).isEqualTo(4);
      }
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("kho", "xuat", "kho-nhap", "xuat-lai");
    }
  }

  /** By path, all but the time of the export. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        files.put(
            folder.relativize(file).toString(),
            content.replaceFirst("\"made\":\"[^\"]*Z\"}", "\"made\":…}"));
      }
    }
    return files;
  }

  /** Format 2 told of no containers. */
  @Test
  void anOlderExportIsImported() throws IOException {
    smallExport();
    ObjectMapper json = new ObjectMapper();
    Path documents = export.resolve("documents.ndjson");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(documents)) {
      JsonNode document = json.readTree(line);
      document.path("copies").forEach(copy -> ((ObjectNode) copy).remove("containers"));
      lines.add(document.toString());
    }
    Files.write(documents, lines);
    Path manifest = export.resolve("manifest.json");
    ObjectNode told = (ObjectNode) json.readTree(manifest.toFile());
    told.put("format", 2);
    ((ObjectNode) told.path("sha256"))
        .put("documents.ndjson", Registry.sha256(Files.readAllBytes(documents)));
    Files.writeString(manifest, told.toString());
    Registry.importFrom(export, imported, Progress.NONE);
    try (Registry copy = Registry.open(imported)) {
      assertThat(copy.verify()).isEmpty();
      assertThat(copy.documentCount()).isPositive();
    }
  }

  @Test
  void anExportGoesOnlyIntoANewOrEmptyFolder() throws IOException {
    try (Registry registry = Registry.open(data)) {
      registry.register(List.of(Samples.numbered(1)));
      Files.createDirectory(export);
      registry.export(export, Progress.NONE);
      assertThatThrownBy(() -> registry.export(export, Progress.NONE))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("mới hoặc trống");
      assertThatThrownBy(() -> registry.export(temporary.resolve("khong/co"), Progress.NONE))
          .hasMessageContaining("Không có thư mục");
    }
    assertThatThrownBy(() -> Registry.importFrom(export, data, Progress.NONE))
        .hasMessageContaining("không trống");
    assertThatThrownBy(() -> Registry.importFrom(data, imported, Progress.NONE))
        .hasMessageContaining("manifest.json");
    assertThat(imported).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "documents.ndjson | 2 | /copies/0/sha256 | \"../../etc\" | dòng 2.*sha256",
        "documents.ndjson | 1 | /copies/0/first/record/kind | \"LẠ\" | dòng 1.*hỏng",
        "documents.ndjson | 1 | /copies/0/first/record | {} | dòng 1.*định dạng 0",
        "documents.ndjson | 3 | /state | \"GONE\" | dòng 3.*LIVE",
        "documents.ndjson | 3 | /kind | \"GONE\" | dòng 3.*không có kind GONE",
        "documents.ndjson | 2 | /copies | [] | dòng 2.*không có bản nào",
        "documents.ndjson | 2 | /mergedInto | \"01khac\" | dòng 2.*mergedInto",
        "documents.ndjson | 2 | /registered | \"hôm qua\" | dòng 2.*hôm qua",
        "documents.ndjson | 2 | /doubts | null | dòng 2.*doubts",
        "documents.ndjson | 2 | /la | 1 | dòng 2.*la",
        "documents.ndjson | 1 | /copies/0/sequence | 99 | dòng 1.*99",
        "changes.ndjson | 2 | /sequence | 5 | dòng 2.*sequence phải là 2",
        "changes.ndjson | 2 | /action | \"LẠ\" | dòng 2.*LẠ",
        "changes.ndjson | 3 | /document | \"01khongco\" | thay đổi số 3",
        "manifest.json | 1 | /format | 4 | định dạng 4",
        "documents.ndjson | 1 | /copies/0/containers | [\"a.zip\"] | dòng 1.*SHA-256",
        "documents.ndjson | 1 | /copies/0/containers | [null] | dòng 1.*SHA-256",
        "manifest.json | 1 | /documents | 9 | có 3 văn bản, đúng ra là 9",
      })
  void aLineThatIsWrongIsToldAndNothingIsLeft(
      String file, int line, String pointer, String value, String told) throws IOException {
    smallExport();
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>(Files.readAllLines(export.resolve(file)));
    JsonNode tree = json.readTree(lines.get(line - 1));
    int cut = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) tree.at(pointer.substring(0, cut));
    parent.set(pointer.substring(cut + 1), json.readTree(value));
    lines.set(line - 1, tree.toString());
    Files.write(export.resolve(file), lines);
    refused(told);
  }

  private void smallExport() {
    try (Registry registry = Registry.open(data)) {
      registry.register(List.of(Samples.large(1), Samples.numbered(2), Samples.numbered(3)));
      registry.export(export, Progress.NONE);
    }
  }

  private void refused(String told) {
    assertThatThrownBy(() -> Registry.importFrom(export, imported, Progress.NONE))
        .isInstanceOf(RegistryException.class)
        .hasMessageMatching("(?s).*" + told + ".*");
    assertThat(imported).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "cut, documents.ndjson, dòng 3",
    "cut, changes.ndjson, changes.ndjson",
    "delete, documents.ndjson, không có tệp này",
    "latin, documents.ndjson, UTF-8",
    "twice, documents.ndjson, dòng 4",
    "other title, documents.ndjson, documents.ndjson: không khớp",
    "flip small, , 'dòng 2.*không khớp'",
    "flip large, , 'dòng 1.*không khớp'",
    "delete small, , 'dòng 2.*thiếu tệp'",
  })
  void aFileThatIsWrongIsToldAndNothingIsLeft(String damage, String file, String told)
      throws IOException {
    smallExport();
    Path path =
        file == null
            ? export
                .resolve("originals")
                .resolve(
                    Registry.sha256(
                        (damage.endsWith("large") ? Samples.large(1) : Samples.numbered(2))
                            .original()))
            : export.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    switch (damage.replaceFirst(" .*", "")) {
      case "cut" -> Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length - 20));
      case "delete" -> Files.delete(path);
      case "latin" -> {
        bytes[bytes.length / 2] = (byte) 0xFF;
        Files.write(path, bytes);
      }
      case "other" ->
          Files.writeString(
              path, Files.readString(path).replace("trồng cây phân tán", "trồng cây lưu niên"));
      case "twice" -> {
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        lines.add(lines.getLast());
        Files.write(path, lines);
      }
      default -> {
        bytes[0] ^= 1;
        Files.write(path, bytes);
      }
    }
    refused(told);
  }

  @Test
  void aDamagedOriginalIsToldAndNothingIsExported() throws IOException {
    try (Registry registry = Registry.open(data)) {
      registry.register(List.of(Samples.large(1)));
      Path original = Originals.path(data, Registry.sha256(Samples.large(1).original()));
      Files.write(original, new byte[] {0});
      assertThatThrownBy(() -> registry.export(export, Progress.NONE))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("verify");
      Files.delete(original);
      assertThatThrownBy(() -> registry.export(export, Progress.NONE))
          .hasMessageContaining("Thiếu bản gốc");
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).containsExactly(data);
    }
  }
}
