package vn.vanban.law;

/**
 * A document's number and symbol (số, ký hiệu).
 *
 * @param canonical as printed but with spaces, dashes and look-alike letters repaired: {@code
 *     383/KH-UBND}
 */
public record DocumentNumber(String canonical) {

  /** The exact key: equal for the spellings of one number, different for different numbers. */
  public String key() {
    return canonical.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return canonical;
  }
}
