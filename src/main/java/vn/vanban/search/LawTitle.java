package vn.vanban.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.viet.Folding;

/**
 * The name of a law in the forms under which writers' spellings meet. Without its type, for people
 * say {@code luật hình sự} of a Bộ luật; commas and {@code và} do not count.
 *
 * @param type folded: {@code luat}, {@code bo luat}, {@code phap lenh}, {@code hien phap}
 * @param names folded keys: {@code quoc tich viet nam} and {@code quoc tich}; empty for an amending
 *     law, which is not what it amends
 * @param marked the same keys with their marks
 * @param amended folded keys of the laws that it amends
 * @param year the year that stands behind the name
 */
public record LawTitle(
    String type, List<String> names, List<String> marked, List<String> amended, OptionalInt year) {
  /** Luật Ban hành văn bản quy phạm pháp luật, Điều 4: what the National Assembly gives. */
  private static final List<String> TYPES = List.of("bo luat", "luat", "phap lenh", "hien phap");

  private static final String CONSTITUTION = "hien phap";

  /** {@code Luật Quốc tịch Việt Nam} is called {@code luật quốc tịch}. */
  private static final String COUNTRY = " viet nam";

  /** Before the type of a law that is amended: {@code một số điều của Luật …}. */
  private static final Set<String> BEFORE_LAW = Set.of("cua", "va", "cac", "doi", "sung");

  public LawTitle {
    names = List.copyOf(names);
    marked = List.copyOf(marked);
    amended = List.copyOf(amended);
  }

  /** The title of a document; empty unless it is a law, a code, an ordinance or a constitution. */
  public static Optional<LawTitle> of(LegalDocument document) {
    String type = document.type().map(Reading::value).map(LawTitle::plain).orElse("");
    String subject = document.subject().map(Reading::value).orElse("");
    return TYPES.contains(Folding.unaccented(type))
        ? Optional.of(of(type, subject))
        : Optional.empty();
  }

  /** The type that words begin with; 0 for none, else of how many words. */
  static int typeLength(List<TypedWord> words, int from) {
    for (String type : TYPES) {
      String[] parts = type.split(" ", -1);
      boolean all = from + parts.length <= words.size();
      for (int i = 0; all && i < parts.length; i++) {
        all = words.get(from + i).is(parts[i]);
      }
      if (all) {
        return parts.length;
      }
    }
    return 0;
  }

  /**
   * Reads a title.
   *
   * @param type its type
   * @param subject the rest; the type may stand before it again, a year behind it
   */
  static LawTitle of(String type, String subject) {
    String text = plain(subject);
    List<TypedWord> words = TypedWord.in(text);
    String folded = Folding.unaccented(plain(type));
    int from = 0;
    int again = typeLength(words, 0);
    if (again > 0 && key(words, 0, again).equals(folded)) {
      from = again;
    }
    int to = words.size();
    OptionalInt year = OptionalInt.empty();
    if (to > from && words.get(to - 1).isYear()) {
      year = OptionalInt.of(Integer.parseInt(words.get(--to).folded()));
      to = to > from && words.get(to - 1).is("nam") ? to - 1 : to;
    }
    int change = indexOf(words, from, to, "sua", "doi");
    if (change >= 0) {
      List<String> amended = amended(text, words, change, to);
      if (amended.isEmpty() && change > from) {
        amended = List.of(key(words, from, change)); // Luật Bảo hiểm y tế sửa đổi 2024
      }
      return new LawTitle(folded, List.of(), List.of(), amended, year);
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> marked = new LinkedHashSet<>();
    if (folded.equals(CONSTITUTION)) {
      names.add(CONSTITUTION);
      marked.add(Folding.canonical(type));
    } else {
      add(names, marked, text, words.subList(from, to));
      // … suy giảm miễn dịch mắc phải ở người (HIV/AIDS)
      int bracket = text.indexOf('(');
      if (bracket > 0) {
        List<TypedWord> before =
            words.subList(from, to).stream().filter(word -> word.end() <= bracket).toList();
        add(names, marked, text, before);
      }
    }
    return new LawTitle(folded, List.copyOf(names), List.copyOf(marked), List.of(), year);
  }

  private static void add(
      Set<String> names, Set<String> marked, String text, List<TypedWord> words) {
    String key = key(words, 0, words.size());
    if (key.isEmpty()) {
      return;
    }
    String exact =
        words.stream()
            .filter(word -> !word.is("va"))
            .map(word -> Folding.loneI(Folding.canonical(text.substring(word.start(), word.end()))))
            .collect(Collectors.joining(" "));
    names.add(key);
    marked.add(exact);
    if (key.endsWith(COUNTRY)) {
      names.add(key.substring(0, key.length() - COUNTRY.length()));
      marked.add(exact.substring(0, exact.length() - COUNTRY.length()));
    }
  }

  /** The laws named behind {@code sửa đổi, bổ sung một số điều của}. */
  private static List<String> amended(String text, List<TypedWord> words, int from, int to) {
    List<Integer> begins = new ArrayList<>();
    for (int i = from + 2; i < to; i++) {
      boolean separate = text.substring(words.get(i - 1).end(), words.get(i).start()).contains(",");
      if (typeLength(words, i) > 0
          && (separate || BEFORE_LAW.contains(words.get(i - 1).folded()))) {
        begins.add(i);
      }
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      int start = begins.get(i) + typeLength(words, begins.get(i));
      int end = i + 1 < begins.size() ? begins.get(i + 1) : to;
      while (end > start && (words.get(end - 1).is("cac") || words.get(end - 1).is("va"))) {
        end--;
      }
      String key = key(words, start, end);
      if (!key.isEmpty()) {
        found.add(key);
      }
    }
    return found;
  }

  private static int indexOf(List<TypedWord> words, int from, int to, String first, String second) {
    for (int i = from; i + 1 < to; i++) {
      if (words.get(i).is(first) && words.get(i + 1).is(second)) {
        return i;
      }
    }
    return -1;
  }

  private static String key(List<TypedWord> words, int from, int to) {
    return words.subList(from, Math.max(from, to)).stream()
        .map(word -> Folding.loneI(word.folded()))
        .filter(word -> !word.equals("va"))
        .collect(Collectors.joining(" "));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
