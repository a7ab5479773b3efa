package vn.vanban.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.vanban.http.pages.Block;
import vn.vanban.http.pages.DocumentPage;
import vn.vanban.http.pages.Frame;
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
  /** Below this the parser itself is not sure. */
  private static final double DOUBTFUL = 0.5;

  private static final int MAX_CONTENTS = 3_000;

  private final RegisteredDocument registered;
  private final LegalDocument document;
  private final String id;
  private final int copy;
  private final String text;
  private final List<Provision> provisions;
  private final TextParts parts;
  private final TreeMap<Integer, List<String>> anchors = new TreeMap<>();
  private final List<Span> sources = new ArrayList<>();

  /**
   * @param copy whose text is shown, 0 for the first; spans of fields and provisions are of the
   *     first, so that of any other the mere text is shown
   */
  DocumentView(RegisteredDocument registered, int copy) {
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

  /** What the document is called: type and number, else the name of its file. */
  String name() {
    String name =
        Wording.name(
            document.type().map(Reading::value).orElse(""),
            document.number().map(reading -> reading.value().canonical()).orElse(""));
    return name.isEmpty() ? SourceName.fileName(registered.primary().source()) : name;
  }

  DocumentPage page(Frame frame, int part, Optional<Span> passage, DocumentRecord known) {
    List<DocumentPage.Field> fields = fields();
    List<DocumentPage.Warning> warnings = warnings();
    Span extent = parts.part(part);
    passage.ifPresent(
        span -> anchors.computeIfAbsent(span.start(), s -> new ArrayList<>()).add("doan"));
    List<Block> blocks =
        new TextBlocks(
                id,
                text,
                provisions,
                extent,
                new TextBlocks.Marks(anchors, sources, passage.stream().toList()),
                registered.copies().get(copy).mediaType().startsWith("application/pdf"))
            .build();
    return new DocumentPage(
        frame,
        name(),
        document.subject().map(Reading::value).orElse(""),
        Wording.badge(document.kind()),
        Wording.kindNote(document.kind()),
        fields,
        known.status(VietnamTime.today()),
        warnings,
        contents(),
        blocks,
        new DocumentPage.Parts(
            part,
            parts.count(),
            part > 1 ? Optional.of(Links.part(id, copy, part - 1)) : Optional.empty(),
            part < parts.count() ? Optional.of(Links.part(id, copy, part + 1)) : Optional.empty()),
        copies(),
        known.events(),
        kin(known.kin()),
        Links.similar(id),
        Links.citing(id),
        Links.api(id),
        Links.text(id));
  }

  private List<DocumentPage.Field> fields() {
    List<DocumentPage.Field> fields = new ArrayList<>();
    fields.add(
        field(
            "number",
            document.number().stream()
                .map(r -> value("number", r.value().canonical(), r.evidence(), 0))
                .toList()));
    fields.add(
        field(
            "type",
            document.type().stream().map(r -> value("type", r.value(), r.evidence(), 0)).toList()));
    fields.add(field("issuer", values("issuer", document.issuers(), body -> body.name())));
    fields.add(field("issued", date("issued", document.issued())));
    fields.add(
        field(
            "subject",
            document.subject().stream()
                .map(r -> value("subject", r.value(), r.evidence(), 0))
                .toList()));
    fields.add(field("signer", values("signer", document.signers(), DocumentView::signer)));
    Effect effect = document.effect();
    fields.add(field("effective", date("effective", effect.effective())));
    if (effect.expires().isPresent()) {
      fields.add(field("expires", date("expires", effect.expires())));
    }
    Handling handling = document.handling();
    handling
        .secrecy()
        .ifPresent(mark -> fields.add(mark("secrecy", mark.value().vietnamese(), mark.evidence())));
    handling
        .urgency()
        .ifPresent(mark -> fields.add(mark("urgency", mark.value().vietnamese(), mark.evidence())));
    if (!document.legalBases().isEmpty()) {
      fields.add(field("legalBases", values("legalBases", document.legalBases(), basis -> basis)));
    }
    return fields;
  }

  private static DocumentPage.Field field(String name, List<DocumentPage.Value> values) {
    return new DocumentPage.Field(Wording.field(name), values);
  }

  private DocumentPage.Field mark(String name, String words, Evidence evidence) {
    return field(name, List.of(value(name, words, evidence, 0)));
  }

  private static String signer(Signer signer) {
    return signer.name() + signer.capacity().map(capacity -> " (" + capacity + ")").orElse("");
  }

  private <T> List<DocumentPage.Value> values(
      String field, List<Reading<T>> readings, java.util.function.Function<T, String> words) {
    List<DocumentPage.Value> values = new ArrayList<>();
    for (Reading<T> reading : readings) {
      values.add(value(field, words.apply(reading.value()), reading.evidence(), values.size()));
    }
    return values;
  }

  private List<DocumentPage.Value> date(String field, Optional<Reading<LocalDate>> reading) {
    return reading.stream()
        .map(r -> {
          DocumentPage.Value value = value(field, Wording.date(r.value()), r.evidence(), 0);
          return new DocumentPage.Value(
              value.text(), value.note(), value.source(), Optional.of(r.value().toString()));
        })
        .toList();
  }

  private DocumentPage.Value value(String field, String words, Evidence evidence, int index) {
    String anchor = "nguon-" + field + (index == 0 ? "" : "-" + (index + 1));
    String note = evidence.confidence() < DOUBTFUL ? "chưa chắc chắn" : "";
    return new DocumentPage.Value(words, note, place(anchor, evidence.span()), Optional.empty());
  }

  /** Puts an anchor into the text and gives its address. */
  private Optional<String> place(String anchor, Span span) {
    if (span.length() == 0 || span.end() > registered.primary().text().length()) {
      return Optional.empty();
    }
    if (copy > 0) {
      return Optional.of(Links.page(id) + "#" + anchor);
    }
    anchors.computeIfAbsent(span.start(), s -> new ArrayList<>()).add(anchor);
    sources.add(span);
    int part = parts.holding(span.start());
    return Optional.of(Links.page(id) + (part == 1 ? "" : "?phan=" + part) + "#" + anchor);
  }

  private List<DocumentPage.Warning> warnings() {
    List<DocumentPage.Warning> warnings = new ArrayList<>();
    for (var warning : document.warnings()) {
      warnings.add(
          new DocumentPage.Warning(
              Wording.field(warning.field()),
              warning.message(),
              warning.span().flatMap(span -> place("canh-bao-" + (warnings.size() + 1), span))));
    }
    return warnings;
  }

  private List<DocumentPage.Entry> contents() {
    return provisions.stream()
        .filter(DocumentView::isListed)
        .limit(MAX_CONTENTS)
        .map(provision ->
            new DocumentPage.Entry(
                parts.count() == 1
                    ? "#" + Responses.encoded(provision.path().toString())
                    : Links.provision(id, provision.path().toString()),
                provision.label(),
                provision.heading(),
                Math.min(provision.path().steps().size() - 1, 4)))
        .toList();
  }

  private static boolean isListed(Provision provision) {
    Level level = provision.path().last().level();
    return switch (level) {
      case KHOAN, DIEM -> false;
      case SECTION -> provision.path().steps().size() <= 2 && !provision.heading().isEmpty();
      default -> true;
    };
  }

  private static List<DocumentPage.Kin> kin(Kinship kin) {
    List<DocumentPage.Kin> all = new ArrayList<>();
    kin.carries().ifPresent(other -> all.add(kin("Văn bản gốc", other)));
    kin.carriedBy().forEach(other -> all.add(kin(other.document().kind().vietnamese(), other)));
    kin.nearDuplicates()
        .forEach(near ->
            all.add(kin("Gần trùng, giống %d %%".formatted(near.percent()), near.document())));
    kin.enclosedIn().forEach(other -> all.add(kin("Kèm theo", other)));
    kin.encloses().forEach(other -> all.add(kin("Tệp kèm", other)));
    kin.besides().forEach(other -> all.add(kin("Cùng gói", other)));
    return all;
  }

  private static DocumentPage.Kin kin(String label, RegisteredDocument other) {
    return new DocumentPage.Kin(
        label,
        new DocumentView(other, 0).name(),
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
              Wording.mediaType(file.mediaType()),
              Wording.size(file.bytes()),
              Links.original(id, file.sha256()),
              index == copy ? Optional.empty() : Optional.of(Links.copy(id, index))));
    }
    return files;
  }
}
