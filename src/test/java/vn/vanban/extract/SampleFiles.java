package vn.vanban.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Real files, written by the libraries that read them. */
final class SampleFiles {
  private SampleFiles() {}

  /** Writes something to a stream. */
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** Draws a page. */
  interface Drawing {
    void draw(PDPageContentStream page) throws IOException;
  }

  static byte[] bytes(Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out);
    return out.toByteArray();
  }

  /** A letterhead table, numbered articles, a tracked deletion and a tracked insertion. */
  static byte[] docx() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      var table = document.createTable(1, 2);
      var left = table.getRow(0).getCell(0);
      left.setText("UBND TỈNH SÔNG MÂY");
      left.addParagraph().createRun().setText("Số: 15/QĐ-UBND");
      table.getRow(0).getCell(1).setText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
      BigInteger list = articles(document);
      for (String subject : new String[] {"Phê duyệt đề án", "Tổ chức thực hiện"}) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.ZERO);
        paragraph.createRun().setText(subject);
      }
      XWPFParagraph changed = document.createParagraph();
      changed.createRun().setText("Giữ lại ");
      CTRunTrackChange deletion = changed.getCTP().addNewDel();
      deletion.setId(BigInteger.ONE);
      deletion.addNewR().addNewDelText().setStringValue("phần đã xóa ");
      CTRunTrackChange insertion = changed.getCTP().addNewIns();
      insertion.setId(BigInteger.TWO);
      insertion.addNewR().addNewT().setStringValue("phần thêm vào");
      return bytes(document::write);
    }
  }

  private static BigInteger articles(XWPFDocument document) {
    CTAbstractNum number = CTAbstractNum.Factory.newInstance();
    number.setAbstractNumId(BigInteger.ZERO);
    CTLvl level = number.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
    level.addNewLvlText().setVal("Điều %1.");
    var numbering = document.createNumbering();
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(number)));
  }

  static byte[] pdf(Drawing... pages) throws IOException {
    try (PDDocument document = document(pages)) {
      return bytes(document::save);
    }
  }

  static byte[] encryptedPdf(Drawing... pages) throws IOException {
    try (PDDocument document = document(pages)) {
      document.protect(new StandardProtectionPolicy("chu", "khach", new AccessPermission()));
      return bytes(document::save);
    }
  }

  static PDDocument document(Drawing... pages) throws IOException {
    PDDocument document = new PDDocument();
    for (Drawing drawing : pages) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawing.draw(content);
      }
    }
    return document;
  }

  /** One text at a place; the standard fonts know Latin-1 only. */
  static void show(PDPageContentStream page, float x, float y, String text) throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 13);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  static void picture(OutputStream out) throws IOException {
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
  }

  static byte[] zip(Map<String, byte[]> members) throws IOException {
    return bytes(out -> {
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
      zip.finish();
    });
  }
}
