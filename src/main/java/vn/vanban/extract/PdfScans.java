package vn.vanban.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells scans with a watermark from scans with recognized text: a watermark is the same on each
 * page, or shorter than a line.
 */
final class PdfScans {
  /**
   * Pictures cover this share of a scanned page: scanners cut margins off, and a page may be scaled
   * to fit the paper; letterheads with an emblem and pages with a map stay far below.
   */
  private static final double FULL_PAGE = 0.7;

  /**
   * Half a printed line. At 13 to 14 points, the size of body text (Decree 30/2020/NĐ-CP, appendix
   * I), 70 to 80 characters fill a line of A4 paper: less than half of it is no page of text.
   */
  private static final int SHORT_TEXT = 40;

  /** Three printed lines: more than this is no watermark, even if each page has it. */
  private static final int MAX_WATERMARK = 240;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final List<List<String>> pages = new ArrayList<>();
  private boolean shortText;

  /**
   * Whether pictures cover a page.
   *
   * @param cover their share of it; more than 1 where they lie upon each other
   */
  static boolean isPicture(double cover) {
    return cover >= FULL_PAGE;
  }

  /** Adds the lines of a page that pictures cover, without stamps. */
  void add(List<String> lines) {
    int length = lines.stream().mapToInt(line -> line.strip().length()).sum();
    if (length > MAX_WATERMARK) {
      return;
    }
    shortText |= length < SHORT_TEXT;
    pages.add(lines.stream().map(line -> DIGITS.matcher(line.strip()).replaceAll("#")).toList());
  }

  /** Whether a page is a picture with no text but a watermark. */
  boolean found() {
    Map<String, Integer> repeats = new HashMap<>();
    for (List<String> page : pages) {
      for (String line : new HashSet<>(page)) {
        repeats.merge(line, 1, Integer::sum);
      }
    }
    return shortText
        || pages.stream()
            .anyMatch(page -> page.stream().allMatch(line -> repeats.getOrDefault(line, 0) > 1));
  }
}
