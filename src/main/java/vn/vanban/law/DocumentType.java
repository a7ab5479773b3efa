package vn.vanban.law;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanban.viet.Folding;

/**
 * A type of document (tên loại văn bản) with its abbreviations in symbols. Source: Nghị định
 * 30/2020/NĐ-CP, Điều 7 and Phụ lục III, and the law on legal normative documents.
 *
 * @param name {@code Kế hoạch}
 * @param abbreviations {@code KH}; empty for types that have none
 * @param family what regime it belongs to
 */
public record DocumentType(String name, List<String> abbreviations, Family family) {
  public DocumentType {
    abbreviations = List.copyOf(abbreviations);
  }

  /** What regime a type belongs to. */
  public enum Family {
    NORMATIVE,
    ADMINISTRATIVE,
    BOTH,
    CONSOLIDATION,
    TECHNICAL,
    COPY,
    PARTY,
    TREATY,
    COURT,
    HISTORIC,
    ATTACHMENT
  }

  private static final List<DocumentType> ALL =
      Table.rows("document-types.tsv", 3).stream()
          .map(row ->
              new DocumentType(
                  row[0],
                  row[1].isEmpty() ? List.of() : Arrays.asList(row[1].split(",", -1)),
                  Family.valueOf(row[2].toUpperCase(Locale.ROOT))))
          .toList();

  private static final Map<String, DocumentType> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(t -> Names.fold(t.name), t -> t));
  private static final Map<String, DocumentType> BY_ABBREVIATION =
      ALL.stream()
          .flatMap(t -> t.abbreviations.stream().map(a -> Map.entry(a.toUpperCase(Locale.ROOT), t)))
          .collect(
              Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  private static final List<DocumentType> LONGEST_FIRST =
      ALL.stream()
          .sorted(Comparator.comparingInt((DocumentType t) -> t.name().length()).reversed())
          .toList();

  /** All known types, normative first. */
  public static List<DocumentType> all() {
    return ALL;
  }

  /** The first abbreviation of each type that has one, by its name, both without case and marks. */
  public static Map<String, String> foldedAbbreviations() {
    Map<String, String> brief = new HashMap<>();
    for (DocumentType type : ALL) {
      if (!type.abbreviations().isEmpty()) {
        brief.put(
            Folding.unaccented(type.name()), Folding.unaccented(type.abbreviations().getFirst()));
      }
    }
    return Map.copyOf(brief);
  }

  /** The type with this name, in any case and tone placement. */
  public static Optional<DocumentType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(Names.fold(name)));
  }

  /**
   * The longest type name that a line begins with, as a whole word: {@code THÔNG TƯ LIÊN TỊCH …}.
   */
  public static Optional<DocumentType> leading(String line) {
    String folded = Names.fold(line);
    for (DocumentType type : LONGEST_FIRST) {
      String name = Names.fold(type.name);
      if (folded.startsWith(name)
          && (folded.length() == name.length()
              || !Character.isLetterOrDigit(folded.charAt(name.length())))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The type that an abbreviation in a symbol stands for: {@code KH} in {@code KH-UBND}. */
  public static Optional<DocumentType> abbreviated(String abbreviation) {
    return Optional.ofNullable(BY_ABBREVIATION.get(abbreviation.toUpperCase(Locale.ROOT)));
  }
}
