package vn.vanban.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;
import vn.vanban.extract.ExtractionException.Reason;

class TikaExtractorTest {
  private static final String SENTENCE =
      "Kế hoạch này áp dụng cho các xã, phường trên địa bàn tỉnh.";

  private final TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT);

  @AfterEach
  void close() {
    extractor.close();
  }

  private Extraction extract(byte[] bytes) throws ExtractionException {
    return extractor.extract(new SourceFile("tep", bytes));
  }

  private List<String> lines(byte[] bytes) throws ExtractionException {
    return extract(bytes).text().paragraphs().stream().map(Paragraph::text).toList();
  }

  private static Reason reason(Extractor extractor, byte[] bytes) {
    ExtractionException failure =
        catchThrowableOfType(
            ExtractionException.class, () -> extractor.extract(new SourceFile("tep", bytes)));
    assertThat(failure.getMessage()).isNotBlank();
    return failure.reason();
  }

  @Test
  void wordFilesGiveCellsNumberingAndOnlyTheTextThatStands() throws Exception {
    Extraction extraction = extract(SampleFiles.docx());
    assertThat(extraction.mediaType()).endsWith("wordprocessingml.document");
    assertThat(extraction.text().plain().lines())
        .containsExactly(
            "UBND TỈNH SÔNG MÂY",
            "Số: 15/QĐ-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Điều 1. Phê duyệt đề án",
            "Điều 2. Tổ chức thực hiện",
            "Giữ lại phần thêm vào");
    assertThat(extraction.text().paragraphs())
        .extracting(Paragraph::place)
        .startsWith(Place.TABLE, Place.TABLE, Place.TABLE, Place.BODY);
    assertThat(extraction.members()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void spreadsheetsGiveOneLineARow(boolean binary) throws Exception {
    try (Workbook book = binary ? new HSSFWorkbook() : new XSSFWorkbook()) {
      Row row = book.createSheet("Biểu 1").createRow(0);
      row.createCell(0).setCellValue("STT");
      row.createCell(1).setCellValue("Tên đơn vị");
      row.createCell(2).setCellValue("Số lượng");
      assertThat(lines(SampleFiles.bytes(book::write))).contains("STT\tTên đơn vị\tSố lượng");
    }
  }

  @Test
  void richTextIsReadFromItsContent() throws Exception {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252\\pard\\plain Quy\\u7871?t \\u273?\\u7883?nh\\par S\\u7889? 5}";
    assertThat(lines(rtf.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("Quyết định", "Số 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1258"})
  void plainTextIsReadInEveryEncoding(String name) throws Exception {
    String text = "QUYẾT ĐỊNH\n" + SENTENCE;
    byte[] bytes =
        name.equals("windows-1258") ? windows1258(text) : text.getBytes(Charset.forName(name));
    assertThat(lines(bytes))
        .map(line -> Normalizer.normalize(line, Normalizer.Form.NFC))
        .containsExactly("QUYẾT ĐỊNH", SENTENCE);
  }

  @Test
  void aByteOrderMarkIsNoText() throws Exception {
    assertThat(lines(("\uFEFF" + SENTENCE).getBytes(UTF_8))).containsExactly(SENTENCE);
  }

  /** Vowels stay composed, tones follow them, as the code page has it. */
  private static byte[] windows1258(String text) {
    StringBuilder split = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String letters = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      StringBuilder base = new StringBuilder();
      StringBuilder tone = new StringBuilder();
      for (int k = 0; k < letters.length(); k++) {
        char part = letters.charAt(k);
        boolean isTone = "\u0300\u0301\u0303\u0309\u0323".indexOf(part) >= 0;
        (isTone ? tone : base).append(part);
      }
      split.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
    }
    return split.toString().getBytes(Charset.forName("windows-1258"));
  }

  @Test
  void mailGivesItsHeadTextAndAttachments() throws Exception {
    String mail =
        """
        From: Van thu <vanthu@example.vn>
        To: Phong TH <th@example.vn>
        Subject: Gui ke hoach
        Date: Mon, 02 Mar 2020 08:00:00 +0700
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        Kính gửi các phòng.
        --b
        Content-Type: text/plain; charset=UTF-8; name="ke-hoach.txt"
        Content-Disposition: attachment; filename="ke-hoach.txt"
        Content-Transfer-Encoding: 8bit

        Nội dung kế hoạch.
        --b--
        """
            .replace("\n", "\r\n");
    Extraction extraction = extract(mail.getBytes(UTF_8));
    assertThat(extraction.text().plain()).contains("Gui ke hoach", "Kính gửi các phòng.");
    assertThat(extraction.members()).hasSize(1);
    assertThat(extraction.members().getFirst().name()).isEqualTo("ke-hoach.txt");
  }

  @Test
  void aSavedWebArchiveGivesItsPage() throws Exception {
    String archive =
        """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.vn/tin
        Subject: Thong bao
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="b"

        --b
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://example.vn/tin

        <html><body><table><tr><td>S=E1=BB=91: 4/TB</td></tr></table><p>N=E1=BB=99i dung</p></body></html>
        --b--
        """
            .replace("\n", "\r\n");
    assertThat(lines(archive.getBytes(UTF_8))).containsExactly("Số: 4/TB", "Nội dung");
  }

  @Test
  void archivesAreUnpackedAllTheWayDown() throws Exception {
    byte[] text = SENTENCE.getBytes(UTF_8);
    byte[] docx = SampleFiles.docx();
    byte[] inner = SampleFiles.zip(Map.of("b.txt", text));
    Extraction extraction =
        extract(SampleFiles.zip(new TreeMap<>(Map.of("a.docx", docx, "trong.zip", inner))));
    assertThat(extraction.isContainer()).isTrue();
    assertThat(extraction.members())
        .extracting(SourceFile::name)
        .containsExactly("a.docx", "trong.zip/b.txt");
    assertThat(extraction.members().getLast().bytes()).isEqualTo(text);
  }

  @Test
  void archivesPastTheDepthAreLeftOut() throws Exception {
    byte[] file = SENTENCE.getBytes(UTF_8);
    for (int i = 0; i < 6; i++) {
      file = SampleFiles.zip(Map.of("tep" + i, file));
    }
    assertThat(reason(extractor, file)).isEqualTo(Reason.LIMIT);
  }

  @Test
  void bombsStopAtTheLimitOfBytes() throws Exception {
    Limits limits = new Limits(1 << 20, 1000, 3, 10, Duration.ofSeconds(20));
    byte[] bomb = SampleFiles.zip(Map.of("a.txt", new byte[64 << 20]));
    try (TikaExtractor small = new TikaExtractor(limits)) {
      assertThat(reason(small, bomb)).isEqualTo(Reason.LIMIT);
      assertThat(reason(small, new byte[(1 << 20) + 1])).isEqualTo(Reason.LIMIT);
    }
  }

  @Test
  void moreMembersThanAllowedAreLeftOutWithANote() throws Exception {
    Limits limits = new Limits(1 << 20, 1000, 3, 2, Duration.ofSeconds(20));
    byte[] a = SENTENCE.getBytes(UTF_8);
    byte[] zip = SampleFiles.zip(new TreeMap<>(Map.of("a", a, "b", a, "c", a)));
    try (TikaExtractor small = new TikaExtractor(limits)) {
      Extraction extraction = small.extract(new SourceFile("x.zip", zip));
      assertThat(extraction.members()).hasSize(2);
      assertThat(extraction.notes()).hasSize(1);
    }
  }

  @Test
  void longTextIsCutWithANote() throws Exception {
    Limits limits = new Limits(1 << 20, 100, 3, 10, Duration.ofSeconds(20));
    byte[] bytes = (SENTENCE + "\n").repeat(100).getBytes(UTF_8);
    try (TikaExtractor small = new TikaExtractor(limits)) {
      Extraction extraction = small.extract(new SourceFile("x.txt", bytes));
      assertThat(extraction.text().plain().length()).isBetween(90, 100);
      assertThat(extraction.notes()).singleElement().asString().contains("100 ký tự");
    }
  }

  @Test
  void aParsePastItsTimeIsAbandoned() throws Exception {
    Limits limits = new Limits(64 << 20, 50_000_000, 3, 10, Duration.ofMillis(1));
    byte[] bytes = (SENTENCE + "\n").repeat(200_000).getBytes(UTF_8);
    try (TikaExtractor hurried = new TikaExtractor(limits)) {
      assertThat(reason(hurried, bytes)).isEqualTo(Reason.LIMIT);
    }
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsReason() throws Exception {
    byte[] docx = SampleFiles.docx();
    assertThat(reason(extractor, new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(reason(extractor, Arrays.copyOf(docx, docx.length / 3))).isEqualTo(Reason.DAMAGED);
    assertThat(reason(extractor, "%PDF-1.7\nhỏng".getBytes(UTF_8))).isEqualTo(Reason.DAMAGED);
    assertThat(reason(extractor, program())).isEqualTo(Reason.UNSUPPORTED);
    assertThat(reason(extractor, SampleFiles.encryptedPdf(page -> {}))).isEqualTo(Reason.ENCRYPTED);
  }

  private static byte[] program() throws IOException {
    return SampleFiles.bytes(out -> {
      out.write(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0});
      out.write(new byte[256]);
    });
  }

  @Test
  void picturesWaitForRecognition() throws Exception {
    byte[] png = {
      (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    Extraction extraction = extract(png);
    assertThat(extraction.text().images()).isTrue();
    assertThat(extraction.text().paragraphs()).isEmpty();
  }

  @Test
  void aWordFileOfPicturesWaitsForRecognition() throws Exception {
    byte[] png = SampleFiles.bytes(SampleFiles::picture);
    byte[] docx;
    try (XWPFDocument document = new XWPFDocument()) {
      document
          .createParagraph()
          .createRun()
          .addPicture(new ByteArrayInputStream(png), PictureType.PNG, "a.png", 9525, 9525);
      docx = SampleFiles.bytes(document::write);
    }
    Extraction extraction = extract(docx);
    assertThat(extraction.text().images()).isTrue();
    assertThat(extraction.members()).isEmpty();
  }

  @Test
  void nothingIsReadAfterTheEnd() {
    extractor.close();
    assertThatThrownBy(() -> extract(SENTENCE.getBytes(UTF_8))).isInstanceOf(Exception.class);
  }
}
