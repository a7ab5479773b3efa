package vn.vanban.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Turns a text PDF into what a desk scanner makes of its print: grey, askew, specked, no text. */
final class Scan {
  private static final int DPI = 130;
  private static final float JPEG_QUALITY = 0.42f;
  private static final int GREY_NOISE = 6;

  private Scan() {}

  static void make(Path textPdf, Path target) throws IOException {
    Random random = new Random(383);
    try (PDDocument source = Loader.loadPDF(textPdf.toFile());
        PDDocument scan = new PDDocument()) {
      PDFRenderer renderer = new PDFRenderer(source);
      for (int i = 0; i < source.getNumberOfPages(); i++) {
        BufferedImage print = renderer.renderImageWithDPI(i, DPI, ImageType.GRAY);
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        BufferedImage sheet = sheet(print, random);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
          content.drawImage(
              JPEGFactory.createFromImage(scan, sheet, JPEG_QUALITY, DPI),
              0,
              0,
              PDRectangle.A4.getWidth(),
              PDRectangle.A4.getHeight());
        }
      }
      scan.save(target.toFile());
    }
  }

  private static BufferedImage sheet(BufferedImage print, Random random) {
    int width = print.getWidth();
    int height = print.getHeight();
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.rotate(Math.toRadians(random.nextDouble(0.4, 0.8)), width / 2.0, height / 2.0);
    graphics.drawImage(print, 0, 0, null);
    graphics.dispose();
    var raster = sheet.getRaster();
    for (int n = width * height / 12; n > 0; n--) {
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      int grey = raster.getSample(x, y, 0) + random.nextInt(-3 * GREY_NOISE, GREY_NOISE);
      raster.setSample(x, y, 0, Math.clamp(grey, 0, 255));
    }
    return sheet;
  }
}
