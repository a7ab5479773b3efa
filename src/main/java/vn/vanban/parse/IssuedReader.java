package vn.vanban.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/** Reads the date of issue (NĐ 30/2020, Phụ lục I, mục II.4). */
final class IssuedReader {
  private IssuedReader() {}

  /**
   * What was read.
   *
   * @param date the date, if it is there
   * @param blank whether the place and date line stands with day or month left open
   */
  record Result(Optional<Reading<LocalDate>> date, boolean blank) {}

  /** The closing formula of laws and resolutions of the National Assembly (folded). */
  private static final Pattern ADOPTED =
      Pattern.compile(
          "(?:luật|pháp lệnh|nghị quyết|hiến pháp|điều lệ) này\\s+(?:đã\\s+)?được[^.;]{0,200}?thông qua\\s+(?=ngày)",
          Pattern.DOTALL);

  /** Before the date of a place and date line stands nothing but a place: {@code Gia Lai, }. */
  private static final Pattern PLACE =
      Pattern.compile("^(?:[\\p{L}. '’-]{2,40}\\s*[,.;]?\\s*)?(?:ngày\\s*)?$");

  /** The day that a page was posted, or a paper came out (folded). */
  private static final Pattern POSTED =
      Pattern.compile(
          "(?<!\\p{L})(?:đăng|cập nhật|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|tin tức|số ra|cổng thông tin|xuất bản|phát hành|lúc|nhận|đến)(?!\\p{L})");

  /** The time of posting or of a digital signature. */
  private static final Pattern CLOCK = Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)");

  private static final Pattern CITED =
      Pattern.compile("số|theo|quyết định|nghị định|kèm|thông tư|công văn|luật");

  private static final Pattern DATED_OPENING =
      Pattern.compile("^\\s*(?:hôm nay|(?:vào )?(?:hồi|lúc)|(?:thời gian|ngày|căn cứ))(?!\\p{L})");

  private static final int OPENING_CHARACTERS = 300;

  /** Regular expressions are tried only around this word. */
  private static final String ADOPTION = "thông qua";

  /** What may stand between number and date in a title. */
  private static final Pattern BESIDE = Pattern.compile("[ ,.]{0,3}(?:ngày )?");

  private static final int FORMULA_CHARACTERS = 260;
  private static final int BESIDE_CHARACTERS = 200;

  static Result read(
      Head head,
      Optional<Title> title,
      NumberReader.Result number,
      String folded,
      Warnings warnings) {
    List<Piece> pieces = head.pieces();
    boolean blank = false;
    for (int n = 0; n < pieces.size(); n++) {
      // The place and date line stands below the motto; above it is the page's own furniture.
      int i = (n + head.motto()) % pieces.size();
      Piece piece = pieces.get(i);
      for (Dates.Found found : Dates.find(piece.folded())) {
        String before = piece.folded().substring(0, found.start());
        int slotEnd = number.piece() == i ? numberEnd(piece, number) : 0;
        if (slotEnd > 0 && slotEnd <= before.length()) {
          before = before.substring(slotEnd);
        }
        boolean placeLine =
            PLACE.matcher(before.strip()).matches()
                && !CITED.matcher(before).find()
                && !POSTED.matcher(before).find()
                && !CLOCK.matcher(piece.folded()).find()
                && piece.folded().substring(found.end()).strip().length() < 12;
        if (!placeLine) {
          continue;
        }
        if (found.date().isPresent()) {
          return new Result(Optional.of(reading(piece, found, "place-date-line", 0.98)), false);
        }
        blank |= found.blank();
        if (!found.blank()) {
          Span span = piece.span(found.start(), found.end());
          warnings.add("issued", "Ngày ban hành không có trong lịch", span);
        }
      }
    }
    if (!blank) {
      Optional<Reading<LocalDate>> inTitle = inTitle(pieces, title, number);
      if (inTitle.isPresent()) {
        return new Result(inTitle, false);
      }
    }
    Optional<Reading<LocalDate>> adopted = blank ? Optional.empty() : adopted(folded);
    if (adopted.isEmpty() && !blank && title.map(IssuedReader::datedInProse).orElse(false)) {
      return new Result(inOpening(head, folded), false);
    }
    return new Result(adopted, blank);
  }

  private static boolean datedInProse(Title title) {
    String type = title.type().value();
    return type.startsWith("Biên bản") || type.startsWith("Hợp đồng");
  }

  /**
   * Minutes and contracts are dated in their first sentence: {@code Hôm nay, vào hồi 8 giờ, ngày
   * 20/9/2023}.
   */
  private static Optional<Reading<LocalDate>> inOpening(Head head, String folded) {
    int from = head.bodyStart();
    String opening = folded.substring(from, Math.min(folded.length(), from + OPENING_CHARACTERS));
    if (!DATED_OPENING.matcher(opening).find()) {
      return Optional.empty();
    }
    return Dates.find(opening).stream()
        .findFirst()
        .filter(found -> found.date().isPresent())
        .map(found ->
            new Reading<>(
                found.date().orElseThrow(),
                new Evidence(
                    new Span(from + found.start(), from + found.end()), "opening-sentence", 0.88)));
  }

  private static int numberEnd(Piece piece, NumberReader.Result number) {
    return number.number().map(n -> n.evidence().span().end() - piece.start()).orElse(0);
  }

  private static Optional<Reading<LocalDate>> inTitle(
      List<Piece> pieces, Optional<Title> title, NumberReader.Result number) {
    if (title.isEmpty() || number.number().isEmpty()) {
      return Optional.empty();
    }
    int from = number.piece();
    for (int i = from; i < Math.min(pieces.size(), from + 2); i++) {
      Piece piece = pieces.get(i);
      int numberEnd = i == from ? Math.max(0, numberEnd(piece, number)) : 0;
      for (Dates.Found found : Dates.find(piece.folded())) {
        if (found.date().isPresent()
            && found.start() >= numberEnd
            && BESIDE.matcher(piece.folded().substring(numberEnd, found.start())).matches()) {
          return Optional.of(reading(piece, found, "title-date", 0.93));
        }
      }
    }
    return Optional.empty();
  }

  /** The date that stands just below or above a number outside the letterhead. */
  static Result beside(NumberReader.Result number, String folded) {
    if (number.number().isEmpty()) {
      return new Result(Optional.empty(), false);
    }
    Span at = number.number().get().evidence().span();
    int from = Math.max(0, at.start() - BESIDE_CHARACTERS);
    int to = Math.min(folded.length(), at.end() + BESIDE_CHARACTERS);
    Optional<Reading<LocalDate>> nearest = Optional.empty();
    int distance = Integer.MAX_VALUE;
    for (Dates.Found found : Dates.find(folded.substring(from, to))) {
      int away = Math.abs(from + found.start() - at.start());
      if (found.date().isPresent() && away < distance) {
        distance = away;
        Span span = new Span(from + found.start(), from + found.end());
        Evidence evidence = new Evidence(span, "beside-number", 0.9);
        nearest = Optional.of(new Reading<>(found.date().get(), evidence));
      }
    }
    return new Result(nearest, false);
  }

  private static Optional<Reading<LocalDate>> adopted(String folded) {
    Optional<Reading<LocalDate>> last = Optional.empty();
    Matcher formula = ADOPTED.matcher(folded);
    for (int anchor = folded.indexOf(ADOPTION);
        anchor >= 0;
        anchor = folded.indexOf(ADOPTION, anchor + 1)) {
      formula.region(
          Math.max(0, anchor - FORMULA_CHARACTERS),
          Math.min(folded.length(), anchor + ADOPTION.length() + 8));
      formula.useTransparentBounds(true);
      if (!formula.find()) {
        continue;
      }
      int at = formula.end();
      String after = folded.substring(at, Math.min(folded.length(), at + 60));
      for (Dates.Found found : Dates.find(after)) {
        if (found.start() <= "ngày ".length() && found.date().isPresent()) {
          Evidence evidence =
              new Evidence(new Span(at, at + found.end()), "adoption-formula", 0.95);
          last = Optional.of(new Reading<>(found.date().get(), evidence));
        }
        break;
      }
    }
    return last;
  }

  private static Reading<LocalDate> reading(
      Piece piece, Dates.Found found, String rule, double confidence) {
    Span span = piece.span(found.start(), found.end());
    return new Reading<>(found.date().orElseThrow(), new Evidence(span, rule, confidence));
  }
}
