package vn.vanban.extract;

/**
 * A file that cannot be read; the message says why, in Vietnamese, fit for the person who sent it.
 */
public final class ExtractionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a file cannot be read. */
  public enum Reason {
    /** The bytes are damaged or not what they claim. */
    DAMAGED,
    /** Locked by a password. */
    ENCRYPTED,
    /** A kind of file that holds no text for us: programs, sound, video. */
    UNSUPPORTED,
    /** No bytes at all. */
    EMPTY,
    /** Past a limit of bytes, characters, depth or time. */
    LIMIT
  }

  private final Reason reason;

  public ExtractionException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ExtractionException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The reason as a stable code. */
  public Reason reason() {
    return reason;
  }
}
