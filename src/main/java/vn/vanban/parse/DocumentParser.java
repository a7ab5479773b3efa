package vn.vanban.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Provision;
import vn.vanban.law.Reading;
import vn.vanban.law.Signer;
import vn.vanban.law.Warning;
import vn.vanban.text.RepairedText;
import vn.vanban.viet.Folding;

/** The front door of this room. Immutable and safe for use by many threads. */
public final class DocumentParser {
  /** A page that reports a document is prose; a paper of its own has more numbered sections. */
  private static final int REPORT_SECTIONS = 12;

  /**
   * Reads fields and structure. Never fails: what cannot be read is absent, with a warning.
   *
   * @param repaired repaired text
   */
  public LegalDocument parse(RepairedText repaired) {
    String text = repaired.text();
    Warnings warnings = new Warnings();
    String folded = folded(text);
    List<Piece> lines = Pieces.lines(text, folded);
    Quotes quotes = Quotes.of(lines);
    List<Provision> provisions = ProvisionReader.read(lines, quotes, text.length(), warnings);
    PanelReader.Result panel = PanelReader.read(lines);
    Head head = Head.of(panel.rest(), text.length());
    Optional<Title> title = Title.of(head);
    boolean prose = provisions.size() <= REPORT_SECTIONS;
    if (!head.hasMotto() && !letterheadLike(head) && prose) {
      Optional<Announcement> announced = Announcement.of(text);
      if (announced.isPresent()) {
        return announcement(announced.get(), provisions, warnings);
      }
    }
    LegalDocument read =
        document(text, folded, lines, quotes, head, title, panel.panel(), provisions, warnings);
    return repaired.damaged() ? withoutNames(read) : read;
  }

  /** Names in a text that lost its letters are not guessed. */
  private static LegalDocument withoutNames(LegalDocument read) {
    List<Warning> warnings = new ArrayList<>(read.warnings());
    if (!read.issuers().isEmpty()) {
      warnings.add(unreadable("issuer", "Cơ quan ban hành", read.issuers().getFirst()));
    }
    if (!read.signers().isEmpty()) {
      warnings.add(unreadable("signer", "Người ký", read.signers().getFirst()));
    }
    return read.draft().issuers(List.of()).signers(List.of()).warnings(warnings).build();
  }

  private static Warning unreadable(String field, String name, Reading<?> reading) {
    return new Warning(
        field,
        name + " không đọc chắc được vì lớp chữ bị hỏng",
        Optional.of(reading.evidence().span()));
  }

  /** Folded to the same length, so that offsets in it are offsets in the text. */
  private static String folded(String text) {
    String folded = Folding.canonical(text);
    if (folded.length() == text.length()) {
      return folded;
    }
    // A stray combining mark was absorbed: fold letter by letter instead.
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  /** A number slot before any prose marks a document even where the motto is lost. */
  private static boolean letterheadLike(Head head) {
    return head.pieces().stream()
        .anyMatch(p ->
            p.folded().matches("^(?:luật )?số\\s*:.*")
                && p.text().length() < 80
                && Pieces.motto(p).isEmpty());
  }

  private static LegalDocument document(
      String text,
      String folded,
      List<Piece> lines,
      Quotes quotes,
      Head head,
      Optional<Title> title,
      PortalPanel panel,
      List<Provision> provisions,
      Warnings warnings) {
    NumberReader.Result number = NumberReader.read(head, title, warnings);
    IssuedReader.Result issued = IssuedReader.read(head, title, number, folded, warnings);
    if (number.number().isEmpty() && KindReader.saysConsolidation(head)) {
      number = NumberReader.ofConsolidation(text, folded);
      issued = IssuedReader.beside(number, folded);
    }
    Optional<PageTitle> page = PageTitle.of(lines);
    if (page.isPresent() && number.number().isEmpty() && page.get().fills(number, head)) {
      number =
          new NumberReader.Result(page.map(PageTitle::number), Optional.empty(), number.piece());
    }
    DocumentKind kind = KindReader.read(head, title, number, issued.blank(), text);
    boolean ownsNumber = kind != DocumentKind.ATTACHMENT && kind != DocumentKind.FORM;
    Optional<Reading<DocumentNumber>> ownNumber = ownsNumber ? number.number() : Optional.empty();
    Optional<Reading<LocalDate>> date = ownsNumber ? issued.date() : Optional.empty();
    Optional<Reading<String>> subject =
        SubjectReader.read(head, title, number, issued, warnings)
            .or(() -> page.flatMap(PageTitle::subject));
    List<Reading<IssuingBody>> issuers =
        kind == DocumentKind.FORM && number.piece() < 0
            ? List.of()
            : IssuerReader.read(
                head,
                title,
                number,
                text.substring(head.bodyStart()),
                head.bodyStart(),
                subject,
                warnings);
    List<Reading<Signer>> signers =
        kind == DocumentKind.FORM
            ? List.of()
            : SignerReader.read(lines, head.bodyStart(), issuers.size() > 1, warnings);
    Optional<Reading<String>> type =
        TypeReader.read(head, title, number, kind).or(() -> page.map(PageTitle::type));
    Effect effect =
        EffectReader.read(
            folded, lines, quotes, head.bodyStart(), kind, type, date, provisions, warnings);
    PanelReader.compare(panel, ownNumber, date, effect.effective(), warnings);
    if (page.isPresent() && ownNumber.isPresent()) {
      otherThanPage(ownNumber.get(), page.get(), warnings);
    }
    FurtherDocuments.warn(lines, head.bodyStart(), number.number(), warnings);
    TypeReader.compare(ownNumber, type, warnings);
    otherYear(ownNumber, date, warnings);
    if (issued.blank()) {
      warnings.add("issued", "Ngày ban hành còn để trống");
    }
    if (kind != DocumentKind.FORM) {
      missing(ownNumber.isEmpty() && ownsNumber, "number", "Không tìm thấy số, ký hiệu", warnings);
      missing(date.isEmpty() && ownsNumber, "issued", "Không tìm thấy ngày ban hành", warnings);
      missing(type.isEmpty(), "type", "Không tìm thấy tên loại", warnings);
      missing(issuers.isEmpty(), "issuer", "Không tìm thấy cơ quan ban hành", warnings);
      missing(subject.isEmpty(), "subject", "Không tìm thấy trích yếu", warnings);
    }
    boolean headed = title.isPresent() || number.piece() >= 0;
    Words words = new Words(text, folded);
    List<Citation> citations =
        CitationReader.read(
            words,
            headed ? Math.min(head.bodyStart(), firstProvision(provisions)) : 0,
            text.length(),
            number.number().map(Reading::value),
            provisions);
    List<Reading<String>> bases = LegalBasisReader.read(words, citations, head.bodyStart());
    RelationSources sources =
        new RelationSources(
            words, Sentence.of(lines, quotes), citations, head, kind, number.number());
    return new LegalDocument(
        kind,
        ownNumber,
        type,
        issuers,
        date,
        subject,
        signers,
        HandlingReader.read(lines, head.bodyStart()),
        effect,
        panel,
        bases,
        citations,
        sources.relations(subject, bases, effect.effective().map(Reading::value)),
        provisions,
        warnings.list());
  }

  private static int firstProvision(List<Provision> provisions) {
    return provisions.isEmpty() ? Integer.MAX_VALUE : provisions.getFirst().span().start();
  }

  /** The year in a number is the year of issue (NĐ 30/2020, Phụ lục I, mục II.3; Điều 15). */
  private static void otherYear(
      Optional<Reading<DocumentNumber>> number,
      Optional<Reading<LocalDate>> issued,
      Warnings warnings) {
    if (number.isEmpty() || issued.isEmpty() || number.get().value().year().isEmpty()) {
      return;
    }
    int year = number.get().value().year().getAsInt();
    if (year != issued.get().value().getYear()) {
      warnings.add(
          "issued",
          "Ngày ban hành %s không cùng năm với số %s"
              .formatted(issued.get().value(), number.get().value()),
          issued.get().evidence().span());
    }
  }

  /** A database that shows one document's title above another's text. */
  private static void otherThanPage(
      Reading<DocumentNumber> own, PageTitle page, Warnings warnings) {
    if (!own.value().key().equals(page.number().value().key())) {
      warnings.add(
          "number",
          "Tiêu đề trang ghi số %s, văn bản ghi số %s"
              .formatted(page.number().value(), own.value()),
          page.number().evidence().span());
    }
  }

  /** What is absent is said, once: a field with a better reason has its warning already. */
  private static void missing(boolean absent, String field, String message, Warnings warnings) {
    if (absent && warnings.list().stream().noneMatch(w -> w.field().equals(field))) {
      warnings.add(field, message);
    }
  }

  private static LegalDocument announcement(
      Announcement found, List<Provision> provisions, Warnings warnings) {
    if (found.issued().isEmpty()) {
      warnings.add("issued", "Trang tin không nêu ngày ban hành của văn bản");
    }
    return new LegalDocument(
        DocumentKind.ANNOUNCEMENT,
        Optional.of(found.number()),
        found.type(),
        found.issuer().map(List::of).orElseGet(List::of),
        found.issued(),
        found.subject(),
        List.of(),
        Handling.NONE,
        Effect.UNSTATED,
        List.of(),
        List.of(),
        List.of(RelationSources.announced(found.number())),
        provisions,
        warnings.list());
  }
}
