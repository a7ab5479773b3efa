package vn.vanban.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** A broken file is told by its first defects. */
  private static final int MAX_PROBLEMS = 5;

  private static final Pattern ROMAN = Pattern.compile("[ivx]+");

  /**
   * Reads the provisions of a text.
   *
   * @param lines its lines
   * @param quotes what of them is quoted
   * @param textLength its length
   * @param warnings takes one warning where the articles have gaps or doubles
   */
  static List<Provision> read(List<Piece> lines, Quotes quotes, int textLength, Warnings warnings) {
    ProvisionMarks.Result found = ProvisionMarks.of(lines, quotes);
    if (!found.problems().isEmpty()) {
      int more = found.problems().size() - MAX_PROBLEMS;
      String told = found.problems().stream().limit(MAX_PROBLEMS).collect(Collectors.joining("; "));
      warnings.add(
          "provisions",
          "Bố cục không liên tục: " + told + (more > 0 ? "; và %d chỗ khác".formatted(more) : ""),
          found.places().getFirst());
    }
    return spans(found.marks(), found.ends(), textLength);
  }

  private static List<Provision> spans(List<Mark> marks, List<Integer> ends, int end) {
    int nextEnd = 0;
    Siblings siblings = new Siblings();
    int[] stops = new int[marks.size()];
    Deque<Integer> open = new ArrayDeque<>();
    List<ProvisionPath> paths = new ArrayList<>(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      for (; nextEnd < ends.size() && ends.get(nextEnd) <= mark.start(); nextEnd++) {
        while (!open.isEmpty()) {
          stops[open.pop()] = ends.get(nextEnd);
        }
      }
      while (!open.isEmpty() && depth(mark) <= depth(marks.get(open.peek()))) {
        stops[open.pop()] = mark.start();
      }
      int parent = open.isEmpty() ? -1 : open.peek();
      String number = siblings.unique(parent, mark);
      paths.add(
          parent < 0
              ? new ProvisionPath(List.of(new Step(mark.level(), number)))
              : paths.get(parent).child(mark.level(), number));
      open.push(i);
    }
    int last = nextEnd < ends.size() ? ends.get(nextEnd) : end;
    while (!open.isEmpty()) {
      stops[open.pop()] = last;
    }
    List<Provision> provisions = new ArrayList<>(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      Span span = new Span(mark.start(), stops[i]);
      provisions.add(new Provision(paths.get(i), mark.label(), mark.heading(), span));
    }
    return provisions;
  }

  /** Gives each provision a number of its own among its siblings: a second Điều 5 is 5-2. */
  private static final class Siblings {
    private final Map<String, Integer> seen = new HashMap<>();

    String unique(int parent, Mark mark) {
      int times = seen.merge(parent + " " + mark.level() + " " + mark.number(), 1, Integer::sum);
      if (times == 1) {
        return mark.number();
      }
      return mark.number().isEmpty() ? String.valueOf(times) : mark.number() + "-" + times;
    }
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
