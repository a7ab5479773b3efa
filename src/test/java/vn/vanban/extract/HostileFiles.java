package vn.vanban.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Files that are made to hang, flood or crash who reads them. */
public final class HostileFiles {
  private static final String SENTENCE = "Điều 1. Phê duyệt kế hoạch trồng cây ven sông.";

  private HostileFiles() {}

  /** By a name that says what is wrong. */
  public static Map<String, byte[]> gallery() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("bom.zip", SampleFiles.zip(Map.of("a.txt", new byte[300 << 20])));
    byte[] nested = SENTENCE.getBytes(UTF_8);
    for (int i = 0; i < 40; i++) {
      nested = SampleFiles.zip(Map.of("tang" + i + ".zip", nested));
    }
    files.put("long-nhau.zip", nested);
    files.put("bom-xml.docx", docx(entities()));
    files.put("thuc-the-ngoai.docx", external(9));
    files.put("the-long-nhau.docx", docx(deep()));
    files.put("bom-docx.docx", docx("<w:p>" + " ".repeat(200 << 20) + "</w:p>"));
    files.put("mot-trieu-o.xlsx", cells(1_000_000));
    files.put(
        "vong-trang.pdf",
        pdf(
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"));
    files.put(
        "vong-luong.pdf",
        pdf(
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 3 0 R /MediaBox [0 0 9 9] >>"));
    files.put(
        "nhieu-trang.pdf",
        pdf(
            "<< /Type /Pages /Kids [" + "3 0 R ".repeat(200_000) + "] /Count 2000000000 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"));
    files.put("anh-khong-lo.png", hugePicture());
    files.put("the-long-nhau.html", ("<div>".repeat(300_000) + SENTENCE).getBytes(UTF_8));
    files.put("bang-long-nhau.html", ("<table><tr><td>".repeat(50_000) + SENTENCE).getBytes(UTF_8));
    files.put("mot-dong.txt", (SENTENCE + " ").repeat(400_000).getBytes(UTF_8));
    files.put("ngoac.rtf", ("{\\rtf1 " + "{".repeat(500_000) + SENTENCE).getBytes(UTF_8));
    byte[] zip =
        SampleFiles.zip(
            Map.of(
                "../../../../tmp/thoat-ra.txt",
                SENTENCE.getBytes(UTF_8),
                "C:\\a.txt",
                SENTENCE.getBytes(UTF_8)));
    files.put("ten-thoat-ra.zip", zip);
    files.put(
        "da-hinh.pdf",
        concat(
            pdf(
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
            zip,
            "<html><script>alert(1)</script>".getBytes(UTF_8)));
    files.put("thu-long-nhau.eml", mail(60));
    files.put("phong-khong-unicode.pdf", fontWithoutUnicode());
    files.put("rong.docx", new byte[0]);
    return files;
  }

  /** A million cells of text in one sheet, all strings of their own. */
  public static byte[] cells(int count) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (i % 100 == 0) {
        rows.append(i == 0 ? "<row>" : "</row><row>");
      }
      rows.append("<c t=\"inlineStr\"><is><t>ô ").append(i).append("</t></is></c>");
    }
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        types(
            "/xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "/xl/worksheets/sheet1.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
    parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        ("<workbook xmlns=\""
                + main
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
            .getBytes(UTF_8));
    parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        ("<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</row></sheetData></worksheet>")
            .getBytes(UTF_8));
    return SampleFiles.zip(parts);
  }

  private static byte[] docx(String body) throws IOException {
    String document =
        body.startsWith("<?xml")
            ? body
            : "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body
                + "</w:body></w:document>";
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        types(
            "/word/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));
    parts.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
    parts.put("word/document.xml", document.getBytes(UTF_8));
    return SampleFiles.zip(parts);
  }

  /** A billion laughs. */
  private static String entities() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha ha ha ha\">");
    for (int i = 1; i < 12; i++) {
      xml.append("<!ENTITY e")
          .append(i)
          .append(" \"")
          .append(("&e" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    return xml
        + "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>";
  }

  /** Names a file of this machine and an address of its own. */
  static byte[] external(int port) throws IOException {
    return docx(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y SYSTEM \"http://127.0.0.1:"
            + port
            + "/a\">]>"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p></w:body></w:document>");
  }

  private static String deep() {
    return "<w:sdt><w:sdtContent>".repeat(30_000)
        + "<w:p><w:r><w:t>"
        + SENTENCE
        + "</w:t></w:r></w:p>"
        + "</w:sdtContent></w:sdt>".repeat(30_000);
  }

  private static byte[] pdf(String pages, String page) {
    return ("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj "
            + pages
            + " endobj\n3 0 obj "
            + page
            + " endobj\ntrailer << /Root 1 0 R /Size 4 >>\n%%EOF\n")
        .getBytes(UTF_8);
  }

  /** Glyphs that have numbers and names of their own: nobody can tell which letters they are. */
  private static byte[] fontWithoutUnicode() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      COSArray differences = new COSArray();
      differences.add(COSInteger.ONE);
      for (int i = 1; i < 30; i++) {
        differences.add(COSName.getPDFName("g" + i));
      }
      COSDictionary encoding = new COSDictionary();
      encoding.setItem(COSName.TYPE, COSName.ENCODING);
      encoding.setItem(COSName.DIFFERENCES, differences);
      COSDictionary font = new COSDictionary();
      font.setItem(COSName.TYPE, COSName.FONT);
      font.setItem(COSName.SUBTYPE, COSName.TYPE1);
      font.setName(COSName.BASE_FONT, "AAAAAA+La");
      font.setItem(COSName.ENCODING, encoding);
      COSDictionary fonts = new COSDictionary();
      fonts.setItem(COSName.getPDFName("F1"), font);
      COSDictionary resources = new COSDictionary();
      resources.setItem(COSName.FONT, fonts);
      page.getCOSObject().setItem(COSName.RESOURCES, resources);
      String line = "BT /F1 12 Tf 50 700 Td <0102030405060708090A0B0C> Tj ET\n";
      page.setContents(
          new PDStream(pdf, new ByteArrayInputStream(line.repeat(40).getBytes(UTF_8))));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  /** Sixty thousand times sixty thousand points in a few bytes. */
  private static byte[] hugePicture() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
      out.write(new byte[16 << 20]);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(
        png, "IHDR", new byte[] {0, 0, (byte) 0xEA, 0x60, 0, 0, (byte) 0xEA, 0x60, 8, 6, 0, 0, 0});
    chunk(png, "IDAT", packed.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(UTF_8);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(java.nio.ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] mail(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append(
              "From: a@b.vn\nSubject: chuyển tiếp\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=r")
          .append(i)
          .append("\n\n--r")
          .append(i)
          .append("\nContent-Type: message/rfc822\n\n");
    }
    return (mail + "From: a@b.vn\nSubject: x\n\n" + SENTENCE).getBytes(UTF_8);
  }

  private static byte[] types(String... partsAndTypes) {
    StringBuilder xml =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    for (int i = 0; i < partsAndTypes.length; i += 2) {
      xml.append("<Override PartName=\"")
          .append(partsAndTypes[i])
          .append("\" ContentType=\"")
          .append(partsAndTypes[i + 1])
          .append("\"/>");
    }
    return (xml + "</Types>").getBytes(UTF_8);
  }

  private static byte[] relations(String type, String target) {
    return ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            + type
            + "\" Target=\""
            + target
            + "\"/></Relationships>")
        .getBytes(UTF_8);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
