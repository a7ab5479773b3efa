package vn.vanban.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.DocumentNumber;

/**
 * The document numbers that a query may mean, in whatever spelling: {@code 383/KH-UBND}, {@code 383
 * kh ubnd}, {@code kế hoạch 383/kh –ubnd}. Whether there is such a number only the index knows; so
 * these are keys to look up, not findings.
 *
 * @param keys folded keys ({@link DocumentNumber#foldedKey()}), the longest first
 * @param prefix the folded beginning of a number, where the query is nothing else ({@code 383/KH})
 */
public record NumberCandidates(List<String> keys, Optional<String> prefix) {
  /** The longest number has eight parts: {@code 01/2013/TTLT-BTP-BCA-TANDTC-VKSNDTC}. */
  private static final int MAX_PARTS = 8;

  /** A query of more words is a question or a text; it may still begin a number anywhere. */
  private static final int MAX_KEYS = 64;

  public NumberCandidates {
    keys = List.copyOf(keys);
  }

  /** Reads a query. */
  public static NumberCandidates in(String query) {
    String folded = DocumentNumber.foldedKey(query);
    List<String> words = folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    Set<String> keys = new LinkedHashSet<>();
    for (int start = 0; start < words.size() && keys.size() < MAX_KEYS; start++) {
      if (!Character.isDigit(words.get(start).charAt(0))) {
        continue;
      }
      int longest = Math.min(words.size(), start + MAX_PARTS);
      for (int end = longest; end > start; end--) {
        String key = DocumentNumber.foldedKey(String.join(" ", words.subList(start, end)));
        if (key.chars().anyMatch(Character::isLetter)) {
          keys.add(key);
        }
      }
    }
    return new NumberCandidates(new ArrayList<>(keys), prefix(words));
  }

  private static Optional<String> prefix(List<String> words) {
    int start = !words.isEmpty() && words.getFirst().equals("so") ? 1 : 0;
    if (words.size() <= start
        || words.size() - start > MAX_PARTS
        || !Character.isDigit(words.get(start).charAt(0))) {
      return Optional.empty();
    }
    return Optional.of(
        DocumentNumber.foldedKey(String.join(" ", words.subList(start, words.size()))));
  }
}
