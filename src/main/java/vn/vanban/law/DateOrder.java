package vn.vanban.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers break the order of dates: the fewest that, taken out, leave dates that never fall
 * while numbers rise. What remains is a longest non-decreasing subsequence, found in O(n log n)
 * (Fredman, On computing the length of longest increasing subsequences, 1975).
 */
final class DateOrder {
  private DateOrder() {}

  /**
   * The places that break the order. Of two neighbours with their dates exchanged it is the later
   * one.
   *
   * @param dates in order of the numbers
   * @return indexes, rising
   */
  static List<Integer> breaks(List<LocalDate> dates) {
    int[] best = new int[dates.size()];
    int[] next = new int[dates.size()];
    int length = 0;
    // From the end, so that among equals the smaller numbers stay.
    for (int i = dates.size() - 1; i >= 0; i--) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (dates.get(best[middle]).isBefore(dates.get(i))) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      next[i] = low == 0 ? -1 : best[low - 1];
      best[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] stays = new boolean[dates.size()];
    for (int i = length == 0 ? -1 : best[length - 1]; i >= 0; i = next[i]) {
      stays[i] = true;
    }
    List<Integer> breaks = new ArrayList<>();
    for (int i = 0; i < stays.length; i++) {
      if (!stays[i]) {
        breaks.add(i);
      }
    }
    return breaks;
  }
}
