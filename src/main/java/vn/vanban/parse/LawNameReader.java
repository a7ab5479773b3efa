package vn.vanban.parse;

import java.util.List;
import java.util.Set;

/**
 * Tells where the name of a law ends.
 *
 * <pre>
 * name     := known name                                          Luật Cán bộ, công chức
 *           | capital word*            up to a word that begins what is said of the law
 *           | capital (word | "," | "và" | "của")*   if year, date or number follows directly
 * amending := type "sửa đổi" … "của" type name (joint type name)*
 * </pre>
 */
final class LawNameReader {
  private LawNameReader() {}

  /** Words that go on a sentence behind a law's name. */
  private static final Set<String> STOPS =
      Set.of(
          "số", "ngày", "năm", "này", "về", "có", "được", "đã", "thì", "là", "phải", "do", "của",
          "tại", "theo", "trong", "cho", "để", "khi", "nếu", "từ", "hết", "quy", "hiện", "sửa",
          "thay", "bãi", "hoặc", "và", "các", "những", "đến", "không", "hay", "như", "bị", "mà",
          "với", "gồm", "bao", "nêu", "trước", "sau", "cùng", "còn", "khóa", "trừ", "ngoài", "trên",
          "đó", "mới", "cũ", "đối", "bằng", "vào", "cũng", "tương", "liên", "ban", "nhằm", "khác",
          "thông", "chưa", "ra", "thuộc", "ở", "vẫn", "đang", "sẽ", "kể", "kèm", "điều", "khoản",
          "nghị", "luật", "bộ", "pháp", "thực", "phù", "làm", "một", "nói", "căn", "tiếp");

  /** Words that begin nothing of a name that goes beyond its first comma or "và". */
  private static final Set<String> NO_NAME =
      Set.of(
          "này", "được", "đã", "thì", "có", "luật", "nghị", "bộ", "pháp", "thông", "quyết", "điều",
          "khoản", "văn", "theo", "quy", "căn", "hiến");

  /** {@code Luật Việt Nam}, {@code Luật Quốc tế}: no law in particular. */
  private static final List<String> NO_LAW =
      List.of("việt nam", "quốc tế", "quốc gia", "bộ", "tục", "sư", "gia");

  private static final List<String> LAW_TYPES = List.of("luật", "bộ luật", "pháp lệnh");

  private static final int MAX_WORDS = 18;
  private static final int MAX_AMENDING = 400;

  /**
   * The end of the name of the law whose type stands at {@code from}; -1 if it has no name.
   *
   * @param typeEnd the offset after its type
   */
  static int end(Words words, CitedNumbers numbers, int from, int typeEnd) {
    int next = words.blanks(typeEnd);
    if (words.match(next, "sửa đổi") >= 0) {
      return words.isUpper(from) ? amending(words, numbers, next) : -1;
    }
    int known = LawNames.end(words, from);
    if (known >= 0) {
      return known;
    }
    if (!words.isUpper(from) || !words.isUpper(next) || words.matchAny(next, NO_LAW) >= 0) {
      return -1;
    }
    int given = upToGiven(words, numbers, next);
    return given >= 0 ? given : plain(words, next);
  }

  private static int plain(Words words, int from) {
    int end = words.wordEnd(from);
    for (int i = 1; i < MAX_WORDS; i++) {
      int next = words.blanks(end);
      if (words.at(next) == ',') {
        // "Phòng, chống …" opens many names.
        int against = words.blanks(next + 1);
        if (!words.folded().startsWith("phòng", from) || words.match(against, "chống") < 0) {
          break;
        }
        end = words.wordEnd(against);
        continue;
      }
      if (next == end || !words.startsWord(next) || isStop(words, next)) {
        break;
      }
      end = words.wordEnd(next);
      if (Character.isDigit(words.at(end - 1))) {
        // A footnote's digit, glued to the last word.
        return withoutDigits(words, end);
      }
    }
    return end;
  }

  private static int withoutDigits(Words words, int end) {
    int last = end;
    while (Character.isDigit(words.at(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean isStop(Words words, int at) {
    return Character.isDigit(words.at(at)) || STOPS.contains(words.word(at));
  }

  /** A name with commas and the like, if what is given with it follows directly; else -1. */
  private static int upToGiven(Words words, CitedNumbers numbers, int from) {
    int end = words.wordEnd(from);
    for (int i = 1; i < MAX_WORDS; i++) {
      int next = words.blanks(end);
      if (isGiven(words, numbers, next)) {
        return end;
      }
      if (words.at(next) == ',') {
        next = words.blanks(next + 1);
        if (isGiven(words, numbers, next)) {
          return end;
        }
      }
      if (next == end || !words.startsWord(next) || NO_NAME.contains(words.word(next))) {
        return -1;
      }
      end = words.wordEnd(next);
    }
    return -1;
  }

  private static boolean isGiven(Words words, CitedNumbers numbers, int at) {
    return numbers.at(words, at).isPresent() || GivenYear.at(words, at).isPresent();
  }

  /**
   * {@code Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai}; where no law is
   * named, {@code … của 15 luật trong lĩnh vực nông nghiệp}.
   */
  private static int amending(Words words, CitedNumbers numbers, int from) {
    int limit = Math.min(words.length(), from + MAX_AMENDING);
    int end = words.match(from, "sửa đổi");
    boolean named = false;
    while (end < limit) {
      int next = words.blanks(end);
      if (words.at(next) == ',' && !named && words.match(words.blanks(next + 1), "bổ sung") < 0) {
        int given = upToGiven(words, numbers, words.blanks(next + 1));
        return given >= 0 ? given : end;
      }
      int joined = words.at(next) == ',' ? words.blanks(next + 1) : next;
      int and = named ? words.matchAny(joined, List.of("và các", "và")) : -1;
      joined = and >= 0 ? words.blanks(and) : joined;
      int type = words.matchAny(joined, LAW_TYPES);
      int name = type >= 0 && words.isUpper(joined) ? end(words, numbers, joined, type) : -1;
      if (name >= 0) {
        named = true;
        end = name;
      } else if (named
          || !words.startsWord(joined)
          || isGiven(words, numbers, joined)
          || saysMore(words, joined)
          || (words.isUpper(joined) && words.folded().substring(end, joined).indexOf(0x0A) >= 0)) {
        return end;
      } else {
        end = words.wordEnd(joined);
      }
    }
    return end;
  }

  private static boolean saysMore(Words words, int at) {
    return words.matchAny(at, SAID) >= 0;
  }

  /** What is said of an amending law that names none. */
  private static final List<String> SAID =
      List.of(
          "được",
          "đã",
          "có hiệu lực",
          "có trách nhiệm",
          "quy định",
          "hết hiệu lực",
          "như sau",
          "và các",
          "và nghị",
          "và có",
          "và báo cáo",
          "này",
          "theo",
          "thì",
          "để",
          "hoặc",
          "phải",
          "không",
          "trừ",
          "bao gồm",
          "với",
          "khi",
          "là");
}
