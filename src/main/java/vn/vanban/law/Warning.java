package vn.vanban.law;

import java.util.Optional;

/**
 * A doubt that a reader must be told.
 *
 * @param field the JSON name of the field it is about, such as {@code number}; {@code text} for the
 *     whole
 * @param message what is doubtful, in Vietnamese
 * @param span the place in the repaired text, where there is one
 */
public record Warning(String field, String message, Optional<Span> span) {}
