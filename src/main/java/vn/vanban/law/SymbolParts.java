package vn.vanban.law;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanban.viet.Folding;

/** What the parts of symbols can be: abbreviations of types and of bodies. */
final class SymbolParts {
  private SymbolParts() {}

  private static final Map<String, List<String>> BY_BARE =
      Stream.concat(
              DocumentType.all().stream().flatMap(type -> type.abbreviations().stream()),
              Authorities.abbreviations().stream())
          .distinct()
          .collect(Collectors.groupingBy(SymbolParts::bare));

  /** Whether a part is a known abbreviation, perhaps with the number of a term: {@code QH14}. */
  static boolean isKnown(String part) {
    String upper = part.replaceFirst("\\d{1,2}$", "").toUpperCase(Locale.ROOT);
    return BY_BARE.getOrDefault(bare(upper), List.of()).stream()
        .anyMatch(a -> a.toUpperCase(Locale.ROOT).equals(upper));
  }

  /** Known abbreviations of the same letters but for their marks: {@code HD} gives HD and HĐ. */
  static List<String> alike(String part) {
    return BY_BARE.getOrDefault(bare(part), List.of());
  }

  static boolean isType(String part) {
    return DocumentType.abbreviated(part).isPresent();
  }

  private static String bare(String abbreviation) {
    return Folding.unaccented(abbreviation);
  }
}
