package vn.vanban.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/**
 * Page numbers and running titles that a page break puts into the midst of a sentence: {@code khoản
 * 2} / {@code CÔNG BÁO/Số 12} / {@code điều này}. Those between sentences stay.
 */
final class RunningLines {
  /** {@code 7}, {@code - 7 -}, {@code Trang 7/12}. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?:[-–] ?)?(?:Trang )?(\\d{1,4})(?: ?/ ?\\d{1,4})?(?: ?[-–])?");

  private RunningLines() {}

  /** The indices of such lines. */
  static BitSet within(List<Paragraph> paragraphs) {
    BitSet found = new BitSet();
    Map<Integer, Integer> shifts = new HashMap<>();
    for (Paragraph paragraph : paragraphs) {
      if (isRunning(paragraph)) {
        shift(paragraph).ifPresent(shift -> shifts.merge(shift, 1, Integer::sum));
      }
    }
    int before = -1;
    for (int i = 0; i < paragraphs.size(); i++) {
      if (isRunning(paragraphs.get(i))) {
        continue;
      }
      if (before >= 0
          && i - before > 1
          && paragraphs.get(i).page() == paragraphs.get(before).page() + 1
          && isOneSentence(paragraphs.get(before).text(), paragraphs.get(i).text())
          && paragraphs.subList(before + 1, i).stream()
              .allMatch(line ->
                  shift(line).map(shift -> shifts.getOrDefault(shift, 0) > 1).orElse(true))) {
        found.set(before + 1, i);
      }
      before = i;
    }
    return found;
  }

  private static boolean isRunning(Paragraph paragraph) {
    return paragraph.page() > 0
        && (paragraph.place() == Place.HEADER || paragraph.place() == Place.FOOTER);
  }

  /**
   * By how much a page number is ahead of the page: the same on other pages, or it counts no pages.
   * Nothing for a title, which pages repeat.
   */
  private static Optional<Integer> shift(Paragraph line) {
    Matcher number = PAGE_NUMBER.matcher(line.text());
    return number.matches()
        ? Optional.of(Integer.parseInt(number.group(1)) - line.page())
        : Optional.empty();
  }

  /** The second line goes on with a small letter that numbers no item of a list. */
  private static boolean isOneSentence(String first, String second) {
    if (first.isEmpty() || second.length() < 2 || first.indexOf('\t') >= 0) {
      return false;
    }
    boolean ended = ".:;!?”\"".indexOf(first.charAt(first.length() - 1)) >= 0;
    boolean item = ").".indexOf(second.charAt(1)) >= 0;
    return !ended && !item && Character.isLowerCase(second.charAt(0));
  }
}
