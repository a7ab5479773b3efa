package vn.vanban.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vanban.viet.Folding;

/**
 * Tells what a question is about from the words that ask: of "Thời hạn khiếu nại là bao lâu?" the
 * subject is "thời hạn khiếu nại". Accent-blind. The phrases are in {@code question-words.txt}.
 */
public final class QuestionWords {
  private static final String RESOURCE = "question-words.txt";
  private static final Set<String> PHRASES = phrases();
  private static final int LONGEST =
      PHRASES.stream().mapToInt(phrase -> phrase.split(" ", -1).length).max().orElse(1);

  private QuestionWords() {}

  /**
   * Which words only ask.
   *
   * @param words unaccented words in their order
   * @return their places; empty where nothing would be left to ask for
   */
  public static BitSet in(List<String> words) {
    BitSet asking = new BitSet(words.size());
    int at = 0;
    while (at < words.size()) {
      int length = longest(words, at);
      asking.set(at, at + length);
      at += Math.max(1, length);
    }
    if (asking.cardinality() == words.size()) {
      asking.clear();
    }
    return asking;
  }

  private static int longest(List<String> words, int from) {
    int most = Math.min(LONGEST, words.size() - from);
    for (int length = most; length > 0; length--) {
      if (PHRASES.contains(String.join(" ", words.subList(from, from + length)))) {
        return length;
      }
    }
    return 0;
  }

  private static Set<String> phrases() {
    Set<String> phrases = new HashSet<>();
    try (InputStream in = QuestionWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          phrases.add(Folding.unaccented(line.strip()));
        }
      }
      return Set.copyOf(phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
