package vn.vanban.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.Reading;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;

/**
 * Reads the stamps that say how a document is to be treated (dấu chỉ độ mật, mức độ khẩn, chỉ dẫn
 * về phạm vi lưu hành; NĐ 30/2020, Phụ lục I, mục II.9.b). A stamp stands alone in the head, in
 * capitals or behind its label; the same words in prose are none.
 */
final class HandlingReader {
  private HandlingReader() {}

  private static final Map<String, Secrecy> SECRECY =
      Map.of(
          "mật", Secrecy.CONFIDENTIAL,
          "tối mật", Secrecy.SECRET,
          "tuyệt mật", Secrecy.TOP_SECRET);

  private static final Map<String, Urgency> URGENCY =
      Map.of(
          "khẩn", Urgency.URGENT,
          "thượng khẩn", Urgency.VERY_URGENT,
          "hỏa tốc", Urgency.EXPRESS);

  private static final String OPEN = "[\\[(\\s*\"“]*";
  private static final String CLOSE = "[\\])\\s*.!\"”]*";

  /** {@code TỐI MẬT}, {@code Độ mật: Mật} (folded). */
  private static final Pattern SECRET =
      Pattern.compile(
          OPEN + "(?<label>độ mật\\s*:\\s*|dấu\\s*:\\s*)?(?<mark>mật|tối mật|tuyệt mật)" + CLOSE);

  /** {@code HỎA TỐC}, {@code HỎA TỐC HẸN GIỜ}, {@code Độ khẩn: Khẩn} (folded). */
  private static final Pattern URGENT =
      Pattern.compile(
          OPEN
              + "(?<label>(?:mức )?độ khẩn\\s*:\\s*)?(?<mark>khẩn|thượng khẩn|hỏa tốc)(?:,?\\s*hẹn giờ[^\\n]{0,30}|\\s*\\(?\\d{1,2}\\s*(?:giờ|h)[^\\n]{0,30})?"
              + CLOSE);

  /** {@code Lưu hành nội bộ}, {@code XEM XONG TRẢ LẠI} (folded). */
  private static final Pattern INTERNAL =
      Pattern.compile(
          OPEN
              + "(?:tài liệu\\s+)?(?:lưu hành nội bộ|xem xong trả lại|(?:chỉ\\s+)?sử dụng nội bộ|(?:không|cấm) phổ biến)"
              + CLOSE);

  private static final int MAX_STAMP = 60;

  /**
   * Reads the stamps before the text proper.
   *
   * @param bodyStart where the text proper begins
   */
  static Handling read(List<Piece> lines, int bodyStart) {
    Optional<Reading<Secrecy>> secrecy = Optional.empty();
    Optional<Reading<Urgency>> urgency = Optional.empty();
    Optional<Reading<Visibility>> visibility = Optional.empty();
    for (Piece line : lines) {
      if (line.start() >= bodyStart) {
        break;
      }
      for (Piece piece : Pieces.columns(line)) {
        if (piece.text().length() <= MAX_STAMP) {
          secrecy = secrecy.or(() -> mark(piece, SECRET, SECRECY, "secrecy-stamp"));
          urgency = urgency.or(() -> mark(piece, URGENT, URGENCY, "urgency-stamp"));
          visibility = visibility.or(() -> internal(piece));
        }
      }
    }
    return new Handling(secrecy, urgency, visibility);
  }

  private static <T> Optional<Reading<T>> mark(
      Piece piece, Pattern pattern, Map<String, T> marks, String rule) {
    Matcher m = pattern.matcher(piece.folded());
    if (!m.matches() || (m.group("label") == null && !isPrinted(piece, m))) {
      return Optional.empty();
    }
    Evidence evidence = new Evidence(piece.span(m.start("mark"), m.end("mark")), rule, 0.95);
    return Optional.ofNullable(marks.get(m.group("mark")))
        .map(mark -> new Reading<>(mark, evidence));
  }

  /** In capitals, or with one as a typed stamp has it: {@code Hỏa tốc}. */
  private static boolean isPrinted(Piece piece, Matcher m) {
    return Character.isUpperCase(piece.text().charAt(m.start("mark")));
  }

  private static Optional<Reading<Visibility>> internal(Piece piece) {
    return INTERNAL.matcher(piece.folded()).matches()
        ? Optional.of(
            new Reading<>(
                Visibility.INTERNAL, new Evidence(piece.span(), "circulation-mark", 0.95)))
        : Optional.empty();
  }
}
