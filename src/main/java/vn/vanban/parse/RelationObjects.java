package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Citation;
import vn.vanban.law.Span;

/** Tells which of the documents that a sentence cites its verb does something to. */
final class RelationObjects {
  /** Words that may stand between a doing word and its object. */
  private static final Set<String> OBJECT =
      Set.of(
          "một", "số", "điều", "khoản", "điểm", "nội", "dung", "của", "các", "toàn", "bộ", "thi",
          "hành", "thực", "hiện", "và", "biện", "pháp", "để", "tổ", "chức", "văn", "bản", "quy",
          "định", "tại", "cho", "việc", "tên", "phụ", "lục", "mẫu", "cụm", "từ", "kèm", "theo",
          "phần", "chương", "mục", "đối", "với", "bằng", "hiệu", "lực", "sau", "đây", "dòng", "chữ",
          "tiêu", "đề", "tiết", "đoạn", "thứ", "đầu", "cuối", "vào", "trước", "hướng", "dẫn", "chi",
          "bổ", "sung", "sửa", "đổi", "biểu", "bảng", "nghị", "quyết", "thông", "tư", "luật", "chỉ",
          "thị", "hoặc", "ban", "nhất", "hai", "ba", "những", "liên", "tịch");

  /** A gap that ends so leads to the next member of a list (folded). */
  private static final Pattern NEXT_MEMBER =
      Pattern.compile("(?:[,;]|(?:^|\\s)và|;\\s*và)\\s*(?:các\\s*)?$");

  /** What a listed document is about may name others (folded). */
  private static final Pattern NESTS =
      Pattern.compile(
          "quy định chi tiết|hướng dẫn|sửa đổi|bổ sung|thi hành|căn cứ|theo |bởi |tại ");

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

  /** Where something is put, which is not changed itself: {@code vào sau khoản 5} (folded). */
  private static final Pattern PLACE = Pattern.compile("(?:vào )?(?:ngay )?(?:sau|trước)\\s*$");

  /** (folded) */
  private static final Pattern PART =
      Pattern.compile(
          "(?:điều|khoản|điểm|nội dung|quy định|phần|mục|cụm từ|một số .{1,30})\\s+(?:của|tại|trong)\\s+(?:các\\s+)?$");

  private static final int PART_CHARACTERS = 60;

  private static final Pattern QUOTED = Pattern.compile("[“\"][^”\"]*[”\"]");
  private static final Pattern EXCEPT = Pattern.compile("(?<!\\p{L})trừ(?!\\p{L})|ngoại trừ");

  private final Words words;

  RelationObjects(Words words) {
    this.words = words;
  }

  /**
   * The documents that a stretch lists from its beginning on. What stands in brackets, behind "trừ"
   * or behind "vào sau" is none of them.
   */
  List<Citation> in(int from, int to, List<Citation> cited) {
    List<Citation> members = new ArrayList<>();
    Matcher except = EXCEPT.matcher(words.folded()).region(from, to);
    int end = except.find() ? except.start() : to;
    int last = from;
    for (Citation citation : cited) {
      Span span = citation.evidence().span();
      if (span.start() < last || span.end() > end) {
        continue;
      }
      String printed = words.folded().substring(last, span.start());
      String gap = BRACKETS.matcher(printed).replaceAll(" ");
      if (gap.indexOf('(') >= 0) {
        continue;
      }
      if (PLACE.matcher(gap).find()) {
        last = span.end();
        continue;
      }
      boolean member = members.isEmpty() ? leads(gap) : goesOn(gap, last, span.start());
      if (member) {
        members.add(citation);
        last = span.end();
      } else if (members.isEmpty() && !(citation.target() instanceof Citation.Self)) {
        return members;
      } else if (members.isEmpty()) {
        last = span.end();
      }
    }
    return members;
  }

  /**
   * Whether only some provisions of a document are meant though it is cited as a whole: {@code bãi
   * bỏ một số điều của Nghị định số …}.
   */
  boolean isPart(Citation citation) {
    int start = citation.evidence().span().start();
    String before = words.folded().substring(Math.max(0, start - PART_CHARACTERS), start);
    return citation.provision().isEmpty() && PART.matcher(before).find();
  }

  private static boolean leads(String gap) {
    String plain = QUOTED.matcher(gap).replaceAll("");
    int clause = Math.max(plain.lastIndexOf(','), plain.lastIndexOf(':'));
    String rest = clause >= 0 && plain.contains("hiệu lực") ? plain.substring(clause + 1) : plain;
    for (String word : rest.split("[^\\p{L}\\d]+", -1)) {
      if (!word.isEmpty() && !Character.isDigit(word.charAt(0)) && !OBJECT.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean goesOn(String gap, int from, int to) {
    Joint joint = Joint.of(words, from, to);
    if (joint == Joint.AND || joint == Joint.COMMA) {
      return true;
    }
    if (!NEXT_MEMBER.matcher(gap).find()) {
      return false;
    }
    return gap.strip().replace("và", "").strip().endsWith(";") || !NESTS.matcher(gap).find();
  }
}
