package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/**
 * Reads the subject (trích yếu), below the type's name or after V/v (NĐ 30/2020, Phụ lục I, mục
 * II.5).
 */
final class SubjectReader {
  private SubjectReader() {}

  private static final Pattern SHORT_ABOUT =
      Pattern.compile("^(?:\\(?v\\s*/\\s*v|vv)\\s*[:.]?\\s*");

  /** A subject ends before (folded). */
  private static final Pattern STOP =
      Pattern.compile(
          "^(?:kính gửi|(?:hỏa tốc|thượng khẩn|khẩn|mật|tối mật|tuyệt mật)$|thời gian|địa điểm|thành phần|trân trọng|stt\\b|số\\s*[:.]|\\(?(?:ban hành )?kèm theo|\\(?đính kèm|\\(dự thảo|dự thảo|nơi nhận|mẫu số|\\(văn bản mẫu|\\d{1,3}$|điều \\d|chương |luật này|căn cứ|\\(?được ban hành|đã được|hà nội,|về phía|phần \\w+ *$)");

  /** Who enacts, printed between subject and text (folded). */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "^(?:bộ trưởng|thứ trưởng|(?:phó )?chủ tịch|ủy ban nhân dân|ủy ban|hội đồng|thủ tướng|chính phủ$|quốc hội$|(?:tổng |phó |phó tổng )?giám đốc|(?:tổng )?cục trưởng|thống đốc|tổng thanh tra|chánh|viện trưởng|hiệu trưởng|trưởng|ban (?:thường vụ|chấp hành|bí thư)|bộ chính trị|tổng kiểm toán|chủ nhiệm|tổng biên tập|chi cục trưởng|hđnd|ubnd)(?!\\p{L})");

  /** The state's name, on a line of its own below its President or Government (folded). */
  private static final Pattern COUNTRY =
      Pattern.compile(
          "(?:nước )?(?:việt nam dân chủ cộng hòa|dân chủ cộng hòa việt nam|cộng hòa xã hội chủ nghĩa việt nam|cộng hòa miền nam việt nam)");

  private static final Pattern TITLE_RUN_ON =
      Pattern.compile("^của .*|^số\\s*:?\\s*\\d.*|^(?:của )?.{3,80}\\bsố\\s*:?\\s*\\d.*ngày .*");

  /** A printed line longer than this fills the page's width (NĐ 30/2020: about 80 letters). */
  private static final int FULL_LINE = 60;

  /** No subject that ends with a full stop fills so much of a page. */
  private static final int PARAGRAPH = 250;

  private static final int CLOSING_LINES = 4;

  private static final Pattern SENTENCE_END = Pattern.compile("[.:;]\\s*$");

  /** Sentences, not subjects, begin so (folded). */
  private static final Pattern PROSE =
      Pattern.compile(
          "^(?:từ (?:ngày|tháng|đầu|cuối|năm)|hiện nay|vừa qua|thời gian|trong (?:thời|những|năm|quá)|sau khi|để |nhằm |xét |theo |thực hiện |ngày \\d|tại phiên|tại cuộc|qua |năm \\d{4}|nay |thừa lệnh|được sự|căn cứ)");

  /** A line that ends so goes on below, even with a capital (folded). */
  private static final Pattern OPEN_ENDED =
      Pattern.compile(
          "(?:,| và| của| tại| cho| các| về| trên| tỉnh| thành phố| huyện| xã| phường| bộ| sở| luật| với| theo| từ| đến| ngày| số| là| trong| nghị định| thông tư| quyết định| nghị quyết| bệnh viện| trường| công ty| điều|-|–)$");

  /** The first line of a consolidated text names what it consolidates (folded). */
  private static final Pattern CONSOLIDATES =
      Pattern.compile(
          "^(?:luật|bộ luật|nghị định|thông tư|thông tư liên tịch|quyết định|nghị quyết|pháp lệnh)(?!\\p{L}).*(?<!\\p{L})số\\s*\\d");

  /** Number and date once more, in the title of what has a letterhead too (folded). */
  private static final Pattern NUMBER_AND_DATE =
      Pattern.compile(
          "(?<!\\p{L})số\\s*:?\\s*\\d\\S{2,30}\\s+ngày\\s+\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4}");

  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\d{1,3}\\]");
  private static final Pattern AFTER_DATE = Pattern.compile("^[\\s.,:;)-]+");

  static Optional<Reading<String>> read(
      Head head,
      Optional<Title> title,
      NumberReader.Result number,
      IssuedReader.Result issued,
      Warnings warnings) {
    Optional<Reading<String>> about = shortAbout(head);
    if (title.isEmpty() || letterSubject(head, title).isPresent()) {
      return about;
    }
    List<Piece> lines = below(head, title.get(), number, issued);
    if (lines.isEmpty()) {
      return about;
    }
    String joined = String.join(" ", lines.stream().map(Piece::text).toList());
    String tidy = joined.replaceAll("\\s+", " ").strip().replaceAll("[\\s:;*]+$", "");
    tidy = FOOTNOTE.matcher(tidy).replaceAll("").replaceFirst("^[:.\\-–]\\s*", "").strip();
    if (tidy.isEmpty()) {
      return about;
    }
    Span span = new Span(lines.getFirst().start(), lines.getLast().end());
    double confidence = lines.size() > 8 || tidy.length() > 900 ? 0.5 : 0.9;
    if (confidence < 0.6) {
      warnings.add("subject", "Trích yếu dài bất thường, có thể lẫn phần nội dung", span);
    }
    return Optional.of(new Reading<>(tidy, new Evidence(span, "below-type", confidence)));
  }

  private static Optional<Reading<String>> shortAbout(Head head) {
    List<Piece> pieces = head.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Matcher about = SHORT_ABOUT.matcher(piece.folded());
      if (!about.find()) {
        continue;
      }
      List<String> words = new ArrayList<>(List.of(piece.text().substring(about.end())));
      int end = piece.end();
      for (int j = i + 1; j < pieces.size() && j < i + 12; j++) {
        Piece next = pieces.get(j);
        if (next.column() != piece.column() && next.line() == pieces.get(j - 1).line()) {
          continue;
        }
        if (STOP.matcher(next.folded()).find()
            || (next.folded().contains("ngày") && !Dates.find(next.folded()).isEmpty())) {
          break;
        }
        words.add(next.text());
        end = next.end();
      }
      String tidy = String.join(" ", words).replaceAll("\\s+", " ").strip();
      tidy = tidy.replaceAll("[\\s:;*]+$", "");
      if (!tidy.isEmpty()) {
        Span span = new Span(piece.start() + about.end(), end);
        return Optional.of(new Reading<>(tidy, new Evidence(span, "after-v/v", 0.92)));
      }
    }
    return Optional.empty();
  }

  private static List<Piece> below(
      Head head, Title title, NumberReader.Result number, IssuedReader.Result issued) {
    boolean consolidated =
        KindReader.saysConsolidation(head)
            || number.number().map(n -> n.value().symbol().contains("VBHN")).orElse(false);
    List<Piece> pieces = head.pieces();
    List<Piece> lines = new ArrayList<>();
    Piece first = pieces.get(title.index());
    Piece rest = Pieces.part(first, title.restFrom(), first.text().length(), first.column());
    if (!rest.text().isEmpty() && !rest.isRule()) {
      addRest(rest, number, issued, lines);
    }
    for (int i = title.index() + 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (lines.isEmpty() && TITLE_RUN_ON.matcher(piece.folded()).matches()) {
        addRest(piece, number, issued, lines);
        continue;
      }
      boolean ownSlot = i == number.piece();
      if (ownSlot || isDateLine(piece, issued)) {
        if (lines.isEmpty()) {
          continue;
        }
        break;
      }
      if (isStop(piece, lines)
          || isProse(piece, lines, head, i)
          || (consolidated && CONSOLIDATES.matcher(piece.folded()).find())) {
        break;
      }
      lines.add(piece);
    }
    while (lines.size() > 1
        && !isParty(lines)
        && (isAuthority(lines.getLast())
            || isStateBelowAuthority(lines)
            || isEnactorInSmallLetters(lines, head)
            || repeatsLetterhead(lines, head, title))) {
      lines.removeLast();
    }
    if (!lines.isEmpty()
        && lines.getFirst().isCapitals()
        && AUTHORITY.matcher(lines.getFirst().folded()).find()
        && lines.stream().skip(1).allMatch(l -> COUNTRY.matcher(l.folded()).matches())) {
      lines.clear();
    }
    return lines;
  }

  /** {@code ỦY BAN THƯỜNG VỤ QUỐC HỘI / NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM}. */
  private static boolean isStateBelowAuthority(List<Piece> lines) {
    return COUNTRY.matcher(lines.getLast().folded()).matches()
        && isAuthority(lines.get(lines.size() - 2));
  }

  /** {@code Bộ trưởng Bộ Xây dựng} on a line of its own above căn cứ. */
  private static boolean isEnactorInSmallLetters(List<Piece> lines, Head head) {
    Piece last = lines.getLast();
    return head.basesFollow()
        && last.text().length() < FULL_LINE
        && Character.isUpperCase(last.text().charAt(0))
        && AUTHORITY.matcher(last.folded()).find()
        && !OPEN_ENDED.matcher(lines.get(lines.size() - 2).folded()).find();
  }

  /** {@code GIỮA / CHÍNH PHỦ … / VÀ / CHÍNH PHỦ …}: the parties belong to a treaty's name. */
  private static boolean isParty(List<Piece> lines) {
    return lines.get(lines.size() - 2).folded().matches("(?:.* )?(?:giữa|và)");
  }

  /** Whether a line below the first lines of a subject is no more of it, but the text proper. */
  private static boolean isProse(Piece piece, List<Piece> lines, Head head, int at) {
    if (piece.isCapitals()) {
      return false;
    }
    if (lines.isEmpty()) {
      return piece.text().length() > PARAGRAPH && SENTENCE_END.matcher(piece.folded()).find();
    }
    if (lines.stream().allMatch(Piece::isCapitals)) {
      return true;
    }
    if (!Character.isUpperCase(piece.text().charAt(0))) {
      return false;
    }
    String before = lines.getLast().folded();
    boolean openEnded = OPEN_ENDED.matcher(before).find();
    return SENTENCE_END.matcher(piece.folded()).find()
        || PROSE.matcher(piece.folded()).find()
        || (!openEnded && piece.text().length() > FULL_LINE && !isClosedBelow(head, at));
  }

  /** Whether a subject's last lines are followed by who enacts, or by căn cứ. */
  private static boolean isClosedBelow(Head head, int at) {
    List<Piece> below =
        head.pieces().subList(at + 1, Math.min(head.pieces().size(), at + 1 + CLOSING_LINES));
    return below.stream().anyMatch(SubjectReader::isAuthority)
        || (head.basesFollow() && at + CLOSING_LINES >= head.pieces().size() - 1);
  }

  /** Where no subject goes on; "ban hành kèm theo" within one begins with a small letter. */
  private static boolean isStop(Piece piece, List<Piece> lines) {
    boolean goesOn = !lines.isEmpty() && Character.isLowerCase(piece.text().charAt(0));
    return STOP.matcher(piece.folded()).find()
        && !(goesOn && piece.folded().startsWith("ban hành kèm theo"));
  }

  private static boolean isAuthority(Piece piece) {
    return piece.isCapitals()
        && piece.text().length() < 120
        && (AUTHORITY.matcher(piece.folded()).find()
            || piece.folded().matches("^khóa [ivxl]+.*|.*kỳ họp thứ.*")
            || (IssuingBody.isBodyName(piece.text()) && piece.text().length() < 60));
  }

  /** The issuing body again, between subject and text, where a capital font was lost. */
  private static boolean repeatsLetterhead(List<Piece> lines, Head head, Title title) {
    Piece last = lines.getLast();
    if (Character.isUpperCase(last.text().charAt(0))
        || !AUTHORITY.matcher(last.folded()).find()
        || OPEN_ENDED.matcher(lines.get(lines.size() - 2).folded()).find()) {
      return false;
    }
    List<String> above =
        head.pieces().subList(0, title.index()).stream().map(Piece::folded).toList();
    return String.join(" ", above).contains(last.folded());
  }

  private static boolean isDateLine(Piece piece, IssuedReader.Result issued) {
    return issued.date().map(d -> piece.span().contains(d.evidence().span())).orElse(false)
        || (piece.folded().length() < 70
            && Dates.find(piece.folded()).stream().anyMatch(Dates.Found::blank));
  }

  /** What follows the number and date of a title line is subject. */
  private static void addRest(
      Piece piece, NumberReader.Result number, IssuedReader.Result issued, List<Piece> lines) {
    int from = 0;
    boolean own = piece.folded().startsWith("của ");
    if (number.number().isPresent()) {
      Span span = number.number().get().evidence().span();
      if (piece.span().contains(span)) {
        from = span.end() - piece.start();
        own = true;
      }
    }
    if (issued.date().isPresent()) {
      Span span = issued.date().get().evidence().span();
      if (piece.span().contains(span)) {
        from = Math.max(from, span.end() - piece.start());
        own = true;
      }
    }
    if (own && from == 0) {
      Matcher again = NUMBER_AND_DATE.matcher(piece.folded());
      if (!again.find()) {
        return;
      }
      from = again.end();
    }
    Matcher skip = AFTER_DATE.matcher(piece.text().substring(from));
    if (from > 0 && skip.find()) {
      from += skip.end();
    }
    Piece rest = Pieces.part(piece, from, piece.text().length(), piece.column());
    if (!rest.text().isEmpty()) {
      lines.add(rest);
    }
  }

  /** The V/v line of a công văn: it stands under the number, where no type's name is above it. */
  static Optional<Piece> letterSubject(Head head, Optional<Title> title) {
    int limit = title.map(Title::index).orElse(head.pieces().size());
    return head.pieces().subList(0, limit).stream()
        .filter(piece -> SHORT_ABOUT.matcher(piece.folded()).find())
        .findFirst();
  }
}
