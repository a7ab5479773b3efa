package vn.vanban.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanban.http.pages.ComparisonPage;
import vn.vanban.http.pages.ComparisonPage.FieldRow;
import vn.vanban.http.pages.ComparisonPage.Option;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Action;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/**
 * The differences between two copies of a document, two states of it, or it and another one. A
 * version is written {@code ban-2} (the second copy), {@code luc-2026-03-05T08:00:00Z} (as read at
 * that time) or {@code vb-ID} (another document).
 */
final class ComparisonRoute {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).withZone(VietnamTime.ZONE);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
  private static final String COPY = "ban-";
  private static final String STATE = "luc-";
  private static final String OTHER = "vb-";

  /** Relations between texts that are worth a comparison. */
  private static final Set<RelationType> SUCCESSION =
      EnumSet.of(RelationType.REPLACES, RelationType.CONSOLIDATES, RelationType.COPIES);

  private static final int MAX_TIES = 100;

  private final Registry registry;
  private final Lane searches;
  private final Lane records;
  private final Responses responses;
  private final PageRenderer renderer;

  /**
   * @param searches where work of this machine's processors waits its turn
   * @param records where work of the registry does
   */
  ComparisonRoute(
      Registry registry, Lane searches, Lane records, Responses responses, PageRenderer renderer) {
    this.registry = registry;
    this.searches = searches;
    this.records = records;
    this.responses = responses;
    this.renderer = renderer;
  }

  /**
   * One side.
   *
   * @param fields what was read from this text; empty for a copy that gives no fields
   */
  private record Version(RegisteredDocument.Copy copy, Optional<LegalDocument> fields) {
    List<String> paragraphs() {
      return TextComparison.paragraphs(copy.text(), copy.mediaType().startsWith("application/pdf"));
    }
  }

  void page(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "cu", "moi");
    Wording wording = new Wording(LanguageRoute.of(ctx));
    RegisteredDocument document = DocumentRoutes.guestsView(registry, records, ctx.pathParam("id"));
    Map<String, String> versions = versions(document, wording);
    String after = parameters.text("moi").orElse(COPY + 1);
    String before =
        parameters
            .text("cu")
            .orElseGet(() ->
                versions.keySet().stream().filter(v -> !v.equals(after)).findFirst().orElse(after));
    Version old = version(document, "cu", before);
    Version now = version(document, "moi", after);
    Optional<TextComparison.Result> result =
        searches.call(() -> TextComparison.of(old.paragraphs(), now.paragraphs()));
    String name = DocumentView.name(document);
    responses.page(
        ctx,
        "comparison.jte",
        new ComparisonPage(
            renderer.frame(ctx, wording.say("So sánh", "Comparison") + " – " + name, ""),
            name,
            Links.page(document.id()),
            options(versions, before),
            options(versions, after),
            fields(wording, old, now),
            result.map(TextComparison.Result::rows).orElse(List.of()),
            summary(wording, versions.size(), result)));
  }

  private static String summary(
      Wording wording, int versions, Optional<TextComparison.Result> result) {
    if (versions < 2 && result.map(TextComparison.Result::differing).orElse(0) == 0) {
      return wording.say(
          "Văn bản này mới có một bản trong kho, chưa có gì để so sánh.",
          "Only one version of this document is held; there is nothing to compare.");
    }
    if (result.isEmpty()) {
      return wording.say(
          "Hai bản quá dài để so sánh ở đây.", "The two texts are too long to be compared here.");
    }
    int differing = result.get().differing();
    if (differing == 0) {
      return wording.say("Nội dung hai bản giống nhau.", "Both texts are the same.");
    }
    return wording
            .say("Khác nhau ở %s đoạn", "%s paragraphs differ")
            .formatted(wording.count(differing))
        + (result.get().cut()
            ? wording.say("; chỉ hiện những đoạn đầu.", "; only the first are shown.")
            : ".");
  }

  private static List<Option> options(Map<String, String> versions, String chosen) {
    Map<String, String> all = new LinkedHashMap<>(versions);
    all.putIfAbsent(chosen, chosen);
    return all.entrySet().stream()
        .map(one -> new Option(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
        .toList();
  }

  /** What can be compared, by how it is written; the document as it is now comes last. */
  private Map<String, String> versions(RegisteredDocument document, Wording wording) {
    Map<String, String> versions = new LinkedHashMap<>();
    List<RegisteredDocument.Copy> copies = document.copies();
    for (int i = copies.size(); i > 1; i--) {
      versions.put(COPY + i, copy(wording, i, copies.get(i - 1)));
    }
    for (RegisteredDocument other : akin(document)) {
      versions.put(OTHER + other.id(), DocumentView.name(other));
    }
    records.call(() -> registry.history(document.id())).stream()
        .filter(revision -> changesText(revision.action()))
        .forEach(revision ->
            versions.put(
                STATE + revision.at(),
                wording.say("Lúc ", "As of ")
                    + TIME.format(revision.at())
                    + ": "
                    + wording.action(revision.action())));
    // The last of these states is that of now.
    if (versions.size() > 0 && List.copyOf(versions.keySet()).getLast().startsWith(STATE)) {
      versions.remove(List.copyOf(versions.keySet()).getLast());
    }
    versions.put(COPY + 1, copy(wording, 1, copies.getFirst()));
    return versions;
  }

  /**
   * Documents whose text stands for this one's: copies, near-duplicates, what replaces it or was.
   */
  private List<RegisteredDocument> akin(RegisteredDocument document) {
    Kinship kin = records.call(() -> registry.kinship(document.id()).forGuests());
    Set<String> ids = new LinkedHashSet<>();
    Stream.of(
            kin.carries().stream(),
            kin.carriedBy().stream(),
            kin.nearDuplicates().stream().map(Kinship.NearDuplicate::document))
        .flatMap(others -> others)
        .filter(other -> other.document().kind() != DocumentKind.ANNOUNCEMENT)
        .forEach(other -> ids.add(other.id()));
    document.document().relations().stream()
        .filter(relation -> SUCCESSION.contains(relation.type()))
        .map(Relation::target)
        .distinct()
        .map(target -> records.call(() -> registry.cited(document.document(), target)))
        .filter(TargetChoice.Resolved.class::isInstance)
        .forEach(choice -> ids.add(((TargetChoice.Resolved) choice).candidate().id()));
    records.call(() -> registry.ties(document, MAX_TIES)).acting().stream()
        .filter(acting -> acting.relations().stream().anyMatch(r -> SUCCESSION.contains(r.type())))
        .forEach(acting -> ids.add(acting.documentId()));
    ids.remove(document.id());
    return records.call(() -> registry.documents(ids)).values().stream()
        .filter(RegisteredDocument::isPublic)
        .toList();
  }

  private static boolean changesText(Action action) {
    return switch (action) {
      case REGISTERED, COPY_ADDED, REVISION_ADDED, REPARSED, MERGED, RESTORED -> true;
      case CORRECTED,
          ACCEPTED,
          CORRECTION_WITHDRAWN,
          REMOVED,
          ERASED,
          MERGED_INTO,
          EFFECT_CHANGED ->
          false;
    };
  }

  private static String copy(Wording wording, int number, RegisteredDocument.Copy copy) {
    return wording.say("Bản ", "Copy ") + number + ": " + SourceName.of(copy.source());
  }

  private Version version(RegisteredDocument document, String parameter, String written) {
    if (written.startsWith(COPY)) {
      String number = written.substring(COPY.length());
      if (NUMBER.matcher(number).matches()
          && Integer.parseInt(number) <= document.copies().size()) {
        int index = Integer.parseInt(number) - 1;
        return new Version(
            document.copies().get(index),
            index == 0 ? Optional.of(document.document()) : Optional.empty());
      }
    } else if (written.startsWith(STATE)) {
      return state(document, parameter, written.substring(STATE.length()));
    } else if (written.startsWith(OTHER)) {
      RegisteredDocument other =
          DocumentRoutes.guestsView(registry, records, written.substring(OTHER.length()));
      return new Version(other.primary(), Optional.of(other.document()));
    }
    throw unknown(parameter, document);
  }

  private Version state(RegisteredDocument document, String parameter, String time) {
    Instant at;
    try {
      at = Instant.parse(time);
    } catch (DateTimeException e) {
      throw unknown(parameter, document);
    }
    return records
        .call(() -> registry.documentAt(document.id(), at))
        .filter(RegisteredDocument::isPublic)
        .map(then -> new Version(then.primary(), Optional.of(then.document())))
        .orElseThrow(() -> unknown(parameter, document));
  }

  private static Problem unknown(String parameter, RegisteredDocument document) {
    return Problem.badParameter(
        parameter,
        "Tham số “%s” phải là ban-1 đến ban-%d, luc-THỜI ĐIỂM hoặc vb-MÃ của một văn bản."
            .formatted(parameter, document.copies().size()));
  }

  private static List<FieldRow> fields(Wording wording, Version old, Version now) {
    if (old.fields().isEmpty() || now.fields().isEmpty()) {
      return List.of();
    }
    Map<String, String> before = fields(wording, old.fields().get());
    Map<String, String> after = fields(wording, now.fields().get());
    List<FieldRow> rows = new ArrayList<>();
    before.forEach((field, value) -> {
      String other = Objects.requireNonNullElse(after.get(field), "");
      if (!value.equals(other)) {
        rows.add(new FieldRow(wording.field(field), value, other));
      }
    });
    return rows;
  }

  private static Map<String, String> fields(Wording wording, LegalDocument document) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", wording.kind(document.kind()));
    fields.put("number", document.number().map(n -> n.value().canonical()).orElse(""));
    fields.put("type", document.type().map(Reading::value).orElse(""));
    fields.put("issuer", document.issuerNames());
    fields.put("issued", day(wording, document.issued()));
    fields.put("subject", document.subject().map(Reading::value).orElse(""));
    fields.put("signer", document.signerNames());
    fields.put("effective", day(wording, document.effective()));
    return fields;
  }

  private static String day(Wording wording, Optional<Reading<LocalDate>> day) {
    return day.map(Reading::value).map(wording::date).orElse("");
  }
}
