package vn.vanban.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;

/**
 * The line that names the type (tên loại), in one of three layouts: alone in capitals; at the
 * beginning of a line in capitals; or as the head of a title that also holds body, number and date
 * ({@code THÔNG TƯ / CỦA BỘ … SỐ … NGÀY …}).
 *
 * @param type the type as read
 * @param index the piece it stands in
 * @param restFrom where in that piece the subject goes on; the piece's length if it does not
 */
record Title(Reading<String> type, int index, int restFrom) {

  /** Forms and papers with a name of their own (folded). */
  private static final Pattern FORM =
      Pattern.compile(
          "^(?:đơn|giấy|tờ khai|phiếu|bản (?:cam kết|khai|kê|kiểm điểm|tường trình|tự|nhận xét|thỏa thuận|án|đăng ký)|văn bản (?:thỏa thuận|cam kết|đề nghị|phân chia|ủy quyền)"
              + "|biên bản|hợp đồng|sổ|danh sách|bảng|lý lịch|hiệp định|công ước|nghị định thư|điều ước|di chúc|cam kết)(?: |$)");

  /** The head noun of a form's name; what follows it is its subject (folded). */
  private static final Pattern HEAD_NOUN =
      Pattern.compile(
          "^(?:đơn(?: (?:đề nghị|yêu cầu|xin|khởi kiện|khiếu nại|tố cáo|kiến nghị|trình báo|đăng ký|kháng cáo|từ chối|phản ánh))?|tờ khai|hiệp định|công ước|nghị định thư|điều ước|văn bản \\p{L}+ \\p{L}+|bản \\p{L}+ \\p{L}+|giấy (?:phép|mời|chứng nhận|giới thiệu|ủy quyền|xác nhận|đề nghị|biên nhận|cam kết|khai sinh|chứng tử)|phiếu \\p{L}+|biên bản|hợp đồng|danh sách)(?= |$)");

  /** A whole title on one line: {@code THÔNG TƯ CỦA BỘ … SỐ … NGÀY …} (folded). */
  private static final Pattern RUN_ON =
      Pattern.compile(
          "^(?:nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết|chỉ thị|sắc lệnh|pháp lệnh) của .{3,120} số\\s*:?\\s*\\d");

  private static final int FIRST_LINE = 120;
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\d{1,3}\\]");

  /** {@code PHỤ LỤC}, {@code Phụ lục III} (folded). */
  static final Pattern APPENDIX =
      Pattern.compile("phụ lục(?:\\s+(?:số\\s*)?(?:[ivxl]+|\\d{1,3}|[a-d]))?\\s*[.:]?");

  /** A word or two that make a type more special: {@code BÁO CÁO THAM LUẬN} (folded). */
  private static final Pattern TYPE_EXTENSION =
      Pattern.compile("(?!của|về|số|v/v)\\p{L}+(?: \\p{L}+){0,2}");

  private static final Pattern FORM_NAME_END =
      Pattern.compile("\\s*(?:\\(|:|về việc |v/v |\\.\\.|…)");

  /** Finds the title in a head; after the letterhead if there is one. */
  static Optional<Title> of(Head head) {
    int from = head.motto();
    Optional<Title> after = search(head, from, head.pieces().size());
    return after.isPresent() || from == 0 ? after : search(head, 0, from);
  }

  private static Optional<Title> search(Head head, int from, int to) {
    for (int i = from; i < to; i++) {
      Piece piece = head.pieces().get(i);
      if (APPENDIX.matcher(piece.folded()).matches()) {
        return Optional.of(title(piece, "Phụ lục", i, 0, piece.text().length(), 0.95));
      }
      String name = FOOTNOTE.matcher(piece.folded()).replaceAll("").replaceAll("[\\s:*]+$", "");
      Optional<DocumentType> exact = DocumentType.named(name);
      if (RUN_ON.matcher(piece.folded()).find() && piece.isCapitals()) {
        DocumentType type = DocumentType.leading(piece.folded()).orElseThrow();
        return Optional.of(title(piece, type.name(), i, 0, type.name().length(), 0.9));
      }
      if (exact.isPresent() && isTitleCase(piece)) {
        return Optional.of(title(piece, exact.get().name(), i, 0, piece.text().length(), 0.97));
      }
    }
    for (int i = from; i < to; i++) {
      Piece piece = head.pieces().get(i);
      if (!piece.isCapitals()) {
        continue;
      }
      Optional<DocumentType> leading = DocumentType.leading(piece.folded());
      if (leading.isPresent() && !FORM.matcher(piece.folded()).find()) {
        int end = Math.min(leading.get().name().length(), piece.text().length());
        boolean subjectBelow = i + 1 < to && !head.pieces().get(i + 1).isCapitals();
        String rest = piece.folded().substring(end).strip();
        if (subjectBelow && TYPE_EXTENSION.matcher(rest).matches()) {
          String whole = sentenceCase(piece.text());
          return Optional.of(title(piece, whole, i, 0, piece.text().length(), 0.8));
        }
        return Optional.of(title(piece, leading.get().name(), i, 0, end, 0.9));
      }
      if (FORM.matcher(piece.folded()).find()) {
        int end =
            formNameEnd(
                piece, i + 1 < to ? Optional.of(head.pieces().get(i + 1)) : Optional.empty());
        String printed = piece.text().substring(0, end);
        return Optional.of(title(piece, sentenceCase(printed), i, 0, end, 0.8));
      }
    }
    Optional<Title> lost = withoutCapitals(head, from, to);
    return lost.isPresent() ? lost : firstLine(head, from);
  }

  /** A paper without any letterhead: {@code Báo cáo so sánh hai phương án}. */
  private static Optional<Title> firstLine(Head head, int from) {
    if (head.hasMotto() || from != 0 || head.pieces().isEmpty()) {
      return Optional.empty();
    }
    Piece first = head.pieces().getFirst();
    Optional<DocumentType> leading = DocumentType.leading(first.folded());
    boolean sentence = first.folded().matches(".*[.;,]$|.*\\p{L} số\\s*:?\\s*\\d.*");
    if (leading.isEmpty() || sentence || first.text().length() > FIRST_LINE) {
      return Optional.empty();
    }
    int end = leading.get().name().length();
    return Character.isUpperCase(first.text().charAt(0))
        ? Optional.of(title(first, leading.get().name(), 0, 0, end, 0.7))
        : Optional.empty();
  }

  /** A capital font that was lost: {@code quyết định của ủy ban nhân dân tỉnh} below the motto. */
  private static Optional<Title> withoutCapitals(Head head, int from, int to) {
    if (!head.hasMotto() || from == 0) {
      return Optional.empty();
    }
    for (int i = from; i < to; i++) {
      Piece piece = head.pieces().get(i);
      Optional<DocumentType> leading = DocumentType.leading(piece.folded());
      if (leading.isPresent()) {
        int end = leading.get().name().length();
        if (piece.folded().startsWith(" của ", end)) {
          return Optional.of(title(piece, leading.get().name(), i, 0, piece.text().length(), 0.8));
        }
      }
    }
    return Optional.empty();
  }

  /** Alone on its line a type stands in capitals, or with one capital in older and typed files. */
  private static boolean isTitleCase(Piece piece) {
    return piece.isCapitals() || Character.isUpperCase(piece.text().charAt(0));
  }

  /**
   * A form's name ends where its subject begins: in brackets, on the next line, or behind its noun.
   */
  private static int formNameEnd(Piece piece, Optional<Piece> next) {
    Matcher end = FORM_NAME_END.matcher(piece.folded());
    if (end.find(1)) {
      return end.start();
    }
    boolean subjectBelow =
        next.map(n -> n.folded().matches("^\\(?(?:v/v|về việc|vv)\\b.*")).orElse(false);
    Matcher noun = HEAD_NOUN.matcher(piece.folded());
    return !subjectBelow && noun.find() ? noun.end() : piece.text().length();
  }

  private static Title title(
      Piece piece, String name, int index, int from, int to, double confidence) {
    return new Title(
        new Reading<>(name, new Evidence(piece.span(from, to), "type-line", confidence)),
        index,
        to);
  }

  static String sentenceCase(String printed) {
    String lower = printed.toLowerCase(java.util.Locale.ROOT).strip();
    return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
