package vn.vanban.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.NumberFinder;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/** Reads số, ký hiệu from the letterhead or the title (NĐ 30/2020, Phụ lục I, mục II.3). */
final class NumberReader {
  private NumberReader() {}

  /**
   * What was read.
   *
   * @param number the number, if it is there
   * @param blankSymbol the symbol of a slot whose number is left open: {@code QĐ-UBND}
   * @param piece the index in the head where the slot stands; -1 without one
   */
  record Result(Optional<Reading<DocumentNumber>> number, Optional<String> blankSymbol, int piece) {
    static final Result NOTHING = new Result(Optional.empty(), Optional.empty(), -1);
  }

  /** The slot: {@code Số:}, {@code Luật số:}, {@code Số hiệu} (folded). */
  private static final Pattern SLOT =
      Pattern.compile(
          "^(?:(?:luật|bộ luật|pháp lệnh|lệnh|hiến pháp)\\s+|(?:nghị quyết|nghị định|thông tư|quyết định)\\s+(?=số\\s*:))?(?:số|so|sồ)(?: hiệu)?\\s*[:.;]?\\s*(?=[\\d./_…\\[({<$·-]|$)");

  /** A slot left open: dots or spaces, then the symbol. */
  private static final Pattern BLANK =
      Pattern.compile(
          "^[\\s._…()\\[\\]xX·-]*[/-]\\s*(?:(?:19|20)\\d\\d\\s*/\\s*)?(\\p{Lu}[\\p{Lu}\\p{Ll}\\d&/.-]*)");

  private static final Pattern STANDARD = Pattern.compile("^(?:qcvn|tcvn|qcđp)\\s*\\d");

  /** Title of a document without letterhead: {@code … SỐ 07/2010/TT-BTC NGÀY …} (folded). */
  private static final Pattern IN_TITLE = Pattern.compile("(?<!\\p{L})số\\s*:?\\s*(?=\\d)");

  /** Numbers that are no document's number (folded). */
  private static final Pattern OTHER_NUMBER =
      Pattern.compile("^(?:mẫu|mã|biểu|phụ lục|giấy phép|hồ sơ)");

  static Result read(Head head, Optional<Title> title, Warnings warnings) {
    List<Piece> pieces = head.pieces();
    Result blank = Result.NOTHING;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Matcher slot = SLOT.matcher(piece.folded());
      // In prose a line may begin with "số 47/2014/QH13 ngày …"; a slot begins with a capital.
      if (!slot.find()
          || (Character.isLowerCase(piece.text().charAt(0)) && !slot.group().contains(":"))) {
        continue;
      }
      String rest = piece.text().substring(slot.end());
      Optional<Reading<DocumentNumber>> number = at(piece, slot.end(), 0.98, "number-slot");
      if (number.isPresent()) {
        boolean sure = isSure(number.get(), warnings);
        return new Result(sure ? number : Optional.empty(), Optional.empty(), i);
      }
      Matcher open = BLANK.matcher(rest);
      if (open.find()) {
        blank = new Result(Optional.empty(), Optional.of(open.group(1)), i);
      } else if (rest.isBlank() && i + 1 < pieces.size()) {
        Optional<Reading<DocumentNumber>> next =
            at(pieces.get(i + 1), 0, 0.9, "number-slot-wrapped");
        if (next.isPresent()) {
          return new Result(next, Optional.empty(), i);
        }
      }
    }
    if (blank.piece() >= 0) {
      Piece piece = pieces.get(blank.piece());
      warnings.add("number", "Số văn bản còn để trống (" + piece.text() + ")", piece.span());
      return blank;
    }
    return inTitle(head, title);
  }

  /**
   * Whether a number stands as printed. One whose digits OCR has damaged ({@code 3I/QD-SYT}) is not
   * guessed; one whose symbol lacks a mark ({@code QD} for {@code QĐ}) is kept. Both are warned of.
   */
  private static boolean isSure(Reading<DocumentNumber> number, Warnings warnings) {
    DocumentNumber printed = number.value();
    List<DocumentNumber> readings = DocumentNumber.readings(printed.canonical());
    if (readings.isEmpty() || readings.getFirst().equals(printed)) {
      return true;
    }
    DocumentNumber likeliest = readings.getFirst();
    boolean digits = !likeliest.ordinal().equals(printed.ordinal());
    if (digits || likeliest.foldedKey().equals(printed.foldedKey())) {
      warnings.add(
          "number",
          "Số in là %s, có thể là %s".formatted(printed, likeliest),
          number.evidence().span());
    }
    return !digits;
  }

  /** The number in the first filled slot of some pieces. */
  static Optional<Reading<DocumentNumber>> slot(List<Piece> pieces) {
    for (Piece piece : pieces) {
      Matcher slot = SLOT.matcher(piece.folded());
      if (slot.find() && Character.isUpperCase(piece.text().charAt(0))) {
        Optional<Reading<DocumentNumber>> number = at(piece, slot.end(), 0.9, "number-slot");
        if (number.isPresent()) {
          return number;
        }
      }
    }
    return Optional.empty();
  }

  /** Consolidated texts carry number and date at their end, beside the authentication. */
  private static final Pattern AT_END =
      Pattern.compile("(?m)^\\s*số\\s*:?\\s*(?<n>\\d+\\s*/\\s*vbhn[^\\s]*)");

  /** The number that a consolidated text (văn bản hợp nhất) carries below its last provision. */
  static Result ofConsolidation(String text, String folded) {
    Matcher m = AT_END.matcher(folded);
    if (!m.find()) {
      return Result.NOTHING;
    }
    Span span = new Span(m.start("n"), m.end("n"));
    Evidence evidence = new Evidence(span, "consolidation-number", 0.93);
    return new Result(
        DocumentNumber.parse(text.substring(span.start(), span.end()))
            .map(number -> new Reading<>(number, evidence)),
        Optional.empty(),
        -1);
  }

  private static Result inTitle(Head head, Optional<Title> title) {
    List<Piece> pieces = head.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (STANDARD.matcher(piece.folded()).find() && piece.text().length() < 60) {
        Optional<Reading<DocumentNumber>> number = at(piece, 0, 0.95, "standard-number");
        if (number.isPresent()) {
          return new Result(number, Optional.empty(), i);
        }
      }
    }
    if (title.isEmpty()) {
      return Result.NOTHING;
    }
    int from = title.get().index();
    for (int i = from; i < Math.min(pieces.size(), from + 3); i++) {
      Piece piece = pieces.get(i);
      if (OTHER_NUMBER.matcher(piece.folded()).find()) {
        continue;
      }
      Matcher said = IN_TITLE.matcher(piece.folded());
      if (!said.find()) {
        continue;
      }
      boolean ownTitle =
          i == from
              || piece.folded().startsWith("của ")
              || (piece.isCapitals() && piece.folded().startsWith("số"));
      if (!ownTitle) {
        continue;
      }
      Optional<Reading<DocumentNumber>> number = at(piece, said.end(), 0.93, "title-number");
      if (number.isEmpty()) {
        number = bareOrdinal(piece, said.end());
      }
      if (number.isPresent()) {
        return new Result(number, Optional.empty(), i);
      }
    }
    return Result.NOTHING;
  }

  private static final Pattern BARE_ORDINAL =
      Pattern.compile("^(\\d{1,4}(?:-?[a-zđ])?)(?=\\s+ngày)");

  /** Decrees of 1945 to 1958 carry a number without symbol: {@code SẮC LỆNH … SỐ 76 NGÀY …}. */
  private static Optional<Reading<DocumentNumber>> bareOrdinal(Piece piece, int from) {
    Matcher digits = BARE_ORDINAL.matcher(piece.folded().substring(from));
    if (!digits.find()) {
      return Optional.empty();
    }
    Span span = piece.span(from, from + digits.end(1));
    return Optional.of(
        new Reading<>(
            new DocumentNumber(digits.group(1)), new Evidence(span, "title-ordinal", 0.9)));
  }

  /** The number that begins at an offset of a piece. */
  private static Optional<Reading<DocumentNumber>> at(
      Piece piece, int from, double confidence, String rule) {
    String rest = piece.text().substring(from);
    // Alone in its slot a number may have any spacing; beside other text it is found by its form.
    Optional<DocumentNumber> alone = DocumentNumber.parse(rest);
    if (alone.isPresent()) {
      Span span = piece.span(from, piece.text().length());
      return alone.map(number -> new Reading<>(number, new Evidence(span, rule, confidence)));
    }
    for (NumberFinder.Found found : NumberFinder.find(rest)) {
      if (rest.substring(0, found.span().start()).chars().anyMatch(Character::isLetterOrDigit)) {
        return Optional.empty();
      }
      Span span = piece.span(from + found.span().start(), from + found.span().end());
      return Optional.of(new Reading<>(found.number(), new Evidence(span, rule, confidence)));
    }
    return Optional.empty();
  }
}
