package vn.vanban.parse;

import java.util.Optional;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/**
 * Reads the type (tên loại) from the heading; where there is none, from the number's symbol; a
 * letter (công văn) is told by its V/v (NĐ 30/2020, Phụ lục I, mục II.5).
 */
final class TypeReader {
  private TypeReader() {}

  /** The type's name as its heading or what else tells it. */
  static Optional<Reading<String>> read(
      Head head, Optional<Title> title, NumberReader.Result number, DocumentKind kind) {
    Optional<Reading<DocumentNumber>> read = number.number();
    if (kind == DocumentKind.CONSOLIDATION && read.isPresent()) {
      return Optional.of(
          new Reading<>(
              "Văn bản hợp nhất", new Evidence(read.get().evidence().span(), "symbol", 0.95)));
    }
    Optional<Piece> letter = SubjectReader.letterSubject(head, title);
    if (title.isPresent() && letter.isEmpty()) {
      return title.map(Title::type);
    }
    if (read.isPresent()) {
      Evidence evidence = read.get().evidence();
      if (read.get().value().canonical().startsWith("QCVN")) {
        return Optional.of(new Reading<>("Quy chuẩn kỹ thuật quốc gia", evidence));
      }
      if (read.get().value().canonical().startsWith("TCVN")) {
        return Optional.of(new Reading<>("Tiêu chuẩn quốc gia", evidence));
      }
    }
    Optional<String> symbol = read.map(r -> r.value().symbol()).or(number::blankSymbol);
    Optional<DocumentType> bySymbol =
        symbol.flatMap(s -> DocumentType.abbreviated(s.replaceAll("[-/].*", "")));
    if (bySymbol.isPresent() && letter.isEmpty()) {
      int slot = number.piece();
      Span where =
          read.map(r -> r.evidence().span()).orElseGet(() -> head.pieces().get(slot).span());
      return Optional.of(new Reading<>(bySymbol.get().name(), new Evidence(where, "symbol", 0.8)));
    }
    return letter.map(about -> new Reading<>("Công văn", new Evidence(about.span(), "v/v", 0.92)));
  }

  /** A symbol that names another type than the document's heading: one of them is misprinted. */
  static void compare(
      Optional<Reading<DocumentNumber>> number, Optional<Reading<String>> type, Warnings warnings) {
    Optional<DocumentType> heading = type.flatMap(t -> DocumentType.named(t.value()));
    Optional<DocumentType> symbol =
        number
            .map(n -> n.value().symbol().replaceAll("[-/.].*", ""))
            .filter(abbreviation -> abbreviation.length() > 1)
            .flatMap(DocumentType::abbreviated);
    if (heading.isEmpty() || symbol.isEmpty()) {
      return;
    }
    boolean agrees =
        symbol.get().abbreviations().stream().anyMatch(heading.get().abbreviations()::contains);
    if (!agrees) {
      String message =
          "Ký hiệu là của loại \"%s\" nhưng tên loại ghi \"%s\""
              .formatted(symbol.get().name(), heading.get().name());
      warnings.add("number", message, number.orElseThrow().evidence().span());
      warnings.add("type", message, type.orElseThrow().evidence().span());
    }
  }
}
