package vn.vanban.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/**
 * Names of bodies as people type them: {@code ubnd tinh gia lai}, {@code Sở TN&MT Gia Lai}, {@code
 * TP.HCM}. Case, marks, signs and {@code và} do not count, common abbreviations are read, and the
 * word for a province may be left out.
 */
public final class TypedBodies {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Nghị định 30/2020/NĐ-CP, Phụ lục III, and practice; longer ones before their parts. */
  private static final List<List<String>> SHORT =
      List.of(
          List.of("ubmttq", "uy ban mat tran to quoc"),
          List.of("ubnd", "uy ban nhan dan"),
          List.of("hdnd", "hoi dong nhan dan"),
          List.of("tand", "toa an nhan dan"),
          List.of("vksnd", "vien kiem sat nhan dan"),
          List.of("tphcm", "thanh pho ho chi minh"),
          List.of("tp hcm", "thanh pho ho chi minh"),
          List.of("hcm", "ho chi minh"),
          List.of("tp", "thanh pho"),
          // Before a place only: Cà Mau begins so too.
          List.of("ca tinh", "cong an tinh"),
          List.of("ca thanh pho", "cong an thanh pho"),
          List.of("tx", "thi xa"),
          List.of("gd dt", "giao duc dao tao"),
          List.of("gddt", "giao duc dao tao"),
          List.of("ld tb xh", "lao dong thuong binh xa hoi"),
          List.of("ldtb xh", "lao dong thuong binh xa hoi"),
          List.of("ldtbxh", "lao dong thuong binh xa hoi"),
          List.of("nn ptnt", "nong nghiep phat trien nong thon"),
          List.of("nnptnt", "nong nghiep phat trien nong thon"),
          List.of("nn mt", "nong nghiep moi truong"),
          List.of("nnmt", "nong nghiep moi truong"),
          List.of("tn mt", "tai nguyen moi truong"),
          List.of("tnmt", "tai nguyen moi truong"),
          List.of("kh cn", "khoa hoc cong nghe"),
          List.of("khcn", "khoa hoc cong nghe"),
          List.of("kh dt", "ke hoach dau tu"),
          List.of("khdt", "ke hoach dau tu"),
          List.of("tt tt", "thong tin truyen thong"),
          List.of("tttt", "thong tin truyen thong"),
          List.of("gtvt", "giao thong van tai"),
          List.of("vh tt dl", "van hoa the thao du lich"),
          List.of("vhtt dl", "van hoa the thao du lich"),
          List.of("vhttdl", "van hoa the thao du lich"));

  /** Units that have no list, by the letter of their level; longer ones before their ends. */
  private static final Map<String, String> UNLISTED =
      new TreeMap<>(
          Map.of(
              "huyen", "d",
              "quan", "d",
              "thi xa", "d",
              "thanh pho", "d",
              "xa", "c",
              "phuong", "c",
              "thi tran", "c",
              "dac khu", "c"));

  /** Longer names of communes are taken only where each word has a capital. */
  private static final int USUAL_PLACE = 2;

  private static final int LONGEST_PLACE = 4;

  private static final String[] NONE = {};

  private static final Map<String, String> KINDS = kinds();
  private static final Map<String, Set<String>> PLACES = places();
  private static final Map<String, Set<String>> BODIES = bodies();

  private TypedBodies() {}

  /**
   * Whether words are the name of a body and nothing more: a listed body ({@code bộ y tế}), a
   * province, a kind of local body ({@code sở y tế}, {@code UBND xã}), or one with a commune or
   * district. These have no list: their names are of two words, of one number, or of up to four
   * words with capitals.
   */
  public static boolean isName(String typed) {
    String key = key(typed);
    return BODIES.containsKey(key)
        || PLACES.containsKey(key)
        || KINDS.containsKey(key)
        || isUnlisted(key, SIGNS.split(typed.strip(), -1));
  }

  /**
   * The names under which documents of a body stand, before and after it was renamed, merged or
   * divided.
   *
   * @param typed {@code ubnd tinh binh dinh}, {@code Sở Y tế Bình Định}, {@code Bình Định}
   * @return names or, for a province alone, their ends ({@code tỉnh Gia Lai}); for a body that no
   *     list has, its name as typed, without marks, with every name of the province at its end;
   *     empty if there is nothing to add to what was typed
   */
  public static Set<String> names(String typed) {
    String key = key(typed);
    Set<String> listed = BODIES.getOrDefault(key, PLACES.getOrDefault(key, Set.of()));
    Set<String> names = new LinkedHashSet<>();
    listed.forEach(name -> names.addAll(Succession.of(name)));
    return listed.isEmpty() ? placedElsewhere(typed) : names;
  }

  /** The listed bodies that a typed name means under the very name that was typed. */
  static Set<String> listed(String typed) {
    return BODIES.getOrDefault(key(typed), Set.of());
  }

  /** {@code Tỉnh ủy Bình Định}: {@code tinh uy gia lai}, {@code tinh uy tinh gia lai}. */
  private static Set<String> placedElsewhere(String typed) {
    String text = Folding.unaccented(typed).strip().replaceAll("\\s+", " ");
    String[] words = text.split(" ", -1);
    Set<String> names = new LinkedHashSet<>();
    for (int from = Math.max(1, words.length - LONGEST_PLACE); from < words.length; from++) {
      String body = join(words, 0, from).replaceFirst(" (?:tinh|thanh pho)$", "");
      for (String known : PLACES.getOrDefault(key(join(words, from, words.length)), Set.of())) {
        for (String name : Succession.of(known)) {
          String place = Folding.unaccented(name);
          names.add(body + " " + place);
          names.add(body + " " + place.replaceFirst("^(?:tinh|thanh pho) ", ""));
        }
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  private static boolean isUnlisted(String key, String[] typed) {
    for (Map.Entry<String, String> unit : UNLISTED.entrySet()) {
      int at = (key + " ").indexOf(" " + unit.getKey() + " ");
      String levels = at < 0 ? "" : KINDS.getOrDefault(key.substring(0, at), "");
      if (levels.contains(unit.getValue())) {
        int begin = at + 1 + unit.getKey().length();
        String[] place = begin < key.length() ? key.substring(begin + 1).split(" ", -1) : NONE;
        return isPlace(place, typed);
      }
    }
    return false;
  }

  private static boolean isPlace(String[] place, String[] typed) {
    int count = place.length;
    // … huyện Mường Nà, tỉnh Gia Lai
    for (int end = 1; end < count; end++) {
      String province = join(place, end, count);
      if (province.matches("(?:tinh|thanh pho) .*") && PLACES.containsKey(province)) {
        return isPlace(
            Arrays.copyOf(place, end),
            Arrays.copyOf(typed, Math.max(0, typed.length - count + end)));
      }
    }
    boolean number = count > 0 && Character.isDigit(place[0].charAt(0));
    boolean capitals =
        count <= typed.length
            && Arrays.stream(typed, typed.length - count, typed.length)
                .allMatch(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)));
    return count == 0
        || (number ? count == 1 : count == USUAL_PLACE || (count <= LONGEST_PLACE && capitals));
  }

  /**
   * The form under which the spellings of one name meet: words without marks, abbreviations written
   * out, {@code và} left out.
   */
  public static String key(String typed) {
    String text =
        " " + SIGNS.matcher(Folding.loneI(Folding.unaccented(typed))).replaceAll(" ").strip() + " ";
    return full(text).replace(" va ", " ").strip();
  }

  /**
   * What is about to be typed with its abbreviations written out: {@code uy ban nhan dan tinh} for
   * {@code ubnd tinh}.
   *
   * @param bare words without marks
   * @return empty where there is no abbreviation
   */
  public static Optional<String> writtenOut(String bare) {
    String full = full(" " + bare + " ").substring(1);
    String same = full.substring(0, full.length() - 1);
    return same.equals(bare) ? Optional.empty() : Optional.of(same);
  }

  private static String full(String text) {
    String full = text;
    for (List<String> form : SHORT) {
      full = full.replace(" " + form.getFirst() + " ", " " + form.getLast() + " ");
    }
    return full;
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", Arrays.asList(words).subList(from, to));
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new HashMap<>();
    Authorities.localKinds().forEach((name, levels) -> kinds.put(key(name), levels));
    return Map.copyOf(kinds);
  }

  private static Map<String, Set<String>> places() {
    Map<String, Set<String>> places = new HashMap<>();
    for (String[] row : Table.rows("provinces.tsv", 6)) {
      String name = row[1] + " " + row[0];
      List<String> spellings = new ArrayList<>(List.of(row[0]));
      Arrays.stream(row[2].split(";", -1)).filter(s -> !s.isEmpty()).forEach(spellings::add);
      for (String spelling : spellings) {
        put(places, key(row[1] + " " + spelling), name);
        put(places, key(spelling), name);
      }
    }
    return Map.copyOf(places);
  }

  private static Map<String, Set<String>> bodies() {
    Map<String, Set<String>> bodies = new HashMap<>();
    Authorities.listed()
        .forEach((name, body) -> {
          String key = key(name);
          put(bodies, key, body.name());
          if (body.level() == Authority.Level.PROVINCE) {
            put(bodies, key.replaceFirst(" (?:tinh|thanh pho) ", " "), body.name());
          }
          if (body.level() == Authority.Level.CENTRAL) {
            body.abbreviations().forEach(symbol -> put(bodies, key(symbol), body.name()));
          }
        });
    put(bodies, "thu tuong", "Thủ tướng Chính phủ");
    return Map.copyOf(bodies);
  }

  private static void put(Map<String, Set<String>> names, String key, String name) {
    names.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(name);
  }
}
