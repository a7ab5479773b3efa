package vn.vanban.law;

/**
 * A value that was read from a document, with its evidence.
 *
 * @param value what was read
 * @param evidence where and how
 * @param <T> the type of the value
 */
public record Reading<T>(T value, Evidence evidence) {}
