package vn.vanban.lucene;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.viet.Folding;

/**
 * Numbers as they are begun from the type ({@code nghị định 951}, {@code qd 15}, {@code cv số 10})
 * or from the symbol ({@code KH-UBND}): terms of {@link Schema#SUGGEST}.
 */
final class NumbersByType {
  private static final char TYPED = 'm';
  private static final char SYMBOL = 'y';

  /** Shorter ones begin a word rather than a symbol. */
  private static final int LEAST_SYMBOL = 3;

  private static final int MOST_SYMBOL = 12;
  private static final String LETTER = "cv";

  /** Folded abbreviations by folded names and abbreviations. */
  private static final Map<String, String> BRIEF = brief();

  /** Type, running number, and the beginning of a year or a blank that closes the number. */
  private static final Pattern BEGUN =
      Pattern.compile("(\\p{L}[\\p{L} ]*?)(?: so)? (\\d+\\p{L}?)(?:( \\d{1,4}) ?|( ?))");

  private NumbersByType() {}

  /** Adds what a number is begun by. */
  static void add(DocumentNumber number, Optional<String> type, Collection<String> terms) {
    String key = number.foldedKey();
    int end = key.indexOf(' ');
    String ordinal = end < 0 ? key : key.substring(0, end);
    for (String brief : types(number, type)) {
      for (int length = 1; length <= ordinal.length(); length++) {
        terms.add(TYPED + brief + ' ' + ordinal.substring(0, length));
      }
      terms.add(TYPED + brief + ' ' + ordinal + ' ');
      number
          .year()
          .ifPresent(year -> {
            String digits = Integer.toString(year);
            for (int length = 1; length <= digits.length(); length++) {
              terms.add(TYPED + brief + ' ' + ordinal + ' ' + digits.substring(0, length));
            }
          });
    }
    String symbol = squeezed(number.symbol());
    for (int length = LEAST_SYMBOL; length <= Math.min(MOST_SYMBOL, symbol.length()); length++) {
      terms.add(SYMBOL + symbol.substring(0, length));
    }
  }

  /**
   * The term of numbers that may be about to be typed.
   *
   * @param bare what was typed, words without marks; a blank at the end closes the last one
   */
  static Optional<String> term(String bare) {
    Matcher begun = BEGUN.matcher(bare);
    if (begun.matches()) {
      String end = begun.group(3) == null ? begun.group(4) : begun.group(3);
      return Optional.ofNullable(BRIEF.get(begun.group(1)))
          .map(brief -> TYPED + brief + ' ' + begun.group(2) + end);
    }
    String symbol = squeezed(bare);
    boolean letters =
        symbol.length() >= LEAST_SYMBOL && symbol.chars().allMatch(Character::isLetter);
    return letters && symbol.length() <= MOST_SYMBOL
        ? Optional.of(SYMBOL + symbol)
        : Optional.empty();
  }

  private static Set<String> types(DocumentNumber number, Optional<String> type) {
    Set<String> types = new LinkedHashSet<>();
    type.map(Folding::unaccented).map(BRIEF::get).ifPresent(types::add);
    for (String part : DocumentNumber.foldedKey(number.symbol()).split(" ", -1)) {
      Optional.ofNullable(BRIEF.get(part)).ifPresent(types::add);
    }
    return types.isEmpty() ? Set.of(LETTER) : types;
  }

  private static String squeezed(String text) {
    return SuggestionTerms.squeezed(DocumentNumber.foldedKey(text));
  }

  private static Map<String, String> brief() {
    Map<String, String> brief = new HashMap<>(DocumentType.foldedAbbreviations());
    for (DocumentType type : DocumentType.all()) {
      type.abbreviations().stream()
          .map(Folding::unaccented)
          .forEach(abbreviation -> brief.put(abbreviation, abbreviation));
    }
    brief.put("cong van", LETTER);
    brief.put(LETTER, LETTER);
    return Map.copyOf(brief);
  }
}
