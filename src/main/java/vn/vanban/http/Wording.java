package vn.vanban.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.VietnamTime;

/** How things are called on pages. */
final class Wording {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("id", "Mã"),
          Map.entry("kind", "Tính chất"),
          Map.entry("number", "Số, ký hiệu"),
          Map.entry("type", "Loại văn bản"),
          Map.entry("title", "Tên văn bản"),
          Map.entry("issuer", "Cơ quan ban hành"),
          Map.entry("issued", "Ngày ban hành"),
          Map.entry("subject", "Trích yếu"),
          Map.entry("signer", "Người ký"),
          Map.entry("signerCapacity", "Chức vụ người ký"),
          Map.entry("effective", "Ngày có hiệu lực"),
          Map.entry("legalBases", "Căn cứ"),
          Map.entry("expires", "Ngày hết hiệu lực"),
          Map.entry("secrecy", "Độ mật"),
          Map.entry("urgency", "Độ khẩn"),
          Map.entry("visibility", "Phạm vi phổ biến"),
          Map.entry("provisions", "Bố cục"),
          Map.entry("text", "Nội dung"));

  private Wording() {}

  static String field(String name) {
    return FIELDS.getOrDefault(name, name);
  }

  /** What a reader must know about the file; empty where it is simply the document. */
  static String badge(DocumentKind kind) {
    return kind == DocumentKind.ORIGINAL ? "" : kind.vietnamese();
  }

  /** The badge in a sentence. */
  static String kindNote(DocumentKind kind) {
    return switch (kind) {
      case ORIGINAL, OTHER -> "";
      case DRAFT -> "Văn bản này chưa được ban hành: còn để trống số hoặc ngày.";
      case COPY -> "Tệp này là bản sao của văn bản.";
      case CONSOLIDATION -> "Văn bản này gộp một văn bản với những lần sửa đổi nó.";
      case ANNOUNCEMENT -> "Tệp này là trang đưa tin về văn bản, không phải chính văn bản.";
      case ATTACHMENT -> "Tệp này kèm theo một văn bản khác; số và ngày là của văn bản ấy.";
      case FORM -> "Tệp này là mẫu để điền.";
    };
  }

  static String date(LocalDate date) {
    return VietnamTime.written(date);
  }

  static String count(long number) {
    return String.format(VIETNAMESE, "%,d", number);
  }

  /**
   * How many were found; a number that may be too small says so, and is never below what is shown.
   */
  static String total(long counted, boolean atLeast, long shown) {
    return atLeast ? "ít nhất " + count(Math.max(counted, shown)) : count(counted);
  }

  static String took(Duration took) {
    double seconds = took.toNanos() / 1e9;
    return seconds < 0.01 ? "chưa đến 0,01 giây" : String.format(VIETNAMESE, "%.2f giây", seconds);
  }

  static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " byte";
    }
    return bytes < 1_000_000
        ? String.format(VIETNAMESE, "%.0f kB", bytes / 1e3)
        : String.format(VIETNAMESE, "%.1f MB", bytes / 1e6);
  }

  /** What people call a kind of file. */
  static String mediaType(String mediaType) {
    String bare = mediaType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "application/pdf" -> "PDF";
      case "application/msword" -> "Word (DOC)";
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
          "Word (DOCX)";
      case "application/vnd.ms-excel" -> "Excel (XLS)";
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "Excel (XLSX)";
      case "application/vnd.oasis.opendocument.text" -> "OpenDocument (ODT)";
      case "application/rtf", "text/rtf" -> "RTF";
      case "text/html", "application/xhtml+xml" -> "Trang web (HTML)";
      case "text/plain" -> "Văn bản thuần (TXT)";
      case "message/rfc822" -> "Thư điện tử (EML)";
      default -> bare;
    };
  }

  /** {@code Kế hoạch 383/KH-UBND}: what is known of type and number. */
  static String name(String type, String number) {
    return (type + " " + (type.isEmpty() && !number.isEmpty() ? "Văn bản số " : "") + number)
        .strip();
  }
}
