package vn.vanban.parse;

import java.util.List;
import java.util.Optional;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.Reading;
import vn.vanban.text.OffsetMap;
import vn.vanban.text.RepairedText;

/** A parsed text, its fields as the words that a table of expectations holds. */
record Parsed(String text, LegalDocument document) {
  static final String MOTTO =
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n";

  static Parsed of(String text) {
    RepairedText repaired = new RepairedText(text, OffsetMap.identity(), List.of());
    return new Parsed(text, new DocumentParser().parse(repaired));
  }

  /** A decision of an invented province, with a body. */
  static Parsed decision(String body) {
    return of(
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\nSố: 15/QĐ-UBND\n"
            + MOTTO
            + "Sông Mây, ngày 05 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n"
            + body);
  }

  String number() {
    return document.number().map(r -> r.value().canonical()).orElse("");
  }

  String type() {
    return document.type().map(Reading::value).orElse("");
  }

  String issued() {
    return document.issued().map(r -> r.value().toString()).orElse("");
  }

  String subject() {
    return document.subject().map(Reading::value).orElse("");
  }

  String effective() {
    return document.effective().map(r -> r.value().toString()).orElse("");
  }

  String capacity() {
    return document.signers().getFirst().value().capacity().orElse("");
  }

  List<String> bases() {
    return document.legalBases().stream().map(Reading::value).toList();
  }

  /** Whether a field is warned of. */
  boolean warns(String field) {
    return document.warnings().stream().anyMatch(w -> w.field().equals(field));
  }

  List<String> paths() {
    return document.provisions().stream().map(p -> p.path().toString()).toList();
  }

  Provision provision(String path) {
    Optional<Provision> found =
        document.provisions().stream().filter(p -> p.path().toString().equals(path)).findFirst();
    return found.orElseThrow(() -> new AssertionError(path + " is none of " + paths()));
  }

  String textOf(String path) {
    Provision provision = provision(path);
    return text.substring(provision.span().start(), provision.span().end());
  }
}
