package vn.vanban.parse;

import java.util.List;
import java.util.Optional;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Reading;

/**
 * Notices that a file holds more than one document: a further letterhead, with motto, number and
 * date filled in, below the first one's text. A form's letterhead has blanks, a quoted or copied
 * one has no number of its own.
 */
final class FurtherDocuments {
  private FurtherDocuments() {}

  /** A letterhead ends within so many lines of its motto. */
  private static final int LETTERHEAD_LINES = 8;

  /**
   * Warns of each further document.
   *
   * @param lines all lines of the text
   * @param bodyStart where the first document's text proper begins
   * @param own the first document's number
   */
  static void warn(
      List<Piece> lines, int bodyStart, Optional<Reading<DocumentNumber>> own, Warnings warnings) {
    for (int i = 0; i < lines.size(); i++) {
      Piece line = lines.get(i);
      if (line.start() <= bodyStart || !line.folded().contains("cộng hòa xã hội chủ nghĩa")) {
        continue;
      }
      if (Pieces.motto(line).isPresent()) {
        letterhead(lines, i)
            .filter(number -> !own.map(Reading::value).equals(Optional.of(number.value())))
            .ifPresent(number ->
                warnings.add(
                    "text",
                    "Tệp chứa thêm văn bản số " + number.value(),
                    number.evidence().span()));
      }
    }
  }

  /** The number of a letterhead whose date is filled in too. */
  private static Optional<Reading<DocumentNumber>> letterhead(List<Piece> lines, int motto) {
    List<Piece> pieces =
        Pieces.of(
            lines.subList(
                Math.max(0, motto - LETTERHEAD_LINES / 2),
                Math.min(lines.size(), motto + LETTERHEAD_LINES)),
            4 * LETTERHEAD_LINES);
    boolean dated =
        pieces.stream()
            .filter(piece -> piece.text().length() < 80)
            .flatMap(piece -> Dates.find(piece.folded()).stream())
            .anyMatch(found -> found.date().isPresent());
    return dated ? NumberReader.slot(pieces) : Optional.empty();
  }
}
