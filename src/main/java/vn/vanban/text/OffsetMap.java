package vn.vanban.text;

import java.util.Arrays;

/**
 * Maps offsets of repaired text to offsets of the extracted text (UTF-16 units in both). Between
 * two anchors text runs unchanged; at an anchor lengths may differ.
 */
public final class OffsetMap {
  private final int[] repaired;
  private final int[] extracted;

  private OffsetMap(int[] repaired, int[] extracted) {
    this.repaired = repaired;
    this.extracted = extracted;
  }

  /** The map of text that needed no repair. */
  public static OffsetMap identity() {
    return new OffsetMap(new int[] {0}, new int[] {0});
  }

  /**
   * The offset in the extracted text of a character of the repaired text.
   *
   * @param offset in the repaired text
   */
  public int toExtracted(int offset) {
    int i = Arrays.binarySearch(repaired, offset);
    if (i < 0) {
      i = -i - 2;
    }
    int limit = i + 1 < extracted.length ? extracted[i + 1] : Integer.MAX_VALUE;
    return Math.min(extracted[i] + (offset - repaired[i]), limit);
  }

  /** Collects anchors in ascending order. */
  static final class Builder {
    private int[] repaired = new int[16];
    private int[] extracted = new int[16];
    private int size = 1;

    /** From here on, {@code repairedOffset} corresponds to {@code extractedOffset}. */
    void anchor(int repairedOffset, int extractedOffset) {
      int last = size - 1;
      if (repairedOffset - repaired[last] == extractedOffset - extracted[last]) {
        return;
      }
      if (repairedOffset == repaired[last]) {
        extracted[last] = extractedOffset;
        return;
      }
      if (size == repaired.length) {
        repaired = Arrays.copyOf(repaired, size * 2);
        extracted = Arrays.copyOf(extracted, size * 2);
      }
      repaired[size] = repairedOffset;
      extracted[size] = extractedOffset;
      size++;
    }

    OffsetMap build() {
      return new OffsetMap(Arrays.copyOf(repaired, size), Arrays.copyOf(extracted, size));
    }
  }
}
