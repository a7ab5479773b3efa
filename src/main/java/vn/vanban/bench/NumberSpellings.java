package vn.vanban.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import vn.vanban.law.Authorities;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.viet.Folding;

/** The ways in which people type a document's number, its body and its year. */
final class NumberSpellings {
  /** How much of the number a spelling keeps. */
  enum Kept {
    /** Every letter and sign: no other number is spelled so. */
    ALL,
    /** Letters without marks, or without the signs between them. */
    LETTERS,
    /** Not even the gaps between them: {@code 383/KHUBND}. */
    RUN,
    /** The running number and the type: {@code 383/KH}, {@code ke hoach 383}. */
    ORDINAL_AND_TYPE
  }

  /**
   * A number as typed.
   *
   * @param type the type that it names, where it keeps no more than that
   */
  record Spelled(String text, Kept kept, Optional<DocumentType> type) {}

  private final Random random;

  NumberSpellings(Random random) {
    this.random = random;
  }

  /** A random spelling of a number. */
  Spelled number(DocumentNumber number, Optional<String> typeName) {
    String canonical = number.canonical();
    String ordinal = number.ordinal();
    Optional<DocumentType> type = type(number);
    boolean standard = !Character.isDigit(canonical.charAt(0));
    return switch (standard ? random.nextInt(4) : random.nextInt(16)) {
      case 0 -> all(canonical);
      case 1 -> all(canonical.toLowerCase(Locale.ROOT));
      case 2 -> letters(Folding.unaccented(canonical));
      case 3 -> letters(number.foldedKey());
      case 4 -> all(canonical.replace("-", " –"));
      case 5 -> all(canonical.replace('Đ', 'Ð').replace("/", " /"));
      case 6 -> all((canonical.matches("\\d{1,4}\\D.*") ? "Số: 0" : "Số: ") + canonical);
      case 7 -> letters(swapped(canonical));
      case 8 -> letters(turned(number));
      case 9 -> letters(turned(number).toUpperCase(Locale.ROOT));
      case 10 -> all(named(typeName, type) + canonical);
      case 11 -> letters(Folding.unaccented(named(typeName, type)) + number.foldedKey());
      case 12 -> squeezed(number);
      case 13 ->
          type.map(known -> partial(head(number) + " " + bare(known), known))
              .orElse(all(canonical));
      case 14 ->
          type.map(known -> partial(Folding.unaccented(known.name()) + " " + ordinal, known))
              .orElse(letters(number.foldedKey()));
      default -> type.map(known -> spelledOut(number, known)).orElse(all(canonical));
    };
  }

  /** The number with {@code năm 2020} and the like. */
  String year(int year) {
    return List.of("năm " + year, "nam " + year, Integer.toString(year)).get(random.nextInt(3));
  }

  /** A body as people call it. */
  String body(String name) {
    List<String> forms = new ArrayList<>(List.of(name, "của " + name, Folding.unaccented(name)));
    forms.add(name.toUpperCase(Locale.ROOT));
    String committee = "Ủy ban nhân dân ";
    if (name.startsWith(committee)) {
      String place = name.substring(committee.length());
      forms.addAll(List.of("UBND " + place, "ubnd " + Folding.unaccented(place), place));
    }
    if (name.startsWith("Hội đồng nhân dân ")) {
      forms.add(name.replace("Hội đồng nhân dân", "HĐND"));
    }
    Authorities.named(name)
        .filter(body -> body.level() == Authority.Level.CENTRAL)
        .map(Authority::abbreviations)
        .ifPresent(forms::addAll);
    return forms.get(random.nextInt(forms.size()));
  }

  private static Optional<DocumentType> type(DocumentNumber number) {
    return DocumentType.abbreviated(parts(number).getFirst());
  }

  private static String named(Optional<String> name, Optional<DocumentType> type) {
    return name.or(() -> type.map(DocumentType::name)).map(known -> known + " ").orElse("");
  }

  private static Spelled all(String text) {
    return new Spelled(text, Kept.ALL, Optional.empty());
  }

  private static Spelled letters(String text) {
    return new Spelled(text, Kept.LETTERS, Optional.empty());
  }

  private static Spelled partial(String text, DocumentType type) {
    return new Spelled(text, Kept.ORDINAL_AND_TYPE, Optional.of(type));
  }

  /** {@code 383-KH/UBND}. */
  private static String swapped(String canonical) {
    return canonical.replace('/', '\0').replace('-', '/').replace('\0', '-');
  }

  /** {@code kh ubnd 383}. */
  private static String turned(DocumentNumber number) {
    return DocumentNumber.foldedKey(number.symbol()) + " " + head(number);
  }

  /** The running number with its year: {@code 30/2020}. */
  private static String head(DocumentNumber number) {
    String year = number.year().isPresent() ? "/" + number.year().getAsInt() : "";
    return number.ordinal() + year;
  }

  /** {@code 383/KHUBND}, for symbols of a type and a body. */
  private static Spelled squeezed(DocumentNumber number) {
    List<String> parts = parts(number);
    return parts.size() == 2 && type(number).isPresent()
        ? new Spelled(head(number) + "/" + String.join("", parts), Kept.RUN, Optional.empty())
        : all(number.canonical());
  }

  /** {@code số 383 kế hoạch ubnd}. */
  private static Spelled spelledOut(DocumentNumber number, DocumentType type) {
    List<String> parts = parts(number);
    String rest = String.join(" ", parts.subList(1, parts.size())).toLowerCase(Locale.ROOT);
    return letters(
        ("số " + head(number) + " " + type.name().toLowerCase(Locale.ROOT) + " " + rest).strip());
  }

  private static String bare(DocumentType type) {
    return type.abbreviations().getFirst();
  }

  private static List<String> parts(DocumentNumber number) {
    return Arrays.asList(number.symbol().split("[^\\p{L}\\p{N}&]+", -1));
  }
}
