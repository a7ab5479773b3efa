package vn.vanban.law;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.NumberGrammar.Parts;
import vn.vanban.viet.Folding;

/**
 * A document's number and symbol (số, ký hiệu), such as {@code 383/KH-UBND}, {@code 30/2020/NĐ-CP},
 * {@code 27-NQ/TW} or {@code QCVN 32:2026/BXD}.
 *
 * @param canonical as printed, but with spaces, dashes and look-alike letters repaired
 */
public record DocumentNumber(String canonical) {
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
  private static final Pattern NOT_A_SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");

  public DocumentNumber {
    if (canonical.isBlank()) {
      throw new IllegalArgumentException("a document number is not blank");
    }
  }

  /**
   * Reads a number that stands alone, in any spelling: spaces, any dash, either case, eth for Đ.
   *
   * @param text nothing but the number, perhaps with {@code Số} before it
   * @return the number; empty if the text is something else
   */
  public static Optional<DocumentNumber> parse(String text) {
    return NumberGrammar.whole(text).map(Parts::number);
  }

  /**
   * Every number that a spelling may mean, the likeliest first: {@code 3I/QD-SYT} gives {@code
   * 31/QĐ-SYT}, {@code 383/KHUBND} gives {@code 383/KH-UBND} and then itself, {@code 5/HD-BTC}
   * itself and then {@code 5/HĐ-BTC}. A reading other than {@link #parse} is a guess: to be looked
   * up or offered, never taken for what was printed.
   *
   * @param text nothing but the number, however damaged
   * @return at most eight readings; empty if the text is something else
   */
  public static List<DocumentNumber> readings(String text) {
    return NumberReadings.of(text);
  }

  /** The running number, as printed: {@code 383}, {@code 03a}. */
  public String ordinal() {
    Matcher digits = NumberGrammar.ORDINAL.matcher(canonical);
    return digits.find() ? digits.group() : "";
  }

  /** The year in the number; empty for administrative documents, which carry none. */
  public OptionalInt year() {
    Matcher year = NumberGrammar.YEAR_PART.matcher(canonical);
    return year.find() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
  }

  /** What stands after number and year: {@code KH-UBND}, {@code NĐ-CP}, {@code QH14}. */
  public String symbol() {
    Matcher head = NumberGrammar.HEAD.matcher(canonical);
    return head.find() ? canonical.substring(head.end()) : "";
  }

  /**
   * The exact key: equal for the spellings of one number, different for different numbers. Case and
   * leading zeros do not count; everything else does.
   */
  public String key() {
    return LEADING_ZEROS.matcher(canonical.toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  /**
   * The key under which look-alikes meet: no marks, all separators alike ({@code 383-KH/UBND} and
   * {@code 383/KH-UBND} meet, as do {@code HD} and {@code HĐ}). It gives candidates, not equality.
   */
  public String foldedKey() {
    return foldedKey(key());
  }

  /**
   * The {@linkplain #foldedKey() folded key} of anything typed: {@code 383 kh ubnd} gives that of
   * {@code 383/KH-UBND}.
   */
  public static String foldedKey(String typed) {
    String folded = Folding.unaccented(typed);
    return LEADING_ZEROS
        .matcher(NOT_A_SIGN.matcher(folded).replaceAll(" ").strip())
        .replaceFirst("");
  }

  @Override
  public String toString() {
    return canonical;
  }
}
