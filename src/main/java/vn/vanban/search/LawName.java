package vn.vanban.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanban.viet.Folding;

/**
 * A query that is the name of a law and nothing else: {@code luật đất đai 2013}, {@code bo luat
 * hinh su}, {@code BLDS 2015}, {@code luật doanh nghiệp sửa đổi}. Whether there is such a law only
 * the index knows.
 *
 * @param title its name; for {@code … sửa đổi} what is amended
 * @param withMarks whether it was typed with marks
 * @param successors folded keys of the laws that took over from the one of this name
 */
public record LawName(LawTitle title, boolean withMarks, List<String> successors) {
  /** No law's name has more. */
  private static final int MAX_WORDS = 60;

  private static final Map<String, String> SHORT = shortNames();
  private static final Map<String, List<String>> SUCCESSORS = successorsByName();

  /** Words about the wish, not the law: {@code toàn văn Luật Đất đai mới nhất}. */
  private static final List<List<String>> BEFORE =
      List.of(
          List.of("toan", "van"),
          List.of("noi", "dung"),
          List.of("van", "ban"),
          List.of("cua"),
          List.of("tai"),
          List.of("trong"),
          List.of("theo"),
          List.of("thuoc"));

  private static final List<List<String>> BEHIND =
      List.of(
          List.of("moi", "nhat"),
          List.of("hien", "hanh"),
          List.of("moi"),
          List.of("con", "hieu", "luc"),
          List.of("dang", "co", "hieu", "luc"));

  public LawName {
    successors = List.copyOf(successors);
  }

  /** Reads a query. */
  static Optional<LawName> in(String query) {
    String text = writtenOut(query);
    List<TypedWord> words = TypedWord.in(text);
    int from = past(words, BEFORE);
    int to = words.size() - behind(words);
    int type = LawTitle.typeLength(words, from);
    if (type == 0 || to <= from || to - from > MAX_WORDS || asks(query)) {
      return Optional.empty();
    }
    String typed = text.substring(words.get(from).start(), words.get(from + type - 1).end());
    int begin = words.get(from + type - 1).end();
    LawTitle title =
        LawTitle.of(typed, text.substring(begin, Math.max(begin, words.get(to - 1).end())));
    if (title.names().isEmpty() && title.amended().isEmpty()) {
      return Optional.empty();
    }
    List<String> successors =
        title.names().stream()
            .flatMap(name ->
                SUCCESSORS.getOrDefault(title.type() + " " + name, List.<String>of()).stream())
            .toList();
    return Optional.of(new LawName(title, Folding.hasMarks(query), successors));
  }

  /** A question or a sentence is no name. */
  private static boolean asks(String query) {
    String rest = query.strip();
    return rest.endsWith("?") || rest.contains(":") || rest.contains(". ");
  }

  private static int past(List<TypedWord> words, List<List<String>> phrases) {
    int at = 0;
    boolean more = true;
    while (more) {
      more = false;
      for (List<String> phrase : phrases) {
        if (isAt(words, at, phrase)) {
          at += phrase.size();
          more = true;
        }
      }
    }
    return at;
  }

  private static int behind(List<TypedWord> words) {
    for (List<String> phrase : BEHIND) {
      if (isAt(words, words.size() - phrase.size(), phrase)) {
        return phrase.size();
      }
    }
    return 0;
  }

  private static boolean isAt(List<TypedWord> words, int at, List<String> phrase) {
    if (at < 0 || at + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.get(at + i).is(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** With abbreviations written out: {@code Luật BHXH}, {@code BLDS 2015}. */
  private static String writtenOut(String query) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (TypedWord word : TypedWord.in(query)) {
      // The typed word with its marks first, for HĐ is not HD.
      String full =
          SHORT.getOrDefault(
              Folding.canonical(query.substring(word.start(), word.end())),
              SHORT.getOrDefault(word.folded(), ""));
      if (!full.isEmpty()) {
        out.append(query, at, word.start()).append(full);
        at = word.end();
      }
    }
    return out.append(query, at, query.length()).toString();
  }

  private static Map<String, String> shortNames() {
    Map<String, String> names = new HashMap<>();
    for (String[] row : rows("law-short-names.txt")) {
      names.put(row[0], row[1]);
      names.putIfAbsent(Folding.unaccented(row[0]), row[1]);
    }
    return Map.copyOf(names);
  }

  private static Map<String, List<String>> successorsByName() {
    Map<String, List<String>> found = new HashMap<>();
    for (String[] row : rows("law-successors.txt")) {
      LawTitle old = title(row[0]);
      List<String> later = new ArrayList<>();
      for (String name : row[1].split(";", -1)) {
        later.addAll(title(name).names());
      }
      for (String name : Set.copyOf(old.names())) {
        found.put(old.type() + " " + name, List.copyOf(later));
      }
    }
    return Map.copyOf(found);
  }

  private static LawTitle title(String name) {
    List<TypedWord> words = TypedWord.in(name);
    int end = words.get(LawTitle.typeLength(words, 0) - 1).end();
    return LawTitle.of(name.substring(0, end), name.substring(end));
  }

  private static List<String[]> rows(String resource) {
    try (InputStream in = LawName.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
