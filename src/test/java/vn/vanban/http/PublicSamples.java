package vn.vanban.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Span;
import vn.vanban.registry.Submission;

/** Numbered documents made up for tests of lists, feeds and series. */
final class PublicSamples {
  static final String COMMITTEE = "Ủy ban nhân dân tỉnh Mẫu Sơn";

  /** What titles hold at worst: signs of XML, a vertical tab, a lone surrogate, a letter beyond. */
  static final String HARD = "Mức thu <phí> & “lệ phí” ]]> \u000B\u0001 \uD800 🌾 năm 2021";

  private PublicSamples() {}

  static Submission plan(int number, LocalDate issued, String subject) {
    return plan(number, COMMITTEE, issued, subject, Handling.NONE);
  }

  static Submission secretPlan(int number, LocalDate issued, String subject) {
    return plan(
        number,
        COMMITTEE,
        issued,
        subject,
        new Handling(Optional.of(read(Secrecy.CONFIDENTIAL)), Optional.empty(), Optional.empty()));
  }

  static Submission plan(
      int number, String body, LocalDate issued, String subject, Handling handling) {
    String text = "KẾ HOẠCH\nSố: " + number + "/KH-UBND\n" + subject + "\nNội dung thứ " + number;
    LegalDocument document =
        SampleTexts.empty(DocumentKind.ORIGINAL)
            .draft()
            .number(Optional.of(read(new DocumentNumber(number + "/KH-UBND"))))
            .type(Optional.of(read("Kế hoạch")))
            .issuers(List.of(read(new IssuingBody(body))))
            .issued(Optional.of(read(issued)))
            .subject(Optional.of(read(subject)))
            .handling(handling)
            .build();
    return SampleTexts.submission("kh-" + number + ".txt", "text/plain", text, text, document);
  }

  private static <T> Reading<T> read(T value) {
    return new Reading<>(value, new Evidence(new Span(0, 8), "test", 0.9));
  }
}
