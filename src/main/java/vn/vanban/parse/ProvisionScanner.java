package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.parse.Mention.Item;
import vn.vanban.parse.Mention.Provisions;

/**
 * Recognises provisions of one level.
 *
 * <pre>
 * provisions := "các"? level ("số" | "từ")? number (joint "từ"? number)*      các điểm a, b và c
 *             | level "này"                                                 Điều này
 * level      := "Điểm" | "Khoản" | "Điều" | "Tiểu mục" | "Mục" | "Chương" | "Phần" | "Phụ lục"
 * joint      := "," | "và" | "hoặc" | "đến" ("hết")?                        a range for "đến"
 * </pre>
 */
final class ProvisionScanner {
  private ProvisionScanner() {}

  private record Name(String folded, Level level) {}

  private static final List<Name> NAMES =
      List.of(
          new Name("điều", Level.DIEU),
          new Name("điểm", Level.DIEM),
          new Name("khoản", Level.KHOAN),
          new Name("chương", Level.CHUONG),
          new Name("mục", Level.MUC),
          new Name("tiểu mục", Level.TIEU_MUC),
          new Name("phần", Level.PHAN),
          new Name("phụ lục", Level.PHU_LUC));

  /** Words that end with a level's name: {@code thời điểm 31/12}, {@code tài khoản 112}. */
  private static final Set<String> COMPOUNDS =
      Set.of(
          "thời", "địa", "đặc", "quan", "trọng", "ưu", "nhược", "khuyết", "cao", "tâm", "luận",
          "yếu", "tài", "danh", "hạng", "chuyên", "đề", "thư", "thành", "cổ", "học", "một", "góp",
          "văn", "chấm", "số", "những", "tọa", "thí", "giao", "mọi");

  /** What may follow a number that goes on a list without its level's name. */
  private static final Set<String> AFTER_NUMBER =
      Set.of(
          "và", "hoặc", "hay", "đến", "của", "này", "điều", "khoản", "điểm", "mục", "tiểu",
          "chương", "phần", "phụ", "các", "luật", "bộ", "nghị", "thông", "quyết", "pháp", "quy",
          "hiến", "được", "thì", "phải", "có", "không", "nêu", "trên", "tại", "trong", "theo",
          "ban", "đã", "bị", "là", "như", "mà", "vào", "cho", "do", "để", "sau", "trước", "thuộc",
          "ở", "kèm", "chỉ", "điều lệ");

  /** An amount, not a provision: {@code các khoản 5 triệu đồng}. */
  private static final Set<String> UNITS =
      Set.of("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "tháng", "người", "ngày", "giờ", "km");

  private static final Set<String> OWN_LEVEL = Set.of("các");

  /**
   * The provisions that begin here.
   *
   * @param words the text
   * @param from the start of a word
   * @param chained whether another provision stands directly before, so that "điều này" is one
   */
  static Optional<Provisions> at(Words words, int from, boolean chained) {
    boolean plural = false;
    int at = from;
    int several = words.match(at, "các");
    if (several >= 0) {
      plural = true;
      at = words.blanks(several);
    }
    for (Name name : NAMES) {
      int end = words.match(at, name.folded());
      if (end >= 0) {
        return plural || !words.follows(at, COMPOUNDS)
            ? numbers(words, from, at, end, name.level(), plural, chained)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Provisions> numbers(
      Words words, int from, int at, int nameEnd, Level level, boolean plural, boolean chained) {
    int pos = words.blanks(nameEnd);
    if (pos == nameEnd) {
      return Optional.empty();
    }
    int self = words.match(pos, "này");
    if (self >= 0) {
      return saysThis(words, at, level, chained || words.follows(at, OWN_LEVEL))
          ? Optional.of(provisions(level, List.of(item(Mention.THIS, at, self)), plural, from))
          : Optional.empty();
    }
    int number = words.match(pos, "số");
    int range = words.match(pos, "từ");
    pos = number >= 0 ? words.blanks(number) : range >= 0 ? words.blanks(range) : pos;
    int end = ProvisionNumbers.end(words, pos, level);
    if (end < 0 || isAmount(words, end)) {
      return Optional.empty();
    }
    // "Phần 2: Phương pháp thử" is of a standard's title.
    if (level == Level.PHAN
        && ((!words.isUpper(at) && !words.isUpper(pos)) || words.at(end) == ':')) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    items.add(item(words.folded().substring(pos, end), from, end));
    further(words, items, level, plural);
    return Optional.of(provisions(level, items, plural, from));
  }

  private static void further(Words words, List<Item> items, Level level, boolean plural) {
    boolean letters = Character.isLetter(items.getFirst().number().charAt(0));
    while (true) {
      Item last = items.getLast();
      int joint = words.blanks(last.end());
      int after = -1;
      boolean range = false;
      if (words.at(joint) == ',') {
        after = joint + 1;
        int and = words.matchAny(words.blanks(after), List.of("và", "hoặc"));
        after = and >= 0 ? and : after;
      } else if (plural && (words.at(joint) == '-' || words.at(joint) == '–')) {
        after = joint + 1;
        range = true;
      } else {
        after = words.matchAny(joint, List.of("và", "hoặc"));
        if (after < 0) {
          after = words.matchAny(joint, List.of("đến hết", "đến"));
          range = after >= 0;
        }
      }
      if (after < 0) {
        return;
      }
      int pos = words.blanks(after);
      int from = words.match(pos, "từ");
      pos = from >= 0 ? words.blanks(from) : pos;
      int end = ProvisionNumbers.end(words, pos, level);
      if (end < 0
          || Character.isLetter(words.at(pos)) != letters
          || isAmount(words, end)
          || !mayFollow(words, end, plural)) {
        return;
      }
      String number = words.folded().substring(pos, end);
      if (range) {
        items.set(
            items.size() - 1, new Item(last.number(), Optional.of(number), last.start(), end));
      } else {
        items.add(item(number, pos, end));
      }
    }
  }

  private static boolean mayFollow(Words words, int end, boolean plural) {
    int next = words.blanks(end);
    char c = words.at(next);
    return plural || !Words.isWord(c) || c == '\n' || AFTER_NUMBER.contains(words.word(next));
  }

  private static boolean isAmount(Words words, int end) {
    char c = words.at(end);
    if (c == '%' || ((c == '/' || c == '.' || c == ',') && Character.isDigit(words.at(end + 1)))) {
      // "khoản 1,2 Điều 5" is a list, "khoản 1.200 đồng" an amount.
      return c != ',';
    }
    return UNITS.contains(words.word(words.blanks(end)));
  }

  /** "điều này" in small letters is no provision unless one stands before it: "những điều này". */
  private static boolean saysThis(Words words, int at, Level level, boolean chained) {
    return switch (level) {
      case DIEU, PHAN -> chained || words.isUpper(at);
      default -> true;
    };
  }

  private static Item item(String number, int start, int end) {
    return new Item(number, Optional.empty(), start, end);
  }

  private static Provisions provisions(Level level, List<Item> items, boolean plural, int from) {
    return new Provisions(level, items, plural, from, items.getLast().end());
  }
}
