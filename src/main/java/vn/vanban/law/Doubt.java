package vn.vanban.law;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A warning with how sure the value is that it is about.
 *
 * @param warning what is doubtful
 * @param confidence of the least sure value of its field, 0 to 1; empty where nothing was read
 */
public record Doubt(Warning warning, OptionalDouble confidence) {

  /** The doubts of a document, in the order of its warnings. */
  public static List<Doubt> of(LegalDocument document) {
    return document.warnings().stream()
        .map(warning -> new Doubt(warning, confidence(document, warning.field())))
        .toList();
  }

  /** Whether the value is less sure than this; a missing one always is. */
  public boolean isBelow(double limit) {
    return confidence.isEmpty() || confidence.getAsDouble() < limit;
  }

  /** Where the values of a field were read; none for fields without a place in the text. */
  public static List<Evidence> evidence(LegalDocument document, String field) {
    Handling handling = document.handling();
    Stream<? extends Reading<?>> readings =
        switch (field) {
          case "number" -> document.number().stream();
          case "type" -> document.type().stream();
          case "issuer" -> document.issuers().stream();
          case "issued" -> document.issued().stream();
          case "subject" -> document.subject().stream();
          case "signer" -> document.signers().stream();
          case "secrecy" -> handling.secrecy().stream();
          case "urgency" -> handling.urgency().stream();
          case "visibility" -> handling.visibility().stream();
          case "effective" -> document.effect().effective().stream();
          case "expires" -> document.effect().expires().stream();
          default -> Stream.empty();
        };
    return readings.<Evidence>map(Reading::evidence).toList();
  }

  private static OptionalDouble confidence(LegalDocument document, String field) {
    return evidence(document, field).stream()
        .flatMapToDouble(one -> DoubleStream.of(one.confidence()))
        .min();
  }
}
