package vn.vanban.parse;

import java.util.List;

/** What joins two references that stand side by side. */
enum Joint {
  /** {@code khoản 2 Điều 5}, {@code khoản 2 của Điều 5}. */
  DIRECT,
  /** {@code khoản 2, Điều 5}. */
  COMMA,
  /** {@code khoản 2 và khoản 3}, {@code điểm c vào sau điểm b}. */
  AND,
  /** {@code từ Điều 5 đến Điều 8}. */
  RANGE,
  /** Anything else. */
  NONE;

  private static final int MAX_GAP = 40;

  private static final List<String> OF =
      List.of(
          "của",
          "tại",
          "thuộc",
          "trong",
          "ở",
          "quy định tại",
          "được ban hành kèm theo",
          "ban hành kèm theo",
          "ban hành theo",
          "kèm theo",
          "đính kèm",
          "các",
          "từ");

  private static final List<String> ANDS =
      List.of(
          "và bổ sung",
          "và sửa đổi",
          "và bãi bỏ",
          "và",
          "hoặc",
          "hay",
          "cũng như",
          "vào sau",
          "vào trước",
          "vào",
          "sau",
          "trước",
          "cùng",
          "và/hoặc");

  /** What stands between two offsets. */
  static Joint of(Words words, int from, int to) {
    if (to - from > MAX_GAP) {
      return NONE;
    }
    Joint joint = DIRECT;
    for (int i = words.blanks(from); i < to; i = words.blanks(i)) {
      char c = words.at(i);
      int end;
      if (c == ',' || (c == ';' && !breaks(words, i, to))) {
        joint = joint == DIRECT ? COMMA : joint;
        i++;
        continue;
      }
      if ((end = words.matchAny(i, OF)) >= 0) {
        i = end;
      } else if ((end = words.matchAny(i, ANDS)) >= 0) {
        joint = joint == RANGE ? RANGE : AND;
        i = end;
      } else if ((end = words.matchAny(i, List.of("đến hết", "đến"))) >= 0) {
        joint = RANGE;
        i = end;
      } else {
        return NONE;
      }
    }
    return joint;
  }

  private static boolean breaks(Words words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.at(i) == '\n') {
        return true;
      }
    }
    return false;
  }
}
