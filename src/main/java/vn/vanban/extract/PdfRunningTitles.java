package vn.vanban.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/** Marks page numbers, and first or last lines that many pages repeat, as headers and footers. */
final class PdfRunningTitles {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?:[-–] ?)?(?:Trang )?\\d{1,4}(?: ?/ ?\\d{1,4})?(?: ?[-–])?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int MIN_REPEATS = 3;

  private final List<List<Paragraph>> pages;

  PdfRunningTitles(List<List<Paragraph>> pages) {
    this.pages = pages;
  }

  List<Paragraph> paragraphs() {
    Map<String, Integer> tops = new HashMap<>();
    Map<String, Integer> bottoms = new HashMap<>();
    for (List<Paragraph> page : pages) {
      if (!page.isEmpty()) {
        tops.merge(shape(page.getFirst()), 1, Integer::sum);
        bottoms.merge(shape(page.getLast()), 1, Integer::sum);
      }
    }
    List<Paragraph> all = new ArrayList<>();
    for (List<Paragraph> page : pages) {
      for (int i = 0; i < page.size(); i++) {
        Paragraph line = page.get(i);
        if (i == 0 && isRunning(line, tops)) {
          all.add(at(line, Place.HEADER));
        } else if (i == page.size() - 1 && isRunning(line, bottoms)) {
          all.add(at(line, Place.FOOTER));
        } else {
          all.add(line);
        }
      }
    }
    return all;
  }

  private boolean isRunning(Paragraph line, Map<String, Integer> counts) {
    int repeats = counts.getOrDefault(shape(line), 0);
    return PAGE_NUMBER.matcher(line.text()).matches()
        || (repeats >= MIN_REPEATS && repeats * 3 >= pages.size());
  }

  private static String shape(Paragraph line) {
    return DIGITS.matcher(line.text()).replaceAll("#");
  }

  private static Paragraph at(Paragraph line, Place place) {
    return new Paragraph(line.text(), place, line.page(), line.fonts());
  }
}
