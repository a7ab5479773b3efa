package vn.vanban.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document as a number series sees it.
 *
 * @param documentId names the document
 * @param kind what it is to the document that bears the number
 * @param number as read
 * @param type tên loại, where it was read
 * @param issued ngày ban hành, where it was read
 * @param secret whether it bears a mark of secrecy (độ mật)
 */
public record SeriesEntry(
    String documentId,
    DocumentKind kind,
    DocumentNumber number,
    Optional<String> type,
    Optional<LocalDate> issued,
    boolean secret) {

  /** A registered document's entry; empty where no number was read. */
  public static Optional<SeriesEntry> of(String documentId, LegalDocument document) {
    return document
        .number()
        .map(number ->
            new SeriesEntry(
                documentId,
                document.kind(),
                number.value(),
                document.type().map(Reading::value),
                document.issued().map(Reading::value),
                document.handling().secrecy().isPresent()));
  }
}
