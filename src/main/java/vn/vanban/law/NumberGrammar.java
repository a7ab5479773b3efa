package vn.vanban.law;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of numbers and symbols.
 *
 * <pre>
 * number    := ordinal (sep year)? sep symbol        383/KH-UBND  30/2020/NĐ-CP  27-NQ/TW
 *            | standard                              QCVN 32:2026/BXD  TCVN 5574:2018
 * ordinal   := digit{1,6} ('.' digit{1,3})? letter?  383  03a  66.15
 * year      := 19dd | 20dd
 * symbol    := part (joint part)*
 * part      := capital (letter | digit | '&amp;')*
 * sep       := '/' | '-'        joint := '-' | '/' | '.'
 * </pre>
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; for older and Party forms the numbers in
 * use.
 */
final class NumberGrammar {
  private NumberGrammar() {}

  static final Pattern ORDINAL = Pattern.compile("\\d+(?:\\.\\d+)?[A-Za-zĐđ]?(?![\\p{L}\\d])");
  static final Pattern YEAR_PART = Pattern.compile("[/:-]((?:19|20)\\d\\d)(?:/|$)");
  static final Pattern HEAD =
      Pattern.compile(
          "^(?:(?:QCVN|TCVN) ?)?\\d+(?:[.-]\\d+)?[A-Za-zĐđ]?(?:[/:-](?:19|20)\\d\\d)?[/-]?");

  /** Parts of symbols whose lower-case letters are part of their name (NĐ 30/2020, Phụ lục III). */
  private static final Map<String, String> MIXED_CASE =
      Map.of(
          "TTG", "TTg", "CTR", "CTr", "TTR", "TTr", "QYĐ", "QyĐ", "TRS", "TrS", "SLU", "SLu", "TLĐ",
          "TLĐ");

  private static final String DASH = "[-\\u2010-\\u2015\\u2212]";

  /** One part of a symbol in running text: it begins with a capital and is mostly capitals. */
  private static final String PART =
      "(?:\\p{Lu}(?:\\p{Lu}|\\d|&)*(?:(?<=TT)g|(?<=CT)r|(?<=TT)r|(?<=Q)y\\p{Lu}|(?<=T)rS|(?<=SL)u)?)";

  private static final String LOOSE_PART = "(?:\\p{L}(?:\\p{L}|\\d|&)*)";

  /** A joint with a space on one side at most. */
  private static final String JOINT =
      "(?:[/.]|" + DASH + "| " + DASH + "|" + DASH + " |/ | /| //|//)";

  private static final String SEP = "(?: ?/ ?|/ {0,2}|" + DASH + ")";

  private static final String STANDARD =
      "(?<standard>(?:QCVN|TCVN|QCĐP|TCCS) ?\\d{1,5}(?:-\\d{1,3})?: ?(?:19|20)\\d\\d(?:/\\p{Lu}[\\p{Lu}\\d&]*)?)";

  private static String number(String part, String joint, String sep) {
    return "(?<ordinal>\\d{1,6}(?:\\.\\d{1,3})?[A-Za-zĐđ]?)(?:(?: ?/ ?|"
        + DASH
        + ")(?<year>(?:19|20)\\d\\d))?"
        + "(?:"
        + sep
        + "(?<symbol>"
        + part
        + "(?:"
        + joint
        + part
        + "|\\.\\d{1,4}){0,9}))";
  }

  /** Not within a word, a date, a longer number or an amount. */
  private static final String START = "(?<![\\p{L}\\d/.,:-])";

  private static final String END = "(?![\\p{L}\\d])";

  /** In running text. */
  private static final Pattern IN_TEXT =
      Pattern.compile(START + "(?:" + number(PART, JOINT, SEP) + "|" + STANDARD + ")" + END);

  /** Standing alone; either case, spaces anywhere. */
  private static final Pattern ALONE =
      Pattern.compile(
          "^\\s*(?:[Ss][ốỐ]\\s*:?\\s*)?(?:"
              + number(LOOSE_PART, "(?: ?[/.-] ?/? ?)", " ?[/-] ?/? ?")
              + "|(?i:"
              + STANDARD
              + "))\\s*$");

  /** A symbol with its dash lost: {@code 383/KHUBND}. */
  private static final Pattern BARE_YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** The pieces of a number with its place in the text. */
  record Parts(DocumentNumber number, int start, int end) {}

  /** A number that is all of the text. */
  static Optional<Parts> whole(String text) {
    String plain = lookAlikes(Normalizer.normalize(text, Normalizer.Form.NFC).strip());
    plain = plain.replaceAll(DASH, "-").replaceAll("\\s+", " ");
    Matcher m = ALONE.matcher(plain);
    if (!m.matches()) {
      return Optional.empty();
    }
    return of(m, 0, text.length());
  }

  /** Every number in running text, in order. */
  static List<Parts> all(String text) {
    List<Parts> found = new ArrayList<>();
    Matcher m = IN_TEXT.matcher(lookAlikes(text));
    while (m.find()) {
      of(m, m.start(), m.end()).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Parts> of(Matcher m, int start, int end) {
    String standard = m.group("standard");
    if (standard != null) {
      String tidy = standard.replaceAll(": ", ":").toUpperCase(Locale.ROOT);
      tidy = tidy.replaceFirst("^(QCVN|TCVN|QCĐP|TCCS) ?", "$1 ");
      return Optional.of(new Parts(new DocumentNumber(tidy), start, end));
    }
    String matched = m.group();
    String symbol = m.group("symbol");
    if (BARE_YEAR.matcher(symbol).matches()) {
      return Optional.empty();
    }
    String year = m.group("year");
    // What separates the ordinal from the symbol is kept: 27-NQ/TW is not 27/NQ-TW.
    int before = m.start("symbol") - m.start();
    String gap = matched.substring(0, before).replaceAll(".*[\\p{L}\\d]", "");
    String sep = gap.contains("/") ? "/" : "-";
    String tidy =
        m.group("ordinal").toLowerCase(Locale.ROOT)
            + (year == null ? "" : "/" + year)
            + (year == null ? sep : "/")
            + tidySymbol(symbol);
    return Optional.of(new Parts(new DocumentNumber(tidy), start, end));
  }

  private static String tidySymbol(String symbol) {
    String joined = symbol.replaceAll(DASH, "-").replaceAll(" ", "").replaceAll("//+", "/");
    StringBuilder out = new StringBuilder();
    for (String piece : joined.split("(?<=[/.-])|(?=[/.-])", -1)) {
      String upper = piece.toUpperCase(Locale.ROOT);
      boolean allLower = piece.equals(piece.toLowerCase(Locale.ROOT));
      String known = MIXED_CASE.get(upper);
      out.append(known != null ? known : allLower ? upper : piece);
    }
    return out.toString();
  }

  /** Letters that only look like the right ones: eth, African D, Cyrillic and Greek capitals. */
  static String lookAlikes(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = c < 0x80 ? -1 : LOOK_ALIKE.indexOf(c);
      if (at >= 0) {
        if (out == null) {
          out = new StringBuilder(text);
        }
        out.setCharAt(i, LOOKS_LIKE.charAt(at));
      }
    }
    return out == null ? text : out.toString();
  }

  private static final String LOOK_ALIKE =
      "\u00D0\u00F0\u0189АВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\u00A0\u2044\u2215";
  private static final String LOOKS_LIKE = "ĐđĐABEKMHOPCTYXISJABEZHIKMNOPTYX //";
}
