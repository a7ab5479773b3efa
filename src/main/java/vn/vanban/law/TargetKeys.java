package vn.vanban.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys under which a document can be cited, and the key of a document as cited: equal keys are
 * candidates for one another, and {@link TargetChoice} chooses among them. A key says its kind
 * first: {@code số:30/2020/nđ-cp}, {@code tên:luật đất đai@2013}.
 */
public final class TargetKeys {
  private TargetKeys() {}

  private static final Set<String> CITED_BY_NAME =
      Set.of("hiến pháp", "bộ luật", "luật", "pháp lệnh");

  /**
   * Every key of a document: that of its number and, for the constitution, codes, laws and
   * ordinances, which are cited by name (Nghị định 30/2020/NĐ-CP, Phụ lục I), that of its title
   * without a year and with the year of issue.
   *
   * @return sorted; empty for a document without number and citable name
   */
  public static Set<String> keys(LegalDocument document) {
    Set<String> keys = new TreeSet<>();
    document.number().ifPresent(number -> keys.add(byNumber(number.value())));
    String type = document.type().map(t -> Names.fold(t.value())).orElse("");
    if (CITED_BY_NAME.contains(type)) {
      String name = title(type, document.subject().map(s -> Names.fold(s.value())).orElse(""));
      keys.add(byName(name, OptionalInt.empty()));
      year(document).ifPresent(year -> keys.add(byName(name, OptionalInt.of(year))));
    }
    return keys;
  }

  /** The key of a document as cited; empty where it cites itself. */
  public static Optional<String> key(Citation.Target target) {
    return switch (target) {
      case Citation.ByNumber cited -> Optional.of(byNumber(cited.number()));
      case Citation.ByName cited -> Optional.of(byName(Names.fold(cited.name()), cited.year()));
      case Citation.Self ignored -> Optional.empty();
    };
  }

  /** The subject of a law often repeats its type: {@code Luật} and {@code Luật Đất đai}. */
  private static String title(String type, String subject) {
    boolean whole = subject.equals(type) || subject.startsWith(type + " ");
    return whole ? subject : (type + " " + subject).strip();
  }

  private static OptionalInt year(LegalDocument document) {
    OptionalInt inNumber = document.number().map(n -> n.value().year()).orElse(OptionalInt.empty());
    Optional<Integer> issued = document.issued().map(Reading::value).map(LocalDate::getYear);
    return issued.isPresent() ? OptionalInt.of(issued.get()) : inNumber;
  }

  private static String byNumber(DocumentNumber number) {
    return "số:" + number.key();
  }

  private static String byName(String folded, OptionalInt year) {
    return "tên:" + folded + (year.isPresent() ? "@" + year.getAsInt() : "");
  }
}
