package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Signer;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/**
 * Reads the signature block (NĐ 30/2020, Phụ lục I, mục II.7): capacity, then the name below it.
 */
final class SignerReader {
  private SignerReader() {}

  /** The document's own text ends before its appendices and forms (folded lines). */
  private static final Pattern APPENDIX =
      Pattern.compile(
          "(?m)^\\s*(?:phụ lục|mẫu số|mẫu \\d|biểu mẫu|danh mục kèm|quy chế\\s*$|quy định\\s*$|điều lệ\\s*$)");

  /** TM., KT., TL., TUQ., Q. or an office in capitals (folded). */
  private static final Pattern CAPACITY =
      Pattern.compile(
          "^(?:(?:tm|t/m|kt|k/t|tl|t/l|tuq|q)\\s*[./]\\s*\\p{L}.*|(?:phó |quyền |thừa lệnh )?(?:chủ tịch|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|tổng giám đốc|phó tổng giám đốc|thủ tướng|phó thủ tướng|thống đốc|phó thống đốc|cục trưởng|phó cục trưởng|tổng cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|phó hiệu trưởng|chánh án|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|trưởng ban|phó trưởng ban|trưởng phòng|phó trưởng phòng|trưởng đoàn|bí thư|phó bí thư|chủ nhiệm|phó chủ nhiệm|tổng thanh tra|phó tổng thanh tra|tổng kiểm toán|chi cục trưởng|tư lệnh|chính ủy|tổng bí thư|chủ tọa|thư ký|phó chánh|phó viện trưởng|người đại diện|đại diện)(?: .{0,60})?)$");

  private static final Pattern RANK =
      Pattern.compile(
          "^(?:(?:đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|gs\\.?\\s*ts\\.?|pgs\\.?\\s*,?\\s*ts\\.?|gs\\.?|pgs\\.?|ts\\.?|ths\\.?|bs\\.?\\s*(?:ck[i12]+)?\\.?|ks\\.?|cn\\.?|đồng chí|ông|bà)\\s+)+");

  private static final Pattern SIGNED =
      Pattern.compile("^\\(?\\s*(?:đã ký|ký tên|ký, |ký và|chữ ký|ký|signed|dấu)");
  private static final int LOOK_AHEAD = 14;
  private static final int TAIL_PIECES = 4_000;

  private static final Set<String> NOT_NAMES =
      Set.of(
          "nơi", "như", "lưu", "các", "văn", "phòng", "ban", "bộ", "sở", "ủy", "hội", "điều", "số",
          "ngày", "kính", "cộng", "độc", "căn", "mẫu", "phụ");

  static List<Reading<Signer>> read(String text, int bodyStart, boolean joint) {
    int end = ownEnd(text, bodyStart);
    int from = Math.max(bodyStart, end - 12_000);
    List<Piece> pieces = Pieces.of(text.substring(0, end), from, TAIL_PIECES);
    List<Reading<Signer>> signers = new ArrayList<>();
    int used = -1;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (i <= used || !isCapacity(piece)) {
        continue;
      }
      StringBuilder capacity = new StringBuilder(piece.text());
      for (int j = i + 1; j < Math.min(pieces.size(), i + LOOK_AHEAD); j++) {
        Piece next = pieces.get(j);
        if (isCapacity(next) && next.isCapitals()) {
          capacity.append(' ').append(next.text());
          continue;
        }
        Optional<String> name = name(next);
        if (name.isPresent()) {
          Evidence evidence = new Evidence(next.span(), "signature-block", 0.92);
          signers.add(
              new Reading<>(new Signer(name.get(), Optional.of(capacity.toString())), evidence));
          used = j;
          break;
        }
      }
    }
    if (signers.isEmpty() || joint) {
      return signers;
    }
    return List.of(signers.getLast());
  }

  private static int ownEnd(String text, int bodyStart) {
    Matcher appendix = APPENDIX.matcher(Folding.canonical(text));
    appendix.region(Math.min(text.length(), bodyStart), text.length());
    while (appendix.find()) {
      int start = appendix.end() - appendix.group().strip().length();
      int lineEnd = text.indexOf('\n', start);
      String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
      boolean heading = line.length() < 60 && Character.isUpperCase(line.charAt(0));
      boolean capitals =
          heading && line.substring(0, 3).equals(line.substring(0, 3).toUpperCase(Locale.ROOT));
      if (capitals && hasSignatureBefore(text, bodyStart, start)) {
        return start;
      }
    }
    return text.length();
  }

  /** An appendix heading counts only after the place where a signature can stand. */
  private static boolean hasSignatureBefore(String text, int bodyStart, int at) {
    String before = text.substring(Math.max(bodyStart, at - 4_000), at);
    String folded = Folding.canonical(before);
    return folded.contains("nơi nhận")
        || folded.lines().anyMatch(line -> CAPACITY.matcher(line.strip()).matches());
  }

  private static boolean isCapacity(Piece piece) {
    return piece.text().length() < 90
        && CAPACITY.matcher(piece.folded()).matches()
        && (piece.isCapitals() || piece.folded().matches("^(?:tm|kt|tl|tuq|q)\\s*\\..*"));
  }

  /** The full name in a piece, in title case. */
  static Optional<String> name(Piece piece) {
    String folded = piece.folded();
    if (folded.length() > 60 || SIGNED.matcher(folded).find()) {
      return Optional.empty();
    }
    Matcher rank = RANK.matcher(folded);
    int from = rank.find() ? rank.end() : 0;
    String printed = piece.text().substring(from).replaceAll("[.,;:]+$", "").strip();
    String[] words = printed.split("[ ]+", -1);
    if (words.length < 2 || words.length > 6) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      if (!word.matches("\\p{Lu}[\\p{L}'’.-]{0,9}") || (word.endsWith(".") && word.length() > 3)) {
        return Optional.empty();
      }
      String lower = word.toLowerCase(Locale.ROOT);
      out.append(out.isEmpty() ? "" : " ")
          .append(Character.toUpperCase(lower.charAt(0)))
          .append(lower.substring(1));
    }
    String first = Folding.canonical(words[0]);
    if (NOT_NAMES.contains(first) || (!Surnames.isKnown(first) && !titleCased(words))) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }

  /** A name whose family name we do not know must at least be printed as a name. */
  private static boolean titleCased(String[] words) {
    for (String word : words) {
      if (word.length() < 2 || !Character.isLowerCase(word.charAt(1))) {
        return false;
      }
    }
    return words.length >= 2 && words.length <= 4;
  }

  /** The span of the block, for callers that need to know where the document's own text ends. */
  static Span ownText(String text, int bodyStart) {
    return new Span(bodyStart, Math.max(bodyStart, ownEnd(text, bodyStart)));
  }
}
