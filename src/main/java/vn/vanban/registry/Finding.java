package vn.vanban.registry;

/**
 * Something that {@link Registry#verify} found.
 *
 * @param level how bad it is
 * @param where the file, document or table it is about
 * @param message what is wrong, in Vietnamese
 */
public record Finding(Level level, String where, String message) {

  /** How bad a finding is. */
  public enum Level {
    /** Data is lost or wrong. */
    ERROR,
    /** Worth knowing, harmless. */
    NOTE
  }
}
