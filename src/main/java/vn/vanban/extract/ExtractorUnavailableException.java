package vn.vanban.extract;

/**
 * Files cannot be read now, and none of them is to blame: no child process can be started, or the
 * extractor was closed. The message says why, in Vietnamese.
 */
public final class ExtractorUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExtractorUnavailableException(String message) {
    super(message);
  }

  ExtractorUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
