package vn.vanban.law;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vanban.viet.Folding;
import vn.vanban.viet.Syllables;

/**
 * The grammar of numbers and symbols.
 *
 * <pre>
 * number    := ordinal (sep year)? sep symbol        383/KH-UBND  30/2020/NĐ-CP  27-NQ/TW
 *            | ordinal ' ' symbol                    94 TT/LB
 *            | standard                              QCVN 32:2026/BXD  TCVN 5574:2018
 * ordinal   := digit{1,6} ('.' digit{1,3})? letter?  383  03a  66.15
 * year      := 19dd | 20dd
 * symbol    := part (joint part)* tail?
 * part      := capital (letter | digit | '&amp;')*
 * tail      := joint digit{1,4} | '(' part ')'       QĐ.UB.96  QĐ-BCA(V26)
 * sep       := '/' | '-'        joint := '-' | '/' | '.' | '_'
 * </pre>
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; for older and Party forms the numbers in
 * use. Every repetition is bounded or takes a class of letters without going back, so that the work
 * is linear.
 */
final class NumberGrammar {
  private NumberGrammar() {}

  static final Pattern ORDINAL = Pattern.compile("\\d+(?:\\.\\d+)?[A-Za-zĐđ]?(?![\\p{L}\\d])");
  static final Pattern YEAR_PART = Pattern.compile("[/:-]((?:19|20)\\d\\d)(?:/|$)");
  static final Pattern HEAD =
      Pattern.compile(
          "^(?:\\p{Lu}{3,6} ?)?\\d+(?:[.-]\\d+)?[A-Za-zĐđ]?(?:[/:-](?:19|20)\\d\\d)?[/ -]?");

  /** Parts of symbols whose lower-case letters are part of their name (NĐ 30/2020, Phụ lục III). */
  private static final Map<String, String> MIXED_CASE =
      Map.of("TTG", "TTg", "CTR", "CTr", "TTR", "TTr", "QYĐ", "QyĐ", "TRS", "TrS", "SLU", "SLu");

  private static final String DASH = "[-\\u2010-\\u2015\\u2212]";

  /** One part of a symbol in running text: it begins with a capital and is mostly capitals. */
  private static final String PART =
      "(?:\\p{Lu}[\\p{Lu}\\d&]{0,29}+(?:(?<=TT)g|(?<=CT)r|(?<=TT)r|(?<=Q)y\\p{Lu}|(?<=T)rS|(?<=SL)u)?)";

  private static final String LOOSE_PART = "(?:\\p{L}[\\p{L}\\d&]{0,29}+)";

  /** A joint with a space on one side at most; the line may break after it. */
  private static final String JOINT =
      "(?:[/.]|" + DASH + "\\n?| " + DASH + "|" + DASH + " |/\\n| /| //|// ?|/ )";

  private static final String SEP = "(?: ?/ ?|/\\n|/ {0,2}|/ ?/|" + DASH + ")";

  private static final String YEAR = "(?:(?: ?/ ?|" + DASH + ")(?<year>(?:19|20)\\d\\d)(?!\\d))?";

  private static final String ORDINAL_PART = "(?<ordinal>\\d{1,6}(?:\\.\\d{1,3})?[A-Za-zĐđ]?)";

  /**
   * Technical regulations and standards (Luật Tiêu chuẩn và Quy chuẩn kỹ thuật 2006): {@code QCVN
   * 01-1:2018/BYT}, {@code TCVN ISO 9001:2015}, before that {@code TCVN 2737-1995}.
   */
  private static final String STANDARD =
      "(?<standard>(?:QCVN|TCVN|QCĐP|QCKT|TCCS|TCXDVN|TCXD|TCN|ĐLVN) ?(?:(?:ISO|IEC)(?:/IEC)? )?"
          + "\\d{1,5}(?:-\\d{1,3}){0,3}(?: ?: ?|-)(?:19|20)\\d\\d(?:/\\p{Lu}[\\p{Lu}\\d&]{0,29})?)";

  /** {@code QĐ - UBND}: after a type the symbol must go on, so spaces do no harm. */
  private static final String TYPE_AND_DASH =
      "(?:(?:"
          + DocumentType.all().stream()
              .flatMap(type -> type.abbreviations().stream())
              .flatMap(a -> List.of(a, a.replace('Đ', 'D')).stream())
              .distinct()
              .collect(Collectors.joining("|"))
          + ") ?"
          + DASH
          + " ?\\n?)?";

  /** Not within a word, a date, a longer number or an amount. */
  private static final String START = "(?<![\\p{L}\\d/,-])(?<!\\d[.:])";

  /** The separators of {@link #SEP}. */
  private static final String SEPARATORS = "/-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  /** No number in running text is longer. */
  private static final int LONGEST_IN_TEXT = 240;

  private static final String END = "(?![\\p{L}\\d])";

  /** In running text. */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          START
              + "(?:"
              + ORDINAL_PART
              + YEAR
              + SEP
              + ("(?<symbol>" + TYPE_AND_DASH + PART)
              + ("(?:" + JOINT + PART + "|(?:\\.|(?<=/L)-)\\d{1,4}){0,9})")
              + "|"
              + STANDARD
              + ")"
              + END);

  private static final String LOOSE_SEP = " ?[/-] ?/? ?";

  /** Standing alone; either case, spaces anywhere. */
  private static final Pattern ALONE =
      Pattern.compile(
          "^(?:[Ss](?:[ốỐ]|ố)(?: hiệu)? ?[:.;]? ?)?(?:"
              + ORDINAL_PART
              + YEAR
              + ("(?:" + LOOSE_SEP + "|(?<=\\d{4})|(?<lost> ))")
              + ("(?<symbol>" + LOOSE_PART)
              + ("(?:(?: ?[/._-] ?/? ?| )" + LOOSE_PART + "| ?[.-]\\d{1,4}){0,11}")
              + " ?(?:\\(\\p{L}[\\p{L}\\d -]{0,19}\\)|\\(\\d{1,4}\\))?)"
              + "|(?i:"
              + STANDARD
              + "))$");

  private static final Pattern BARE_YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** The term of an assembly in Roman digits: {@code QHXIV}, {@code HĐNN VII}. */
  private static final Pattern ROMAN_TERM =
      Pattern.compile("(?<=QH|HĐNN|HĐND) ?(?=[IVX]{1,5}$)(X{0,2})(IX|IV|V?I{0,3})$");

  /** Codes of forms, projects and accounts, which look like numbers (folded, before the number). */
  private static final Pattern OTHER_CODE =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:mẫu|biểu|biểu mẫu|mã|ký hiệu mẫu|mã dự án|mã hồ sơ|mã định danh|tài khoản)"
              + "(?: (?:số|dự án|hồ sơ|tài liệu|đơn vị|nhiệm vụ|hiệu)){0,3} ?[:.]? ?$");

  private static final Pattern ANNOUNCED = Pattern.compile("(?:^|[^\\p{L}])(?:số|so) ?[:.]? ?$");

  /** The pieces of a number with its place in the text. */
  record Parts(DocumentNumber number, int start, int end) {}

  /** A number that is all of the text. */
  static Optional<Parts> whole(String text) {
    String plain = plain(text);
    Matcher m = ALONE.matcher(plain);
    if (plain.length() > 200 || !m.matches()) {
      return Optional.empty();
    }
    return of(m, 0, text.length());
  }

  /** Compatible forms (full width, Roman digits), dashes, look-alikes and spaces made plain. */
  static String plain(String text) {
    String plain = lookAlikes(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return plain.replaceAll(DASH, "-").replaceAll("\\s+", " ").strip();
  }

  /** Every number in running text, in order. */
  static List<Parts> all(String text) {
    List<Parts> found = new ArrayList<>();
    String plain = lookAlikes(text);
    Matcher m = IN_TEXT.matcher(plain).useTransparentBounds(true);
    int i = 0;
    while (i < plain.length()) {
      if (!mayBegin(plain, i)) {
        i++;
        continue;
      }
      m.region(i, Math.min(plain.length(), i + LONGEST_IN_TEXT));
      if (!m.lookingAt()) {
        i++;
        continue;
      }
      if (isNumberInText(text, m)) {
        of(m, m.start(), m.end()).ifPresent(found::add);
      }
      i = m.end();
    }
    return found;
  }

  /** A number begins with a digit that a separator follows, a standard with its name. */
  private static boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    if (c == 'Q' || c == 'T' || c == 'Đ') {
      return at + 1 < text.length() && "CL".indexOf(text.charAt(at + 1)) >= 0;
    }
    if (!Character.isDigit(c) || (at > 0 && Character.isDigit(text.charAt(at - 1)))) {
      return false;
    }
    int end = at + 1;
    int limit = Math.min(text.length(), at + 12);
    while (end < limit
        && (Character.isLetterOrDigit(text.charAt(end)) || ". \n".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end == limit || SEPARATORS.indexOf(text.charAt(end)) >= 0;
  }

  /**
   * Whether a stretch of text of the right form is a number: {@code 12/KP3} and {@code 1-NAPHTHOL}
   * are not, {@code Mẫu số 01-ĐK/TCT} is the code of a form.
   */
  private static boolean isNumberInText(String text, Matcher m) {
    String before =
        Folding.canonical(text.substring(Math.max(0, m.start() - 30), m.start()))
            .replace('\n', ' ');
    if (OTHER_CODE.matcher(before).find()) {
      return false;
    }
    if (m.group("standard") != null
        || m.group("year") != null
        || before.isBlank()
        || ANNOUNCED.matcher(before).find()) {
      return true;
    }
    String symbol = m.group("symbol");
    String[] parts = tidySymbol(symbol).split("[/.-]", -1);
    boolean dashed = text.charAt(m.start("symbol") - 1) != '/' && !symbol.contains("/");
    boolean known = SymbolParts.isKnown(parts[0]) || SymbolParts.isKnown(parts[parts.length - 1]);
    return known || (!dashed && parts.length > 1 && (parts[0] + parts[1]).length() > 2);
  }

  private static Optional<Parts> of(Matcher m, int start, int end) {
    String standard = m.group("standard");
    if (standard != null) {
      String tidy = standard.replaceAll(" ?: ?", ":").toUpperCase(Locale.ROOT);
      tidy = tidy.replaceFirst("^(\\p{Lu}+) ?(?=\\d|ISO|IEC)", "$1 ");
      return Optional.of(new Parts(new DocumentNumber(tidy), start, end));
    }
    String symbol = m.group("symbol");
    if (BARE_YEAR.matcher(symbol).matches() || !spacesAreWithin(symbol)) {
      return Optional.empty();
    }
    String year = m.group("year");
    String tidy = tidySymbol(symbol);
    // What separates the ordinal from the symbol is kept: 27-NQ/TW is not 27/NQ-TW.
    String gap = m.group().substring(m.end("ordinal") - m.start(), m.start("symbol") - m.start());
    String sep = gap.contains("/") || year != null ? "/" : gap.isBlank() ? lost(tidy) : "-";
    String ordinal = m.group("ordinal").toLowerCase(Locale.ROOT);
    if (sep.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Parts(
            new DocumentNumber(ordinal + (year == null ? "" : "/" + year) + sep + tidy),
            start,
            end));
  }

  /**
   * What a space between ordinal and symbol stands for: a slash lost from {@code 1830 QĐ-UBND},
   * nothing lost from {@code 94 TT/LB} (joint circulars before 1990). Without a type there is none:
   * {@code 15 UBND xã} is no number.
   */
  private static String lost(String symbol) {
    String type = symbol.replaceFirst("[/-].*", "");
    if (type.length() == symbol.length() || DocumentType.abbreviated(type).isEmpty()) {
      return "";
    }
    return symbol.startsWith("/", type.length()) ? " " : "/";
  }

  /**
   * A space may stand within the name of a body, {@code TB-BCH PCTT-TKCN}, but words that follow a
   * number ({@code 12/QĐ-UBND GIA LAI}) are no part of it.
   */
  private static boolean spacesAreWithin(String symbol) {
    int space = symbol.indexOf(' ');
    for (; space >= 0; space = symbol.indexOf(' ', space + 1)) {
      boolean apart =
          Character.isLetter(symbol.charAt(space - 1))
              && Character.isLetter(symbol.charAt(space + 1));
      if (!apart) {
        continue;
      }
      String next = symbol.substring(space + 1).replaceFirst("[^\\p{L}].*", "");
      boolean acronym =
          next.length() > 1
              && next.equals(next.toUpperCase(Locale.ROOT))
              && !Syllables.isValid(next.toLowerCase(Locale.ROOT));
      if (!acronym) {
        return false;
      }
    }
    return true;
  }

  static String tidySymbol(String symbol) {
    String joined =
        symbol
            .replaceAll(DASH, "-")
            .replace('\n', ' ')
            .replace('_', '-')
            .replaceAll(" ?([/.-]) ?", "$1")
            .replaceAll(" ?\\(", "(")
            .replaceAll("//+", "/")
            .replaceAll("[-/](?=[-/])", "");
    StringBuilder out = new StringBuilder();
    for (String piece : joined.split("(?<=[/.() -])|(?=[/.() -])", -1)) {
      String upper = piece.toUpperCase(Locale.ROOT);
      boolean allLower = piece.equals(piece.toLowerCase(Locale.ROOT));
      String known = MIXED_CASE.get(upper);
      out.append(known != null ? known : allLower ? upper : piece);
    }
    // A space after a type is a lost dash: 383/KH UBND.
    int space = out.indexOf(" ");
    if (space > 0 && DocumentType.abbreviated(out.substring(0, space)).isPresent()) {
      out.setCharAt(space, '-');
    }
    Matcher term = ROMAN_TERM.matcher(out);
    return term.find()
        ? out.substring(0, term.start()) + arabic(term.group(1), term.group(2))
        : out.toString();
  }

  private static int arabic(String tens, String ones) {
    int one = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX").indexOf(ones);
    return 10 * tens.length() + one;
  }

  /** Letters that only look like the right ones: eth, African D, Cyrillic and Greek capitals. */
  static String lookAlikes(String text) {
    char[] out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0xA0 || (c > 0x189 && c < 0x37F) || (c > 0x460 && c < 0x2044) || c > 0x2215) {
        continue;
      }
      int at = LOOK_ALIKE.indexOf(c);
      if (at >= 0) {
        out = out == null ? text.toCharArray() : out;
        out[i] = LOOKS_LIKE.charAt(at);
      }
    }
    return out == null ? text : new String(out);
  }

  private static final String LOOK_ALIKE =
      "\u00D0\u00F0\u0189АВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\u00A0\u2044\u2215";
  private static final String LOOKS_LIKE = "ĐđĐABEKMHOPCTYXISJABEZHIKMNOPTYX //";
}
