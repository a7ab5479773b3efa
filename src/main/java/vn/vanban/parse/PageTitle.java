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
 * @param subject what follows
 */
record PageTitle(Reading<DocumentNumber> number, Reading<String> type, Reading<String> subject) {

  /** Only the page's first lines can be its title. */
  private static final int FIRST_LINES = 3;

  private static final int MIN_SUBJECT = 10;

  private static final Pattern NUMBERED =
      Pattern.compile("^(?<type>\\p{L}+(?: \\p{L}+){0,4}) số\\s*:?\\s*(?=\\d)");

  private static final Pattern DATED = Pattern.compile("^[\\s,(]*ngày");

  /** Finds the title in a page's first lines; below it the page's own head must follow. */
  static Optional<PageTitle> of(List<Piece> lines) {
    for (Piece line : lines.subList(0, Math.min(FIRST_LINES, lines.size()))) {
      Matcher numbered = NUMBERED.matcher(line.folded());
      if (!numbered.find() || line.isCapitals()) {
        continue;
      }
      Optional<DocumentType> type = DocumentType.named(numbered.group("type"));
      String rest = line.text().substring(numbered.end());
      Optional<NumberFinder.Found> number =
          NumberFinder.find(rest).stream().filter(f -> f.span().start() == 0).findFirst();
      if (type.isPresent() && number.isPresent() && Character.isUpperCase(line.text().charAt(0))) {
        return title(line, numbered, type.get(), number.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<PageTitle> title(
      Piece line, Matcher numbered, DocumentType type, NumberFinder.Found number) {
    int from = numbered.end();
    int end = from + number.span().end();
    String about = line.text().substring(end).strip();
    boolean dated = DATED.matcher(line.folded().substring(end)).find();
    // "Quyết định số … ngày …" is prose: a title goes on with what it is about.
    if (about.length() < MIN_SUBJECT || dated) {
      return Optional.empty();
    }
    int start = line.text().indexOf(about, end);
    return Optional.of(
        new PageTitle(
            new Reading<>(number.number(), evidence(line, from, end)),
            new Reading<>(type.name(), evidence(line, 0, numbered.end("type"))),
            new Reading<>(about, evidence(line, start, start + about.length()))));
  }

  private static Evidence evidence(Piece line, int from, int to) {
    return new Evidence(line.span(from, to), "page-title", 0.85);
  }
}
