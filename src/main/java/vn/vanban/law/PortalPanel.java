package vn.vanban.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the page of a legal database prints beside a document's text (bảng thuộc tính): a second
 * source, which is never taken for the document's own words.
 *
 * @param number số hiệu
 * @param type loại văn bản
 * @param issuer cơ quan ban hành, as printed
 * @param issued ngày ban hành; of a consolidated text ngày ký xác thực
 * @param effective ngày có hiệu lực
 * @param expires ngày hết hiệu lực
 * @param status tình trạng hiệu lực on the day the page was saved, as printed: {@code Còn hiệu lực}
 * @param signer người ký
 */
public record PortalPanel(
    Optional<Reading<DocumentNumber>> number,
    Optional<Reading<String>> type,
    Optional<Reading<String>> issuer,
    Optional<Reading<LocalDate>> issued,
    Optional<Reading<LocalDate>> effective,
    Optional<Reading<LocalDate>> expires,
    Optional<Reading<String>> status,
    Optional<Reading<String>> signer) {
  /** No panel. */
  public static final PortalPanel NONE =
      new PortalPanel(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
