package vn.vanban.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.tika.Tika;
import org.apache.tika.exception.TikaException;
import org.junit.jupiter.api.Test;

/** {@code sample-docs/} is whole, is what its file names say, and says of itself what it is. */
class SampleDocsTest {
  private static final Path FOLDER = Path.of("sample-docs");
  private static final String SCAN = "quyet-dinh-120-QD-SNV-bo-nhiem-ban-quet.pdf";
  private static final String TCVN3 = "quyet-dinh-127-1999-QD-UB-tcvn3.rtf";
  private static final String VNI = "thong-bao-58-TB-UB-2001-vni.doc";
  private static final int MAX_BYTES = 60_000;
  private static final int MAX_SCAN_BYTES = 300_000;
  private static final Set<String> FIELDS =
      Set.of(
          "file",
          "kind",
          "number",
          "type",
          "issuer",
          "issued",
          "subject",
          "signer",
          "effective",
          "note");

  /** The first bytes of each format; the OLE2 signature is that of MS-CFB, section 2.2. */
  private static final Map<String, String> SIGNATURES =
      Map.of(
          "doc", "d0cf11e0a1b11ae1",
          "pdf", hex("%PDF"),
          "docx", hex("PK\u0003\u0004"),
          "odt", hex("PK\u0003\u0004"),
          "xlsx", hex("PK\u0003\u0004"),
          "rtf", hex("{\\rtf"));

  @Test
  void everyFileIsLabelledAndEveryLabelHasItsFile() throws IOException {
    TreeSet<String> labelled = new TreeSet<>();
    for (JsonNode label : gold()) {
      assertThat(labelled.add(label.get("file").asText())).as("labelled once: %s", label).isTrue();
      label.fieldNames().forEachRemaining(name -> assertThat(FIELDS).contains(name));
    }
    assertThat(labelled)
        .hasSizeGreaterThanOrEqualTo(30)
        .containsExactlyElementsOf(files().keySet());
  }

  @Test
  void filesAreWhatTheirNamesSay() throws IOException {
    for (var entry : files().entrySet()) {
      String name = entry.getKey();
      assertThat(name).matches("[A-Za-z0-9.-]+");
      byte[] bytes = Files.readAllBytes(entry.getValue());
      assertThat(bytes.length)
          .as(name)
          .isBetween(1000, name.equals(SCAN) ? MAX_SCAN_BYTES : MAX_BYTES);
      String signature = SIGNATURES.get(name.substring(name.lastIndexOf('.') + 1));
      if (signature != null) {
        assertThat(HexFormat.of().formatHex(bytes, 0, signature.length() / 2))
            .as(name)
            .isEqualTo(signature);
      }
    }
    Set<String> endings =
        files().keySet().stream()
            .map(n -> n.substring(n.lastIndexOf('.') + 1))
            .collect(Collectors.toSet());
    assertThat(endings).containsAll(SIGNATURES.keySet()).contains("html", "txt", "eml");
  }

  @Test
  void theScanHasNoTextLayer() throws IOException {
    try (PDDocument scan = Loader.loadPDF(FOLDER.resolve(SCAN).toFile())) {
      assertThat(new PDFTextStripper().getText(scan)).isBlank();
      assertThat(scan.getPage(0).getResources().getXObjectNames()).isNotEmpty();
    }
  }

  @Test
  void legacyFilesHoldLegacyCodes() throws IOException {
    String rtf = Files.readString(FOLDER.resolve(TCVN3), StandardCharsets.US_ASCII);
    assertThat(rtf).contains(".VnTime;").contains("Trung t\\'a9m N\\'ad\\'edc sinh ho\\'b9t");
    assertThat(rtf).doesNotContain("\\u");
    try (InputStream in = Files.newInputStream(FOLDER.resolve(VNI));
        WordExtractor word = new WordExtractor(in)) {
      assertThat(word.getText()).contains("THOÂNG BAÙO").contains("Tieàn vaéc-xin do ngaân saùch");
    }
    byte[] font = "VNI-Times".getBytes(StandardCharsets.UTF_16LE);
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(FOLDER.resolve(VNI))))
        .contains(HexFormat.of().formatHex(font));
  }

  @Test
  void everySampleSaysThatItIsOne() throws IOException, TikaException {
    Tika tika = new Tika();
    for (var entry : files().entrySet()) {
      if (!Set.of(SCAN, TCVN3, VNI).contains(entry.getKey())) {
        assertThat(plain(tika.parseToString(entry.getValue())))
            .as(entry.getKey())
            .contains("mẫu do dự án vanban")
            .contains("không có giá trị pháp lý");
      }
    }
  }

  /** Numbers repeat, in other offices and in other years: a look-up has to show both. */
  @Test
  void numbersThatRepeatAreThereTwice() throws IOException {
    List<String> documents = new ArrayList<>();
    for (JsonNode label : gold()) {
      String number = label.path("number").asText();
      if (Set.of("383/KH-UBND", "15/QĐ-UBND").contains(number)) {
        documents.add(
            String.join(
                "; ",
                number,
                label.get("issuer").asText(),
                label.get("issued").asText().substring(0, 4)));
      }
    }
    assertThat(documents)
        .containsExactlyInAnyOrder(
            "383/KH-UBND; Ủy ban nhân dân tỉnh Gia Lai; 2020",
            "383/KH-UBND; Ủy ban nhân dân huyện Đồng Lau; 2017",
            "15/QĐ-UBND; Ủy ban nhân dân tỉnh Sông Thương; 2021",
            "15/QĐ-UBND; Ủy ban nhân dân tỉnh Sông Thương; 2023");
  }

  private static SortedMap<String, Path> files() throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(FOLDER)) {
      all.forEach(path -> files.put(path.getFileName().toString(), path));
    }
    return files;
  }

  private static List<JsonNode> gold() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> labels = new ArrayList<>();
    try (InputStream in = SampleDocsTest.class.getResourceAsStream("gold.jsonl")) {
      assertThat(in).isNotNull();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        labels.add(json.readTree(line));
      }
    }
    return labels;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
  }

  private static String hex(String ascii) {
    return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
