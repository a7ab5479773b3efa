package vn.vanban.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.law.Subjects;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;
import vn.vanban.law.Warning;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;

/**
 * The JSON form of a document, the same in the API and on the command line.
 *
 * <p>Every key is always there; an absent value is null. Dates are ISO 8601. Joint issuers and
 * signers are one string, joined by {@code "; "}. Under {@code evidence}, a field that can have one
 * value has an object; {@code issuer}, {@code signer} and {@code legalBases} have a list with an
 * object for each value. {@code panel}, what a database's page says beside the text, has an object
 * with value and evidence for each of its fields, or is null. Offsets count UTF-16 units of the
 * repaired text.
 */
public final class DocumentJson {
  /** Longer stretches are told by their offsets alone. */
  private static final int MAX_EVIDENCE_TEXT = 1_000;

  private final Optional<String> text;

  private DocumentJson(Optional<String> text) {
    this.text = text;
  }

  /**
   * What was read from a document.
   *
   * @param document its fields
   * @param text the repaired text that its spans refer to
   * @return a new tree, free to be added to
   */
  public static ObjectNode of(LegalDocument document, String text) {
    return new DocumentJson(Optional.of(text)).fields(document);
  }

  /**
   * What was read from a document, without the words that it was read from.
   *
   * @param document its fields
   * @return a new tree, free to be added to
   */
  public static ObjectNode of(LegalDocument document) {
    return new DocumentJson(Optional.empty()).fields(document);
  }

  /**
   * A registered document as {@link #of(RegisteredDocument)}, and its effect under {@code status}.
   *
   * @param registered the document
   * @param effect its effect through time
   * @param day on which its status is asked
   * @return a new tree, free to be added to
   */
  public static ObjectNode of(
      RegisteredDocument registered, Optional<EffectTimeline> effect, LocalDate day) {
    ObjectNode json = of(registered);
    json.set("status", effect.map(e -> EffectJson.of(e, day)).orElse(null));
    return json;
  }

  /**
   * A registered document as {@link #of(RegisteredDocument, Optional, LocalDate)}, and what other
   * documents are to it under {@code carries}, {@code carriedBy} and {@code nearDuplicates}.
   *
   * @param registered the document
   * @param effect its effect through time
   * @param kin what of other documents may be told
   * @param day on which its status is asked
   * @return a new tree, free to be added to
   */
  public static ObjectNode of(
      RegisteredDocument registered, Optional<EffectTimeline> effect, Kinship kin, LocalDate day) {
    ObjectNode json = of(registered, effect, day);
    KinshipJson.add(json, kin);
    return json;
  }

  /**
   * A registered document with its copies and the addresses of the API.
   *
   * @param registered the document
   * @return a new tree, free to be added to
   */
  public static ObjectNode of(RegisteredDocument registered) {
    String id = registered.id();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id);
    json.put("registered", registered.registered().toString());
    json.setAll(of(registered.document(), registered.primary().text()));
    json.set("corrections", HistoryJson.corrections(registered.corrections()));
    ArrayNode copies = json.putArray("copies");
    for (RegisteredDocument.Copy copy : registered.copies()) {
      copies
          .addObject()
          .put("sha256", copy.sha256())
          .put("source", SourceName.of(copy.source()))
          .put("mediaType", copy.mediaType())
          .put("bytes", copy.bytes())
          .put("original", Links.original(id, copy.sha256()));
    }
    json.putObject("links")
        .put("self", Links.api(id))
        .put("page", Links.page(id))
        .put("original", Links.original(id))
        .put("text", Links.text(id));
    return json;
  }

  private ObjectNode fields(LegalDocument document) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", document.kind().jsonName());
    json.put("number", value(document.number(), number -> number.canonical()));
    json.put("type", value(document.type(), type -> type));
    json.put("title", present(document.title()));
    json.put("issuer", present(document.issuerNames()));
    json.put("issued", value(document.issued(), LocalDate::toString));
    json.put("subject", value(document.subject(), subject -> subject));
    json.put("subjectReading", value(document.subject(), Subjects::readingForm));
    json.put("signer", present(document.signerNames()));
    json.put("signerCapacity", present(capacities(document.signers())));
    Handling handling = document.handling();
    json.put("secrecy", value(handling.secrecy(), Secrecy::vietnamese));
    json.put("urgency", value(handling.urgency(), Urgency::vietnamese));
    json.put("visibility", value(handling.visibility(), Visibility::jsonName));
    Effect effect = document.effect();
    json.put("effective", value(effect.effective(), LocalDate::toString));
    json.put("expires", value(effect.expires(), LocalDate::toString));
    ArrayNode parts = json.putArray("partialEffect");
    effect.parts().forEach(part -> parts.add(part(part)));
    json.set("panel", panel(document.panel()));
    ArrayNode bases = json.putArray("legalBases");
    document.legalBases().forEach(basis -> bases.add(basis.value()));
    ArrayNode warnings = json.putArray("warnings");
    document.warnings().forEach(warning -> warnings.add(warning(warning)));
    json.set("evidence", evidence(document));
    ArrayNode provisions = json.putArray("provisions");
    document.provisions().forEach(provision -> provisions.add(provision(provision)));
    ArrayNode citations = json.putArray("citations");
    document.citations().forEach(citation -> citations.add(citation(citation)));
    ArrayNode relations = json.putArray("relations");
    document.relations().forEach(relation -> relations.add(relation(relation)));
    return json;
  }

  private ObjectNode evidence(LegalDocument document) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    document.number().ifPresent(reading -> json.set("number", evidence(reading.evidence())));
    document.type().ifPresent(reading -> json.set("type", evidence(reading.evidence())));
    list(json, "issuer", document.issuers(), IssuingBody::name);
    document.issued().ifPresent(reading -> json.set("issued", evidence(reading.evidence())));
    document.subject().ifPresent(reading -> json.set("subject", evidence(reading.evidence())));
    list(json, "signer", document.signers(), Signer::name);
    Handling handling = document.handling();
    handling.secrecy().ifPresent(reading -> json.set("secrecy", evidence(reading.evidence())));
    handling.urgency().ifPresent(reading -> json.set("urgency", evidence(reading.evidence())));
    handling
        .visibility()
        .ifPresent(reading -> json.set("visibility", evidence(reading.evidence())));
    Effect effect = document.effect();
    effect.effective().ifPresent(reading -> json.set("effective", evidence(reading.evidence())));
    effect.expires().ifPresent(reading -> json.set("expires", evidence(reading.evidence())));
    list(json, "legalBases", document.legalBases(), basis -> basis);
    return json;
  }

  private <T> void list(
      ObjectNode json, String field, List<Reading<T>> readings, Function<T, String> name) {
    if (readings.isEmpty()) {
      return;
    }
    ArrayNode all = json.putArray(field);
    for (Reading<T> reading : readings) {
      all.add(evidence(reading.evidence()).put("value", name.apply(reading.value())));
    }
  }

  private ObjectNode evidence(Evidence evidence) {
    ObjectNode json = span(evidence.span());
    json.put("rule", evidence.rule());
    json.put("confidence", evidence.confidence());
    text.filter(all -> evidence.span().end() <= all.length())
        .filter(all -> evidence.span().length() <= MAX_EVIDENCE_TEXT)
        .ifPresent(
            all -> json.put("text", all.substring(evidence.span().start(), evidence.span().end())));
    return json;
  }

  /** What a database's page says beside the text; null without a panel. */
  private JsonNode panel(PortalPanel panel) {
    if (panel.equals(PortalPanel.NONE)) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    entry(json, "number", panel.number(), DocumentNumber::canonical);
    entry(json, "type", panel.type(), type -> type);
    entry(json, "issuer", panel.issuer(), issuer -> issuer);
    entry(json, "issued", panel.issued(), LocalDate::toString);
    entry(json, "effective", panel.effective(), LocalDate::toString);
    entry(json, "expires", panel.expires(), LocalDate::toString);
    entry(json, "status", panel.status(), status -> status);
    entry(json, "signer", panel.signer(), signer -> signer);
    return json;
  }

  private <T> void entry(
      ObjectNode json, String field, Optional<Reading<T>> reading, Function<T, String> text) {
    json.set(
        field,
        reading
            .<JsonNode>map(r -> evidence(r.evidence()).put("value", text.apply(r.value())))
            .orElse(JsonNodeFactory.instance.nullNode()));
  }

  private ObjectNode part(Reading<Effect.Part> part) {
    return evidence(part.evidence())
        .put("provision", part.value().provision().toString())
        .put("effective", part.value().effective().toString());
  }

  private ObjectNode citation(Citation citation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("target", citation.target().label());
    json.put("provision", citation.provision().map(ProvisionPath::toString).orElse(null));
    citation.until().ifPresent(until -> json.put("until", until.toString()));
    return json.setAll(evidence(citation.evidence()));
  }

  private ObjectNode relation(Relation relation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", relation.type().jsonName());
    json.put("target", relation.target().label());
    ArrayNode provisions = json.putArray("provisions");
    relation.provisions().forEach(path -> provisions.add(path.toString()));
    relation.date().ifPresent(date -> json.put("date", date.toString()));
    return json.setAll(evidence(relation.evidence()));
  }

  private static ObjectNode warning(Warning warning) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("field", warning.field());
    json.put("message", warning.message());
    warning.span().ifPresent(span -> json.set("span", span(span)));
    return json;
  }

  private static ObjectNode provision(Provision provision) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("path", provision.path().toString());
    json.put("label", provision.label());
    json.put("heading", present(provision.heading()));
    return json.put("start", provision.span().start()).put("end", provision.span().end());
  }

  private static ObjectNode span(Span span) {
    return JsonNodeFactory.instance.objectNode().put("start", span.start()).put("end", span.end());
  }

  /** Signers' capacities as one string; who signed without one is left out. */
  private static String capacities(List<Reading<Signer>> signers) {
    return String.join(
        "; ", signers.stream().flatMap(reading -> reading.value().capacity().stream()).toList());
  }

  private static <T> @Nullable String value(
      Optional<Reading<T>> reading, Function<T, String> text) {
    return reading.map(Reading::value).map(text).orElse(null);
  }

  private static @Nullable String present(String text) {
    return text.isEmpty() ? null : text;
  }
}
