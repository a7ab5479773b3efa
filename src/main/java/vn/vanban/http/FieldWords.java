package vn.vanban.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanban.http.pages.CorrectionPage;
import vn.vanban.http.pages.Language;
import vn.vanban.http.pages.Said;
import vn.vanban.http.pages.Snippet;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Doubt;
import vn.vanban.law.Evidence;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Span;
import vn.vanban.law.Urgency;
import vn.vanban.law.Visibility;
import vn.vanban.registry.Action;
import vn.vanban.registry.RegisteredDocument;

/** How officials' pages name fields and what was done, and show where a value was read. */
record FieldWords(Language language) {
  private static final int AROUND = 90;

  String say(String vietnamese, String english) {
    return language.say(vietnamese, english);
  }

  String label(String field) {
    return new Wording(language).field(field);
  }

  Said said(String vietnamese) {
    return new Wording(language).said(vietnamese);
  }

  String action(Action action) {
    return new Wording(language).action(action);
  }

  /** The values that a field can have; none where it is free. */
  List<CorrectionPage.Option> options(String field) {
    Wording wording = new Wording(language);
    Stream<CorrectionPage.Option> none = Stream.of(option("", say("không có", "none")));
    return switch (field) {
      case "kind" ->
          Arrays.stream(DocumentKind.values())
              .map(kind -> option(kind.jsonName(), wording.kind(kind)))
              .toList();
      case "secrecy" ->
          Stream.concat(
                  none,
                  Arrays.stream(Secrecy.values())
                      .map(mark -> option(mark.vietnamese(), wording.secrecy(mark))))
              .toList();
      case "urgency" ->
          Stream.concat(
                  none,
                  Arrays.stream(Urgency.values())
                      .map(mark -> option(mark.vietnamese(), wording.urgency(mark))))
              .toList();
      case "visibility" ->
          Stream.concat(
                  none,
                  Stream.of(
                      option(Visibility.PUBLIC.jsonName(), say("công khai", "public")),
                      option(Visibility.INTERNAL.jsonName(), say("nội bộ", "internal"))))
              .toList();
      default -> List.of();
    };
  }

  private static CorrectionPage.Option option(String value, String label) {
    return new CorrectionPage.Option(value, label);
  }

  /** A field's value as people read it. */
  String shown(String field, String value) {
    return options(field).stream()
        .filter(option -> !value.isEmpty() && option.value().equals(value))
        .map(CorrectionPage.Option::label)
        .findFirst()
        .orElseGet(() -> Wording.dated(value));
  }

  String name(RegisteredDocument registered) {
    LegalDocument document = registered.document();
    String name =
        Wording.name(
            document.type().map(type -> type.value()).orElse(""),
            document.number().map(number -> number.value().canonical()).orElse(""));
    return name.isEmpty() ? SourceName.of(registered.primary().source()) : name;
  }

  /**
   * Where a field was read, in the text of the primary copy.
   *
   * @param otherwise a place for fields without one
   */
  List<Snippet> snippets(RegisteredDocument document, String field, Optional<Span> otherwise) {
    String text = document.primary().text();
    List<Span> read =
        Doubt.evidence(document.document(), field).stream().map(Evidence::span).distinct().toList();
    return (read.isEmpty() ? otherwise.stream() : read.stream())
        .filter(span -> span.start() < span.end() && span.end() <= text.length())
        .limit(3)
        .map(span -> snippet(document.id(), text, span))
        .toList();
  }

  private static Snippet snippet(String id, String text, Span span) {
    int start = Math.max(0, span.start() - AROUND);
    while (start > 0 && start < span.start() && !Character.isWhitespace(text.charAt(start - 1))) {
      start++;
    }
    int end = Math.min(text.length(), span.end() + AROUND);
    while (end < text.length() && end > span.end() && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return new Snippet(
        (start > 0 ? "… " : "") + text.substring(start, span.start()),
        text.substring(span.start(), span.end()),
        text.substring(span.end(), end) + (end < text.length() ? " …" : ""),
        Links.passage(id, 0, span));
  }
}
