package vn.vanban.law;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/**
 * The reading form of body names. Capitals follow Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa
 * trong văn bản hành chính).
 */
final class BodyNames {
  private BodyNames() {}

  /** A province's name (folded) and its unit, longer names before those that they end with. */
  private record Province(String name, String unit) {}

  private static final List<Province> PROVINCES =
      Table.rows("provinces.tsv", 2).stream()
          .map(row -> new Province(Names.fold(row[0]), row[1]))
          .sorted(Comparator.comparingInt((Province p) -> p.name().length()).reversed())
          .toList();

  private record ShortForm(Pattern pattern, String full) {}

  /** Bodies of a province, whose name may leave out the word for it (folded). */
  private static final Pattern PROVINCIAL =
      Pattern.compile("^(?:sở|ủy ban|hội đồng nhân dân|đoàn|ban|công an|chi cục|thanh tra) ");

  /** Written out wherever they stand in a name. */
  private static final List<ShortForm> SHORT_FORMS =
      List.of(
          shortForm("UBND", "Ủy ban nhân dân"),
          shortForm("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
          shortForm("HĐND|HÐND", "Hội đồng nhân dân"),
          shortForm("UBKT", "Ủy ban Kiểm tra"),
          shortForm("BCH", "Ban Chấp hành"),
          shortForm("BCĐ", "Ban Chỉ đạo"),
          shortForm("BTV", "Ban Thường vụ"),
          shortForm("BQL", "Ban Quản lý"),
          shortForm("TAND", "Tòa án nhân dân"),
          shortForm("VKSND", "Viện kiểm sát nhân dân"),
          shortForm("THPT", "Trung học phổ thông"),
          shortForm("THCS", "Trung học cơ sở"),
          shortForm("LĐ ?- ?TB ?(?:&|VÀ|và) ?XH|LĐTBXH", "Lao động - Thương binh và Xã hội"),
          shortForm("GD ?(?:&|VÀ|và) ?ĐT|GDĐT", "Giáo dục và Đào tạo"),
          shortForm("NN ?(?:&|VÀ|và) ?PTNT", "Nông nghiệp và Phát triển nông thôn"),
          shortForm("TN ?(?:&|VÀ|và) ?MT|TNMT", "Tài nguyên và Môi trường"),
          shortForm("KH ?(?:&|VÀ|và) ?CN|KHCN", "Khoa học và Công nghệ"),
          shortForm("TP\\.?(?= )|TP\\.(?=\\p{L})", "thành phố "));

  /** A name of the usual form begins so (folded). */
  private static final Pattern BODY_START =
      Pattern.compile(
          "^(?:liên bộ|bộ (?!luật|tiêu|quy|thông số|tài liệu|câu|hồ sơ|phận|máy|môn)|ủy ban|ubnd|hội đồng|hđnd|hđ[a-zđ]*|chính phủ|quốc hội|thủ tướng|chủ tịch"
              + "|sở|ban (?!hành)|cục|tổng cục|chi cục|vụ|viện|trường|học viện|đại học|trung tâm|bệnh viện|tòa án|tand|viện kiểm sát|vksnd"
              + "|công an|bộ chỉ huy|bộ tư lệnh|quân khu|sư đoàn|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng bộ|đảng cộng sản|thị ủy"
              + "|văn phòng|phòng|thanh tra|kiểm toán|ngân hàng|kho bạc|bảo hiểm|tổng liên đoàn|liên đoàn|công đoàn|hội |liên hiệp|mặt trận|đoàn "
              + "|công ty|tổng công ty|tập đoàn|doanh nghiệp|hợp tác xã|đài|báo|nhà xuất bản|quỹ|tổ |đội|chi nhánh|xí nghiệp|nhà máy|phân hiệu|khoa|tiểu ban|trung đoàn)"
              + "(?: |$)?");

  /** After these the words of the name are proper names, each with a capital. */
  private static final Set<String> BEFORE_PLACE =
      Set.of("tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "thôn", "đảo");

  /** The next word takes a capital, as the name of a field of work. */
  private static final Set<String> BEFORE_FIELD =
      Set.of(
          "bộ", "sở", "cục", "vụ", "và", "ban", "phòng", "viện", "trường", "tâm", "-", "ty", "hội",
          "đoàn", "nhánh", "phủ", "ương");

  /** After the level of a school its proper name begins. */
  private static final Set<String> SCHOOL_LEVEL =
      Set.of("phổ thông", "cơ sở", "tiểu học", "mầm non", "mẫu giáo");

  /** Bodies' own words that never take a capital within a name. */
  private static final Set<String> LOWER =
      Set.of(
          "nhân", "dân", "tỉnh", "thành", "huyện", "quận", "xã", "phường", "thị", "và", "của",
          "các", "đồng", "về", "cho");

  static String readingForm(String printed) {
    String text = printed.strip().replaceAll("[\\s\\u00A0]+", " ");
    text = text.replaceAll("\\s*[-–—]\\s*", " - ").replaceAll("[.,;:_*]+$", "").strip();
    Optional<Authority> listed = Authorities.named(text);
    if (listed.isPresent()
        && listed.get().level() != Authority.Level.COMMUNE
        && listed.get().level() != Authority.Level.DISTRICT) {
      return listed.get().name();
    }
    text = writtenOut(text);
    boolean capitals = letters(printed, true) > 2 * letters(printed, false);
    String cased = capitals ? recase(text) : text.replace("Uỷ", "Ủy").replace("uỷ", "ủy");
    return cased.isEmpty() ? printed : upperFirst(withProvince(settled(cased)));
  }

  /** A name with its short forms written out: {@code UBND} as {@code Ủy ban nhân dân}. */
  static String writtenOut(String printed) {
    String text = printed;
    for (ShortForm form : SHORT_FORMS) {
      text = form.pattern().matcher(text).replaceAll(form.full());
    }
    return text.replaceAll("\\s+", " ").strip();
  }

  static boolean isBodyName(String line) {
    return BODY_START.matcher(Names.fold(line)).find() || Authorities.isCentral(line);
  }

  private static String recase(String capitals) {
    String[] words = Folding.canonical(capitals).split(" ", -1);
    boolean place = false;
    String previous = "";
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean unit = LOWER.contains(word) && !(place && !word.equals("và"));
      boolean capital =
          (place && !BEFORE_PLACE.contains(word))
              || (BEFORE_FIELD.contains(previous) && !unit)
              || previous.endsWith(",")
              || (word.equals("việt") || (word.equals("nam") && previous.equals("việt")));
      out.append(i == 0 ? "" : " ").append(capital ? upperFirst(word) : word);
      place =
          BEFORE_PLACE.contains(word)
              || (words[0].equals("trường") && SCHOOL_LEVEL.contains(previous + " " + word))
              || (place && !word.endsWith(","));
      previous = word;
    }
    return out.toString();
  }

  /**
   * Names within names whose capitals do not hang on their place (NĐ 30/2020, Phụ lục II, mục III).
   */
  private static String settled(String name) {
    return name.replace(" ủy ban ", " Ủy ban ")
        .replace(" hội đồng nhân dân", " Hội đồng nhân dân")
        .replace("ỉnh Ủy", "ỉnh ủy")
        .replace("uyện Ủy", "uyện ủy")
        .replace("hành Ủy", "hành ủy")
        .replace("Công thương", "Công Thương");
  }

  /** A province named without its unit takes it: {@code Sở Y tế Lào Cai}. */
  private static String withProvince(String name) {
    String folded = Names.fold(name);
    if (folded.length() != name.length() || !PROVINCIAL.matcher(folded).find()) {
      return name;
    }
    for (Province province : PROVINCES) {
      if (folded.endsWith(" " + province.name())) {
        int from = name.length() - province.name().length();
        String before = name.substring(0, from);
        String above = folded.substring(0, from).strip();
        boolean placed = BEFORE_PLACE.contains(above.substring(above.lastIndexOf(' ') + 1));
        StringBuilder tail = new StringBuilder();
        for (String word : name.substring(from).split("(?<=[ -])", -1)) {
          tail.append(upperFirst(word));
        }
        return before + (placed ? "" : province.unit() + " ") + tail;
      }
    }
    return name;
  }

  private static String upperFirst(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static long letters(String text, boolean upper) {
    return text.chars()
        .filter(c -> upper ? Character.isUpperCase(c) : Character.isLowerCase(c))
        .count();
  }

  private static ShortForm shortForm(String pattern, String full) {
    return new ShortForm(Pattern.compile("(?<![\\p{L}])(?:" + pattern + ")(?![\\p{L}])"), full);
  }
}
