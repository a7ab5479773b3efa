package vn.vanban.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanban.law.DocumentDraft;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;
import vn.vanban.law.Warning;

/** The fields that officials may correct, and how corrections lie over what was read. */
final class Corrections {
  /** The evidence of a value that an official gave: no place in the text. */
  static final Evidence EVIDENCE = new Evidence(new Span(0, 0), "correction", 1);

  private static final Pattern VIETNAMESE_DAY =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

  private Corrections() {}

  /** A field with one value. */
  enum Field {
    KIND,
    NUMBER,
    TYPE,
    ISSUER,
    ISSUED,
    SUBJECT,
    SIGNER,
    SECRECY,
    URGENCY,
    VISIBILITY,
    EFFECTIVE,
    EXPIRES;

    String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Its value as shown; joint values are one string, joined by {@code "; "}. */
    Optional<String> of(LegalDocument d) {
      return switch (this) {
        case KIND -> Optional.of(d.kind().jsonName());
        case NUMBER -> shown(d.number(), DocumentNumber::canonical);
        case TYPE -> shown(d.type(), type -> type);
        case ISSUER -> Optional.of(d.issuerNames()).filter(names -> !names.isEmpty());
        case ISSUED -> shown(d.issued(), LocalDate::toString);
        case SUBJECT -> shown(d.subject(), subject -> subject);
        case SIGNER -> Optional.of(d.signerNames()).filter(names -> !names.isEmpty());
        case SECRECY -> shown(d.handling().secrecy(), Secrecy::vietnamese);
        case URGENCY -> shown(d.handling().urgency(), Urgency::vietnamese);
        case VISIBILITY -> shown(d.handling().visibility(), Visibility::jsonName);
        case EFFECTIVE -> shown(d.effect().effective(), LocalDate::toString);
        case EXPIRES -> shown(d.effect().expires(), LocalDate::toString);
      };
    }

    static List<String> names() {
      return Arrays.stream(values()).map(Field::jsonName).toList();
    }

    static Optional<Field> named(String name) {
      return Arrays.stream(values()).filter(field -> field.jsonName().equals(name)).findFirst();
    }
  }

  /**
   * Brings a value to the form in which it is kept.
   *
   * @param name the field's JSON name
   * @param value as an official typed it; empty to say that there is none
   * @throws IllegalArgumentException in Vietnamese, if there is no such field or it cannot have
   *     this value
   */
  static Optional<String> canonical(String name, Optional<String> value) {
    Field field =
        Field.named(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Không có trường “%s” để đính chính. Các trường: %s."
                        .formatted(name, String.join(", ", Field.names()))));
    Optional<String> typed = value.map(v -> v.strip().replaceAll("\\s+", " "));
    if (typed.isEmpty() || typed.get().isEmpty()) {
      if (field == Field.KIND) {
        throw new IllegalArgumentException("Trường “kind” không thể để trống.");
      }
      return Optional.empty();
    }
    return field.of(put(EMPTY, field, typed));
  }

  private static final LegalDocument EMPTY =
      LegalDocument.of(
          DocumentKind.OTHER,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /**
   * The record that holds: what was read, with the corrections laid over it. A corrected or
   * accepted field has no warnings any more.
   *
   * @param read what was read from the document
   * @param active corrections that are not withdrawn, oldest first
   */
  static LegalDocument over(LegalDocument read, List<Correction> active) {
    LegalDocument now = read;
    for (Correction correction : active) {
      Optional<Field> field = Field.named(correction.field());
      if (!correction.accepted()) {
        now = put(now, field.orElseThrow(() -> unknown(correction)), correction.value());
        now = settled(now, correction.field(), message -> true);
      } else if (field.isEmpty()) {
        List<String> messages = correction.value().orElse("").lines().toList();
        now = settled(now, correction.field(), messages::contains);
      } else if (field.get().of(read).equals(correction.value())) {
        now = settled(now, correction.field(), message -> true);
      }
    }
    return now;
  }

  private static RegistryException unknown(Correction correction) {
    return new RegistryException(
        "Đính chính số %d nói về một trường không có: %s."
            .formatted(correction.number(), correction.field()));
  }

  /** Without the warnings of a field whose messages are such. */
  private static LegalDocument settled(
      LegalDocument document, String field, Predicate<String> such) {
    return document
        .draft()
        .warnings(
            document.warnings().stream()
                .filter(w -> !(w.field().equals(field) && such.test(w.message())))
                .toList())
        .build();
  }

  /**
   * What is accepted of a field: its value or, of the text and other things without one, the
   * warnings that it has.
   *
   * @throws IllegalArgumentException in Vietnamese, if the field has no warning to be settled
   */
  static Optional<String> accepted(LegalDocument document, String name) {
    List<String> messages =
        document.warnings().stream()
            .filter(warning -> warning.field().equals(name))
            .map(Warning::message)
            .toList();
    if (messages.isEmpty()) {
      throw new IllegalArgumentException(
          "Trường “%s” không có cảnh báo nào chờ xác nhận. Các trường có cảnh báo: %s."
              .formatted(
                  name,
                  document.warnings().isEmpty()
                      ? "không có"
                      : String.join(
                          ", ",
                          document.warnings().stream().map(Warning::field).distinct().toList())));
    }
    return Field.named(name)
        .map(field -> field.of(document))
        .orElseGet(() -> Optional.of(String.join("\n", messages)));
  }

  /** How the fields of two states differ, in the order of the fields. */
  static List<FieldDifference> differences(LegalDocument before, LegalDocument after) {
    List<FieldDifference> differences = new ArrayList<>();
    for (Field field : Field.values()) {
      add(differences, field.jsonName(), field.of(before), field.of(after));
    }
    add(differences, "legalBases", count(before.legalBases()), count(after.legalBases()));
    add(differences, "citations", count(before.citations()), count(after.citations()));
    add(differences, "relations", count(before.relations()), count(after.relations()));
    add(differences, "provisions", count(before.provisions()), count(after.provisions()));
    add(differences, "warnings", messages(before), messages(after));
    return differences;
  }

  private static void add(
      List<FieldDifference> differences,
      String name,
      Optional<String> before,
      Optional<String> after) {
    if (!before.equals(after)) {
      differences.add(new FieldDifference(name, before, after));
    }
  }

  /**
   * Lists are told by their length and a hash of what they print, which is the same in every
   * process: what differs is seen in the record.
   */
  private static Optional<String> count(List<?> list) {
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of("%d mục (%08x)".formatted(list.size(), list.toString().hashCode()));
  }

  private static Optional<String> messages(LegalDocument document) {
    String all =
        String.join(
            "; ",
            document.warnings().stream()
                .map(w -> w.field() + ": " + w.message())
                .sorted()
                .toList());
    return Optional.of(all).filter(text -> !text.isEmpty());
  }

  private static <T> Optional<String> shown(
      Optional<Reading<T>> reading, Function<T, String> print) {
    return reading.map(r -> print.apply(r.value()));
  }

  private static LegalDocument put(LegalDocument d, Field field, Optional<String> value) {
    DocumentDraft draft = d.draft();
    Handling handling = d.handling();
    Effect effect = d.effect();
    DocumentDraft changed =
        switch (field) {
          case KIND ->
              draft.kind(
                  constant(
                      "kind", value.orElseThrow(), DocumentKind.values(), DocumentKind::jsonName));
          case NUMBER ->
              draft.number(
                  value.map(
                      v -> given(DocumentNumber.parse(v).orElseGet(() -> new DocumentNumber(v)))));
          case TYPE ->
              draft.type(
                  value.map(v -> given(DocumentType.named(v).map(DocumentType::name).orElse(v))));
          case ISSUER -> draft.issuers(each(value, IssuingBody::named));
          case ISSUED -> draft.issued(value.map(v -> given(day("issued", v))));
          case SUBJECT -> draft.subject(value.map(Corrections::given));
          case SIGNER -> draft.signers(each(value, v -> new Signer(v, Optional.empty())));
          case SECRECY ->
              draft.handling(
                  new Handling(
                      value.map(v ->
                          given(constant("secrecy", v, Secrecy.values(), Secrecy::vietnamese))),
                      handling.urgency(),
                      handling.visibility()));
          case URGENCY ->
              draft.handling(
                  new Handling(
                      handling.secrecy(),
                      value.map(v ->
                          given(constant("urgency", v, Urgency.values(), Urgency::vietnamese))),
                      handling.visibility()));
          case VISIBILITY ->
              draft.handling(
                  new Handling(
                      handling.secrecy(),
                      handling.urgency(),
                      value.map(v ->
                          given(
                              constant(
                                  "visibility", v, Visibility.values(), Visibility::jsonName)))));
          case EFFECTIVE ->
              draft.effect(
                  new Effect(
                      value.map(v -> given(day("effective", v))),
                      effect.expires(),
                      effect.parts()));
          case EXPIRES ->
              draft.effect(
                  new Effect(
                      effect.effective(),
                      value.map(v -> given(day("expires", v))),
                      effect.parts()));
        };
    return changed.build();
  }

  private static <T> Reading<T> given(T value) {
    return new Reading<>(value, EVIDENCE);
  }

  private static <T> List<Reading<T>> each(Optional<String> value, Function<String, T> parse) {
    return value.stream()
        .flatMap(joined -> Stream.of(joined.split(";", -1)))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(one -> given(parse.apply(one)))
        .toList();
  }

  /** ISO 8601, or as people write it: {@code 5/3/2020}. */
  private static LocalDate day(String field, String text) {
    try {
      Matcher day = VIETNAMESE_DAY.matcher(text);
      return day.matches()
          ? LocalDate.of(
              Integer.parseInt(day.group(3)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(1)))
          : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Trường “%s” cần một ngày có thật, dạng 2020-03-05 hoặc 5/3/2020, không phải “%s”."
              .formatted(field, text),
          e);
    }
  }

  private static <T extends Enum<T>> T constant(
      String field, String text, T[] values, Function<T, String> name) {
    return Arrays.stream(values)
        .filter(v -> name.apply(v).equalsIgnoreCase(text) || v.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Trường “%s” không nhận “%s”. Các giá trị: %s."
                    .formatted(
                        field, text, String.join(", ", Arrays.stream(values).map(name).toList()))));
  }
}
