package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanban.http.pages.Head;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.RegisteredDocument;

/** A document as search engines read it: schema.org's {@code Legislation}, in JSON-LD. */
final class LegislationJson {
  private static final String SCHEMA = "https://schema.org/";

  /** A law that amends hundreds of others need not tell each of them to every reader. */
  private static final int MAX_RELATIONS = 100;

  /** What is none of schema.org's relations between laws is left out. */
  private static final Map<RelationType, String> RELATIONS =
      new EnumMap<>(
          Map.of(
              RelationType.BASED_ON, "isBasedOn",
              RelationType.REPLACES, "legislationChanges",
              RelationType.AMENDS, "legislationChanges",
              RelationType.SUPPLEMENTS, "legislationChanges",
              RelationType.REPEALS, "legislationChanges",
              RelationType.SUSPENDS, "legislationChanges",
              RelationType.CORRECTS, "legislationChanges",
              RelationType.CONSOLIDATES, "legislationConsolidates",
              RelationType.GUIDES, "legislationApplies",
              RelationType.DETAILS, "legislationApplies"));

  private LegislationJson() {}

  /** What a document's page tells of it today. */
  static Head head(
      PublicAddress base, RegisteredDocument registered, Optional<EffectTimeline> effect) {
    LocalDate today = VietnamTime.today();
    return of(base, registered, effect.map(timeline -> timeline.statusOn(today).status()), today)
        .map(json -> Head.ofData(json.toString()))
        .orElse(Head.NONE);
  }

  /**
   * A document's data.
   *
   * @param status on the day, where anything is known of it
   * @param day on which the status holds
   * @return empty for a paper that is no legal document, such as a form
   */
  static Optional<ObjectNode> of(
      PublicAddress base,
      RegisteredDocument registered,
      Optional<EffectStatus> status,
      LocalDate day) {
    LegalDocument document = registered.document();
    if (document.kind() == DocumentKind.FORM || document.kind() == DocumentKind.OTHER) {
      return Optional.empty();
    }
    String url = base.absolute(Links.page(registered.id()));
    String type = document.type().map(Reading::value).orElse("");
    String number = document.number().map(read -> read.value().canonical()).orElse("");
    String name = Wording.name(type, number);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("@context", "https://schema.org");
    json.put("@type", "Legislation");
    json.put("@id", url);
    json.put("url", url);
    json.put("name", name.isEmpty() ? SourceName.fileName(registered.primary().source()) : name);
    document.subject().ifPresent(subject -> json.put("description", subject.value()));
    json.put("inLanguage", "vi");
    putIfKnown(json, "legislationIdentifier", number);
    putIfKnown(json, "legislationType", type);
    document.issued().ifPresent(issued -> json.put("legislationDate", issued.value().toString()));
    if (!document.issuers().isEmpty()) {
      ArrayNode bodies = json.putArray("legislationPassedBy");
      document
          .issuers()
          .forEach(issuer ->
              bodies
                  .addObject()
                  .put("@type", "GovernmentOrganization")
                  .put("name", issuer.value().name()));
    }
    status
        .flatMap(LegislationJson::force)
        .ifPresent(force -> {
          json.put("legislationLegalForce", SCHEMA + force);
          json.put("legislationDateVersion", day.toString());
        });
    relations(json, document);
    json.putObject("encoding")
        .put("@type", "MediaObject")
        .put("contentUrl", base.absolute(Links.original(registered.id())))
        .put("encodingFormat", registered.primary().mediaType())
        .put("contentSize", Long.toString(registered.primary().bytes()))
        .put("sha256", registered.primary().sha256());
    return Optional.of(json);
  }

  private static void putIfKnown(ObjectNode json, String property, String value) {
    if (!value.isEmpty()) {
      json.put(property, value);
    }
  }

  /** schema.org knows three states; of an unknown one nothing is said. */
  private static Optional<String> force(EffectStatus status) {
    return switch (status) {
      case IN_FORCE -> Optional.of("InForce");
      case PARTLY -> Optional.of("PartiallyInForce");
      case NOT_YET, SUSPENDED, EXPIRED -> Optional.of("NotInForce");
      case UNKNOWN -> Optional.empty();
    };
  }

  private static void relations(ObjectNode json, LegalDocument document) {
    Set<String> told = new HashSet<>();
    for (Relation relation : document.relations()) {
      Optional<String> property = Optional.ofNullable(RELATIONS.get(relation.type()));
      if (property.isPresent()
          && !(relation.target() instanceof Citation.Self)
          && told.add(property.get() + relation.target().label())
          && told.size() <= MAX_RELATIONS) {
        json.withArray("/" + property.get()).add(target(relation.target()));
      }
    }
  }

  private static ObjectNode target(Citation.Target target) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("@type", "Legislation");
    return json.put(
        target instanceof Citation.ByNumber ? "legislationIdentifier" : "name", target.label());
  }
}
