package vn.vanban.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.ProvisionPath.Level;

/**
 * Finds the lines that open provisions, by the form of their labels and by their order: a Khoản
 * follows the Khoản before it, a Điểm the Điểm before it.
 */
final class ProvisionMarks {
  private ProvisionMarks() {}

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

  /** A number and a space may be a quantity: {@code 30 hộ dân}. */
  private static final Pattern QUANTITY = Pattern.compile("^\\d+ ");

  private static final int MAX_HEADING = 400;
  private static final int MAX_SECTION_HEADING = 150;

  /** The marks of a document with articles; the numbered sections of one without. */
  static List<Mark> of(List<Piece> lines) {
    BitSet quoted = Quotes.quoted(lines);
    List<Mark> marks = marks(lines, quoted, true);
    boolean articles = marks.stream().anyMatch(m -> m.level() == Level.DIEU);
    return articles ? marks : marks(lines, quoted, false);
  }

  private static List<Mark> marks(List<Piece> lines, BitSet quoted, boolean articles) {
    List<Mark> marks = new ArrayList<>();
    boolean inArticle = false;
    int khoan = 0;
    char diem = 0;
    for (int i = 0; i < lines.size(); i++) {
      Piece line = lines.get(i);
      if (quoted.get(i)) {
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
        marks.add(Mark.of(Level.KHOAN, clause.group("n"), line, clause.end("n") + 1, ""));
        continue;
      }
      Matcher point = DIEM.matcher(line.folded());
      if (point.find() && pointFollows(point.group("n"), diem)) {
        diem = point.group("n").charAt(0);
        marks.add(Mark.of(Level.DIEM, point.group("n"), line, point.end("n") + 1, ""));
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
      String number = ordinal ? Ordinals.digits(m.group("o")) : m.group("n");
      int labelEnd = ordinal ? m.end("o") : m.end("n");
      String rest = Mark.rest(line, m.end());
      return Optional.of(
          Mark.of(Level.DIEU, number, line, labelEnd, Mark.articleHeading(rest, MAX_HEADING)));
    }
    Level[] levels = {Level.CHUONG, Level.PHAN, Level.MUC, Level.TIEU_MUC, Level.PHU_LUC};
    Pattern[] patterns = {CHUONG, PHAN, MUC, TIEU_MUC, PHU_LUC};
    for (int i = 0; i < levels.length; i++) {
      Matcher level = patterns[i].matcher(folded);
      if (!level.find()) {
        continue;
      }
      boolean appendix = levels[i] == Level.PHU_LUC;
      String rest = Mark.rest(line, level.end());
      boolean headingLike =
          rest.isEmpty() || (Character.isUpperCase(rest.charAt(0)) && rest.length() < 200);
      if (!headingLike || (appendix && !capitals(line.text(), 7))) {
        continue;
      }
      String number = level.group("n") == null ? "" : Ordinals.digits(level.group("n"));
      int labelEnd = level.group("n") == null ? "phụ lục".length() : level.end("n");
      String title = rest.isEmpty() && !appendix ? below(lines, at) : rest;
      return Optional.of(Mark.of(levels[i], number, line, labelEnd, title));
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
    if (numbered.find() && !QUANTITY.matcher(line.text()).lookingAt()) {
      return Optional.of(sectionMark(numbered, line));
    }
    Matcher point = DIEM.matcher(line.folded());
    return point.find() ? Optional.of(sectionMark(point, line)) : Optional.empty();
  }

  private static Mark sectionMark(Matcher m, Piece line) {
    String heading = Mark.sectionHeading(Mark.rest(line, m.end()), MAX_SECTION_HEADING);
    int labelEnd = Math.min(line.text().length(), m.end("n") + 1);
    return Mark.of(Level.SECTION, m.group("n"), line, labelEnd, heading);
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
    int end = 0;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    return Integer.parseInt(number.substring(0, end));
  }

  private static char last(String number) {
    return number.charAt(number.length() - 1);
  }

  private static boolean capitals(String text, int length) {
    String start = text.substring(0, Math.min(length, text.length()));
    return start.equals(start.toUpperCase(Locale.ROOT));
  }
}
