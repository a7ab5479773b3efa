package vn.vanban.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/**
 * Collects the lines of each page with the stamps printed over it: number and date stamps and
 * signatures are annotations or form fields with an appearance of their own.
 */
final class PdfPageReader extends PDFTextStripper {
  private static final Logger LOG = LoggerFactory.getLogger(PdfPageReader.class);

  /** A page with fewer characters of its own may be a scan with a running title. */
  private static final int FEW_CHARACTERS = 20;

  /** A page of so many strokes and no text is text turned into outlines. */
  private static final int MANY_STROKES = 500;

  private static final int MAX_FORM_DEPTH = 4;

  private final List<List<Paragraph>> pages = new ArrayList<>();
  private final int maxCharacters;
  private boolean images;
  private final PdfScans scans = new PdfScans();
  private boolean inlineImage;
  private double pictured;
  private int strokes;
  private int seen;
  private long characters;

  /**
   * @param maxCharacters after which no more pages are read
   */
  PdfPageReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
    setSuppressDuplicateOverlappingText(true);
    setShouldSeparateByBeads(false);
  }

  /** Lines by page, from the first page on. */
  List<List<Paragraph>> pages() {
    return pages;
  }

  /** Whether a page has pictures and no text, or none but a watermark. */
  boolean images() {
    return images || scans.found();
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    TextSink.checkInterrupted();
    inlineImage = false;
    pictured = 0;
    strokes = 0;
    while (pages.size() < getCurrentPageNo() - 1) {
      pages.add(List.of());
    }
    super.processPage(page);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if ((++seen & 0x3FF) == 0) {
      TextSink.checkInterrupted();
    }
    super.processTextPosition(text);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    switch (operator.getName()) {
      case "BI" -> {
        inlineImage = true;
        pictured += area();
      }
      case "Do" -> {
        if (!operands.isEmpty()
            && operands.getFirst() instanceof COSName name
            && getResources() != null
            && getResources().isImageXObject(name)) {
          pictured += area();
        }
      }
      case "l", "c", "v", "y", "re" -> {
        if ((++strokes & 0xFFF) == 0) {
          TextSink.checkInterrupted();
        }
      }
      default -> {}
    }
    super.processOperator(operator, operands);
  }

  /** A picture fills the unit square of its space (ISO 32000-1, 8.9.4). */
  private double area() {
    Matrix space = getGraphicsState().getCurrentTransformationMatrix();
    return Math.abs(space.getScaleX() * space.getScaleY() - space.getShearX() * space.getShearY());
  }

  @Override
  protected void writePage() throws IOException {
    PDPage page = getCurrentPage();
    List<TextPosition> printed = positions();
    int own = printed.size();
    PDRectangle paper = page.getCropBox();
    if (PdfScans.isPicture(pictured / (paper.getWidth() * paper.getHeight()))) {
      List<Paragraph> lines = new PdfLines(getCurrentPageNo()).lines(PdfRun.of(printed));
      scans.add(lines.stream().map(Paragraph::text).toList());
    }
    List<Paragraph> stamps = stamps(page);
    List<TextPosition> positions = positions();
    List<Paragraph> lines = new PdfLines(getCurrentPageNo()).lines(PdfRun.of(positions));
    lines.addAll(stamps);
    pages.add(lines);
    characters += positions.size();
    if (characters > maxCharacters) {
      throw new TextSink.Full();
    }
    if (own < FEW_CHARACTERS
        && (inlineImage || strokes > MANY_STROKES || hasImage(page.getResources(), 0))) {
      images = true;
    }
  }

  private List<TextPosition> positions() {
    List<TextPosition> positions = new ArrayList<>();
    charactersByArticle.forEach(positions::addAll);
    return positions;
  }

  /** Draws the annotations into the page; returns the values of those without an appearance. */
  private List<Paragraph> stamps(PDPage page) {
    List<Paragraph> values = new ArrayList<>();
    try {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation.isHidden()
            || annotation.isNoView()
            || annotation instanceof PDAnnotationPopup) {
          continue;
        }
        if (annotation.getNormalAppearanceStream() != null) {
          if (!COSName.getPDFName("Text")
              .equals(annotation.getCOSObject().getCOSName(COSName.SUBTYPE))) {
            showAnnotation(annotation);
          }
        } else {
          String value = value(annotation).strip();
          value
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .forEach(line ->
                  values.add(new Paragraph(line, Place.NOTE, getCurrentPageNo(), List.of())));
        }
      }
    } catch (IOException | RuntimeException e) {
      TextSink.checkInterrupted();
      LOG.debug("annotation not read", e);
    }
    return values;
  }

  private static String value(PDAnnotation annotation) {
    if (annotation instanceof PDAnnotationWidget) {
      COSBase value = annotation.getCOSObject().getDictionaryObject(COSName.V);
      return value instanceof org.apache.pdfbox.cos.COSString string ? string.getString() : "";
    }
    if ("FreeText".equals(annotation.getSubtype()) || "Stamp".equals(annotation.getSubtype())) {
      String contents = annotation.getContents();
      return contents == null ? "" : contents;
    }
    return "";
  }

  private static boolean hasImage(
      @org.jspecify.annotations.Nullable PDResources resources, int depth) throws IOException {
    if (resources == null || depth > MAX_FORM_DEPTH) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        return true;
      }
      if (resources.getXObject(name) instanceof PDFormXObject form
          && hasImage(form.getResources(), depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
