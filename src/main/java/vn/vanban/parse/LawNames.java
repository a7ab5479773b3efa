package vn.vanban.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vanban.viet.Folding;

/**
 * The names of laws, to tell where one ends in running text: {@code Luật Ban hành văn bản quy phạm
 * pháp luật} is one name, {@code Luật Đất đai và Luật Nhà ở} are two.
 */
final class LawNames {
  private LawNames() {}

  /** Names by their first letters, the longest first. */
  private static final Map<String, List<String>> BY_OPENING = read();

  /** Long enough to tell names apart, no longer than the shortest, {@code luật giá}. */
  private static final int OPENING = 7;

  /**
   * The end of the longest known name that begins here.
   *
   * @param words the text
   * @param from where its type word begins
   * @return the offset after it; -1 if none does
   */
  static int end(Words words, int from) {
    for (String name : BY_OPENING.getOrDefault(words.opening(from, OPENING), List.of())) {
      int end = words.match(from, name);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = LawNames.class.getResourceAsStream("law-names.txt")) {
      if (in == null) {
        throw new IllegalStateException("resource missing: law-names.txt");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Folding::canonical)
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(Collectors.groupingBy(name -> name.substring(0, OPENING)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
