package vn.vanban.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vanban.http.pages.Block;
import vn.vanban.http.pages.DocumentPage;
import vn.vanban.http.pages.Frame;
import vn.vanban.law.Citation;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Reading;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;

/** Makes the page of one document. */
final class DocumentView {
  /** The rule of values that a person gave in place of what was read. */
  private static final String CORRECTED = "correction";

  /** Below this the parser itself is not sure. */
  private static final double DOUBTFUL = 0.5;

  private static final int MAX_CONTENTS = 3_000;

  private final Wording wording;
  private final RegisteredDocument registered;
  private final LegalDocument document;
  private final String id;
  private final int copy;
  private final String text;
  private final List<Provision> provisions;
  private final TextParts parts;
  private final List<Span> sources = new ArrayList<>();

  /**
   * @param wording of the page
   * @param copy whose text is shown, 0 for the first; spans of fields and provisions are of the
   *     first, so that of any other the mere text is shown
   */
  DocumentView(Wording wording, RegisteredDocument registered, int copy) {
    this.wording = wording;
    this.registered = registered;
    this.document = registered.document();
    this.id = registered.id();
    this.copy = copy;
    this.text = registered.copies().get(copy).text();
    this.provisions = copy == 0 ? document.provisions() : List.of();
    this.parts = TextParts.of(text, provisions);
  }

  int partCount() {
    return parts.count();
  }

  int length() {
    return text.length();
  }

  /** The part that holds a provision. */
  Optional<Integer> partOfProvision(String path) {
    return provisions.stream()
        .filter(provision -> provision.path().toString().equals(path))
        .findFirst()
        .map(provision -> parts.holding(provision.span().start()));
  }

  /** The part that holds a place of the text. */
  int partOfPlace(int place) {
    return parts.holding(place);
  }

  /** What a document is called: type and number, else the name of its file. */
  static String name(RegisteredDocument registered) {
    return name(registered.document())
        .orElseGet(() -> SourceName.fileName(registered.primary().source()));
  }

  /** What a document is called by type and number. */
  static Optional<String> name(LegalDocument document) {
    String name =
        Wording.name(
            document.type().map(Reading::value).orElse(""),
            document.number().map(reading -> reading.value().canonical()).orElse(""));
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /**
   * The page.
   *
   * @param part of a long text, from 1
   * @param passage that was asked for
   * @param provision path of the provision that was asked for
   * @param base scheme and host of this server
   */
  DocumentPage page(
      Frame frame,
      int part,
      Optional<Span> passage,
      Optional<String> provision,
      DocumentRecord known,
      String base,
      String script) {
    List<DocumentPage.Field> fields = fields();
    List<DocumentPage.Warning> warnings = warnings();
    Span extent = parts.part(part);
    List<Citation> shown =
        copy > 0
            ? List.of()
            : document.citations().stream()
                .filter(citation -> extent.start() <= citation.evidence().span().start())
                .filter(citation -> citation.evidence().span().end() <= extent.end())
                .toList();
    List<TextBlocks.Link> links =
        new CitedPlaces(id, provisions, this::address).links(shown, known.ties().held());
    Optional<DocumentPage.Status> status = known.status(id, VietnamTime.today(), wording);
    List<Block> blocks =
        new TextBlocks(
                id,
                text,
                provisions,
                extent,
                new TextBlocks.Marks(
                    sources,
                    links,
                    passage,
                    provision,
                    copy > 0
                        ? List.of()
                        : status.map(DocumentPage.Status::provisions).orElse(List.of())),
                registered.copies().get(copy).mediaType().startsWith("application/pdf"))
            .build();
    String name = name(registered);
    return new DocumentPage(
        frame,
        name,
        document.subject().map(Reading::value).orElse(""),
        wording.badge(document.kind()),
        wording.kindNote(document.kind()),
        fields,
        status,
        warnings,
        contents(),
        blocks,
        new DocumentPage.Parts(
            part,
            parts.count(),
            part > 1 ? Optional.of(Links.part(id, copy, part - 1)) : Optional.empty(),
            part < parts.count() ? Optional.of(Links.part(id, copy, part + 1)) : Optional.empty()),
        copies(),
        known.events(wording),
        new RelationsView(wording, id, known.ties()).of(document),
        kin(known.kin()),
        Links.similar(id),
        Links.citing(id),
        Links.api(id),
        Links.text(id),
        Links.comparison(id),
        CitationText.of(document, name),
        Links.page(id),
        base + Links.page(id),
        script);
  }

  private List<DocumentPage.Field> fields() {
    List<DocumentPage.Field> fields = new ArrayList<>();
    fields.add(
        field(
            "number",
            document.number().stream()
                .map(r -> value(r.value().canonical(), r.evidence()))
                .toList()));
    fields.add(
        field("type", document.type().stream().map(r -> value(r.value(), r.evidence())).toList()));
    fields.add(field("issuer", values(document.issuers(), body -> body.name())));
    fields.add(field("issued", date(document.issued())));
    fields.add(
        field(
            "subject",
            document.subject().stream().map(r -> value(r.value(), r.evidence())).toList()));
    fields.add(field("signer", values(document.signers(), DocumentView::signer)));
    Effect effect = document.effect();
    fields.add(field("effective", date(effect.effective())));
    if (effect.expires().isPresent()) {
      fields.add(field("expires", date(effect.expires())));
    }
    Handling handling = document.handling();
    handling
        .secrecy()
        .ifPresent(
            mark -> fields.add(mark("secrecy", wording.secrecy(mark.value()), mark.evidence())));
    handling
        .urgency()
        .ifPresent(
            mark -> fields.add(mark("urgency", wording.urgency(mark.value()), mark.evidence())));
    if (!document.legalBases().isEmpty()) {
      fields.add(field("legalBases", values(document.legalBases(), basis -> basis)));
    }
    return fields;
  }

  private DocumentPage.Field field(String name, List<DocumentPage.Value> values) {
    return new DocumentPage.Field(wording.field(name), values);
  }

  private DocumentPage.Field mark(String name, String words, Evidence evidence) {
    return field(name, List.of(value(words, evidence)));
  }

  private static String signer(Signer signer) {
    return signer.name() + signer.capacity().map(capacity -> " (" + capacity + ")").orElse("");
  }

  private <T> List<DocumentPage.Value> values(
      List<Reading<T>> readings, Function<T, String> words) {
    return readings.stream()
        .map(reading -> value(words.apply(reading.value()), reading.evidence()))
        .toList();
  }

  private List<DocumentPage.Value> date(Optional<Reading<LocalDate>> reading) {
    return reading.stream()
        .map(r -> {
          DocumentPage.Value value = value(wording.date(r.value()), r.evidence());
          return new DocumentPage.Value(
              value.text(), value.note(), value.source(), Optional.of(r.value().toString()));
        })
        .toList();
  }

  private DocumentPage.Value value(String words, Evidence evidence) {
    String note = "";
    if (evidence.rule().equals(CORRECTED)) {
      note = wording.say("đã đính chính, xem Lịch sử", "corrected, see History");
    } else if (evidence.confidence() < DOUBTFUL) {
      note = wording.say("chưa chắc chắn", "uncertain");
    }
    return new DocumentPage.Value(words, note, place(evidence.span()), Optional.empty());
  }

  /** Marks a place of the text that was read, and gives its address. */
  private Optional<String> place(Span span) {
    if (span.length() == 0 || span.end() > registered.primary().text().length()) {
      return Optional.empty();
    }
    if (copy == 0) {
      sources.add(span);
    }
    return Optional.of(Links.passage(id, 0, span));
  }

  private List<DocumentPage.Warning> warnings() {
    List<DocumentPage.Warning> warnings = new ArrayList<>();
    for (var warning : document.warnings()) {
      warnings.add(
          new DocumentPage.Warning(
              wording.field(warning.field()),
              wording.said(warning.message()),
              warning.span().flatMap(this::place)));
    }
    return warnings;
  }

  private List<DocumentPage.Entry> contents() {
    return provisions.stream()
        .filter(DocumentView::isListed)
        .limit(MAX_CONTENTS)
        .map(provision ->
            new DocumentPage.Entry(
                address(provision),
                provision.label(),
                provision.heading(),
                Math.min(provision.path().steps().size() - 1, 4)))
        .toList();
  }

  /** Where a provision stands, on this page if the text is of one part. */
  private String address(Provision provision) {
    String path = provision.path().toString();
    return parts.count() == 1 ? "#" + Responses.encoded(path) : Links.provision(id, path);
  }

  private static boolean isListed(Provision provision) {
    Level level = provision.path().last().level();
    return switch (level) {
      case KHOAN, DIEM -> false;
      case SECTION -> provision.path().steps().size() <= 2 && !provision.heading().isEmpty();
      default -> true;
    };
  }

  private List<DocumentPage.Kin> kin(Kinship kin) {
    List<DocumentPage.Kin> all = new ArrayList<>();
    kin.carries()
        .ifPresent(other -> all.add(kin(wording.say("Văn bản gốc", "Original document"), other)));
    kin.carriedBy().forEach(other -> all.add(kin(wording.kind(other.document().kind()), other)));
    kin.nearDuplicates()
        .forEach(near ->
            all.add(
                kin(
                    wording
                        .say("Gần trùng, giống %d %%", "Nearly the same, %d %% alike")
                        .formatted(near.percent()),
                    near.document())));
    kin.enclosedIn().forEach(other -> all.add(kin(wording.say("Kèm theo", "Came with"), other)));
    kin.encloses().forEach(other -> all.add(kin(wording.say("Tệp kèm", "Came within it"), other)));
    kin.besides().forEach(other -> all.add(kin(wording.say("Cùng gói", "Came beside it"), other)));
    return all;
  }

  private static DocumentPage.Kin kin(String label, RegisteredDocument other) {
    return new DocumentPage.Kin(
        label,
        name(other),
        other.document().subject().map(Reading::value).orElse(""),
        Links.page(other.id()));
  }

  private List<DocumentPage.CopyFile> copies() {
    List<DocumentPage.CopyFile> files = new ArrayList<>();
    for (RegisteredDocument.Copy file : registered.copies()) {
      int index = files.size();
      files.add(
          new DocumentPage.CopyFile(
              SourceName.of(file.source()),
              wording.mediaType(file.mediaType()),
              wording.size(file.bytes()),
              Links.original(id, file.sha256()),
              index == copy ? Optional.empty() : Optional.of(Links.copy(id, index))));
    }
    return files;
  }
}
