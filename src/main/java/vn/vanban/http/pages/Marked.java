package vn.vanban.http.pages;

import java.util.List;

/**
 * Text with what matched.
 *
 * @param pieces in order
 */
public record Marked(List<Piece> pieces) {
  public Marked {
    pieces = List.copyOf(pieces);
  }

  /** A stretch that matched, or did not. */
  public record Piece(String text, boolean match) {}

  /** Whether it is printed in capitals throughout. */
  public boolean capitals() {
    return pieces.stream()
        .flatMapToInt(piece -> piece.text().codePoints())
        .noneMatch(Character::isLowerCase);
  }

  /** Text without marks. */
  public static Marked plain(String text) {
    return new Marked(List.of(new Piece(text, false)));
  }
}
