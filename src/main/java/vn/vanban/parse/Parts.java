package vn.vanban.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.viet.Folding;

/**
 * The parts of a file whose articles run from 1: the document itself; a regulation issued with it
 * (quy chế ban hành kèm theo), which opens with its name in capitals; a second document. What
 * follows a signature or an appendix's name otherwise is forms and tables, whose "Điều 1" are no
 * provisions.
 */
final class Parts {
  /** The part of lines that belong to none. */
  static final int NONE = -1;

  private static final Pattern CLOSES =
      Pattern.compile(
          "^(?:\\P{L}{0,3}nơi nhận(?!\\p{L})|(?:tm|kt|tuq)\\s*\\.\\s*\\p{L}"
              + "|(?:luật|bộ luật|pháp lệnh|nghị quyết) này (?:đã )?(?:được|do) .{0,80}thông qua)");

  private static final Pattern SIGNED = Pattern.compile("\\(\\s?đã ký\\s?\\)");

  private static final Pattern REGULATION =
      Pattern.compile(
          "^(?<name>quy chế|quy định|điều lệ|quy trình|nội quy|quy chuẩn|hướng dẫn|thể lệ)(?!\\p{L})");

  /** Their name alone, below a signature, is enough; the others need "kèm theo". */
  private static final Pattern ALWAYS_ATTACHED =
      Pattern.compile("^(?:quy chế|điều lệ|nội quy)(?!\\p{L})");

  private static final Pattern NUMBER_SLOT =
      Pattern.compile("^(?:luật )?số\\s*:?\\s*\\d{1,5}\\s*[/\\p{Pd}]");

  private static final int LINES_OF_HEADING = 6;
  private static final int LINES_OF_LETTERHEAD = 8;
  private static final int LONGEST_HEADING_LINE = 300;

  private final List<Piece> lines;
  private final Map<Integer, ArticleOrder.Candidate> articles;
  private final int[] nextArticle;
  private final int[] part;
  private final Map<Integer, Mark> openings = new HashMap<>();
  private final List<Integer> ends = new ArrayList<>();
  private final Map<Integer, String> names = new HashMap<>();

  private int current;
  private int parts = 1;
  private int article;
  private boolean anyArticle;
  private int closedAt = -1;
  private boolean forms;

  private Parts(List<Piece> lines, Map<Integer, ArticleOrder.Candidate> articles) {
    this.lines = lines;
    this.articles = articles;
    this.part = new int[lines.size()];
    this.nextArticle = new int[lines.size() + 1];
    int next = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      ArticleOrder.Candidate here = articles.get(i);
      nextArticle[i + 1] = next;
      next = here != null && here.strong() ? here.value() : next;
    }
    nextArticle[0] = next;
  }

  /**
   * What was found.
   *
   * @param part of each line
   * @param openings the lines that open a part or an appendix
   * @param ends the lines at which all that is open ends, for what follows is no provision's text
   * @param names the names of parts other than the first
   */
  record Result(
      List<Integer> part,
      Map<Integer, Mark> openings,
      List<Integer> ends,
      Map<Integer, String> names) {}

  /** Finds the parts. */
  static Result of(
      List<Piece> lines,
      Quotes quotes,
      Map<Integer, ArticleOrder.Candidate> articles,
      Map<Integer, Mark> outer) {
    Parts parts = new Parts(lines, articles);
    for (int i = 0; i < lines.size(); i++) {
      if (!quotes.hasLine(i)) {
        parts.line(i, Optional.ofNullable(outer.get(i)));
      }
      parts.part[i] = parts.forms || parts.closedAt >= 0 ? NONE : parts.current;
    }
    parts.confirmEnd();
    return new Result(
        Arrays.stream(parts.part).boxed().toList(), parts.openings, parts.ends, parts.names);
  }

  private void line(int at, Optional<Mark> outer) {
    Piece line = lines.get(at);
    ArticleOrder.Candidate candidate = articles.get(at);
    if (candidate != null) {
      article(candidate);
      return;
    }
    if (outer.isPresent() && outer.get().level() == Level.PHU_LUC) {
      appendix(at, outer.get());
      return;
    }
    if (!anyArticle || line.text().length() > LONGEST_HEADING_LINE) {
      return;
    }
    if (opensRegulation(at)) {
      open(at, regulation(at));
    } else if (closed() && opensDocument(at)) {
      open(at, document(at));
    } else if (article > 0 && !closed() && (closes(line) || signs(at))) {
      closedAt = at;
    }
  }

  private void article(ArticleOrder.Candidate candidate) {
    boolean next = candidate.value() == article + 1;
    if (!forms && candidate.strong() && next) {
      article++;
      anyArticle = true;
      closedAt = -1;
    } else if (closedAt >= 0 && candidate.strong() && candidate.value() == 1) {
      enterForms();
    }
  }

  private void appendix(int at, Mark mark) {
    boolean goesOn = !closed() && article > 0 && nextArticle[at + 1] == article + 1;
    boolean plain = closed() || Openings.capitals(lines.get(at).text(), 7);
    if (goesOn || !plain) {
      return;
    }
    openings.put(at, mark);
    if (anyArticle) {
      enterForms();
    }
  }

  private boolean closed() {
    return forms || closedAt >= 0;
  }

  private void enterForms() {
    confirmEnd();
    forms = true;
  }

  private void confirmEnd() {
    if (closedAt >= 0) {
      ends.add(closedAt);
      closedAt = -1;
    }
  }

  private static boolean closes(Piece line) {
    char first = line.text().charAt(0);
    boolean may = !Character.isLowerCase(first);
    return may && CLOSES.matcher(line.folded()).find();
  }

  /** {@code BỘ TRƯỞNG} right above {@code (Đã ký)}: a signature without recipients. */
  private boolean signs(int at) {
    return lines.get(at).isCapitals()
        && at + 1 < lines.size()
        && SIGNED.matcher(lines.get(at + 1).folded()).matches();
  }

  private boolean opensRegulation(int at) {
    Piece line = lines.get(at);
    if (!REGULATION.matcher(line.folded()).find()
        || !line.isCapitals()
        || nextArticle[at + 1] != 1) {
      return false;
    }
    if (closed() && ALWAYS_ATTACHED.matcher(line.folded()).find()) {
      return true;
    }
    for (int i = at; i < Math.min(lines.size(), at + LINES_OF_HEADING); i++) {
      if (articles.containsKey(i)) {
        return false;
      }
      if (lines.get(i).text().length() < LONGEST_HEADING_LINE
          && lines.get(i).folded().contains("kèm theo")) {
        return true;
      }
    }
    return false;
  }

  /** A motto and a number below it: one more document in the file. */
  private boolean opensDocument(int at) {
    if (Pieces.motto(lines.get(at)).isEmpty() || nextArticle[at + 1] != 1) {
      return false;
    }
    for (int i = at; i < Math.min(lines.size(), at + LINES_OF_LETTERHEAD); i++) {
      for (Piece column : Pieces.columns(lines.get(i))) {
        if (NUMBER_SLOT.matcher(column.folded()).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** A part of its own; below an appendix's name the appendix is its place. */
  private void open(int at, Mark mark) {
    boolean appendix =
        openings.containsKey(at - 1)
            || openings.containsKey(at - 2)
            || openings.containsKey(at - 3);
    confirmEnd();
    if (!appendix) {
      openings.put(at, mark);
    }
    current = parts++;
    names.put(current, (mark.label() + " " + mark.heading()).strip());
    article = 0;
    forms = false;
  }

  private Mark regulation(int at) {
    Piece line = lines.get(at);
    Matcher name = REGULATION.matcher(line.folded());
    if (!name.find()) {
      throw new IllegalStateException("no regulation at " + line.span());
    }
    StringBuilder heading = new StringBuilder(Mark.rest(line, name.end()));
    for (int i = at + 1; i < Math.min(lines.size(), at + LINES_OF_HEADING); i++) {
      String text = lines.get(i).text();
      if (text.startsWith("(")
          || lines.get(i).isRule()
          || text.length() > LONGEST_HEADING_LINE
          || articles.containsKey(i)
          || lines.get(i).folded().startsWith("chương")) {
        break;
      }
      heading.append(heading.isEmpty() ? "" : " ").append(text);
    }
    String number = Folding.unaccented(name.group("name")).replace(' ', '-');
    return new Mark(
        Level.PHU_LUC,
        number,
        line.text().substring(0, name.end()),
        heading.toString(),
        line.start());
  }

  private Mark document(int at) {
    return new Mark(Level.PHU_LUC, "van-ban", "Văn bản khác trong tệp", "", lines.get(at).start());
  }
}
