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
          "với", "gồm", "bao", "nêu", "trước", "sau", "cùng", "còn", "khóa", "trừ", "ngoài",
          "trên", "đó", "mới", "cũ", "đối", "bằng", "vào", "cũng", "tương", "liên", "ban", "nhằm",
          "khác", "thông", "chưa", "ra", "thuộc", "ở", "vẫn", "đang", "sẽ", "kể", "kèm", "điều",
          "khoản", "nghị", "luật", "bộ", "pháp", "thực", "phù", "làm", "một", "nói", "căn", "tiếp");

  /** Words that begin nothing of a name that goes beyond its first comma or "và". */
  private static final Set<String> NO_NAME =
      Set.of(
          "này", "được", "đã", "thì", "có", "luật", "nghị", "bộ", "pháp", "thông", "quyết", "điều",
          "khoản", "văn", "theo", "quy", "căn", "hiến");

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
    if (!words.isUpper(from) || !words.isUpper(next)) {
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
    }
    return end;
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

  /** {@code Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai}. */
  private static int amending(Words words, CitedNumbers numbers, int from) {
    int limit = Math.min(words.length(), from + MAX_AMENDING);
    int end = from;
    for (int i = from; i < limit; i = words.blanks(end)) {
      if (words.at(i) == ',') {
        end = i + 1;
        continue;
      }
      if (!words.startsWord(i) || isGiven(words, numbers, i) || saysMore(words, i)) {
        break;
      }
      int type = words.matchAny(i, LAW_TYPES);
      int name = type < 0 || !words.isUpper(i) ? -1 : end(words, numbers, i, type);
      end = name >= 0 ? name : words.wordEnd(i);
    }
    while (end > from && !Words.isWord(words.at(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean saysMore(Words words, int at) {
    return words.matchAny(
            at,
            List.of(
                "được", "đã", "có hiệu lực", "quy định", "hết hiệu lực", "như sau", "và các",
                "và nghị", "này", "theo", "thì"))
        >= 0;
  }
}
