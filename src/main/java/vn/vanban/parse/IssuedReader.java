package vn.vanban.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

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
  private static final Pattern PLACE = Pattern.compile("^(?:[\\p{L}. '’-]{2,40}\\s*[,.;]?\\s*)?$");

  private static final Pattern CITED =
      Pattern.compile("số|theo|quyết định|nghị định|kèm|thông tư|công văn|luật");

  private static final int CLOSING_CHARACTERS = 6_000;

  static Result read(Head head, Optional<Title> title, NumberReader.Result number, String text) {
    List<Piece> pieces = head.pieces();
    boolean blank = false;
    for (int i = 0; i < pieces.size(); i++) {
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
                && piece.folded().substring(found.end()).strip().length() < 12;
        if (!placeLine) {
          continue;
        }
        if (found.date().isPresent()) {
          return new Result(Optional.of(reading(piece, found, "place-date-line", 0.98)), false);
        }
        blank |= found.blank();
      }
    }
    if (!blank) {
      Optional<Reading<LocalDate>> inTitle = inTitle(pieces, title, number);
      if (inTitle.isPresent()) {
        return new Result(inTitle, false);
      }
    }
    Optional<Reading<LocalDate>> adopted = blank ? Optional.empty() : adopted(text);
    return new Result(adopted, blank);
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
            && found.start() - numberEnd <= 3) {
          return Optional.of(reading(piece, found, "title-date", 0.93));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Reading<LocalDate>> adopted(String text) {
    int from = Math.max(0, text.length() - CLOSING_CHARACTERS);
    Optional<Reading<LocalDate>> last = Optional.empty();
    // The closing formula may stand before long appendices, so the whole text is searched from the
    // end.
    for (int at = from; last.isEmpty(); at = Math.max(0, at - CLOSING_CHARACTERS)) {
      int end = Math.min(text.length(), at + CLOSING_CHARACTERS + 300);
      String folded = Folding.canonical(text.substring(at, end));
      Matcher formula = ADOPTED.matcher(folded);
      while (formula.find()) {
        for (Dates.Found found : Dates.find(folded.substring(formula.end()))) {
          if (found.start() == 0 && found.date().isPresent()) {
            Span span = new Span(at + formula.end(), at + formula.end() + found.end());
            last =
                Optional.of(
                    new Reading<>(
                        found.date().get(), new Evidence(span, "adoption-formula", 0.95)));
          }
          break;
        }
      }
      if (at == 0) {
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
