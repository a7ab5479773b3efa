package vn.vanban.law;

import java.util.Optional;

/** The type by which a document is numbered, from its symbol and its printed type. */
final class SeriesType {
  private static final String LETTER = "Công văn";

  private SeriesType() {}

  /**
   * The type that the symbol names, since it is part of the number; where the symbol names none the
   * printed type, and for a number such as {@code 12/BNV-VP} that of official letters (Nghị định
   * 30/2020/NĐ-CP, Phụ lục I, mục II.3).
   *
   * @return empty for {@code 59/2020/QH14} without a printed type
   */
  static Optional<String> of(SeriesEntry entry) {
    String first = entry.number().symbol().split("[-/.( ]", 2)[0];
    Optional<DocumentType> printed = entry.type().flatMap(DocumentType::named);
    // 133/HĐBT and 202/CT name their body alone, as decrees and decisions did until 1992.
    if (printed.isPresent() && entry.number().symbol().equals(first) && isBody(first)) {
      return printed.map(DocumentType::name);
    }
    // CT-… is a directive and the symbol of a body; TTr and L stand for two types each.
    if (printed.isPresent()
        && (printed.get().abbreviations().stream().anyMatch(first::equalsIgnoreCase)
            || (printed.get().name().equals(LETTER) && isBody(first)))) {
      return printed.map(DocumentType::name);
    }
    Optional<String> bySymbol = DocumentType.abbreviated(first).map(DocumentType::name);
    if (bySymbol.isPresent()) {
      return bySymbol;
    }
    return switch (SeriesRule.Form.of(entry.number())) {
      case TERM, YEAR, STANDARD -> entry.type();
      // What the page calls it does not make 3637/UBND-VX a decision.
      case PARTY, PLAIN ->
          isBody(first) || entry.type().isEmpty() ? Optional.of(LETTER) : entry.type();
    };
  }

  private static boolean isBody(String part) {
    return !Authorities.abbreviated(part).isEmpty();
  }
}
