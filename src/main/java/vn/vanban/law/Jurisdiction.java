package vn.vanban.law;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanban.law.Authority.Level;

/**
 * Where a body stands, from its name: {@code Sở Y tế tỉnh Gia Lai} is of level PROVINCE, in Gia
 * Lai; {@code Ủy ban nhân dân huyện Mường Nà, tỉnh Gia Lai} of level DISTRICT, in Gia Lai too.
 *
 * @param level absent where the name does not tell
 * @param province without its unit, as the list of provinces spells it; absent for central bodies,
 *     and where the name does not tell
 */
public record Jurisdiction(Optional<Level> level, Optional<String> province) {
  /** {@code Bà Rịa - Vũng Tàu}, {@code Gia-lai}, {@code huyện Mường Nà, tỉnh Gia Lai}. */
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** {@code tỉnh Gia Lai}, {@code Thành ủy Hà Nội}: what goes before the name of a province. */
  private static final List<List<String>> UNITS =
      Stream.of("tỉnh", "thành phố", "tỉnh ủy", "thành ủy")
          .map(unit -> List.of(folded(unit).split(" ", -1)))
          .toList();

  /** {@code xã Ia Nhin}, but neither {@code Bảo hiểm xã hội}, {@code hợp tác xã} nor a town. */
  private static final Pattern COMMUNE =
      Pattern.compile(" (?:(?<!thị |hợp tác )xã(?! hội)|phường|thị trấn|đặc khu) ");

  private static final Pattern DISTRICT = Pattern.compile(" (?:huyện|quận|thị xã) ");

  /** {@code Ủy ban nhân dân thành phố Buôn Mẫu}: a city that is no province. */
  private static final Pattern CITY = Pattern.compile(" thành phố ");

  /** {@code Sở Y tế tỉnh Sông Mẫu}: of a province, though the list does not have it. */
  private static final Pattern PROVINCE = Pattern.compile(" tỉnh ");

  /** The longest name of a province has four words: {@code Bà Rịa Vũng Tàu}. */
  private static final int MAX_WORDS = 4;

  private static final Map<String, String> PROVINCES = provinces();

  /**
   * Reads a body's name.
   *
   * @param body full name, as {@link IssuingBody#name} gives it
   */
  public static Jurisdiction of(String body) {
    String folded = folded(body);
    Optional<String> province = province(folded.split(" ", -1));
    Optional<Level> level =
        Authorities.named(body)
            .map(Authority::level)
            .or(() -> level(" " + folded + " ", province.isPresent()));
    return new Jurisdiction(level, province);
  }

  private static Optional<Level> level(String name, boolean inProvince) {
    if (COMMUNE.matcher(name).find()) {
      return Optional.of(Level.COMMUNE);
    }
    if (DISTRICT.matcher(name).find() || (CITY.matcher(name).find() && !inProvince)) {
      return Optional.of(Level.DISTRICT);
    }
    return inProvince || PROVINCE.matcher(name).find()
        ? Optional.of(Level.PROVINCE)
        : Optional.empty();
  }

  /** The last one named: a city of a province may bear the name of another unit. */
  private static Optional<String> province(String[] words) {
    for (int start = words.length - 2; start >= 0; start--) {
      for (List<String> unit : UNITS) {
        int name = start + unit.size();
        if (name >= words.length || !Arrays.asList(words).subList(start, name).equals(unit)) {
          continue;
        }
        for (int end = Math.min(words.length, name + MAX_WORDS); end > name; end--) {
          String province =
              PROVINCES.get(String.join(" ", Arrays.asList(words).subList(name, end)));
          if (province != null) {
            return Optional.of(province);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String folded(String name) {
    return SIGNS.matcher(Names.fold(name)).replaceAll(" ").strip();
  }

  private static Map<String, String> provinces() {
    Map<String, String> provinces = new HashMap<>();
    for (String[] row : Table.rows("provinces.tsv", 6)) {
      provinces.put(folded(row[0]), row[0]);
      for (String alias : row[2].split(";", -1)) {
        if (!alias.isEmpty()) {
          provinces.put(folded(alias), row[0]);
        }
      }
    }
    return Map.copyOf(provinces);
  }
}
