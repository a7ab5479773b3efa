package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Span;

/**
 * The head of a document: everything before its text proper, that is letterhead, number, place and
 * date, type and subject (NĐ 30/2020, Phụ lục I, mục II.1 to II.5). The motto is taken out.
 *
 * @param pieces in reading order
 * @param hasMotto whether the motto of the Republic or the Party was there
 * @param motto the index of the first piece after the motto; 0 without one
 * @param bodyStart where the text proper begins
 * @param basesFollow whether the text proper begins with căn cứ, so that no prose goes before it
 */
record Head(List<Piece> pieces, boolean hasMotto, int motto, int bodyStart, boolean basesFollow) {
  private static final int MAX_PIECES = 70;
  private static final int SEARCH_PIECES = 400;
  private static final int APPENDIX_PIECES = 8;

  /** The text proper begins so (folded). */
  private static final Pattern BODY =
      Pattern.compile(
          "^(?:căn cứ(?! pháp)|kính gửi|điều (?:\\d+|thứ nhất)(?:[.:]|$| *\\p{L})|chương (?:[ivxl]+|\\d+|thứ nhất)\\b"
              + "|phần (?:[ivx]+|\\d|thứ nhất|mở đầu)\\b|mục (?:[ivx]+|\\d)\\b|i\\s*[./)-] |1\\s*[./)] ?\\D|a[.)] "
              + "|chiểu |(?:stt|tt)$|nơi nhận|hôm nay|.{3,120}(?<!\\p{L})điện\\s*:|quốc hội ban hành|chính phủ ban hành|lời nói đầu|thưa |mục lục)");

  /**
   * Prose that opens a text, if it does not follow the type's name, where it would be the subject.
   */
  private static final Pattern BODY_PROSE =
      Pattern.compile(
          "^(?:xét |theo đề nghị|theo |thực hiện |để |nhằm |trên cơ sở|triển khai |qua |ngày \\d.*\\d{4}\\s*,?\\s+\\p{L}|trong |sau khi |tiếp theo)");

  /** The same in capitals. */
  private static final Pattern CAPITAL_BODY =
      Pattern.compile(
          "^(?:stt$|tt$|(?:điều|chương|phần|mục) (?:thứ |\\d|[ivx]+\\b)|i\\s*[./)-]|1\\s*[.)] |(?:quyết định|quyết nghị|chỉ thị|ra sắc lệnh)\\s*:$|.{3,120}(?<!\\p{L})điện\\s*:|mục lục)");

  /** Finds the head of a text. */
  static Head of(List<Piece> lines, int textLength) {
    List<Piece> all = Pieces.of(lines, SEARCH_PIECES);
    int from = 0;
    int limit = Math.min(all.size(), MAX_PIECES);
    OptionalInt mottoAt = isAppendix(all) ? OptionalInt.empty() : firstMotto(all);
    if (mottoAt.isPresent() && isTitled(all, mottoAt.getAsInt())) {
      mottoAt = OptionalInt.empty();
    }
    if (mottoAt.isPresent()) {
      from = Math.max(0, mottoAt.getAsInt() - 12);
      limit = Math.min(all.size(), mottoAt.getAsInt() + MAX_PIECES);
    }
    List<Piece> head = new ArrayList<>();
    int motto = 0;
    boolean hasMotto = false;
    for (int i = from; i < limit; i++) {
      Piece piece = all.get(i);
      Optional<Span> cut = Pieces.motto(piece);
      if (cut.isPresent()) {
        hasMotto = true;
        addPart(head, piece, 0, cut.get().start(), piece.column());
        motto = head.size();
        addPart(head, piece, cut.get().end(), piece.text().length(), piece.column() + 1);
        continue;
      }
      boolean passedMotto = mottoAt.isEmpty() || i > mottoAt.getAsInt();
      if (passedMotto && isBody(piece, head)) {
        boolean bases = piece.folded().startsWith("căn cứ");
        return new Head(List.copyOf(head), hasMotto, motto, piece.start(), bases);
      }
      if (!piece.isRule()) {
        head.add(piece);
      }
    }
    int bodyStart = limit < all.size() ? all.get(limit).start() : textLength;
    return new Head(List.copyOf(head), hasMotto, motto, bodyStart, false);
  }

  /** An appendix opens with its own name; a motto further down belongs to a form within it. */
  private static boolean isAppendix(List<Piece> all) {
    for (Piece piece : all.subList(0, Math.min(all.size(), APPENDIX_PIECES))) {
      if (Title.APPENDIX.matcher(piece.folded()).matches()) {
        return true;
      }
      if (Pieces.motto(piece).isPresent()) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether a title and the text below it go before a motto, which then belongs to a form further
   * down: {@code THÔNG TƯ / CỦA BỘ … SỐ … / Căn cứ …}.
   */
  private static boolean isTitled(List<Piece> all, int motto) {
    for (int i = 0; i < Math.min(motto, APPENDIX_PIECES); i++) {
      Piece piece = all.get(i);
      if (!piece.isCapitals() || DocumentType.named(piece.folded()).isEmpty()) {
        continue;
      }
      for (Piece below : all.subList(i + 1, Math.min(motto, i + 2 * APPENDIX_PIECES))) {
        if (below.folded().startsWith("căn cứ") || below.folded().startsWith("điều 1.")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void addPart(List<Piece> head, Piece piece, int from, int to, int column) {
    Piece part = Pieces.part(piece, from, to, column);
    if (!part.text().isEmpty() && !part.isRule()) {
      head.add(part);
    }
  }

  private static OptionalInt firstMotto(List<Piece> all) {
    for (int i = 0; i < all.size(); i++) {
      if (Pieces.motto(all.get(i)).isPresent()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isBody(Piece piece, List<Piece> before) {
    String folded = piece.folded();
    if (piece.isCapitals()) {
      return CAPITAL_BODY.matcher(folded).find();
    }
    boolean afterType =
        !before.isEmpty() && DocumentType.named(before.getLast().folded()).isPresent();
    return BODY.matcher(folded).find()
        || (!afterType
            && Character.isUpperCase(piece.text().charAt(0))
            && BODY_PROSE.matcher(folded).find());
  }
}
