package vn.vanban.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/**
 * Reads the structure: Phần, Chương, Mục, Tiểu mục, Điều, Khoản, Điểm, Phụ lục; in documents
 * without Điều the numbered sections. Malformed structure is read as far as it goes. Source: Luật
 * Ban hành văn bản quy phạm pháp luật, and NĐ 30/2020, Phụ lục I, mục II.6.
 */
final class ProvisionReader {
  private ProvisionReader() {}

  /** A line that opens a provision. */
  private record Mark(Level level, String number, String label, String heading, int start) {}

  /** {@code Điều 5.}, {@code Điều 146đ:}, {@code Điều thứ nhất} (folded). */
  private static final Pattern DIEU =
      Pattern.compile(
          "^điều\\s+(?:(?<n>\\d{1,4}[a-zđ]{0,2})(?:\\s*[.:]|\\s*$|\\s+(?=\\p{L}))|(?<o>thứ\\s+\\p{L}+(?:\\s+\\p{L}+)?)\\s*[.:])");

  private static final Pattern CHUONG =
      Pattern.compile(
          "^chương\\s+(?<n>[ivxlc]+|\\d{1,3}|thứ\\s+\\p{L}+)\\s*(?:[.:\\p{Pd}]|$|(?=\\s))");
  private static final Pattern PHAN =
      Pattern.compile(
          "^phần\\s+(?<n>thứ\\s+\\p{L}+|[ivxlc]+|\\d{1,2}|[a-d])\\s*(?:[.:\\p{Pd}]|$|(?=\\s))");
  private static final Pattern MUC =
      Pattern.compile("^mục\\s+(?<n>\\d{1,2}|[ivxlc]+|[a-d])\\s*(?:[.:\\p{Pd}]|$|(?=\\s))");
  private static final Pattern TIEU_MUC =
      Pattern.compile("^tiểu\\s+mục\\s+(?<n>\\d{1,2}|[ivxlc]+)\\s*(?:[.:\\p{Pd}]|$|(?=\\s))");
  private static final Pattern PHU_LUC =
      Pattern.compile(
          "^phụ\\s+lục(?:\\s+(?:số\\s+)?(?<n>[ivxlc]+|\\d{1,3}|[a-z]))?\\s*(?:[.:\\p{Pd}(]|$)");
  private static final Pattern KHOAN = Pattern.compile("^(?<n>\\d{1,3}[a-zđ]?)\\.\\s+(?=\\S)");
  private static final Pattern DIEM = Pattern.compile("^(?<n>[a-zđ]{1,2}\\d?)\\)\\s*(?=\\S)");
  private static final Pattern ROMAN =
      Pattern.compile("^(?<n>[IVX]{1,5})\\s*(?:[.)]|[/\\-–](?=\\s*\\p{Lu}))\\s*(?=\\S)");
  private static final Pattern NUMBERED =
      Pattern.compile("^(?<n>\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)/]?\\s+(?=\\S)");

  /** Points in their order: f, j, w and z are no letters of the alphabet (NĐ 30/2020). */
  private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

  private static final int MAX_HEADING = 400;
  private static final int MAX_QUOTED_LINES = 400;

  /**
   * Reads the provisions of a text.
   *
   * @param lines its lines
   * @param textLength its length
   */
  static List<Provision> read(List<Piece> lines, int textLength) {
    List<Mark> marks = marks(lines, true);
    boolean articles = marks.stream().anyMatch(m -> m.level() == Level.DIEU);
    return spans(articles ? marks : marks(lines, false), textLength);
  }

  private static List<Mark> marks(List<Piece> lines, boolean articles) {
    List<Mark> marks = new ArrayList<>();
    boolean inArticle = false;
    int khoan = 0;
    char diem = 0;
    int quoted = 0;
    for (int i = 0; i < lines.size(); i++) {
      Piece line = lines.get(i);
      // What stands in quotation marks is the wording of another document.
      if (quoted > 0) {
        quoted = closesQuote(line.text()) ? 0 : quoted - 1;
        continue;
      }
      if (opensQuote(line.text())) {
        quoted = closesQuote(line.text()) ? 0 : MAX_QUOTED_LINES;
        continue;
      }
      Optional<Mark> outer = outer(line, lines, i);
      if (outer.isPresent()) {
        Mark mark = outer.get();
        boolean dieu = mark.level() == Level.DIEU;
        if (!dieu || articles) {
          marks.add(mark);
          inArticle = dieu;
          khoan = 0;
          diem = 0;
        }
        continue;
      }
      if (!articles) {
        section(line).ifPresent(marks::add);
        continue;
      }
      if (!inArticle) {
        continue;
      }
      Matcher clause = KHOAN.matcher(line.folded());
      if (clause.find() && follows(clause.group("n"), khoan)) {
        khoan = leading(clause.group("n"));
        diem = 0;
        marks.add(mark(Level.KHOAN, clause.group("n"), line, clause.end("n") + 1, ""));
        continue;
      }
      Matcher point = DIEM.matcher(line.folded());
      if (point.find() && pointFollows(point.group("n"), diem)) {
        diem = point.group("n").charAt(0);
        marks.add(mark(Level.DIEM, point.group("n"), line, point.end("n") + 1, ""));
      }
    }
    return marks;
  }

  private static Optional<Mark> outer(Piece line, List<Piece> lines, int at) {
    String folded = line.folded();
    if (!Character.isUpperCase(line.text().charAt(0))) {
      return Optional.empty();
    }
    Matcher m = DIEU.matcher(folded);
    if (folded.startsWith("điều") && m.find() && isArticle(line, m)) {
      boolean ordinal = m.group("n") == null;
      String number = ordinal ? ordinal(m.group("o")) : m.group("n");
      int labelEnd = ordinal ? m.end("o") : m.end("n");
      String rest = heading(line, m.end());
      return Optional.of(
          mark(Level.DIEU, number, line, labelEnd, rest.length() <= MAX_HEADING ? rest : ""));
    }
    Level[] levels = {Level.CHUONG, Level.PHAN, Level.MUC, Level.TIEU_MUC, Level.PHU_LUC};
    Pattern[] patterns = {CHUONG, PHAN, MUC, TIEU_MUC, PHU_LUC};
    for (int i = 0; i < levels.length; i++) {
      Matcher level = patterns[i].matcher(folded);
      if (!level.find()) {
        continue;
      }
      boolean appendix = levels[i] == Level.PHU_LUC;
      String rest = heading(line, level.end());
      boolean headingLike =
          rest.isEmpty() || (Character.isUpperCase(rest.charAt(0)) && rest.length() < 200);
      if (!headingLike || (appendix && !capitals(line.text(), 7))) {
        continue;
      }
      String number = level.group("n") == null ? "" : ordinal(level.group("n"));
      int labelEnd = level.group("n") == null ? "phụ lục".length() : level.end("n");
      String title = rest.isEmpty() && !appendix ? below(lines, at) : rest;
      return Optional.of(mark(levels[i], number, line, labelEnd, title));
    }
    return Optional.empty();
  }

  /** A line of prose may begin with "Điều 5 của Luật này"; a heading goes on with a capital. */
  private static boolean isArticle(Piece line, Matcher m) {
    String end = line.folded().substring(m.start(), m.end()).strip();
    if (end.endsWith(".") || end.endsWith(":") || m.end() == line.folded().length()) {
      return true;
    }
    String rest = line.text().substring(m.end());
    return !rest.isEmpty() && Character.isUpperCase(rest.charAt(0)) && rest.length() < 150;
  }

  private static Optional<Mark> section(Piece line) {
    Matcher roman = ROMAN.matcher(line.text());
    if (roman.find()) {
      return Optional.of(sectionMark(roman, line));
    }
    Matcher numbered = NUMBERED.matcher(line.folded());
    if (numbered.find() && !line.text().matches("^\\d+ .*")) {
      return Optional.of(sectionMark(numbered, line));
    }
    Matcher point = DIEM.matcher(line.folded());
    return point.find() ? Optional.of(sectionMark(point, line)) : Optional.empty();
  }

  private static Mark sectionMark(Matcher m, Piece line) {
    String rest = heading(line, m.end());
    String heading = rest.length() <= 150 ? rest : "";
    int labelEnd = Math.min(line.text().length(), m.end("n") + 1);
    return mark(Level.SECTION, m.group("n"), line, labelEnd, heading);
  }

  private static Mark mark(Level level, String number, Piece line, int labelEnd, String heading) {
    String label = line.text().substring(0, Math.min(labelEnd, line.text().length())).strip();
    return new Mark(level, slug(number), label, heading, line.start());
  }

  private static String slug(String number) {
    return number.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
  }

  private static String heading(Piece line, int from) {
    return line.text().substring(from).replaceFirst("^[\\s.:\\p{Pd}]+", "").strip();
  }

  /** The heading of a Chương stands below its number, in capitals or on one line. */
  private static String below(List<Piece> lines, int at) {
    StringBuilder heading = new StringBuilder();
    for (int i = at + 1; i < Math.min(lines.size(), at + 4); i++) {
      Piece line = lines.get(i);
      boolean first = heading.isEmpty();
      boolean other = DIEU.matcher(line.folded()).find() || MUC.matcher(line.folded()).find();
      if (other || (!line.isCapitals() && !(first && line.text().length() < 120))) {
        break;
      }
      heading.append(first ? "" : " ").append(line.text());
      if (!line.isCapitals()) {
        break;
      }
    }
    return heading.toString();
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
    if (number.matches("[ivx]+")) {
      return 8;
    }
    if (Character.isDigit(number.charAt(0))) {
      return 9 + (int) number.chars().filter(c -> c == '.').count();
    }
    return 14;
  }

  private static boolean follows(String number, int previous) {
    int value = leading(number);
    return value == previous + 1 || (value == previous && !Character.isDigit(last(number)));
  }

  private static boolean pointFollows(String point, char previous) {
    int at = POINTS.indexOf(point.charAt(0));
    int before = previous == 0 ? -1 : POINTS.indexOf(previous);
    return at == before + 1 || (at == before && point.length() > 1) || at == before + 2;
  }

  private static int leading(String number) {
    return Integer.parseInt(number.replaceAll("\\D.*", ""));
  }

  private static char last(String number) {
    return number.charAt(number.length() - 1);
  }

  private static String ordinal(String printed) {
    String word = Folding.unaccented(printed).replaceFirst("^thu\\s+", "");
    List<String> words =
        List.of(
            "nhat",
            "hai",
            "ba",
            "tu",
            "nam",
            "sau",
            "bay",
            "tam",
            "chin",
            "muoi",
            "muoi mot",
            "muoi hai");
    int at = words.indexOf(word);
    return at < 0 ? printed : String.valueOf(at + 1);
  }

  private static boolean capitals(String text, int length) {
    String start = text.substring(0, Math.min(length, text.length()));
    return start.equals(start.toUpperCase(Locale.ROOT));
  }

  private static boolean opensQuote(String text) {
    return text.startsWith("“") || text.startsWith("\"") || text.startsWith("«");
  }

  private static boolean closesQuote(String text) {
    String end = text.replaceAll("[\\s.;,]+$", "");
    return end.endsWith("”") || end.endsWith("»") || (end.length() > 1 && end.endsWith("\""));
  }
}
