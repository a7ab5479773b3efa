package vn.vanban.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/** Writes a sample as DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
final class WordWriter {
  private static final Pattern ARTICLE = Pattern.compile("^(Điều \\d+\\p{L}?\\.)(.*)$");
  private static final int TWIPS_PER_MM = 57;
  private static final long LEFT_MM = 64;
  private static final long RIGHT_MM = 101;
  private static final int ROOM_TO_SIGN_TWIPS = 1200;

  private final String font;
  private final UnaryOperator<String> encoding;

  /**
   * @param font the font's name; legacy encodings live in fonts of their own
   * @param encoding turns Unicode into what the font shows
   */
  WordWriter(String font, UnaryOperator<String> encoding) {
    this.font = font;
    this.encoding = encoding;
  }

  void write(SampleSource source, Path target) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(target)) {
      page(document);
      for (SampleSource.Block block : source.blocks()) {
        switch (block) {
          case SampleSource.Paragraph p -> fill(document.createParagraph(), p, true);
          case SampleSource.Columns two -> columns(document, two);
          case SampleSource.Rows(var rows) -> table(document, rows);
          case SampleSource.NewPage() -> document.createParagraph().setPageBreak(true);
        }
      }
      document.write(out);
    }
  }

  /** A4 with the margins of Phụ lục I, mục I.3: 20 mm, left 30 mm, right 15 mm. */
  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(210L * TWIPS_PER_MM));
    size.setH(BigInteger.valueOf(297L * TWIPS_PER_MM));
    CTPageMar margin = section.addNewPgMar();
    BigInteger narrow = BigInteger.valueOf(20L * TWIPS_PER_MM);
    margin.setTop(narrow);
    margin.setBottom(narrow);
    margin.setRight(BigInteger.valueOf(15L * TWIPS_PER_MM));
    margin.setLeft(BigInteger.valueOf(30L * TWIPS_PER_MM));
  }

  private void columns(XWPFDocument document, SampleSource.Columns two) {
    XWPFTable table = document.createTable(1, 2);
    table.removeBorders();
    table.setWidth("100%");
    XWPFTableCell first = table.getRow(0).getCell(0);
    XWPFTableCell second = table.getRow(0).getCell(1);
    // LibreOffice reads the grid, Word the cells.
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    grid = grid == null ? table.getCTTbl().addNewTblGrid() : grid;
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    grid.addNewGridCol().setW(BigInteger.valueOf(LEFT_MM * TWIPS_PER_MM));
    grid.addNewGridCol().setW(BigInteger.valueOf(RIGHT_MM * TWIPS_PER_MM));
    first.setWidth(String.valueOf(LEFT_MM * TWIPS_PER_MM));
    second.setWidth(String.valueOf(RIGHT_MM * TWIPS_PER_MM));
    boolean recipients =
        !two.left().isEmpty() && two.left().getFirst().style() == SampleSource.Style.ITALIC;
    cell(first, two.left(), recipients);
    cell(second, two.right(), false);
    if (two.signed()) {
      roomToSign(second);
      if (!recipients) {
        roomToSign(first);
      }
    }
    document.createParagraph();
  }

  private static void roomToSign(XWPFTableCell cell) {
    XWPFParagraph name = cell.getParagraphs().getLast();
    if (!name.getText().startsWith("(")) {
      name.setSpacingBefore(ROOM_TO_SIGN_TWIPS);
    }
  }

  private void cell(XWPFTableCell cell, List<SampleSource.Paragraph> paragraphs, boolean flush) {
    for (int i = 0; i < paragraphs.size(); i++) {
      XWPFParagraph p = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
      fill(p, paragraphs.get(i), false);
      p.setAlignment(flush ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
    }
  }

  private void table(XWPFDocument document, List<List<String>> rows) {
    int width = rows.getFirst().size();
    XWPFTable table = document.createTable(rows.size(), width);
    table.setWidth("100%");
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < width; c++) {
        SampleSource.Style style = r == 0 ? SampleSource.Style.TITLE : SampleSource.Style.TEXT;
        XWPFParagraph p = table.getRow(r).getCell(c).getParagraphs().getFirst();
        fill(p, new SampleSource.Paragraph(style, rows.get(r).get(c)), false);
      }
    }
    document.createParagraph();
  }

  private void fill(XWPFParagraph p, SampleSource.Paragraph source, boolean body) {
    // Quốc hiệu is set in 12 to 13 points (Phụ lục I, mục II.1), and 12 fits its column.
    int size = body ? 13 : 12;
    if (body) {
      p.setSpacingAfter(120);
    }
    switch (source.style()) {
      case TITLE, CENTRED -> p.setAlignment(ParagraphAlignment.CENTER);
      case RIGHT -> p.setAlignment(ParagraphAlignment.RIGHT);
      case TEXT, ITALIC -> {
        if (body) {
          p.setAlignment(ParagraphAlignment.BOTH);
          p.setIndentationFirstLine(10 * TWIPS_PER_MM);
        }
      }
    }
    Matcher article = ARTICLE.matcher(source.text());
    if (source.style() == SampleSource.Style.TEXT && article.matches()) {
      boolean heading = !source.text().matches(".*[.:;]$");
      run(p, article.group(1), size, true, false);
      run(p, article.group(2), size, heading, false);
    } else {
      run(
          p,
          source.text(),
          size,
          source.style() == SampleSource.Style.TITLE,
          source.style() == SampleSource.Style.ITALIC
              || source.style() == SampleSource.Style.RIGHT);
    }
  }

  private void run(XWPFParagraph p, String text, int size, boolean bold, boolean italic) {
    XWPFRun run = p.createRun();
    run.setFontFamily(font);
    run.setFontSize(size);
    run.setBold(bold);
    run.setItalic(italic);
    run.setText(encoding.apply(text));
  }
}
