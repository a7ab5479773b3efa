package vn.vanban.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Authority.Level;
import vn.vanban.viet.Folding;

/**
 * The authority list (danh mục cơ quan): central bodies by name, local bodies as a kind of body and
 * a place.
 */
public final class Authorities {
  private Authorities() {}

  /** A kind of local body; its name goes before that of the place. */
  private record Kind(
      String name,
      List<String> abbreviations,
      String levels,
      Optional<LocalDate> to,
      Optional<String> successor) {}

  /** A province or city under the central government. */
  private record Place(
      String name, Optional<LocalDate> from, Optional<LocalDate> to, List<String> successors) {}

  private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

  /** {@code tỉnh Gia Lai}, {@code huyện Mường Nà} behind the kind of body (folded). */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:^| )(?<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?<place>[^,;()]{1,40})$");

  private static final Pattern LEADING_NOISE = Pattern.compile("^[.,;:*_ ]+|[.,;:*_ ]+$");

  private static final Map<String, Authority> CENTRAL = central();
  private static final Map<String, Authority> UNMARKED = unmarked();
  private static final Map<String, Kind> KINDS = kinds();
  private static final Map<String, Place> PLACES = places();
  private static final Map<String, List<Authority>> BY_ABBREVIATION = byAbbreviation();

  /**
   * The body that a printed name means, in any case, tone placement and spacing.
   *
   * @param printed {@code UBND TỈNH GIA LAI}, {@code Uỷ ban nhân dân tỉnh Gia-lai}, {@code BỘ Y TẾ}
   * @return the body; empty if it is none of the list. Districts and communes are known by their
   *     form only, since there is no list of them
   */
  public static Optional<Authority> named(String printed) {
    Authority listed = CENTRAL.get(key(printed));
    if (listed != null) {
      return Optional.of(listed);
    }
    String folded = key(BodyNames.writtenOut(printed));
    Authority central = CENTRAL.get(folded);
    if (central == null) {
      // A mark lost or misread in one name of the list: "PHÁT TRIẺN".
      central = UNMARKED.get(Folding.unaccented(folded));
    }
    if (central != null) {
      return Optional.of(central);
    }
    Matcher place = PLACE.matcher(folded);
    if (!place.find()) {
      return Optional.empty();
    }
    String unit = place.group("unit");
    Place province = PLACES.get(unit + " " + place.group("place"));
    Level level = province != null ? Level.PROVINCE : level(unit);
    Kind kind = KINDS.get(folded.substring(0, place.start()));
    if (kind == null
        || !kind.levels().contains(letter(level))
        || (unit.equals("tỉnh") && province == null)) {
      return Optional.empty();
    }
    return Optional.of(province != null ? of(kind, province) : ofLower(kind, level, folded, place));
  }

  /** Whether a printed name is one of the central bodies' names or other spellings. */
  static boolean isCentral(String printed) {
    return CENTRAL.containsKey(key(printed));
  }

  /**
   * The bodies that a part of a symbol may stand for; a local body comes without its place.
   *
   * @param abbreviation {@code BTC}, {@code TTg}, {@code UBND}
   */
  public static List<Authority> abbreviated(String abbreviation) {
    return BY_ABBREVIATION.getOrDefault(abbreviation.toUpperCase(Locale.ROOT), List.of());
  }

  /**
   * The bodies that carry on for another one on a day: itself while it exists, else its successors
   * and theirs.
   */
  public static List<Authority> inChargeOn(Authority body, LocalDate day) {
    if (body.to().map(last -> !day.isAfter(last)).orElse(true)) {
      return List.of(body);
    }
    List<Authority> found = new ArrayList<>();
    for (String name : body.successors()) {
      named(name).ifPresent(next -> found.addAll(inChargeOn(next, day)));
    }
    return found.stream().distinct().toList();
  }

  /** The bodies of the list by their folded names: central ones, and those of each province. */
  static Map<String, Authority> listed() {
    Map<String, Authority> all = new LinkedHashMap<>(CENTRAL);
    KINDS.forEach((kindName, kind) -> {
      if (kind.levels().contains(letter(Level.PROVINCE))) {
        PLACES.forEach((placeName, place) -> all.put(kindName + " " + placeName, of(kind, place)));
      }
    });
    return all;
  }

  /** The folded names of local bodies before the place, each with the letters of its levels. */
  static Map<String, String> localKinds() {
    Map<String, String> levels = new LinkedHashMap<>();
    KINDS.forEach((name, kind) -> levels.put(name, kind.levels()));
    return levels;
  }

  /** All abbreviations of the list. */
  static Set<String> abbreviations() {
    Set<String> all = new TreeSet<>();
    BY_ABBREVIATION.values().forEach(list -> list.forEach(a -> all.addAll(a.abbreviations())));
    return all;
  }

  private static Authority of(Kind kind, Place place) {
    Optional<LocalDate> to = kind.to();
    List<String> successors = kind.successor().map(s -> s + " " + place.name()).stream().toList();
    boolean placeEndsFirst =
        place.to().isPresent() && (to.isEmpty() || place.to().get().isBefore(to.get()));
    if (placeEndsFirst) {
      to = place.to();
      successors = place.successors().stream().map(s -> kind.name() + " " + s).toList();
    }
    String name = kind.name() + " " + place.name();
    return new Authority(name, Level.PROVINCE, kind.abbreviations(), place.from(), to, successors);
  }

  private static Authority ofLower(Kind kind, Level level, String folded, Matcher place) {
    StringBuilder name = new StringBuilder(kind.name() + " " + place.group("unit"));
    for (String word : folded.substring(place.start("place")).split(" ", -1)) {
      name.append(' ')
          .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.substring(1));
    }
    Optional<LocalDate> to =
        level == Level.DISTRICT ? Optional.of(LAST_DAY_OF_DISTRICTS) : kind.to();
    return new Authority(
        name.toString(), level, kind.abbreviations(), Optional.empty(), to, List.of());
  }

  private static Level level(String unit) {
    return switch (unit) {
      case "xã", "phường", "thị trấn", "đặc khu" -> Level.COMMUNE;
      default -> Level.DISTRICT;
    };
  }

  private static String letter(Level level) {
    return level.name().substring(0, 1).toLowerCase(Locale.ROOT);
  }

  /** Names meet without case, tone placement, dashes and stray signs: {@code tỉnh Gia-lai}. */
  private static String key(String name) {
    String plain = LEADING_NOISE.matcher(Names.fold(name)).replaceAll("");
    return plain.replaceAll(" *[-–—,&/] *", " ");
  }

  private static Map<String, Authority> central() {
    Map<String, Authority> bodies = new LinkedHashMap<>();
    for (String[] row : Table.rows("bodies.tsv", 6)) {
      Authority body =
          new Authority(
              row[0],
              Level.CENTRAL,
              list(row[1], ","),
              day(row[3], true),
              day(row[4], false),
              list(row[5], ";"));
      bodies.put(key(row[0]), body);
      list(row[2], ";").forEach(alias -> bodies.put(key(alias), body));
    }
    return Collections.unmodifiableMap(bodies);
  }

  /** Names without their marks, where only one body has them. */
  private static Map<String, Authority> unmarked() {
    Map<String, Authority> unmarked = new HashMap<>();
    Set<String> shared = new HashSet<>();
    CENTRAL.forEach((name, body) -> {
      Authority other = unmarked.put(Folding.unaccented(name), body);
      if (other != null && !other.equals(body)) {
        shared.add(Folding.unaccented(name));
      }
    });
    unmarked.keySet().removeAll(shared);
    return Map.copyOf(unmarked);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (String[] row : Table.rows("local-bodies.tsv", 5)) {
      Optional<String> successor = Optional.of(row[4]).filter(s -> !s.isEmpty());
      kinds.put(
          key(row[0]), new Kind(row[0], list(row[1], ","), row[2], day(row[3], false), successor));
    }
    return kinds;
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new HashMap<>();
    for (String[] row : Table.rows("provinces.tsv", 6)) {
      Place place =
          new Place(
              row[1] + " " + row[0], day(row[3], true), day(row[4], false), list(row[5], ";"));
      places.put(key(place.name()), place);
      list(row[2], ";").forEach(alias -> places.put(key(row[1] + " " + alias), place));
    }
    return Map.copyOf(places);
  }

  private static Map<String, List<Authority>> byAbbreviation() {
    Map<String, List<Authority>> found = new HashMap<>();
    for (Authority body : new LinkedHashSet<>(CENTRAL.values())) {
      body.abbreviations().forEach(a -> put(found, a, body));
    }
    for (Kind kind : KINDS.values()) {
      Authority body =
          new Authority(
              kind.name(),
              Level.LOCAL,
              kind.abbreviations(),
              Optional.empty(),
              kind.to(),
              kind.successor().stream().toList());
      kind.abbreviations().forEach(a -> put(found, a, body));
    }
    return Map.copyOf(found);
  }

  private static void put(Map<String, List<Authority>> found, String abbreviation, Authority body) {
    found.computeIfAbsent(abbreviation.toUpperCase(Locale.ROOT), x -> new ArrayList<>()).add(body);
  }

  /** A day, or the first or last day of a year that is given alone. */
  private static Optional<LocalDate> day(String cell, boolean first) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String day = cell.length() == 4 ? cell + (first ? "-01-01" : "-12-31") : cell;
    return Optional.of(LocalDate.parse(day));
  }

  private static List<String> list(String cell, String separator) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(separator, -1));
  }
}
