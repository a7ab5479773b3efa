package vn.vanban.law;

import java.util.Optional;

/**
 * A body that issues documents (cơ quan ban hành).
 *
 * @param name its full name in reading form: {@code Ủy ban nhân dân tỉnh Gia Lai}
 */
public record IssuingBody(String name) {

  /**
   * The body that a printed name means: abbreviations written out, capitals brought to reading
   * form, known bodies under their full name.
   *
   * @param printed {@code UBND TỈNH GIA LAI}, {@code BỘ Y TẾ}, {@code Uỷ ban nhân dân tỉnh Gia Lai}
   */
  public static IssuingBody named(String printed) {
    return new IssuingBody(BodyNames.readingForm(printed));
  }

  /**
   * The central body that a part of a symbol stands for.
   *
   * @param abbreviation {@code CP}, {@code BTC}, {@code TTg}
   */
  public static Optional<IssuingBody> abbreviated(String abbreviation) {
    return Authorities.abbreviated(abbreviation).stream()
        .filter(body -> body.level() == Authority.Level.CENTRAL)
        .map(body -> new IssuingBody(body.name()))
        .findFirst();
  }

  /** Whether a line is, from its first words, the name of a body ({@code SỞ Y TẾ TỈNH …}). */
  public static boolean isBodyName(String line) {
    return BodyNames.isBodyName(line);
  }
}
