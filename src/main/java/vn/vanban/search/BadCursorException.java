package vn.vanban.search;

/** A cursor that is none, or one of another request. */
public final class BadCursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public BadCursorException(String message) {
    super(message);
  }
}
