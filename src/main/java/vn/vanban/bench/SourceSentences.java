package vn.vanban.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/** What a made corpus is made of: sentences and headings of real texts, each once. */
public final class SourceSentences {
  /** With fewer, a million provisions would be the same few over and over. */
  private static final int LEAST = 50;

  private static final int LEAST_WORDS = 4;
  private static final int MOST_WORDS = 80;
  private static final int MOST_HEADING_WORDS = 18;

  /** {@code Điều 5. }, {@code 12. }, {@code 1.2. }, {@code đ) }, {@code - }. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:Điều \\d{1,4}\\p{L}?[.:]|\\d{1,3}(?:\\.\\d{1,3})?[.)]|\\p{L}\\)|[-–+*•])\\s*");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;?!])\\s+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Set<String> sentences = new LinkedHashSet<>();
  private final Set<String> headings = new LinkedHashSet<>();

  /** Takes the sentences of a text; lines of figures, of one word or without marks are none. */
  public void add(String text) {
    for (String line : text.split("\n", -1)) {
      String whole = LABEL.matcher(BLANKS.matcher(line).replaceAll(" ").strip()).replaceFirst("");
      if (whole.isEmpty()) {
        continue;
      }
      int words = words(whole);
      char last = whole.charAt(whole.length() - 1);
      if (Character.isLetter(last)) {
        if (words >= LEAST_WORDS && words <= MOST_HEADING_WORDS && isProse(whole)) {
          headings.add(whole);
        }
        continue;
      }
      for (String sentence : SENTENCE_END.split(whole, -1)) {
        int length = words(sentence);
        if (length >= LEAST_WORDS && length <= MOST_WORDS && isProse(sentence)) {
          sentences.add(sentence);
        }
      }
    }
  }

  /** Begins with a capital, has marks, and is not mostly capitals or figures. */
  private static boolean isProse(String sentence) {
    long small = sentence.chars().filter(Character::isLowerCase).count();
    return Character.isUpperCase(sentence.charAt(0))
        && Folding.hasMarks(sentence)
        && small * 2 > sentence.length();
  }

  private static int words(String line) {
    return (int) line.chars().filter(c -> c == ' ').count() + 1;
  }

  /**
   * The sentences, in the order in which they came.
   *
   * @throws IllegalArgumentException if they are too few to make a corpus of
   */
  List<String> sentences() {
    if (sentences.size() < LEAST) {
      throw new IllegalArgumentException(
          "Cần ít nhất %d câu tiếng Việt để ghép, chỉ đọc được %d."
              .formatted(LEAST, sentences.size()));
    }
    return new ArrayList<>(sentences);
  }

  /** The headings, in the order in which they came; sentences' beginnings where there are none. */
  List<String> headings() {
    return headings.isEmpty()
        ? sentences().stream().map(SourceSentences::beginning).distinct().toList()
        : new ArrayList<>(headings);
  }

  private static String beginning(String sentence) {
    String[] words = sentence.split(" ", -1);
    return String.join(" ", Arrays.copyOf(words, Math.min(words.length, 6)));
  }
}
