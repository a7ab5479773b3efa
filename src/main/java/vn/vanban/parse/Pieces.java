package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Span;

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
          "(?<!nước )cộng\\s*h[òo]a\\s*xã\\s*hội\\s*chủ\\s*nghĩa\\s*việt\\s*nam|(?<!nước )việt\\s*nam\\s*dân\\s*chủ\\s*cộng\\s*hòa"
              + "|độc\\s*lập\\s*[\\p{Pd}.,_]?\\s*tự\\s*do\\s*[\\p{Pd}.,_]?\\s*hạnh\\s*phúc|đảng cộng sản việt nam$");

  /** The columns of the first lines, at most {@code limit} pieces. */
  static List<Piece> of(List<Piece> lines, int limit) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece line : lines) {
      if (pieces.size() >= limit) {
        break;
      }
      pieces.addAll(columns(line));
    }
    return pieces;
  }

  /** All lines of a text, undivided, blank ones left out. */
  static List<Piece> lines(String text, String folded) {
    List<Piece> lines = new ArrayList<>();
    int at = 0;
    for (int line = 0; at < text.length(); line++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        end = text.length();
      }
      int start = at;
      int stop = end;
      while (start < stop && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      while (stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
        stop--;
      }
      if (start < stop) {
        lines.add(
            new Piece(
                text.substring(start, stop),
                folded.substring(start, stop),
                new Span(start, stop),
                line,
                0));
      }
      at = end + 1;
    }
    return lines;
  }

  /** The columns of one line. */
  static List<Piece> columns(Piece line) {
    // Nearly all lines have one column, which is told without a regular expression.
    if (line.text().indexOf('\t') < 0 && !line.text().contains("    ")) {
      return List.of(line);
    }
    List<Piece> columns = new ArrayList<>();
    Matcher gap = GAP.matcher(line.text());
    int from = 0;
    while (gap.find()) {
      columns.add(part(line, from, gap.start(), columns.size()));
      from = gap.end();
    }
    columns.add(part(line, from, line.text().length(), columns.size()));
    columns.removeIf(column -> column.text().isEmpty());
    return columns;
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
