package vn.vanban.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.law.Warning;
import vn.vanban.registry.Submission;

/** Documents made up for the tests of this room, as ingestion would submit them. */
final class SampleTexts {
  static final String PLAN =
      """
      ỦY BAN NHÂN DÂN
      TỈNH MẪU SƠN
      Số: 383/KH-UBND
      Mẫu Sơn, ngày 26 tháng 02 năm 2020
      KẾ HOẠCH
      Thực hiện công tác bình đẳng giới năm 2020
      Căn cứ Luật Bình đẳng giới; tỉnh đề ra các việc sau đây.
      Chương I
      MỤC TIÊU
      Điều 1. Yêu cầu chung
      1. Nâng hiểu biết về bình đẳng giới trong cán bộ và người dân.
      2. Các đơn vị phân công người theo dõi:
      a) Cấp tỉnh do Sở phụ trách;
      b) Cấp xã do công chức văn hóa phụ trách.
      Điều 2. Thời hạn
      Báo cáo gửi về trước ngày 10 tháng 12.
      Chương II
      TỔ CHỨC THỰC HIỆN
      Điều 3. Hiệu lực
      Kế hoạch này có hiệu lực từ ngày 01 tháng 3 năm 2020.
      TM. ỦY BAN NHÂN DÂN
      Nguyễn Văn Mẫu
      """;

  private SampleTexts() {}

  static Submission plan() {
    String text = PLAN;
    LegalDocument document =
        new LegalDocument(
            DocumentKind.ANNOUNCEMENT,
            Optional.of(reading(text, "383/KH-UBND", new DocumentNumber("383/KH-UBND"), 0.98)),
            Optional.of(reading(text, "KẾ HOẠCH", "Kế hoạch", 0.95)),
            List.of(
                reading(
                    text,
                    "ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN",
                    new IssuingBody("Ủy ban nhân dân tỉnh Mẫu Sơn"),
                    0.9)),
            Optional.of(
                reading(text, "ngày 26 tháng 02 năm 2020", LocalDate.of(2020, 2, 26), 0.97)),
            Optional.of(
                reading(
                    text,
                    "Thực hiện công tác bình đẳng giới năm 2020",
                    "Thực hiện công tác bình đẳng giới năm 2020",
                    0.9)),
            List.of(
                reading(
                    text,
                    "Nguyễn Văn Mẫu",
                    new Signer("Nguyễn Văn Mẫu", Optional.of("TM. ỦY BAN NHÂN DÂN")),
                    0.4)),
            Handling.NONE,
            Effect.from(
                Optional.of(
                    reading(text, "ngày 01 tháng 3 năm 2020", LocalDate.of(2020, 3, 1), 0.9))),
            List.of(reading(text, "Luật Bình đẳng giới", "Luật Bình đẳng giới", 0.9)),
            List.of(),
            List.of(),
            List.of(
                provision(text, "Chương I", "MỤC TIÊU", "Chương II", "chuong-i"),
                provision(text, "Điều 1", "Yêu cầu chung", "Điều 2", "chuong-i.dieu-1"),
                provision(text, "1. Nâng", "", "2. Các", "chuong-i.dieu-1.khoan-1"),
                provision(text, "2. Các", "", "Điều 2", "chuong-i.dieu-1.khoan-2"),
                provision(text, "a) Cấp", "", "b) Cấp", "chuong-i.dieu-1.khoan-2.diem-a"),
                provision(text, "b) Cấp", "", "Điều 2", "chuong-i.dieu-1.khoan-2.diem-b"),
                provision(text, "Điều 2", "Thời hạn", "Chương II", "chuong-i.dieu-2"),
                provision(text, "Chương II", "TỔ CHỨC THỰC HIỆN", "TM. ", "chuong-ii"),
                provision(text, "Điều 3", "Hiệu lực", "TM. ", "chuong-ii.dieu-3")),
            List.of(
                new Warning(
                    "signer",
                    "Tên người ký đọc từ dòng cuối, có thể không phải người ký.",
                    Optional.of(span(text, "Nguyễn Văn Mẫu")))));
    return submission("/srv/nhan/2020/kế hoạch 383.txt", "text/plain", text, text, document);
  }

  /** A document of which nothing could be read but its text. */
  static Submission unread(String source, String mediaType, String text) {
    return submission(source, mediaType, text, text, empty(DocumentKind.OTHER));
  }

  /** A document that cites a number. */
  static Submission citing(String source, String number) {
    String text = "Báo cáo theo Kế hoạch " + number;
    Reading<DocumentNumber> cited = reading(text, number, new DocumentNumber(number), 0.9);
    LegalDocument bare = empty(DocumentKind.ORIGINAL);
    LegalDocument document =
        new LegalDocument(
            bare.kind(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Handling.NONE,
            Effect.UNSTATED,
            List.of(),
            List.of(
                new Citation(
                    new Citation.ByNumber(cited.value()),
                    Optional.empty(),
                    Optional.empty(),
                    cited.evidence())),
            List.of(),
            List.of(),
            List.of());
    return submission(source, "text/plain", text, text, document);
  }

  static LegalDocument empty(DocumentKind kind) {
    return LegalDocument.of(
        kind,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** A document whose every field attacks the page that shows it. */
  static Submission hostile() {
    String evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    String text = evil + "\n" + "javascript:alert(3)\n</p></section><h1>x</h1>\n";
    Evidence evidence = new Evidence(new Span(0, evil.length()), "test", 0.9);
    LegalDocument document =
        new LegalDocument(
            DocumentKind.DRAFT,
            Optional.of(new Reading<>(new DocumentNumber("1/" + evil), evidence)),
            Optional.of(new Reading<>(evil, evidence)),
            List.of(new Reading<>(new IssuingBody(evil), evidence)),
            Optional.empty(),
            Optional.of(new Reading<>(evil, evidence)),
            List.of(new Reading<>(new Signer(evil, Optional.of(evil)), evidence)),
            Handling.NONE,
            Effect.UNSTATED,
            List.of(new Reading<>(evil, evidence)),
            List.of(),
            List.of(),
            List.of(
                new Provision(
                    new ProvisionPath(List.of(new Step(Level.DIEU, evil))),
                    evil,
                    evil,
                    new Span(0, text.length()))),
            List.of(new Warning(evil, evil, Optional.empty())));
    return submission(
        "/srv/x/\"><script>a</script>\r\nSet-Cookie: a=b.html",
        "text/html",
        "<script>alert(1)</script>" + text,
        text,
        document);
  }

  /** A text of so many articles, each of about a thousand characters. */
  static Submission large(int articles) {
    StringBuilder text = new StringBuilder("LUẬT\nVề những điều rất dài\n");
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i <= articles; i++) {
      starts.add(text.length());
      text.append("Điều ").append(i).append(". Quy định thứ ").append(i).append("\n");
      text.append("Câu này được nhắc lại để văn bản đủ dài cho phép thử. ".repeat(18)).append("\n");
    }
    List<Provision> provisions = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      provisions.add(
          new Provision(
              new ProvisionPath(List.of(new Step(Level.DIEU, String.valueOf(i + 1)))),
              "Điều " + (i + 1),
              "Quy định thứ " + (i + 1),
              new Span(starts.get(i), end)));
    }
    LegalDocument bare = empty(DocumentKind.ORIGINAL);
    LegalDocument document =
        LegalDocument.of(
            bare.kind(),
            Optional.empty(),
            Optional.of(reading(text.toString(), "LUẬT", "Luật", 0.9)),
            List.of(),
            Optional.empty(),
            Optional.of(
                reading(text.toString(), "Về những điều rất dài", "Về những điều rất dài", 0.9)),
            provisions);
    return submission("luật dài.txt", "text/plain", text.toString(), text.toString(), document);
  }

  static Submission submission(
      String source, String mediaType, String original, String text, LegalDocument document) {
    return new Submission(
        source, mediaType, original.getBytes(StandardCharsets.UTF_8), text, text, document);
  }

  static <T> Reading<T> reading(String text, String words, T value, double confidence) {
    return new Reading<>(value, new Evidence(span(text, words), "test-rule", confidence));
  }

  private static Span span(String text, String words) {
    int start = text.indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException("not in the text: " + words);
    }
    return new Span(start, start + words.length());
  }

  private static Provision provision(
      String text, String begin, String heading, String end, String path) {
    int start = text.indexOf("\n" + begin) + 1;
    List<Step> steps = new ArrayList<>();
    for (String step : path.split("\\.", -1)) {
      String[] parts = step.split("-", 2);
      steps.add(new Step(Level.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT)), parts[1]));
    }
    String label = begin.matches("[0-9a-z]+[.)] .*") ? begin.substring(0, 2) : begin;
    return new Provision(
        new ProvisionPath(steps),
        label,
        heading,
        new Span(start, text.indexOf("\n" + end, start) + 1));
  }
}
