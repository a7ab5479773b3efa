package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.NumberFinder;

/** The numbers of documents in a text, in order; numbers of forms and the like are left out. */
final class CitedNumbers {

  /**
   * One number.
   *
   * @param from where its words begin, "số" included
   * @param start where the number itself begins
   */
  record Found(DocumentNumber number, int from, int start, int end) {}

  /** {@code Mẫu số 01/TTHC}, {@code ký hiệu 2C/TCTW}: a form, no document. */
  private static final Set<String> NO_DOCUMENT =
      Set.of("mẫu", "biểu", "hiệu", "mã", "lục", "bảng", "hình", "khoản", "form", "thửa");

  /**
   * A footnote's digits at the end: {@code 135/2025/QH151} is {@code 135/2025/QH15}, {@code
   * 08/2018/NĐ-CP2} is {@code 08/2018/NĐ-CP}. Bodies whose symbol ends with digits are those of a
   * term: QH15, UBTVQH14, HĐNN8.
   */
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?:(?<=/QH1\\d)|(?<=/(?:NĐ|QĐ)-(?:CP|TTg))|(?<=/TT-B[A-ZĐ]{1,9}))\\d{1,2}$");

  private final List<Found> all = new ArrayList<>();
  private int next;

  /** Finds the numbers of a stretch. */
  CitedNumbers(Words words, int first, int last) {
    for (NumberFinder.Found found : NumberFinder.find(words.text().substring(first, last))) {
      int start = first + found.span().start();
      int end = first + found.span().end();
      DocumentNumber number = found.number();
      Matcher footnote = FOOTNOTE.matcher(number.canonical());
      if (footnote.find()) {
        end -= footnote.end() - footnote.start();
        number = new DocumentNumber(number.canonical().substring(0, footnote.start()));
      }
      int from = start;
      if (words.follows(start, Set.of("số"))) {
        from = start - 1;
        while (words.at(from) != 's') {
          from--;
        }
      }
      if (!words.follows(from, NO_DOCUMENT)) {
        all.add(new Found(number, from, start, end));
      }
    }
  }

  /** The first number that ends behind an offset; offsets must not decrease. */
  Optional<Found> from(int at) {
    while (next < all.size() && all.get(next).start() < at) {
      next++;
    }
    return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
  }

  /** The number that stands here, perhaps behind "số". */
  Optional<Found> at(Words words, int at) {
    int pos = at;
    int said = words.match(pos, "số");
    if (said >= 0) {
      pos = words.blanks(said);
      if (words.at(pos) == ':') {
        pos = words.blanks(pos + 1);
      }
    }
    int low = search(pos);
    return low < all.size() && all.get(low).start() == pos
        ? Optional.of(all.get(low))
        : Optional.empty();
  }

  /** The first number within a stretch. */
  Optional<Found> within(int from, int to) {
    int low = search(from);
    return low < all.size() && all.get(low).end() <= to
        ? Optional.of(all.get(low))
        : Optional.empty();
  }

  private int search(int start) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
