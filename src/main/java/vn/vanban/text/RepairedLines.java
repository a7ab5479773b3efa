package vn.vanban.text;

import java.util.List;

/** Puts repaired lines together, and keeps where each character comes from. */
final class RepairedLines {
  private final StringBuilder text = new StringBuilder();
  private final OffsetMap.Builder offsets = new OffsetMap.Builder();
  private boolean first = true;
  private int hyphens;

  /**
   * Adds a line.
   *
   * @param line as it is, or cells whose sources are offsets in it
   * @param source where the line begins in the extracted text
   * @param printed whether it is a printed line, that may cut a number at a hyphen
   */
  void add(CharSequence line, int source, boolean printed) {
    int from = 0;
    if (!first) {
      int continued = printed ? LineHyphen.continuation(text, line) : 0;
      if (continued > 0) {
        hyphens++;
        append(line, 0, continued, source);
        from =
            continued < line.length() && line.charAt(continued) == ' ' ? continued + 1 : continued;
        if (from == line.length()) {
          return;
        }
        offsets.anchor(text.length(), source + source(line, from - 1));
      } else {
        offsets.anchor(text.length(), source - 1);
      }
      text.append('\n');
    }
    first = false;
    append(line, from, line.length(), source);
  }

  private static int source(CharSequence line, int index) {
    return line instanceof Cells cells ? cells.source(index) : index;
  }

  private void append(CharSequence line, int from, int to, int source) {
    if (line instanceof Cells cells) {
      for (int i = from; i < to; i++) {
        offsets.anchor(text.length(), source + cells.source(i));
        text.append(cells.charAt(i));
      }
    } else {
      offsets.anchor(text.length(), source + from);
      text.append(line, from, to);
    }
  }

  /** How many numbers were put together again. */
  int hyphens() {
    return hyphens;
  }

  RepairedText text(List<String> notes, boolean damaged) {
    return new RepairedText(text.toString(), offsets.build(), notes, damaged);
  }
}
