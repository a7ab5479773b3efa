package vn.vanban.registry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Reading;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;

/** Submissions for tests; invented bodies and sentences. */
final class Samples {
  static final String PLAN =
      """
      ỦY BAN NHÂN DÂN TỈNH SÔNG MẪU
      Số: 15/KH-UBND
      Sông Mẫu, ngày 05 tháng 3 năm 2021
      KẾ HOẠCH
      Trồng cây phân tán tại các xã ven sông năm 2021
      I. Mục tiêu
      Mỗi thôn trồng ít nhất ba trăm cây bóng mát dọc đường liên thôn, giao đoàn thanh niên chăm sóc.
      II. Tổ chức thực hiện
      Chi cục Kiểm lâm cấp giống trước ngày 20 tháng 4 và kiểm tra tỷ lệ cây sống vào cuối quý ba.
      """;

  static final String OTHER =
      """
      ỦY BAN NHÂN DÂN TỈNH SÔNG MẪU
      Số: 15/KH-UBND
      Sông Mẫu, ngày 11 tháng 6 năm 2021
      KẾ HOẠCH
      Diễn tập phòng cháy tại chợ đầu mối
      1. Thời gian: bảy giờ sáng thứ bảy, tiểu thương nghỉ bán nửa ngày.
      2. Lực lượng: cảnh sát phòng cháy, y tế dự phòng, ban quản lý chợ và hai tổ dân phố lân cận.
      3. Kinh phí lấy từ nguồn chi thường xuyên của ban quản lý.
      """;

  private Samples() {}

  static LegalDocument document(
      DocumentKind kind, String number, String issuer, String issued, int length) {
    Evidence evidence = new Evidence(new Span(0, Math.min(4, length)), "test", 0.875);
    return new LegalDocument(
        kind,
        number.isEmpty()
            ? Optional.empty()
            : Optional.of(new Reading<>(new DocumentNumber(number), evidence)),
        Optional.of(new Reading<>("Kế hoạch", evidence)),
        issuer.isEmpty() ? List.of() : List.of(new Reading<>(new IssuingBody(issuer), evidence)),
        issued.isEmpty()
            ? Optional.empty()
            : Optional.of(new Reading<>(LocalDate.parse(issued), evidence)),
        Optional.of(new Reading<>("trồng cây phân tán", evidence)),
        List.of(new Reading<>(new Signer("Lê Thị Mẫu", Optional.of("KT. CHỦ TỊCH")), evidence)),
        Handling.NONE,
        Effect.UNSTATED,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Provision(
                new ProvisionPath(
                    List.of(new ProvisionPath.Step(ProvisionPath.Level.SECTION, "i"))),
                "I.",
                "Mục tiêu",
                new Span(0, length))),
        List.of());
  }

  static Submission submission(String source, LegalDocument document, String text) {
    return new Submission(
        source,
        "text/plain",
        (source + "\n" + text).getBytes(StandardCharsets.UTF_8),
        text,
        text,
        document);
  }

  /** The plan of the province of Sông Mẫu, or whatever else is said in its place. */
  static Submission plan(String source, String issuer, String issued, String text) {
    return submission(
        source, document(DocumentKind.ORIGINAL, "15/KH-UBND", issuer, issued, text.length()), text);
  }

  static Submission plan(String source) {
    return plan(source, "Ủy ban nhân dân tỉnh Sông Mẫu", "2021-03-05", PLAN);
  }

  /** A document that shares its identity with no other of these. */
  static Submission numbered(int i) {
    String text = PLAN + "\nVăn bản thứ " + i + " của loạt thử.";
    return submission(
        "loat/" + i + ".txt",
        document(
            DocumentKind.ORIGINAL,
            i + "/KH-UBND",
            "Ủy ban nhân dân tỉnh Sông Mẫu",
            "2021-03-05",
            text.length()),
        text);
  }

  /** Now a row, now a file: both must survive. */
  static Submission forced(int i) {
    return i % 3 == 0 ? large(i) : numbered(i);
  }

  /**
   * A numbered document whose original is too large for the database: it is a file, and its bytes,
   * like those of a docx, cannot be packed any further.
   */
  static Submission large(int i) {
    Submission small = numbered(i);
    byte[] original = new byte[Originals.SMALL_BYTES + 1 + i];
    new Random(i).nextBytes(original);
    System.arraycopy(small.original(), 0, original, 0, small.original().length);
    return new Submission(
        small.source(),
        small.mediaType(),
        original,
        small.extractedText(),
        small.repairedText(),
        small.document());
  }
}
