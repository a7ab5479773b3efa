package vn.vanban.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.text.TextPosition;

/**
 * Glyphs drawn one after the other on one baseline without a wide gap. Lengths are points; y grows
 * downwards.
 */
final class PdfRun {
  /** As PDFTextStripper: a gap above half a space or 0.3 of an average character is a space. */
  private static final float SPACE_PART = 0.5f;

  private static final float CHARACTER_PART = 0.3f;

  /** A wider gap, in units of the font size, parts two columns. */
  static final float COLUMN_GAP = 1.5f;

  /** A gap where a stamp may be printed into blanks left for a number or a date. */
  private static final float BLANK = 0.7f;

  private final StringBuilder text = new StringBuilder();
  private final Set<String> fonts = new LinkedHashSet<>();
  private final int order;
  private final float left;
  private final float baseline;
  private final float size;
  private final float direction;
  private float right;
  private float widthOfSpace;
  private float widths;
  private int glyphs;
  private int blanks;

  private PdfRun(TextPosition first, int order) {
    this.order = order;
    left = first.getXDirAdj();
    right = left;
    baseline = first.getYDirAdj();
    direction = first.getDir();
    size = Math.max(1f, Math.max(first.getFontSizeInPt(), first.getHeightDir()));
  }

  /** Cuts what was drawn into runs, in the order of drawing. */
  static List<PdfRun> of(List<TextPosition> positions) {
    List<PdfRun> runs = new ArrayList<>();
    PdfRun run = null;
    int blanks = 0;
    for (TextPosition position : positions) {
      String unicode = position.getUnicode();
      if (unicode == null || unicode.isEmpty()) {
        continue;
      }
      if (isBlank(unicode)) {
        blanks++;
        continue;
      }
      if (run == null || !run.takes(position, blanks)) {
        run = new PdfRun(position, runs.size());
        run.blanks = runs.isEmpty() ? 0 : blanks;
        runs.add(run);
        blanks = 0;
      }
      run.add(position, unicode, blanks);
      blanks = 0;
    }
    return runs;
  }

  private static boolean isBlank(String unicode) {
    for (int i = 0; i < unicode.length(); i++) {
      char c = unicode.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  private boolean takes(TextPosition next, int blanksBefore) {
    float gap = next.getXDirAdj() - right;
    // A superscript sits up to half a size above its line and is small.
    boolean sameLine = Math.abs(next.getYDirAdj() - baseline) < 0.2f * size;
    boolean raised =
        next.getFontSizeInPt() < 0.8f * size
            && Math.abs(next.getYDirAdj() - baseline) < 0.6f * size
            && blanksBefore == 0
            && gap < 0.3f * size;
    return next.getDir() == direction
        && (sameLine || raised)
        && gap > -0.5f * size
        && gap < BLANK * size;
  }

  private void add(TextPosition position, String unicode, int blanksBefore) {
    float x = position.getXDirAdj();
    float width = position.getWidthDirAdj();
    float space = position.getWidthOfSpace();
    if (space > 0 && !Float.isNaN(space)) {
      widthOfSpace = space;
    }
    if (glyphs > 0 && (blanksBefore > 0 || isWordGap(x - right))) {
      text.append(' ');
    }
    text.append(unicode);
    glyphs++;
    widths += width;
    right = Math.max(right, x + width);
    if (position.getFont() != null && position.getFont().getName() != null) {
      fonts.add(position.getFont().getName());
    }
  }

  /** Whether such a gap is a space between words. */
  boolean isWordGap(float gap) {
    float average = CHARACTER_PART * widths / Math.max(1, glyphs);
    float limit = widthOfSpace > 0 ? Math.min(SPACE_PART * widthOfSpace, average) : average;
    return gap > limit;
  }

  String text() {
    return text.toString();
  }

  Set<String> fonts() {
    return fonts;
  }

  /** Its place in the order of drawing. */
  int order() {
    return order;
  }

  /** How many blanks were drawn before it. */
  int blanks() {
    return blanks;
  }

  float left() {
    return left;
  }

  float right() {
    return right;
  }

  float baseline() {
    return baseline;
  }

  float size() {
    return size;
  }

  float direction() {
    return direction;
  }
}
