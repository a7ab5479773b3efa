package vn.vanban.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;

/**
 * Reads the structure: Phần, Chương, Mục, Tiểu mục, Điều, Khoản, Điểm, Phụ lục; in documents
 * without Điều the numbered sections. Malformed structure is read as far as it goes. Source: Luật
 * Ban hành văn bản quy phạm pháp luật, and NĐ 30/2020, Phụ lục I, mục II.6.
 */
final class ProvisionReader {
  private ProvisionReader() {}

  private static final Pattern ROMAN = Pattern.compile("[ivx]+");

  /**
   * Reads the provisions of a text.
   *
   * @param lines its lines
   * @param textLength its length
   */
  static List<Provision> read(List<Piece> lines, int textLength) {
    return spans(ProvisionMarks.of(lines), textLength);
  }

  private static List<Provision> spans(List<Mark> marks, int end) {
    int[] stops = new int[marks.size()];
    Deque<Integer> open = new ArrayDeque<>();
    List<ProvisionPath> paths = new ArrayList<>(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      while (!open.isEmpty() && depth(mark) <= depth(marks.get(open.peek()))) {
        stops[open.pop()] = mark.start();
      }
      Step step = new Step(mark.level(), mark.number());
      paths.add(
          open.isEmpty()
              ? new ProvisionPath(List.of(step))
              : paths.get(open.peek()).child(step.level(), step.number()));
      open.push(i);
    }
    while (!open.isEmpty()) {
      stops[open.pop()] = end;
    }
    List<Provision> provisions = new ArrayList<>(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      Span span = new Span(mark.start(), stops[i]);
      provisions.add(new Provision(paths.get(i), mark.label(), mark.heading(), span));
    }
    return provisions;
  }

  private static int depth(Mark mark) {
    return switch (mark.level()) {
      case PHU_LUC -> 0;
      case PHAN -> 1;
      case CHUONG -> 2;
      case MUC -> 3;
      case TIEU_MUC -> 4;
      case DIEU -> 5;
      case KHOAN -> 6;
      case DIEM -> 7;
      case SECTION -> sectionDepth(mark.number());
    };
  }

  /** I. holds 1., which holds 1.1., which holds a). */
  private static int sectionDepth(String number) {
    if (ROMAN.matcher(number).matches()) {
      return 8;
    }
    if (Character.isDigit(number.charAt(0))) {
      return 9 + (int) number.chars().filter(c -> c == '.').count();
    }
    return 14;
  }
}
