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

  /** {@code Nơi nhận: TM. ỦY BAN NHÂN DÂN}, {@code - Như trên; KT. CHỦ TỊCH}. */
  private static final Pattern RECIPIENTS =
      Pattern.compile("^(?:[Nn]ơi [Nn]hận\\s*:?|[-–+].{2,100}?[;.:,])\\s+(?=\\p{Lu}[\\p{Lu}./ ])");

  /** {@code Đã ký: Nguyễn Thị An}. */
  private static final Pattern SIGNED_BY =
      Pattern.compile("^\\(?đã ký\\)?\\s*[:\\-–]?\\s*(?=\\p{L})");

  private static final int MERGED_LINE = 180;
  private static final int LOOK_AHEAD = 14;
  private static final int BLOCK_LINES = 60;

  private static final Set<String> NOT_NAMES =
      Set.of(
          "nơi", "như", "lưu", "các", "văn", "phòng", "ban", "bộ", "sở", "ủy", "hội", "điều", "số",
          "ngày", "kính", "cộng", "độc", "căn", "mẫu", "phụ");

  /**
   * Reads the first signature block of a document; what is signed further down belongs to its
   * appendices and forms.
   *
   * @param lines its lines
   * @param bodyStart where its text proper begins
   * @param joint whether several bodies issue it, so that several sign
   * @param warnings takes doubts about names
   */
  static List<Reading<Signer>> read(
      List<Piece> lines, int bodyStart, boolean joint, Warnings warnings) {
    List<Reading<Signer>> signers = new ArrayList<>();
    int far = Integer.MAX_VALUE;
    for (int i = 0; i < lines.size() && i < far; i++) {
      Piece line = lines.get(i);
      if (line.end() <= bodyStart) {
        continue;
      }
      if (isAppendix(line) && i > 0 && signers.isEmpty() && isOver(lines, i)) {
        break;
      }
      for (Piece piece : columns(line)) {
        if (isCapacity(piece)) {
          Optional<Reading<Signer>> signer = below(lines, i, piece);
          if (signer.isPresent() && signers.stream().noneMatch(s -> same(s, signer.get()))) {
            signers.add(signer.get());
            far = Math.min(far, i + BLOCK_LINES);
          }
        }
      }
    }
    List<Reading<Signer>> own = joint || signers.isEmpty() ? signers : List.of(signers.getFirst());
    for (Reading<Signer> signer : own) {
      String family = Folding.canonical(signer.value().name()).replaceAll(" .*", "");
      if (!Surnames.isKnown(family)) {
        warnings.add(
            "signer", "Họ của người ký không có trong danh mục họ", signer.evidence().span());
      }
    }
    return own;
  }

  /** Columns, also where a line of recipients and one of the signature were read as one. */
  private static List<Piece> columns(Piece line) {
    List<Piece> columns = Pieces.columns(line);
    if (columns.size() > 1 || line.text().length() > MERGED_LINE) {
      return columns;
    }
    Matcher recipients = RECIPIENTS.matcher(line.text());
    if (!recipients.find()) {
      return columns;
    }
    Piece right = Pieces.part(line, recipients.end(), line.text().length(), 1);
    if (!right.isCapitals() || !CAPACITY.matcher(right.folded()).matches()) {
      return columns;
    }
    return List.of(Pieces.part(line, 0, recipients.end(), 0), right);
  }

  private static boolean same(Reading<Signer> one, Reading<Signer> other) {
    return one.evidence().span().equals(other.evidence().span());
  }

  /** The name below a capacity, in the same column or the only one. */
  private static Optional<Reading<Signer>> below(List<Piece> lines, int at, Piece first) {
    StringBuilder capacity = new StringBuilder(first.text());
    for (int j = at; j < Math.min(lines.size(), at + LOOK_AHEAD); j++) {
      List<Piece> columns = columns(lines.get(j));
      for (Piece piece : columns) {
        boolean ownColumn = columns.size() == 1 || piece.column() >= first.column();
        if (piece.start() <= first.start() || !ownColumn) {
          continue;
        }
        if (isCapacity(piece) && piece.isCapitals()) {
          if (j > at) {
            capacity.append(' ').append(piece.text());
          }
          continue;
        }
        Optional<String> name = name(piece);
        if (name.isPresent()) {
          Signer signer = new Signer(name.get(), Optional.of(capacity.toString()));
          return Optional.of(
              new Reading<>(signer, new Evidence(piece.span(), "signature-block", 0.92)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAppendix(Piece line) {
    return line.text().length() < 60
        && APPENDIX.matcher(line.folded()).find()
        && Character.isUpperCase(line.text().charAt(0))
        && line.isCapitals();
  }

  /** An appendix heading ends the document only where the place of a signature went before. */
  private static boolean isOver(List<Piece> lines, int at) {
    for (int i = at - 1; i >= Math.max(0, at - BLOCK_LINES); i--) {
      if (lines.get(i).folded().startsWith("nơi nhận") || isCapacity(lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapacity(Piece piece) {
    return piece.text().length() < 90
        && CAPACITY.matcher(piece.folded()).matches()
        && (piece.isCapitals() || piece.folded().matches("^(?:tm|kt|tl|tuq|q)\\s*\\..*"));
  }

  /** The full name in a piece, in title case; a model's "Nguyễn Văn A" is none. */
  static Optional<String> name(Piece piece) {
    String folded = piece.folded();
    Matcher signed = SIGNED_BY.matcher(folded);
    int from = signed.find() ? signed.end() : 0;
    if (folded.length() > 60 || (from == 0 && SIGNED.matcher(folded).find())) {
      return Optional.empty();
    }
    Matcher rank = RANK.matcher(folded).region(from, folded.length());
    from = rank.find() ? rank.end() : from;
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
    if (words[words.length - 1].length() == 1) {
      return Optional.empty();
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
}
