package vn.vanban.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/**
 * The printed lines of a page, from top to bottom. Runs whose bands overlap by half share a line;
 * between columns stands a tab.
 */
final class PdfLines {
  /**
   * {@code -}, {@code 1.}, {@code a)}, {@code IV.}, {@code 2.1.}: the text after it is no column.
   */
  private static final Pattern MARKER =
      Pattern.compile(
          "[-–—+*•▪●○§\uF0B7\uF02D]|[(]?(?:\\d+(?:\\.\\d+)*|\\p{L}|[IVXLC]+)[.)/]?|(?:Điều|Chương|Mục|Phần) \\S+");

  private static final Pattern STAMP = Pattern.compile("\\d{1,5}");

  private static final float OVERLAP = 0.5f;

  /** Runs that were not drawn one after the other part columns at a smaller gap. */
  private static final float JUMP_GAP = 0.6f;

  /** A blank to be filled in ({@code ngày tháng}) is no column up to this gap. */
  private static final float BLANK_GAP = 4f;

  private final int page;

  PdfLines(int page) {
    this.page = page;
  }

  /** One paragraph a line; text turned by 90 degrees comes after the upright text. */
  List<Paragraph> lines(List<PdfRun> runs) {
    Map<Float, List<PdfRun>> directions = new TreeMap<>();
    for (PdfRun run : runs) {
      directions.computeIfAbsent(run.direction(), d -> new ArrayList<>()).add(run);
    }
    List<List<PdfRun>> ordered = new ArrayList<>(directions.values());
    ordered.sort(Comparator.comparingInt((List<PdfRun> some) -> some.size()).reversed());
    List<Paragraph> paragraphs = new ArrayList<>();
    for (List<PdfRun> direction : ordered) {
      for (List<PdfRun> line : bands(direction)) {
        paragraphs.add(paragraph(line));
      }
    }
    return paragraphs;
  }

  private static List<List<PdfRun>> bands(List<PdfRun> runs) {
    List<PdfRun> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble(PdfRun::baseline).thenComparingDouble(PdfRun::left));
    List<List<PdfRun>> lines = new ArrayList<>();
    for (PdfRun run : sorted) {
      List<PdfRun> home = null;
      // Bands are narrow: only the last few lines can still overlap.
      for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 4) && home == null; i--) {
        if (belongs(run, lines.get(i))) {
          home = lines.get(i);
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        lines.add(home);
      }
      home.add(run);
    }
    return lines;
  }

  private static boolean belongs(PdfRun run, List<PdfRun> line) {
    boolean overlaps = false;
    for (PdfRun other : line) {
      float top = Math.max(run.baseline() - run.size(), other.baseline() - other.size());
      float bottom = Math.min(run.baseline(), other.baseline());
      overlaps |= bottom - top > OVERLAP * Math.min(run.size(), other.size());
      float common = Math.min(run.right(), other.right()) - Math.max(run.left(), other.left());
      if (common > 0.3f * Math.min(run.right() - run.left(), other.right() - other.left())) {
        return false;
      }
    }
    return overlaps;
  }

  private Paragraph paragraph(List<PdfRun> line) {
    line.sort(Comparator.comparingDouble(PdfRun::left));
    StringBuilder text = new StringBuilder();
    Set<String> fonts = new LinkedHashSet<>();
    PdfRun before = null;
    for (PdfRun run : line) {
      if (before != null) {
        text.append(between(before, run));
      }
      text.append(run.text());
      fonts.addAll(run.fonts());
      before = run;
    }
    return new Paragraph(text.toString(), Place.BODY, page, List.copyOf(fonts));
  }

  private static String between(PdfRun a, PdfRun b) {
    float gap = b.left() - a.right();
    float size = size(a, b);
    boolean follows = b.order() == a.order() + 1;
    if (gap > (follows ? PdfRun.COLUMN_GAP : JUMP_GAP) * size && !isOneText(a, b, gap, follows)) {
      return "\t";
    }
    boolean stamped =
        !follows
            && Character.isLetter(last(a)) != Character.isLetter(b.text().charAt(0))
            && (isStamp(a) || isStamp(b));
    return a.isWordGap(gap) || stamped || (follows && b.blanks() > 0) ? " " : "";
  }

  private static char last(PdfRun run) {
    return run.text().charAt(run.text().length() - 1);
  }

  private static boolean isStamp(PdfRun run) {
    return STAMP.matcher(run.text()).matches();
  }

  private static float size(PdfRun a, PdfRun b) {
    return Math.max(a.size(), b.size());
  }

  /** Wide gaps within one text: after a list marker, and blanks for a number or a date. */
  private static boolean isOneText(PdfRun a, PdfRun b, float gap, boolean follows) {
    char last = last(a);
    char first = b.text().charAt(0);
    if (last == ':' || first == '/' || last == '/') {
      return gap < 2 * BLANK_GAP * b.size();
    }
    if (!follows) {
      // A number or date stamped into its blank.
      return gap < BLANK_GAP * size(a, b) && (isStamp(a) || isStamp(b));
    }
    return MARKER.matcher(a.text()).matches()
        || (gap < BLANK_GAP * b.size() && Character.isLowerCase(first));
  }
}
