package vn.vanban.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/**
 * A body of the authority list among the others: what went before it, what came after it, and what
 * it belongs to.
 *
 * @param id names it in addresses
 * @param body itself
 * @param predecessors that it took over from, as the list has them
 * @param successors that took over from it, as the list has them
 * @param names all that went before it or came after it, in order of time, itself among them
 * @param parent the name of what it belongs to, where a rule says so
 */
public record BodyRecord(
    String id,
    Authority body,
    List<Authority> predecessors,
    List<Authority> successors,
    List<Authority> names,
    Optional<String> parent) {
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

  /** What a people's committee has under it (Luật Tổ chức chính quyền địa phương). */
  private static final Pattern OF_COMMITTEE =
      Pattern.compile(
          "^(?:Sở .+?|Ban Dân tộc|Thanh tra|Văn phòng Ủy ban nhân dân) (?=(?:tỉnh|thành phố) )");

  /** Those that ended first; those that exist last. */
  private static final Comparator<Authority> BY_TIME =
      Comparator.comparing((Authority body) -> body.to().orElse(LocalDate.MAX))
          .thenComparing(Authority::name);

  private static final Map<String, Authority> BY_ID = byId();

  public BodyRecord {
    predecessors = List.copyOf(predecessors);
    successors = List.copyOf(successors);
    names = List.copyOf(names);
  }

  /**
   * The id of a body, listed or not: its name without marks, {@code uy-ban-nhan-dan-tinh-gia-lai}.
   */
  public static String id(String name) {
    return NO_LETTERS
        .matcher(Folding.unaccented(Names.fold(name)))
        .replaceAll("-")
        .replaceAll("^-|-$", "");
  }

  /** The bodies of the list, each under its present or last name; those of provinces too. */
  public static Collection<Authority> listed() {
    return BY_ID.values();
  }

  /** The body with an id; empty if the list has none. */
  public static Optional<BodyRecord> find(String id) {
    return Optional.ofNullable(BY_ID.get(id)).map(body -> of(id, body));
  }

  /** The body that a name means, in any case and with the usual abbreviations. */
  public static Optional<BodyRecord> called(String typed) {
    return TypedBodies.listed(typed).stream().findFirst().flatMap(name -> find(id(name)));
  }

  private static BodyRecord of(String id, Authority body) {
    List<Authority> before =
        BY_ID.values().stream().filter(b -> b.successors().contains(body.name())).toList();
    List<Authority> names = new ArrayList<>();
    Succession.of(body.name()).forEach(name -> listed(name).ifPresent(names::add));
    names.sort(BY_TIME);
    return new BodyRecord(
        id,
        body,
        before,
        body.successors().stream().flatMap(name -> listed(name).stream()).toList(),
        names,
        parent(body));
  }

  private static Optional<Authority> listed(String name) {
    return Optional.ofNullable(BY_ID.get(id(name)));
  }

  private static Optional<String> parent(Authority body) {
    boolean ministry =
        body.level() == Authority.Level.CENTRAL
            && body.name().startsWith("Bộ ")
            && !body.name().equals("Bộ Chính trị");
    if (ministry) {
      return Optional.of("Chính phủ");
    }
    String place = OF_COMMITTEE.matcher(body.name()).replaceFirst("");
    return place.equals(body.name()) || body.level() != Authority.Level.PROVINCE
        ? Optional.empty()
        : Optional.of("Ủy ban nhân dân " + place);
  }

  private static Map<String, Authority> byId() {
    Map<String, Authority> byId = new LinkedHashMap<>();
    for (Authority body : new LinkedHashSet<>(Authorities.listed().values())) {
      Authority other = byId.putIfAbsent(id(body.name()), body);
      if (other != null && !other.equals(body)) {
        throw new IllegalStateException("two bodies of one id: " + other + ", " + body);
      }
    }
    return byId;
  }
}
