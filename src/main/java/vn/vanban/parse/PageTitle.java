package vn.vanban.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Evidence;
import vn.vanban.law.NumberFinder;
import vn.vanban.law.Reading;

/**
 * The title that a database's page prints above a document: {@code Thông tư số 109/2025/TT-BCA Quy
 * định về …}. It serves where the document's own letterhead is missing, and to compare with it.
 *
 * @param number the number it names
 * @param type the type it names
 * @param subject what follows, if anything does
 */
record PageTitle(
    Reading<DocumentNumber> number, Reading<String> type, Optional<Reading<String>> subject) {

  /** Only the page's first lines can be its title. */
  private static final int FIRST_LINES = 3;

  private static final int MIN_SUBJECT = 10;

  private static final Pattern NUMBERED =
      Pattern.compile("^(?<type>\\p{L}+(?: \\p{L}+){0,4}?)(?: số\\s*:?)?\\s*(?=\\d)");

  /** Below a title without subject the page must go on with its panel (folded). */
  private static final Pattern PANEL =
      Pattern.compile("^(?:(?:còn|hết|chưa có|ngưng|không còn) hiệu lực.*|ngày có hiệu lực.*|--)$");

  private static final Pattern DATED = Pattern.compile("^[\\s,(]*ngày");

  /** Finds the title in a page's first lines; below it the page's own head must follow. */
  static Optional<PageTitle> of(List<Piece> lines) {
    for (int i = 0; i < Math.min(FIRST_LINES, lines.size()); i++) {
      Piece line = lines.get(i);
      Matcher numbered = NUMBERED.matcher(line.folded());
      if (!numbered.find() || line.isCapitals()) {
        continue;
      }
      Optional<DocumentType> type = DocumentType.named(numbered.group("type"));
      String rest = line.text().substring(numbered.end());
      Optional<NumberFinder.Found> number =
          NumberFinder.find(rest).stream().filter(f -> f.span().start() == 0).findFirst();
      if (type.isPresent() && number.isPresent() && Character.isUpperCase(line.text().charAt(0))) {
        boolean panel = i + 1 < lines.size() && PANEL.matcher(lines.get(i + 1).folded()).matches();
        return title(line, numbered, type.get(), number.get(), panel);
      }
    }
    return Optional.empty();
  }

  private static Optional<PageTitle> title(
      Piece line, Matcher numbered, DocumentType type, NumberFinder.Found number, boolean panel) {
    int from = numbered.end();
    int end = from + number.span().end();
    String about = line.text().substring(end).strip();
    boolean dated = DATED.matcher(line.folded().substring(end)).find();
    // "Quyết định số … ngày …" is prose: a title goes on with what it is about.
    if (dated || (about.length() < MIN_SUBJECT && !panel)) {
      return Optional.empty();
    }
    int start = line.text().indexOf(about, end);
    Optional<Reading<String>> subject =
        about.length() < MIN_SUBJECT
            ? Optional.empty()
            : Optional.of(new Reading<>(about, evidence(line, start, start + about.length())));
    return Optional.of(
        new PageTitle(
            new Reading<>(number.number(), evidence(line, from, end)),
            new Reading<>(type.name(), evidence(line, 0, numbered.end("type"))),
            subject));
  }

  /**
   * Whether this number may stand where the letterhead's is missing: there is no slot, or the slot
   * is open and has the same symbol and year ({@code Số: /2025/TT-BXD}).
   */
  boolean fills(NumberReader.Result slot, Head head) {
    if (slot.piece() < 0) {
      return true;
    }
    String printed = head.pieces().get(slot.piece()).text();
    String canonical = number.value().canonical();
    int slash = canonical.indexOf('/');
    return slot.blankSymbol().isPresent()
        && slash > 0
        && printed.replaceAll("\\s", "").endsWith(canonical.substring(slash));
  }

  private static Evidence evidence(Piece line, int from, int to) {
    return new Evidence(line.span(from, to), "page-title", 0.85);
  }
}
