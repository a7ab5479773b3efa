package vn.vanban.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentNumber;
import vn.vanban.parse.Mention.Document;

/**
 * Recognises documents.
 *
 * <pre>
 * document := type "này"                                          Nghị định này
 *           | (type issuer?)? "số"? number                        Nghị định số 30/2020/NĐ-CP
 *           | law name given*                                     Luật Đất đai năm 2013
 *           | "Hiến pháp" country? given?
 *           | short name                                          as defined by "sau đây gọi là"
 * given    := "năm" year | year | "ngày" date | "số"? number       a number outdoes name and year
 * </pre>
 */
final class DocumentScanner {
  private final Words words;
  private final CitedNumbers numbers;

  /** Short names that the text has defined so far, by their first word. */
  private final Map<String, List<String>> shortNames = new HashMap<>();

  DocumentScanner(Words words, CitedNumbers numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  /** Types by their first word, longer ones first. */
  private static final Map<String, List<String>> TYPES =
      Map.ofEntries(
          Map.entry("bộ", List.of("bộ luật")),
          Map.entry("luật", List.of("luật")),
          Map.entry("lệnh", List.of("lệnh")),
          Map.entry("pháp", List.of("pháp lệnh")),
          Map.entry("hiến", List.of("hiến pháp")),
          Map.entry("sắc", List.of("sắc lệnh", "sắc luật")),
          Map.entry("nghị", List.of("nghị định", "nghị quyết liên tịch", "nghị quyết")),
          Map.entry("quyết", List.of("quyết định")),
          Map.entry("chỉ", List.of("chỉ thị")),
          Map.entry("điều", List.of("điều lệ")),
          Map.entry("nội", List.of("nội quy")),
          Map.entry("kế", List.of("kế hoạch")),
          Map.entry("chương", List.of("chương trình")),
          Map.entry("đề", List.of("đề án")),
          Map.entry("hướng", List.of("hướng dẫn")),
          Map.entry("kết", List.of("kết luận")),
          Map.entry("tờ", List.of("tờ trình")),
          Map.entry("công", List.of("công văn", "công điện")),
          Map.entry("tiêu", List.of("tiêu chuẩn quốc gia", "tiêu chuẩn")),
          Map.entry("văn", List.of("văn bản hợp nhất", "văn bản")),
          Map.entry(
              "thông",
              List.of(
                  "thông tư liên tịch", "thông tư liên bộ", "thông tư", "thông báo", "thông tri")),
          Map.entry(
              "quy",
              List.of(
                  "quy chuẩn kỹ thuật quốc gia", "quy chuẩn", "quy chế", "quy định", "quy trình")));

  private static final Set<String> LAWS = Set.of("luật", "bộ luật", "pháp lệnh");

  /** Types that mean nothing but a document, even in small letters: {@code nghị định này}. */
  private static final Set<String> PLAIN =
      Set.of(
          "luật",
          "bộ luật",
          "pháp lệnh",
          "nghị định",
          "nghị quyết",
          "thông tư",
          "thông tư liên tịch",
          "sắc lệnh",
          "sắc luật");

  /** Types that a text gives short names: {@code sau đây gọi là Nghị định 41}. */
  private static final List<String> SHORTENED =
      List.of(
          "luật",
          "bộ luật",
          "pháp lệnh",
          "nghị định",
          "nghị quyết",
          "thông tư",
          "quyết định",
          "chỉ thị",
          "quy chế",
          "quy chuẩn");

  /** Types that do not say "này" of the text they stand in. */
  private static final Set<String> NOT_SELF = Set.of("lệnh", "văn bản", "văn bản hợp nhất");

  /** {@code pháp luật}, {@code Đại học Luật}: no law. */
  private static final Set<String> NOT_BEFORE_LAW = Set.of("pháp", "học", "khoa", "ngành");

  /** How far a number may stand from its type: {@code Nghị định của Chính phủ số 12/CP}. */
  private static final int MAX_ISSUER = 60;

  private static final int MAX_SHORT_NAME = 60;

  /** The document that begins here. */
  Optional<Document> at(int from) {
    String type = "";
    int end = -1;
    String first = words.word(from);
    for (String name : TYPES.getOrDefault(first, List.of())) {
      end = words.match(from, name);
      if (end >= 0) {
        type = name;
        break;
      }
    }
    if (end < 0) {
      return shortName(from, first);
    }
    boolean law = LAWS.contains(type);
    if (law && words.follows(from, NOT_BEFORE_LAW)) {
      return Optional.empty();
    }
    int next = words.blanks(end);
    int self = words.match(next, "này");
    if (self >= 0) {
      boolean own = !NOT_SELF.contains(type) && (PLAIN.contains(type) || words.isUpper(from));
      return own
          ? Optional.of(new Document(new Citation.Self(), from, self, "this-document"))
          : Optional.empty();
    }
    Optional<Document> numbered = numbered(from, next);
    if (numbered.isPresent()) {
      return numbered;
    }
    Optional<Document> shorter = shortName(from, first);
    if (shorter.isPresent()) {
      return shorter;
    }
    if (type.equals("hiến pháp")) {
      return constitution(from, end);
    }
    if (law) {
      return named(from, end);
    }
    return type.equals("sắc lệnh") ? bareOrdinal(from, next) : Optional.empty();
  }

  /** A number right here, or behind its issuer. */
  private Optional<Document> numbered(int from, int next) {
    Optional<CitedNumbers.Found> number = numbers.at(words, next);
    if (number.isEmpty() && isIssuer(next)) {
      int limit = Math.min(words.length(), next + MAX_ISSUER);
      for (int i = next; i < limit && ".;:,(“”\"".indexOf(words.at(i)) < 0; i++) {
        if (words.startsWord(i) && words.match(i, "số") >= 0) {
          number = numbers.at(words, i);
          break;
        }
      }
    }
    return number.map(found -> byNumber(found, from));
  }

  private boolean isIssuer(int at) {
    return words.matchAny(at, List.of("của", "liên bộ", "liên tịch")) >= 0;
  }

  private static Document byNumber(CitedNumbers.Found found, int from) {
    return new Document(
        new Citation.ByNumber(found.number()), from, found.end(), "citation-number");
  }

  /** A number without its type. */
  Document bare(CitedNumbers.Found found) {
    return byNumber(found, found.from());
  }

  private Optional<Document> named(int from, int typeEnd) {
    if (words.isUpper(from) && words.isUpper(from + 1)) {
      return Optional.empty();
    }
    int end = LawNameReader.end(words, numbers, from, typeEnd);
    return end < 0 ? Optional.empty() : Optional.of(given(from, end));
  }

  private Optional<Document> constitution(int from, int typeEnd) {
    if (!words.isUpper(from) || words.isUpper(from + 1)) {
      return Optional.empty();
    }
    int country = words.match(words.blanks(typeEnd), "nước cộng hòa xã hội chủ nghĩa việt nam");
    Document document = given(from, typeEnd);
    if (country >= 0) {
      Document longer = given(from, country);
      Citation.Target target = longer.target();
      if (target instanceof Citation.ByName(String ignored, OptionalInt year)) {
        target = new Citation.ByName("Hiến pháp", year);
      }
      document = new Document(target, from, longer.end(), "citation-name");
    }
    return Optional.of(document);
  }

  /** What is given with a name: year, date, number. */
  private Document given(int from, int nameEnd) {
    String name = words.printed(from, nameEnd);
    name = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    int end = nameEnd;
    OptionalInt year = OptionalInt.empty();
    for (int i = 0; i < 3; i++) {
      int next = words.blanks(end);
      if (words.at(next) == ',' || words.at(next) == '(') {
        next = words.blanks(next + 1);
        int type = words.matchAny(next, LAWS);
        next = type >= 0 ? words.blanks(type) : next;
        if (words.match(next, "số") < 0 && words.match(next, "ngày") < 0) {
          break;
        }
      }
      Optional<CitedNumbers.Found> number = numbers.at(words, next);
      if (number.isPresent()) {
        return byNumber(number.get(), from);
      }
      Optional<GivenYear> read = year.isEmpty() ? GivenYear.at(words, next) : Optional.empty();
      if (read.isEmpty()) {
        break;
      }
      year = OptionalInt.of(read.get().year());
      end = read.get().end();
    }
    return new Document(new Citation.ByName(name, year), from, end, "citation-name");
  }

  /** Decrees of 1945 to 1958 had no symbol: {@code Sắc lệnh số 69 ngày …}. */
  private Optional<Document> bareOrdinal(int from, int next) {
    int number = words.match(next, "số");
    int digits = number < 0 ? -1 : words.blanks(number);
    return digits < 0 || !Character.isDigit(words.at(digits))
        ? Optional.empty()
        : Optional.of(given(from, words.wordEnd(digits)));
  }

  private Optional<Document> shortName(int from, String first) {
    for (String name : shortNames.getOrDefault(first, List.of())) {
      int end = words.match(from, name);
      if (end >= 0) {
        Citation.Target target = new Citation.ByName(words.printed(from, end), OptionalInt.empty());
        return Optional.of(new Document(target, from, end, "short-name"));
      }
    }
    return Optional.empty();
  }

  /**
   * Learns the name behind {@code sau đây gọi là}; a bare type ({@code sau đây gọi là Quy chế}) is
   * none.
   *
   * @param at the start of a word
   */
  void learn(int at) {
    int end = words.matchAny(at, List.of("sau đây gọi", "sau đây viết", "sau đây được gọi"));
    if (end < 0) {
      return;
    }
    int name = words.blanks(end);
    for (String filler : List.of("tắt", "chung", "là")) {
      int after = words.match(name, filler);
      name = after >= 0 ? words.blanks(after) : name;
    }
    while (":“\"'‘ ".indexOf(words.at(name)) >= 0) {
      name++;
    }
    int limit = Math.min(words.length(), name + MAX_SHORT_NAME);
    int close = name;
    while (close < limit && ")”\"’',;.\n".indexOf(words.at(close)) < 0) {
      close++;
    }
    String first = words.word(name);
    int type = words.isUpper(name) ? words.matchAny(name, SHORTENED) : -1;
    if (type < 0 || close == limit || words.blanks(type) >= close) {
      return;
    }
    String folded = words.folded().substring(name, close).strip();
    if (numbers.within(name, close).isEmpty()) {
      shortNames.computeIfAbsent(first, key -> new ArrayList<>()).add(folded);
    }
  }

  /** A number that no document was read from may be one of the text's own. */
  static boolean is(Citation.Target target, DocumentNumber number) {
    return target instanceof Citation.ByNumber(DocumentNumber cited)
        && cited.key().equals(number.key());
  }
}
