package vn.vanban.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Span;

/**
 * Finds the lines that open provisions, by the form of their labels and by their order: a Khoản
 * follows the Khoản before it, a Điểm the Điểm before it.
 */
final class ProvisionMarks {
  /**
   * {@code 2. Hộ nuôi ong}, with slips of the pen {@code 2 . Hộ} and {@code 2., Hộ}; a list's
   * number may stand on a line of its own (folded).
   */
  private static final Pattern KHOAN =
      Pattern.compile("^(?<label>(?<n>\\d{1,3}[a-zđ]?)\\s?\\.)(?:,?\\s+(?=\\S)|(?=\\p{L})|$)");

  private static final Pattern DIEM =
      Pattern.compile("^(?<n>[a-zđ]{1,2}\\d?)(?:\\)\\s*|\\.\\s+(?=\\S))");
  private static final Pattern POINT_SECTION =
      Pattern.compile("^(?<n>[a-zđ]{1,2}\\d?)\\)\\s*(?=\\S)");
  private static final Pattern ROMAN =
      Pattern.compile("^(?<n>[IVX]{1,5})\\s*(?:[.)]|[/\\-–](?=\\s*\\p{Lu}))\\s*(?=\\S)");
  private static final Pattern NUMBERED =
      Pattern.compile("^(?<n>\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)/]?\\s+(?=\\S)");

  /** Points in their order: f, j, w and z are no letters of the alphabet (NĐ 30/2020). */
  private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

  /** A number and a space may be a quantity: {@code 30 hộ dân}. */
  private static final Pattern QUANTITY = Pattern.compile("^\\d+ ");

  /** The amending document's own Khoản (folded). */
  private static final Pattern AMENDS =
      Pattern.compile("^\\d+\\p{L}?\\.\\s*(?:sửa đổi|bổ sung|thay|bãi bỏ)");

  /** {@code Điều 5. Phạm vi ........ 12}: a line of a table of contents. */
  private static final Pattern CONTENTS_LINE = Pattern.compile("(?:\\.{4}|…{2}|\\t)\\s*\\d{1,4}$");

  private static final int MAX_SECTION_HEADING = 150;

  /** A table of contents has at most so many lines for each line that looks like an opening. */
  private static final int LINES_OF_CONTENTS = 3;

  private final List<Piece> lines;
  private final Quotes quotes;
  private final Map<Integer, ArticleOrder.Candidate> articles = new HashMap<>();
  private final TreeMap<Integer, Mark> outer = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();

  private ProvisionMarks(List<Piece> lines, Quotes quotes) {
    this.lines = lines;
    this.quotes = quotes;
  }

  /**
   * What was found.
   *
   * @param marks in reading order
   * @param ends offsets at which all that is open ends
   * @param problems articles missing or double, in Vietnamese
   * @param places their spans
   */
  record Result(List<Mark> marks, List<Integer> ends, List<String> problems, List<Span> places) {}

  /** The marks of a document with articles; the numbered sections of one without. */
  static Result of(List<Piece> lines, Quotes quotes) {
    return new ProvisionMarks(lines, quotes).read();
  }

  private Result read() {
    for (int i = 0; i < lines.size(); i++) {
      if (quotes.hasLine(i) || isContentsLine(lines.get(i))) {
        continue;
      }
      Optional<ArticleOrder.Candidate> article = Openings.article(lines.get(i), i);
      if (article.isPresent()) {
        articles.put(i, article.get());
      } else {
        Optional<Mark> mark = Openings.outer(lines, i);
        if (mark.isPresent()) {
          outer.put(i, mark.get());
        }
      }
    }
    dropContents();
    Parts.Result parts = Parts.of(lines, quotes, articles, outer);
    BitSet accepted = accepted(parts);
    if (accepted.isEmpty()) {
      return new Result(sections(), List.of(), List.of(), List.of());
    }
    List<Integer> ends = parts.ends().stream().map(i -> lines.get(i).start()).toList();
    List<Mark> marks = provisions(parts, accepted);
    return new Result(marks, ends, problems, places);
  }

  private static boolean isContentsLine(Piece line) {
    return line.text().length() < 300
        && Character.isDigit(line.text().charAt(line.text().length() - 1))
        && CONTENTS_LINE.matcher(line.text()).find();
  }

  /** What stands between "MỤC LỤC" and the second coming of its first entry is no structure. */
  private void dropContents() {
    TreeMap<Integer, String> keys = new TreeMap<>();
    outer.forEach((line, mark) -> {
      if (mark.level() == Level.PHAN || mark.level() == Level.CHUONG) {
        keys.put(line, mark.level() + mark.number());
      }
    });
    articles.forEach((line, article) -> keys.put(line, Level.DIEU + article.number()));
    int contents = 0;
    while (contents < lines.size() && !lines.get(contents).folded().equals("mục lục")) {
      contents++;
    }
    Integer first = keys.higherKey(contents);
    if (contents == lines.size() || first == null) {
      return;
    }
    int entries = 1;
    String opening = keys.get(first);
    for (Map.Entry<Integer, String> key : keys.tailMap(first, false).entrySet()) {
      if (key.getValue().equals(opening)) {
        if (key.getKey() - first <= entries * LINES_OF_CONTENTS) {
          int end = key.getKey();
          outer.keySet().removeIf(line -> line >= first && line < end);
          articles.keySet().removeIf(line -> line >= first && line < end);
        }
        return;
      }
      entries++;
    }
  }

  private BitSet accepted(Parts.Result parts) {
    TreeMap<Integer, List<ArticleOrder.Candidate>> byPart = new TreeMap<>();
    new TreeMap<>(articles)
        .forEach((line, article) -> {
          int part = parts.part().get(line);
          if (part != Parts.NONE) {
            byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(article);
          }
        });
    BitSet accepted = new BitSet();
    byPart.forEach((part, candidates) -> {
      ArticleOrder.Result order = ArticleOrder.of(candidates, lines);
      order.accepted().forEach(accepted::set);
      String where = part == 0 ? "" : " trong " + parts.names().get(part);
      order.problems().forEach(problem -> problems.add(problem + where));
      places.addAll(order.places());
    });
    return accepted;
  }

  private List<Mark> sections() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (quotes.hasLine(i) || articles.containsKey(i)) {
        continue;
      }
      Mark mark = outer.get(i);
      boolean appendix = mark != null && mark.level() == Level.PHU_LUC;
      if (mark != null && (!appendix || Openings.capitals(lines.get(i).text(), 7))) {
        marks.add(mark);
      } else {
        section(lines.get(i)).ifPresent(marks::add);
      }
    }
    return marks;
  }

  private List<Mark> provisions(Parts.Result parts, BitSet accepted) {
    List<Mark> marks = new ArrayList<>();
    boolean inArticle = false;
    boolean foreign = false;
    boolean amending = false;
    int khoan = 0;
    char diem = 0;
    for (int i = 0; i < lines.size(); i++) {
      Optional<Mark> opening = opening(i, parts, accepted);
      if (opening.isPresent()) {
        marks.add(opening.get());
        inArticle = accepted.get(i);
        foreign = false;
        amending = lines.get(i).folded().contains("sửa đổi");
        khoan = 0;
        diem = 0;
        continue;
      }
      ArticleOrder.Candidate rejected = articles.get(i);
      foreign |= rejected != null && rejected.strong();
      inArticle &= parts.part().get(i) != Parts.NONE;
      if (!inArticle || quotes.hasLine(i)) {
        continue;
      }
      Piece line = lines.get(i);
      Matcher clause = KHOAN.matcher(line.folded());
      boolean amends = AMENDS.matcher(line.folded()).find();
      amending |= amends;
      boolean clauses = (!foreign || amends) && clause.find();
      boolean gap = clauses && !amending && khoan > 0 && leading(clause.group("n")) == khoan + 2;
      if (clauses && (gap || follows(clause.group("n"), khoan))) {
        if (gap) {
          problems.add("thiếu khoản %d %s".formatted(khoan + 1, article(marks)));
          places.add(line.span(0, clause.end("label")));
        }
        khoan = leading(clause.group("n"));
        diem = 0;
        foreign = false;
        marks.add(Mark.of(Level.KHOAN, clause.group("n"), line, clause.end("label"), ""));
        continue;
      }
      Matcher point = DIEM.matcher(line.folded());
      if (!foreign && point.find() && pointFollows(point.group("n"), diem)) {
        diem = point.group("n").charAt(0);
        marks.add(Mark.of(Level.DIEM, point.group("n"), line, point.end("n") + 1, ""));
      }
    }
    return marks;
  }

  /** The label of the article that is open. */
  private static String article(List<Mark> marks) {
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.get(i).level() == Level.DIEU) {
        return marks.get(i).label();
      }
    }
    return "";
  }

  private Optional<Mark> opening(int at, Parts.Result parts, BitSet accepted) {
    Mark part = parts.openings().get(at);
    if (part != null) {
      return Optional.of(part);
    }
    ArticleOrder.Candidate article = articles.get(at);
    if (article != null && accepted.get(at)) {
      return Optional.of(article.mark());
    }
    return Optional.ofNullable(outer.get(at))
        .filter(mark -> mark.level() != Level.PHU_LUC)
        .filter(mark -> parts.part().get(at) != Parts.NONE);
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
    Matcher point = POINT_SECTION.matcher(line.folded());
    return point.find() ? Optional.of(sectionMark(point, line)) : Optional.empty();
  }

  private static Mark sectionMark(Matcher m, Piece line) {
    String heading = Mark.sectionHeading(Mark.rest(line, m.end()), MAX_SECTION_HEADING);
    int labelEnd = Math.min(line.text().length(), m.end("n") + 1);
    return Mark.of(Level.SECTION, m.group("n"), line, labelEnd, heading);
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
}
