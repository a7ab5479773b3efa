package vn.vanban.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.viet.Folding;

/**
 * The document numbers that a query may mean, in whatever spelling: {@code 383/KH-UBND}, {@code kh
 * ubnd 383}, {@code số 383 kế hoạch ubnd tỉnh gia lai năm 2020}. Whether there is such a number
 * only the index knows; so these are things to look up, not findings.
 *
 * @param words what a document must be known by ({@link IdentityWords}) to be all that the query
 *     speaks of; folded
 * @param ordinals those of the words that may be the running number; empty where the query as a
 *     whole cannot be a number
 * @param types abbreviations, in lower case, of the types that may be named
 * @param exactKeys keys ({@link DocumentNumber#key()}) of the numbers that stand in the query, the
 *     longest first
 * @param foldedKeys folded keys ({@link DocumentNumber#foldedKey()}) that its words may make up,
 *     the longest first
 * @param begun folded key of a query that is a number, which may go on: {@code 383/KH-UB}; empty
 *     for one that ends otherwise
 * @param guesses folded keys of what a damaged spelling may mean
 * @param day the day of issue that was typed
 */
public record NumberQuestion(
    List<String> words,
    List<String> ordinals,
    List<String> types,
    List<String> exactKeys,
    List<String> foldedKeys,
    Optional<String> begun,
    List<String> guesses,
    Optional<LocalDate> day) {
  /** The longest number has eight parts: {@code 01/2013/TTLT-BTP-BCA-TANDTC-VKSNDTC}. */
  private static final int MAX_PARTS = 10;

  private static final int MAX_KEYS = 64;

  /** A longer query is a text; it may still hold numbers. */
  private static final int MAX_WORDS = 40;

  private static final int MAX_STARTS = 4;

  /** A running number, signs, and letters at the end. */
  private static final Pattern BEGUN =
      Pattern.compile(
          "\\s*(?:số:?\\s*|so:?\\s+)?(\\d[\\p{L}\\d.]{0,8}\\s?[/-]\\s?[\\p{L}\\p{M}\\d&/.-]{0,39}[\\p{L}\\p{M}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words beside a number that say nothing of the document. */
  private static final Set<String> SERVICE = Set.of("so", "cua", "do", "v", "v/v");

  private static final List<List<String>> SERVICE_PAIRS =
      List.of(List.of("ban", "hanh"), List.of("ky", "hieu"), List.of("van", "ban"));

  /** Folded names of types, in words, with the folded abbreviation: {@code ke hoach}, kh. */
  private static final Map<String, String> TYPES = DocumentType.foldedAbbreviations();

  /** By their folded form the abbreviations of types in lower case: hd gives hd and hđ. */
  private static final Map<String, List<String>> ABBREVIATIONS =
      DocumentType.all().stream()
          .flatMap(type -> type.abbreviations().stream())
          .map(abbreviation -> abbreviation.toLowerCase(Locale.ROOT))
          .distinct()
          .collect(Collectors.groupingBy(Folding::unaccented));

  private static final int LONGEST_TYPE =
      TYPES.keySet().stream().mapToInt(name -> name.split(" ", -1).length).max().orElse(1);

  public NumberQuestion {
    words = List.copyOf(words);
    ordinals = List.copyOf(ordinals);
    types = List.copyOf(types);
    exactKeys = List.copyOf(exactKeys);
    foldedKeys = List.copyOf(foldedKeys);
    guesses = List.copyOf(guesses);
  }

  /** Reads a query; empty where it has no digit. */
  static Optional<NumberQuestion> in(String query) {
    List<TypedWord> typed = TypedWord.in(query);
    if (typed.stream().noneMatch(TypedWord::isNumber)) {
      return Optional.empty();
    }
    Reader reader = new Reader(query, typed);
    reader.read();
    List<String> brief = abbreviated(reader.kept);
    Set<String> folded = new LinkedHashSet<>();
    keys(folded, typed.stream().map(TypedWord::folded).toList());
    keys(folded, brief);
    Set<String> exact = new LinkedHashSet<>(exactKeys(query, typed));
    if (typed.size() <= MAX_WORDS) {
      exact.addAll(exactKeys(brief));
    }
    List<String> guesses =
        typed.size() > MAX_WORDS
            ? List.of()
            : DocumentNumber.readings(query).stream().map(DocumentNumber::foldedKey).toList();
    boolean whole = typed.size() <= MAX_WORDS;
    return Optional.of(
        new NumberQuestion(
            whole ? reader.words() : List.of(),
            whole ? reader.ordinals : List.of(),
            brief.stream()
                .flatMap(word -> ABBREVIATIONS.getOrDefault(word, List.of()).stream())
                .toList(),
            byLength(exact),
            byLength(folded),
            begun(query),
            guesses,
            reader.day));
  }

  private static Optional<String> begun(String query) {
    Matcher matcher = BEGUN.matcher(query);
    return matcher.matches()
        ? Optional.of(DocumentNumber.foldedKey(matcher.group(1)))
        : Optional.empty();
  }

  /** What is left of the query when dates and service words are out. */
  private static final class Reader {
    private final String text;
    private final List<TypedWord> typed;
    private final List<String> kept = new ArrayList<>();
    private final List<String> ordinals = new ArrayList<>();
    private final Set<String> years = new LinkedHashSet<>();
    private Optional<LocalDate> day = Optional.empty();

    Reader(String text, List<TypedWord> typed) {
      this.text = text;
      this.typed = typed;
    }

    List<String> words() {
      Set<String> all = new LinkedHashSet<>(kept);
      all.addAll(years);
      return List.copyOf(all);
    }

    void read() {
      int i = 0;
      while (i < typed.size()) {
        int next = date(i);
        if (next == i) {
          next = service(i);
        }
        if (next == i) {
          keep(i);
          next = i + 1;
        }
        i = next;
      }
    }

    private void keep(int i) {
      TypedWord word = typed.get(i);
      kept.add(word.folded());
      if (word.isNumber() && (!word.isYear() || mayBeOrdinal(i))) {
        ordinals.add(word.folded());
      }
    }

    /**
     * {@code 2020/QĐ-UBND}, {@code số 2020}, {@code quyết định 2020}, {@code 2020 qd ubnd}; else it
     * is a year.
     */
    private boolean mayBeOrdinal(int i) {
      if (i > 0 && (typed.get(i - 1).is("so") || endsType(i))) {
        return true;
      }
      boolean inner = i > 0 && typed.get(i - 1).isNumber();
      return !inner
          && i + 1 < typed.size()
          && (TYPES.containsValue(typed.get(i + 1).folded())
              || text.substring(typed.get(i).end(), typed.get(i + 1).start()).contains("/"));
    }

    /** Whether a type's name or abbreviation stands before a word. */
    private boolean endsType(int i) {
      String before = "";
      boolean type = TYPES.containsValue(typed.get(i - 1).folded());
      for (int from = i - 1; from >= Math.max(0, i - LONGEST_TYPE) && !type; from--) {
        before = (typed.get(from).folded() + " " + before).strip();
        type = TYPES.containsKey(before);
      }
      return type;
    }

    /** {@code ngày 5 tháng 3 năm 2020}, {@code ngày 5/3/2020}, {@code năm 2020}. */
    private int date(int i) {
      int at = i;
      if (typed.get(at).is("nam") && isYear(at + 1)) {
        years.add(typed.get(at + 1).folded());
        return at + 2;
      }
      boolean said = typed.get(at).is("ngay");
      at += said ? 1 : 0;
      int month = at + 1 < typed.size() && typed.get(at + 1).is("thang") ? at + 2 : at + 1;
      int year = month + 1 < typed.size() && typed.get(month + 1).is("nam") ? month + 2 : month + 1;
      if (!isYear(year) || (!said && !isWritten(at, year))) {
        return i;
      }
      try {
        LocalDate read = LocalDate.of(number(year), number(month), number(at));
        day = Optional.of(read);
        years.add(typed.get(year).folded());
        return year + 1;
      } catch (DateTimeException | NumberFormatException e) {
        return i; // 15/30/2020 is something else
      }
    }

    /** Whether three numbers stand between signs of a date and no symbol follows. */
    private boolean isWritten(int first, int last) {
      boolean alike = true;
      for (int i = first; i < last; i++) {
        String between = text.substring(typed.get(i).end(), typed.get(i + 1).start());
        alike &= "/".equals(between) || "-".equals(between) || ".".equals(between);
      }
      return alike
          && typed.get(first).isNumber()
          && (typed.get(last).end() == text.length()
              || Character.isWhitespace(text.charAt(typed.get(last).end())));
    }

    private boolean isYear(int i) {
      return i < typed.size() && typed.get(i).isYear();
    }

    private int number(int i) {
      return Integer.parseInt(typed.get(i).folded());
    }

    private int service(int i) {
      for (List<String> pair : SERVICE_PAIRS) {
        if (typed.get(i).is(pair.getFirst())
            && i + 1 < typed.size()
            && typed.get(i + 1).is(pair.getLast())) {
          return i + 2;
        }
      }
      return SERVICE.contains(typed.get(i).folded()) ? i + 1 : i;
    }
  }

  /** The same words with types abbreviated: {@code 383 ke hoach ubnd} as {@code 383 kh ubnd}. */
  private static List<String> abbreviated(List<String> words) {
    List<String> brief = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int length = Math.min(LONGEST_TYPE, words.size() - i);
      while (length > 0 && !TYPES.containsKey(String.join(" ", words.subList(i, i + length)))) {
        length--;
      }
      if (length > 0) {
        brief.add(TYPES.getOrDefault(String.join(" ", words.subList(i, i + length)), ""));
        i += length;
      } else {
        brief.add(words.get(i++));
      }
    }
    return brief;
  }

  /** Stretches that begin with a number, and such with what stands before the number behind it. */
  private static void keys(Set<String> keys, List<String> words) {
    for (int start = 0; start < words.size() && keys.size() < MAX_KEYS; start++) {
      if (!isNumber(words.get(start)) && !words.get(start).matches("qcvn|tcvn|qcdp")) {
        continue;
      }
      int longest = Math.min(words.size(), start + MAX_PARTS);
      for (int end = longest; end > start + 1; end--) {
        key(keys, words.subList(start, end));
      }
      boolean year = start + 1 < words.size() && isNumber(words.get(start + 1));
      for (int from = Math.max(0, start - MAX_PARTS); from < start; from++) {
        for (int numbers = year ? 2 : 1; numbers > 0; numbers--) {
          List<String> turned = new ArrayList<>(words.subList(start, start + numbers));
          turned.addAll(words.subList(from, start));
          key(keys, turned);
        }
      }
    }
  }

  private static void key(Set<String> keys, List<String> words) {
    String key = String.join(" ", words);
    if (key.chars().anyMatch(Character::isLetter)) {
      keys.add(key);
    }
  }

  private static List<String> exactKeys(String text, List<TypedWord> typed) {
    List<String> keys = new ArrayList<>();
    int starts = 0;
    for (int start = 0; start < typed.size() && starts < MAX_STARTS; start++) {
      if (!typed.get(start).isNumber() && !typed.get(start).folded().matches("qcvn|tcvn|qcdp")) {
        continue;
      }
      starts++;
      for (int end = Math.min(typed.size(), start + MAX_PARTS); end > start + 1; end--) {
        int to = typed.get(end - 1).end();
        to += to < text.length() && text.charAt(to) == ')' ? 1 : 0;
        DocumentNumber.parse(text.substring(typed.get(start).start(), to))
            .ifPresent(number -> keys.add(number.key()));
      }
    }
    return keys;
  }

  private static List<String> exactKeys(List<String> words) {
    String text = String.join(" ", words);
    return exactKeys(text, TypedWord.in(text));
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  private static List<String> byLength(Set<String> keys) {
    return keys.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).toList();
  }
}
