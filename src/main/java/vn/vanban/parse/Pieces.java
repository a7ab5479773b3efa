package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/** Cuts text into printed lines and their columns. */
final class Pieces {
  private Pieces() {}

  /** Two columns on one line: a tab, or a wide gap before a capital. */
  private static final Pattern GAP = Pattern.compile("\\s*\\t\\s*|[ ]{4,}(?=\\p{Lu})");

  /**
   * The motto of the Republic (quốc hiệu, tiêu ngữ), which extraction often glues to the body's
   * name (NĐ 30/2020, Phụ lục I, mục II.1).
   */
  private static final Pattern MOTTO =
      Pattern.compile(
          "cộng\\s*h[òo]a\\s*xã\\s*hội\\s*chủ\\s*nghĩa\\s*việt\\s*nam|việt\\s*nam\\s*dân\\s*chủ\\s*cộng\\s*hòa"
              + "|độc\\s*lập\\s*[\\p{Pd}.,_]?\\s*tự\\s*do\\s*[\\p{Pd}.,_]?\\s*hạnh\\s*phúc|đảng cộng sản việt nam$");

  /** All pieces of a text from an offset on, at most {@code limit} of them, blank ones left out. */
  static List<Piece> of(String text, int from, int limit) {
    List<Piece> pieces = new ArrayList<>();
    int line = 0;
    int at = from;
    while (at < text.length() && pieces.size() < limit) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        end = text.length();
      }
      split(text, at, end, line, pieces);
      line++;
      at = end + 1;
    }
    return pieces;
  }

  /** All lines of a text, undivided, blank ones left out. */
  static List<Piece> lines(String text) {
    List<Piece> lines = new ArrayList<>();
    int at = 0;
    for (int line = 0; at < text.length(); line++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        end = text.length();
      }
      add(text, at, end, line, 0, lines);
      at = end + 1;
    }
    return lines;
  }

  private static void split(String text, int start, int end, int line, List<Piece> out) {
    String whole = text.substring(start, end);
    int column = 0;
    int from = 0;
    Matcher gap = GAP.matcher(whole);
    while (gap.find()) {
      if (add(text, start + from, start + gap.start(), line, column, out)) {
        column++;
      }
      from = gap.end();
    }
    add(text, start + from, end, line, column, out);
  }

  private static boolean add(
      String text, int start, int end, int line, int column, List<Piece> out) {
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return false;
    }
    String printed = text.substring(start, end);
    out.add(new Piece(printed, Folding.canonical(printed), new Span(start, end), line, column));
    return true;
  }

  /**
   * Where the motto stands in a piece: in capitals or as the second line prints it, or alone.
   *
   * @return the stretch within the piece
   */
  static Optional<Span> motto(Piece piece) {
    if (piece.folded().length() > 300) {
      return Optional.empty();
    }
    Matcher motto = MOTTO.matcher(piece.folded());
    while (motto.find()) {
      String printed = piece.text().substring(motto.start(), motto.end());
      boolean capitals = printed.equals(printed.toUpperCase(Locale.ROOT));
      boolean secondLine =
          motto.group().startsWith("độc") && Character.isUpperCase(printed.charAt(0));
      if (capitals || secondLine) {
        return Optional.of(new Span(motto.start(), motto.end()));
      }
      if (motto.end() - motto.start() > piece.folded().length() - 4) {
        return Optional.of(new Span(0, piece.folded().length()));
      }
    }
    return Optional.empty();
  }

  /** A part of a piece as a piece of its own, without spaces at the ends; empty text if blank. */
  static Piece part(Piece piece, int from, int to, int column) {
    while (from < to && Character.isWhitespace(piece.text().charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(piece.text().charAt(to - 1))) {
      to--;
    }
    return new Piece(
        piece.text().substring(from, to),
        piece.folded().substring(from, to),
        piece.span(from, to),
        piece.line(),
        column);
  }
}
