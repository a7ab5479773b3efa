package vn.vanban.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.ProvisionPath.Level;

/** The lines that open a Phần, Chương, Mục, Tiểu mục, Điều or Phụ lục, by the form of the line. */
final class Openings {
  private Openings() {}

  /** {@code Điều 5.}, {@code Điều 146đ:}, {@code Điều thứ nhất}, {@code Điều IV.} (folded). */
  private static final Pattern DIEU =
      Pattern.compile(
          "^điều\\s+(?:(?<n>\\d{1,4}[a-zđ]{0,2})(?:\\s*[.:]|\\s*$|\\s+(?=\\p{L}))"
              + "|(?<o>thứ\\s+\\p{L}{1,9}(?:\\s+\\p{L}{1,9}){0,2}|[ivxl]{1,7})\\s*(?:[.:]|\\p{Pd}|$))");

  /** {@code Điều 28 Luật Xử lý vi phạm hành chính}: a line of prose (folded). */
  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "^(?:luật|bộ luật|nghị định|thông tư|nghị quyết|pháp lệnh|quyết định|hiến pháp|quy chế|quy định|điều lệ|công ước|hiệp định)(?!\\p{L})");

  private static final Pattern CHUONG =
      Pattern.compile(
          "^chương\\s+(?<n>[ivxlc]{1,9}|\\d{1,3}[a-zđ]?|thứ\\s+\\p{L}{1,9}(?:\\s+\\p{L}{1,9})?)\\s*(?:[.:\\p{Pd}]|$|(?=\\s))");
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
  private static final Level[] LEVELS = {
    Level.CHUONG, Level.PHAN, Level.MUC, Level.TIEU_MUC, Level.PHU_LUC
  };
  private static final Pattern[] PATTERNS = {CHUONG, PHAN, MUC, TIEU_MUC, PHU_LUC};

  private static final Pattern DIGITS = Pattern.compile("^(?<v>\\d{1,4})(?<s>.*)$");
  private static final int MAX_HEADING = 400;

  /** No label is longer; what follows is no concern of the patterns. */
  private static final int MAX_LABEL = 80;

  /** The article that a line may open; the order of articles decides. */
  static Optional<ArticleOrder.Candidate> article(Piece line, int at) {
    String folded = start(line.folded());
    if (!folded.startsWith("điều") || !Character.isUpperCase(line.text().charAt(0))) {
      return Optional.empty();
    }
    Matcher m = DIEU.matcher(folded);
    if (!m.find()) {
      return Optional.empty();
    }
    boolean written = m.group("n") == null;
    String number = written ? number(m.group("o")) : m.group("n");
    Matcher digits = DIGITS.matcher(number);
    String end = folded.substring(m.start(), m.end()).strip();
    boolean strong = end.endsWith(".") || end.endsWith(":") || m.end() == line.text().length();
    if (!digits.find() || (!strong && !isHeading(line, m.end()))) {
      return Optional.empty();
    }
    int labelEnd = written ? m.end("o") : m.end("n");
    String heading = Mark.articleHeading(Mark.rest(line, m.end()), MAX_HEADING);
    return Optional.of(
        new ArticleOrder.Candidate(
            at,
            Integer.parseInt(digits.group("v")),
            digits.group("s"),
            Mark.of(Level.DIEU, number, line, labelEnd, heading),
            strong));
  }

  private static String number(String written) {
    OptionalInt roman = Ordinals.value(written);
    return roman.isPresent() ? String.valueOf(roman.getAsInt()) : Ordinals.digits(written);
  }

  /** A line of prose may begin with "Điều 5 của Luật này"; a heading goes on with a capital. */
  private static boolean isHeading(Piece line, int from) {
    String rest = line.text().substring(from);
    return !rest.isEmpty()
        && Character.isUpperCase(rest.charAt(0))
        && rest.length() < 150
        && !OF_ANOTHER.matcher(line.folded().substring(from)).find();
  }

  /** The outer level other than an article that a line opens. */
  static Optional<Mark> outer(List<Piece> lines, int at) {
    Piece line = lines.get(at);
    char first = line.text().charAt(0);
    if ("CPMT".indexOf(first) < 0) {
      return Optional.empty();
    }
    String folded = start(line.folded());
    for (int i = 0; i < LEVELS.length; i++) {
      Matcher level = PATTERNS[i].matcher(folded);
      if (!level.find()) {
        continue;
      }
      boolean appendix = LEVELS[i] == Level.PHU_LUC;
      if (line.text().length() > level.end() + 250) {
        continue;
      }
      String rest = Mark.rest(line, level.end());
      boolean headingLike =
          rest.isEmpty() || (Character.isUpperCase(rest.charAt(0)) && rest.length() < 200);
      if (!headingLike || (appendix && !rest.isEmpty() && !capitals(line.text(), 7))) {
        continue;
      }
      String number = level.group("n") == null ? "" : Ordinals.digits(level.group("n"));
      int labelEnd = level.group("n") == null ? "phụ lục".length() : level.end("n");
      String title = rest.isEmpty() && !appendix ? below(lines, at) : rest;
      return Optional.of(Mark.of(LEVELS[i], number, line, labelEnd, title));
    }
    return Optional.empty();
  }

  private static String start(String line) {
    return line.length() <= MAX_LABEL ? line : line.substring(0, MAX_LABEL);
  }

  /** The heading of a Chương stands below its number, in capitals or on one line. */
  private static String below(List<Piece> lines, int at) {
    StringBuilder heading = new StringBuilder();
    for (int i = at + 1; i < Math.min(lines.size(), at + 4); i++) {
      Piece line = lines.get(i);
      boolean first = heading.isEmpty();
      boolean other =
          DIEU.matcher(start(line.folded())).find() || MUC.matcher(start(line.folded())).find();
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

  static boolean capitals(String text, int length) {
    String start = text.substring(0, Math.min(length, text.length()));
    return start.equals(start.toUpperCase(Locale.ROOT));
  }
}
