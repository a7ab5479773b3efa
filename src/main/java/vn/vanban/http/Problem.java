package vn.vanban.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.vanban.ingest.ReadingUnavailableException;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.RegistryException;
import vn.vanban.registry.Tombstone;
import vn.vanban.search.IndexUnavailableException;

/** A request that cannot be answered as asked; becomes problem details (RFC 9457) or a page. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  private final int status;
  private final String code;
  private final String title;
  private final @Nullable String parameter;
  private final transient List<String> allowed; // never serialised
  private final transient List<String> stored; // never serialised
  private final int position;

  private Problem(
      int status,
      String code,
      String title,
      String detail,
      @Nullable String parameter,
      List<String> allowed) {
    this(status, code, title, detail, parameter, allowed, List.of(), NOWHERE);
  }

  private Problem(
      int status,
      String code,
      String title,
      String detail,
      @Nullable String parameter,
      List<String> allowed,
      List<String> stored,
      int position) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
    this.parameter = parameter;
    this.allowed = List.copyOf(allowed);
    this.stored = List.copyOf(stored);
    this.position = position;
  }

  static Problem unknownParameter(String name, List<String> known) {
    return new Problem(
        400,
        "unknown-parameter",
        "Tham số không có",
        known.isEmpty()
            ? "Địa chỉ này không nhận tham số nào, kể cả “" + name + "”."
            : "Không có tham số “" + name + "”. Các tham số có: " + String.join(", ", known) + ".",
        name,
        known);
  }

  static Problem badParameter(String name, String detail) {
    return new Problem(400, "bad-parameter", "Tham số không hợp lệ", detail, name, List.of());
  }

  static Problem unknownValue(String name, String value, List<String> allowed) {
    return new Problem(
        400,
        "bad-parameter",
        "Tham số không hợp lệ",
        "Tham số “"
            + name
            + "” không nhận “"
            + value
            + "”. Các giá trị có: "
            + String.join(", ", allowed)
            + ".",
        name,
        allowed);
  }

  /** A query that would cost too much. */
  static Problem tooComplex(String name, int most, int position) {
    return new Problem(
        400,
        "query-too-complex",
        "Câu hỏi quá phức tạp",
        "Tham số “%s” ghép quá %d điều kiện (cụm từ, trường, nhóm từ); điều kiện thừa bắt đầu ở ký tự thứ %d."
            .formatted(name, most, position + 1),
        name,
        List.of(),
        List.of(),
        position);
  }

  /** A place in results that are no longer kept (RFC 9110, 15.5.11). */
  static Problem expired(String name, String detail) {
    return new Problem(410, "expired", "Đã hết hạn", detail, name, List.of());
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "bad-request", "Yêu cầu không hợp lệ", detail, null, List.of());
  }

  static Problem notFound(String detail) {
    return new Problem(404, "not-found", "Không tìm thấy", detail, null, List.of());
  }

  /** A value that may mean several things. */
  static Problem unclearParameter(String name, String detail, List<String> meant) {
    return new Problem(
        400,
        "bad-parameter",
        "Tham số không hợp lệ",
        detail + " Hãy chọn một: " + String.join("; ", meant) + ".",
        name,
        meant);
  }

  /** A value that names nothing here, with what comes nearest to it. */
  static Problem notFoundBut(String name, String detail, List<String> nearest) {
    return new Problem(
        404,
        "not-found",
        "Không tìm thấy",
        nearest.isEmpty() ? detail : detail + " Gần nhất: " + String.join("; ", nearest) + ".",
        name,
        nearest);
  }

  static Problem noSuchDocument() {
    return notFound("Không có văn bản nào mang mã này trong kho.");
  }

  /** A range of bytes that the file does not have (RFC 9110, 15.5.17). */
  static Problem noSuchRange(long size) {
    return new Problem(
        416,
        "no-such-range",
        "Không có khoảng byte này",
        "Tệp có %d byte; khoảng được hỏi nằm ngoài tệp.".formatted(size),
        null,
        List.of());
  }

  /** A writing request without the right secret (RFC 9110, 15.5.2). */
  static Problem unauthorized() {
    return unauthorized(
        "Việc này cần một mã truy cập (vanban token create) trong đầu đề Authorization: Bearer, hoặc đăng nhập.");
  }

  /** A token that is wrong, expired or revoked (RFC 6750, 3.1). */
  static Problem invalidToken() {
    return unauthorized(
        "Mã truy cập trong đầu đề Authorization sai, đã hết hạn hoặc đã bị thu hồi.");
  }

  private static Problem unauthorized(String detail) {
    return new Problem(401, "unauthorized", "Chưa được phép", detail, null, List.of());
  }

  /** A scope that the token or person lacks (RFC 6750, 3.1: insufficient_scope). */
  static Problem lacking(String scope) {
    return new Problem(
        403,
        "insufficient-scope",
        "Không được phép",
        "Việc này cần quyền “" + scope + "”.",
        null,
        List.of(scope));
  }

  /** Too many attempts to sign in (RFC 6585, 4). */
  static Problem tooManyAttempts() {
    return new Problem(
        429,
        "too-many-attempts",
        "Thử quá nhiều lần",
        "Đã có quá nhiều lần đăng nhập không thành. Xin thử lại sau mười lăm phút.",
        null,
        List.of());
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "forbidden", "Không được phép", detail, null, List.of());
  }

  static Problem tooLarge(String detail) {
    return new Problem(413, "too-large", "Quá lớn", detail, null, List.of());
  }

  /** What is asked for is understood, and cannot be done (RFC 9110, 15.5.21). */
  static Problem unprocessable(String detail) {
    return new Problem(422, "unprocessable", "Không thực hiện được", detail, null, List.of());
  }

  /** What is asked for does not fit what became of the document (RFC 9110, 15.5.10). */
  static Problem conflict(String detail) {
    return new Problem(409, "conflict", "Không còn phù hợp", detail, null, List.of());
  }

  /** The disk or the database took nothing (RFC 4918, 11.5). */
  static Problem notStored(RegistryException failure, List<String> stored) {
    return new Problem(
        507,
        "not-stored",
        "Chưa ghi được vào sổ",
        failure.getMessage()
            + (stored.isEmpty()
                ? ""
                : " Trước đó đã ghi: %s. Gửi lại cả nhóm không ghi trùng."
                    .formatted(String.join(", ", stored))),
        null,
        List.of(),
        stored,
        NOWHERE);
  }

  /** The disk took no part of a form (RFC 4918, 11.5). */
  static Problem notKept() {
    return new Problem(
        507,
        "not-stored",
        "Chưa ghi được vào sổ",
        "Máy chủ chưa giữ được biểu mẫu, có thể vì đĩa đầy; chưa ghi gì. Lỗi đã được ghi lại; xin gửi lại sau.",
        null,
        List.of());
  }

  /** A document that was removed or erased (RFC 9110, 15.5.11). */
  static Problem gone(Tombstone tombstone) {
    return new Problem(
        410,
        "gone",
        "Đã được gỡ",
        "Văn bản này đã được %s khỏi kho ngày %s."
            .formatted(
                tombstone.erased() ? "xóa nội dung" : "gỡ",
                VietnamTime.written(LocalDate.ofInstant(tombstone.at(), VietnamTime.ZONE))),
        null,
        List.of());
  }

  static Problem methodNotAllowed(String method, List<String> allowed) {
    return new Problem(
        405,
        "method-not-allowed",
        "Phương thức không được phép",
        "Địa chỉ này không nhận "
            + method
            + "; các phương thức được phép: "
            + String.join(", ", allowed)
            + ".",
        null,
        allowed);
  }

  /** A client asks more than its share (RFC 6585, 4). */
  static Problem tooMany(long seconds) {
    return new Problem(
        429,
        "too-many-requests",
        "Quá nhiều yêu cầu",
        "Quý vị hỏi nhanh quá mức cho phép. Xin thử lại sau %d giây.".formatted(seconds),
        null,
        List.of());
  }

  static Problem busy() {
    return new Problem(
        503,
        "busy",
        "Máy chủ đang bận",
        "Đang có quá nhiều yêu cầu cùng lúc. Xin thử lại sau ít giây.",
        null,
        List.of());
  }

  /** Requests are better sent elsewhere for now. */
  static Problem notReady(String status) {
    return new Problem(
        503,
        "not-ready",
        "Chưa sẵn sàng",
        "Máy chủ chưa trả lời được đầy đủ (trạng thái %s).".formatted(status),
        null,
        List.of());
  }

  /** Nothing can be searched until the index is there again. */
  static Problem rebuilding(IndexUnavailableException unavailable) {
    return new Problem(
        503,
        "index-rebuilding",
        "Chỉ mục đang được dựng lại",
        String.valueOf(unavailable.getMessage()),
        null,
        List.of());
  }

  /** A file was sent that this machine cannot read now, and is not to blame. */
  static Problem readingUnavailable(ReadingUnavailableException unavailable) {
    return new Problem(
        503,
        "reading-unavailable",
        "Chưa đọc được tệp",
        String.valueOf(unavailable.getMessage()),
        null,
        List.of());
  }

  static Problem internal() {
    return new Problem(
        500,
        "internal",
        "Lỗi máy chủ",
        "Máy chủ gặp lỗi khi trả lời. Lỗi đã được ghi lại; xin thử lại sau.",
        null,
        List.of());
  }

  static Problem unsupportedMediaType(String detail) {
    return new Problem(
        415, "unsupported-media-type", "Kiểu nội dung không nhận", detail, null, List.of());
  }

  /** Anything else that the HTTP library refuses. */
  static Problem other(int status) {
    return new Problem(
        status,
        "http-" + status,
        status >= 500 ? "Lỗi máy chủ" : "Yêu cầu không hợp lệ",
        status >= 500
            ? "Máy chủ không trả lời được yêu cầu này."
            : "Máy chủ không nhận yêu cầu này.",
        null,
        List.of());
  }

  int status() {
    return status;
  }

  /** A stable name, the end of {@code type}. */
  String code() {
    return code;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  /** The parameter that is wrong. */
  Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** Where in the parameter the fault begins, in UTF-16 units. */
  OptionalInt position() {
    return position == NOWHERE ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** The files of the request that were stored before it failed. */
  List<String> stored() {
    return stored;
  }

  /** What would have been right: known parameters, or methods. */
  List<String> allowed() {
    return allowed;
  }
}
