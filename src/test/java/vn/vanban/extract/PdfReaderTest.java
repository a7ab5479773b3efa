package vn.vanban.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

class PdfReaderTest {
  private final TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT);

  @AfterEach
  void close() {
    extractor.close();
  }

  private ExtractedText text(byte[] bytes) throws ExtractionException {
    return extractor.extract(new SourceFile("x.pdf", bytes)).text();
  }

  private List<String> lines(byte[] bytes) throws ExtractionException {
    return text(bytes).paragraphs().stream().map(Paragraph::text).toList();
  }

  @Test
  void aTabPartsTheColumnsOfALetterheadDrawnColumnByColumn() throws Exception {
    byte[] pdf =
        SampleFiles.pdf(page -> {
          SampleFiles.show(page, 70, 740, "UBND TINH SONG MAY");
          SampleFiles.show(page, 70, 722, "So: 15/KH-UBND");
          SampleFiles.show(page, 300, 741, "CONG HOA XA HOI CHU NGHIA");
          SampleFiles.show(page, 300, 719, "Song May, ngay 05 thang 3 nam 2020");
          SampleFiles.show(page, 70, 680, "Can cu Luat To chuc");
        });
    assertThat(lines(pdf))
        .containsExactly(
            "UBND TINH SONG MAY\tCONG HOA XA HOI CHU NGHIA",
            "So: 15/KH-UBND\tSong May, ngay 05 thang 3 nam 2020",
            "Can cu Luat To chuc");
  }

  @Test
  void blanksForANumberOrADateAreNoColumns() throws Exception {
    byte[] pdf =
        SampleFiles.pdf(page -> {
          SampleFiles.show(page, 70, 740, "So:          /KH-UBND");
          SampleFiles.show(page, 70, 700, "ngay          thang 3 nam 2020");
          SampleFiles.show(page, 70, 660, "1.");
          SampleFiles.show(page, 110, 660, "Noi dung");
        });
    assertThat(lines(pdf)).containsExactly("So: /KH-UBND", "ngay thang 3 nam 2020", "1. Noi dung");
  }

  @Test
  void textDrawnTwiceForBoldnessIsReadOnce() throws Exception {
    byte[] pdf =
        SampleFiles.pdf(page -> {
          SampleFiles.show(page, 70, 740, "KE HOACH");
          SampleFiles.show(page, 70.3f, 740, "KE HOACH");
        });
    assertThat(lines(pdf)).containsExactly("KE HOACH");
  }

  @Test
  void stampsAreReadWhereTheyArePrinted() throws Exception {
    byte[] pdf;
    try (PDDocument document =
        SampleFiles.document(page -> {
          SampleFiles.show(page, 70, 740, "UBND TINH SONG MAY");
          SampleFiles.show(page, 70, 700, "KE HOACH");
        })) {
      stamp(document, "So: 123/KH-UBND", new PDRectangle(70, 718, 140, 16));
      pdf = SampleFiles.bytes(document::save);
    }
    assertThat(lines(pdf)).containsExactly("UBND TINH SONG MAY", "So: 123/KH-UBND", "KE HOACH");
  }

  @Test
  void aDateStampFillsItsBlanks() throws Exception {
    byte[] pdf;
    try (PDDocument document =
        SampleFiles.document(page ->
            SampleFiles.show(page, 70, 740, "Song May, ngay        thang        nam 2020"))) {
      stamp(document, "23", new PDRectangle(154, 737, 14, 16));
      stamp(document, "7", new PDRectangle(212, 737, 14, 16));
      pdf = SampleFiles.bytes(document::save);
    }
    assertThat(lines(pdf)).containsExactly("Song May, ngay 23 thang 7 nam 2020");
  }

  private static void stamp(PDDocument document, String text, PDRectangle place)
      throws IOException {
    PDAppearanceStream look = new PDAppearanceStream(new PDStream(document).getCOSObject());
    look.setResources(new PDResources());
    look.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
    try (PDPageContentStream content = new PDPageContentStream(document, look)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(0, 3);
      content.showText(text);
      content.endText();
    }
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(look);
    PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
    stamp.setRectangle(place);
    stamp.setAppearance(appearance);
    document.getPage(0).getAnnotations().add(stamp);
  }

  @Test
  void scansHaveImagesAndNoText() throws Exception {
    byte[] pdf;
    try (PDDocument document = SampleFiles.document(page -> {})) {
      var image =
          LosslessFactory.createFromImage(
              document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
      try (PDPageContentStream content = new PDPageContentStream(document, document.getPage(0))) {
        content.drawImage(image, 0, 0, 600, 800);
      }
      pdf = SampleFiles.bytes(document::save);
    }
    ExtractedText text = text(pdf);
    assertThat(text.images()).isTrue();
    assertThat(text.pages()).isEqualTo(1);
    assertThat(text.paragraphs()).isEmpty();
  }

  @Test
  void aWatermarkIsNoTextOfAScan() throws Exception {
    String note = "Ban sao tai ve tu trang thong tin cua tinh Song May, luot ";
    assertThat(text(scan(600, "www.songmay.example")).images()).isTrue();
    assertThat(text(scan(600, note + 1, note + 22)).images()).isTrue();
  }

  @Test
  void recognizedTextOverAPictureIsText() throws Exception {
    String first = "Dieu 1. Phe duyet ke hoach trong cay xanh ven song nam 2020 cua tinh";
    String second = "Dieu 2. Giao So Nong nghiep chu tri, phoi hop voi cac dia phuong";
    assertThat(text(scan(600, first, second)).images()).isFalse();
  }

  @Test
  void anEmblemMakesNoScan() throws Exception {
    assertThat(
            text(scan(90, "UBND TINH SONG MAY - PHU LUC I", "UBND TINH SONG MAY - PHU LUC I"))
                .images())
        .isFalse();
  }

  /** Pages with a picture of a width in points, as high as the page for its width, and a line. */
  private static byte[] scan(float width, String... lines) throws IOException {
    SampleFiles.Drawing[] pages = new SampleFiles.Drawing[lines.length];
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      pages[i] = page -> SampleFiles.show(page, 40, 780, line);
    }
    try (PDDocument document = SampleFiles.document(pages)) {
      var image =
          LosslessFactory.createFromImage(
              document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
      for (PDPage page : document.getPages()) {
        try (PDPageContentStream content =
            new PDPageContentStream(
                document, page, PDPageContentStream.AppendMode.PREPEND, false, true)) {
          content.drawImage(image, 0, 0, width, width * 1.3f);
        }
      }
      return SampleFiles.bytes(document::save);
    }
  }

  @Test
  void pageNumbersAndRunningTitlesAreNoBody() throws Exception {
    SampleFiles.Drawing[] pages = new SampleFiles.Drawing[4];
    for (int i = 0; i < pages.length; i++) {
      int number = i + 1;
      pages[i] =
          page -> {
            SampleFiles.show(page, 70, 770, "CONG BAO/So " + number);
            SampleFiles.show(page, 70, 700, "Noi dung cua trang");
            SampleFiles.show(page, 300, 30, String.valueOf(number));
          };
    }
    ExtractedText text = text(SampleFiles.pdf(pages));
    assertThat(text.pages()).isEqualTo(4);
    assertThat(text.paragraphs())
        .extracting(Paragraph::place)
        .startsWith(Place.HEADER, Place.BODY, Place.FOOTER, Place.HEADER);
    assertThat(text.paragraphs().getLast().page()).isEqualTo(4);
  }

  @Test
  void attachmentsAreFoundInAllLeavesOfTheNameTree() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      List<PDNameTreeNode<PDComplexFileSpecification>> leaves = new ArrayList<>();
      for (String name : List.of("mot.txt", "hai.txt")) {
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setEmbeddedFile(
            new PDEmbeddedFile(document, new ByteArrayInputStream(name.getBytes(UTF_8))));
        PDEmbeddedFilesNameTreeNode leaf = new PDEmbeddedFilesNameTreeNode();
        leaf.setNames(Map.of(name, specification));
        leaves.add(leaf);
      }
      PDEmbeddedFilesNameTreeNode root = new PDEmbeddedFilesNameTreeNode();
      root.setKids(leaves);
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(root);
      document.getDocumentCatalog().setNames(names);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      assertThat(extractor.extract(new SourceFile("x.pdf", out.toByteArray())).members())
          .extracting(SourceFile::name)
          .containsExactlyInAnyOrder("mot.txt", "hai.txt");
    }
  }
}
