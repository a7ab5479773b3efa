package vn.vanban.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;
import vn.vanban.law.Warning;
import vn.vanban.registry.StoredRecord.SignerValue;
import vn.vanban.registry.StoredRecord.StoredCitation;
import vn.vanban.registry.StoredRecord.StoredPanel;
import vn.vanban.registry.StoredRecord.StoredPart;
import vn.vanban.registry.StoredRecord.StoredProvision;
import vn.vanban.registry.StoredRecord.StoredRelation;
import vn.vanban.registry.StoredRecord.StoredTarget;
import vn.vanban.registry.StoredRecord.StoredWarning;
import vn.vanban.registry.StoredRecord.Value;

/** {@link LegalDocument} to JSON and back, without loss. Safe for use by many threads. */
final class RecordCodec {
  /** Lists that a record of format 1 does not have. */
  private static final List<String> SINCE_FORMAT_2 = List.of("parts", "citations", "relations");

  private final ObjectWriter writer;
  private final ObjectReader reader;

  RecordCodec() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    writer = mapper.writerFor(StoredRecord.class);
    reader = mapper.readerFor(StoredRecord.class);
  }

  String encode(LegalDocument document) {
    try {
      return writer.writeValueAsString(toStored(document));
    } catch (JsonProcessingException e) {
      throw new RegistryException("Không ghi được bản ghi: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws RegistryException if it was written by a newer version, or is damaged
   */
  LegalDocument decode(String json) {
    try {
      JsonNode tree = reader.readTree(json);
      int format = tree.path("format").asInt();
      if (format < 1 || format > StoredRecord.FORMAT) {
        throw new RegistryException(
            "Bản ghi có định dạng %d, chương trình này chỉ đọc được đến định dạng %d. Hãy dùng phiên bản mới hơn."
                .formatted(format, StoredRecord.FORMAT));
      }
      if (format == 1 && tree instanceof ObjectNode record) {
        SINCE_FORMAT_2.forEach(record::putArray);
      }
      StoredRecord stored = reader.treeToValue(tree, StoredRecord.class);
      return fromStored(stored);
    } catch (JsonProcessingException e) {
      throw new RegistryException(
          "Không đọc được bản ghi (bị hỏng hoặc do phiên bản mới hơn ghi): "
              + e.getOriginalMessage(),
          e);
    } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
      throw new RegistryException("Bản ghi bị hỏng: " + e.getMessage(), e);
    }
  }

  private static StoredRecord toStored(LegalDocument d) {
    return new StoredRecord(
        StoredRecord.FORMAT,
        d.kind().name(),
        value(d.number(), DocumentNumber::canonical),
        value(d.type(), t -> t),
        d.issuers().stream().map(r -> value(r, IssuingBody::name)).toList(),
        value(d.issued(), LocalDate::toString),
        value(d.subject(), s -> s),
        d.signers().stream().map(RecordCodec::signer).toList(),
        value(d.handling().secrecy(), Secrecy::name),
        value(d.handling().urgency(), Urgency::name),
        value(d.handling().visibility(), Visibility::name),
        value(d.effect().effective(), LocalDate::toString),
        value(d.effect().expires(), LocalDate::toString),
        d.effect().parts().stream().map(RecordCodec::part).toList(),
        panel(d.panel()),
        d.legalBases().stream().map(r -> value(r, b -> b)).toList(),
        d.citations().stream().map(RecordCodec::citation).toList(),
        d.relations().stream().map(RecordCodec::relation).toList(),
        d.provisions().stream().map(RecordCodec::provision).toList(),
        d.warnings().stream().map(RecordCodec::warning).toList());
  }

  private static LegalDocument fromStored(StoredRecord s) {
    return new LegalDocument(
        DocumentKind.valueOf(s.kind()),
        reading(s.number(), DocumentNumber::new),
        reading(s.type(), t -> t),
        readings(s.issuers(), IssuingBody::new),
        reading(s.issued(), LocalDate::parse),
        reading(s.subject(), t -> t),
        s.signers().stream().map(RecordCodec::signer).toList(),
        new Handling(
            reading(s.secrecy(), Secrecy::valueOf),
            reading(s.urgency(), Urgency::valueOf),
            reading(s.visibility(), Visibility::valueOf)),
        new Effect(
            reading(s.effective(), LocalDate::parse),
            reading(s.expires(), LocalDate::parse),
            s.parts().stream().map(RecordCodec::part).toList()),
        panel(s.panel()),
        readings(s.legalBases(), t -> t),
        s.citations().stream().map(RecordCodec::citation).toList(),
        s.relations().stream().map(RecordCodec::relation).toList(),
        s.provisions().stream().map(RecordCodec::provision).toList(),
        s.warnings().stream().map(RecordCodec::warning).toList());
  }

  private static <T> @Nullable Value value(
      Optional<Reading<T>> reading, Function<T, String> print) {
    return reading.isEmpty() ? null : value(reading.get(), print);
  }

  private static <T> Value value(Reading<T> reading, Function<T, String> print) {
    Evidence e = reading.evidence();
    return new Value(
        print.apply(reading.value()), e.span().start(), e.span().end(), e.rule(), e.confidence());
  }

  private static <T> Optional<Reading<T>> reading(
      @Nullable Value value, Function<String, T> parse) {
    return value == null ? Optional.empty() : Optional.of(present(value, parse));
  }

  private static <T> List<Reading<T>> readings(List<Value> values, Function<String, T> parse) {
    return values.stream().map(v -> present(v, parse)).toList();
  }

  private static <T> Reading<T> present(Value v, Function<String, T> parse) {
    return new Reading<>(
        parse.apply(v.value()),
        new Evidence(new Span(v.start(), v.end()), v.rule(), v.confidence()));
  }

  private static SignerValue signer(Reading<Signer> reading) {
    Evidence e = reading.evidence();
    Signer signer = reading.value();
    return new SignerValue(
        signer.name(),
        signer.capacity().orElse(null),
        e.span().start(),
        e.span().end(),
        e.rule(),
        e.confidence());
  }

  private static Reading<Signer> signer(SignerValue v) {
    return new Reading<>(
        new Signer(v.name(), Optional.ofNullable(v.capacity())),
        new Evidence(new Span(v.start(), v.end()), v.rule(), v.confidence()));
  }

  private static StoredProvision provision(Provision p) {
    return new StoredProvision(
        steps(p.path()), p.label(), p.heading(), p.span().start(), p.span().end());
  }

  private static Provision provision(StoredProvision p) {
    return new Provision(path(p.path()), p.label(), p.heading(), new Span(p.start(), p.end()));
  }

  private static List<String> steps(ProvisionPath path) {
    return path.steps().stream().map(step -> step.level().name() + " " + step.number()).toList();
  }

  private static ProvisionPath path(List<String> stored) {
    List<ProvisionPath.Step> steps = new ArrayList<>();
    for (String step : stored) {
      int space = step.indexOf(' ');
      if (space < 0) {
        throw new IllegalArgumentException("bước không có số: " + step);
      }
      steps.add(
          new ProvisionPath.Step(
              ProvisionPath.Level.valueOf(step.substring(0, space)), step.substring(space + 1)));
    }
    return new ProvisionPath(steps);
  }

  private static StoredPart part(Reading<Effect.Part> reading) {
    Evidence e = reading.evidence();
    return new StoredPart(
        steps(reading.value().provision()),
        reading.value().effective().toString(),
        e.span().start(),
        e.span().end(),
        e.rule(),
        e.confidence());
  }

  private static Reading<Effect.Part> part(StoredPart p) {
    return new Reading<>(
        new Effect.Part(path(p.path()), LocalDate.parse(p.effective())),
        new Evidence(new Span(p.start(), p.end()), p.rule(), p.confidence()));
  }

  private static @Nullable StoredPanel panel(PortalPanel p) {
    return p.equals(PortalPanel.NONE)
        ? null
        : new StoredPanel(
            value(p.number(), DocumentNumber::canonical),
            value(p.type(), t -> t),
            value(p.issuer(), t -> t),
            value(p.issued(), LocalDate::toString),
            value(p.effective(), LocalDate::toString),
            value(p.expires(), LocalDate::toString),
            value(p.status(), t -> t),
            value(p.signer(), t -> t));
  }

  private static PortalPanel panel(@Nullable StoredPanel p) {
    return p == null
        ? PortalPanel.NONE
        : new PortalPanel(
            reading(p.number(), DocumentNumber::new),
            reading(p.type(), t -> t),
            reading(p.issuer(), t -> t),
            reading(p.issued(), LocalDate::parse),
            reading(p.effective(), LocalDate::parse),
            reading(p.expires(), LocalDate::parse),
            reading(p.status(), t -> t),
            reading(p.signer(), t -> t));
  }

  private static StoredTarget target(Citation.Target target) {
    return switch (target) {
      case Citation.ByNumber(DocumentNumber number) ->
          new StoredTarget(number.canonical(), null, null);
      case Citation.ByName(String name, OptionalInt year) ->
          new StoredTarget(null, name, year.isPresent() ? year.getAsInt() : null);
      case Citation.Self() -> new StoredTarget(null, null, null);
    };
  }

  private static Citation.Target target(StoredTarget t) {
    if (t.number() != null) {
      return new Citation.ByNumber(new DocumentNumber(t.number()));
    }
    if (t.name() != null) {
      Integer year = t.year();
      return new Citation.ByName(
          t.name(), year == null ? OptionalInt.empty() : OptionalInt.of(year));
    }
    return new Citation.Self();
  }

  private static StoredCitation citation(Citation c) {
    Evidence e = c.evidence();
    return new StoredCitation(
        target(c.target()),
        c.provision().map(RecordCodec::steps).orElse(null),
        c.until().map(RecordCodec::steps).orElse(null),
        e.span().start(),
        e.span().end(),
        e.rule(),
        e.confidence());
  }

  private static Citation citation(StoredCitation c) {
    return new Citation(
        target(c.target()),
        Optional.ofNullable(c.provision()).map(RecordCodec::path),
        Optional.ofNullable(c.until()).map(RecordCodec::path),
        new Evidence(new Span(c.start(), c.end()), c.rule(), c.confidence()));
  }

  private static StoredRelation relation(Relation r) {
    Evidence e = r.evidence();
    return new StoredRelation(
        r.type().name(),
        target(r.target()),
        r.provisions().stream().map(RecordCodec::steps).toList(),
        r.date().map(LocalDate::toString).orElse(null),
        e.span().start(),
        e.span().end(),
        e.rule(),
        e.confidence());
  }

  private static Relation relation(StoredRelation r) {
    return new Relation(
        RelationType.valueOf(r.type()),
        target(r.target()),
        r.provisions().stream().map(RecordCodec::path).toList(),
        Optional.ofNullable(r.date()).map(LocalDate::parse),
        new Evidence(new Span(r.start(), r.end()), r.rule(), r.confidence()));
  }

  private static StoredWarning warning(Warning w) {
    return new StoredWarning(
        w.field(),
        w.message(),
        w.span().map(Span::start).orElse(null),
        w.span().map(Span::end).orElse(null));
  }

  private static Warning warning(StoredWarning w) {
    Integer start = w.start();
    Integer end = w.end();
    return new Warning(
        w.field(),
        w.message(),
        start == null || end == null ? Optional.empty() : Optional.of(new Span(start, end)));
  }
}
