package vn.vanban.search;

/** A cursor whose view of the index is no longer kept: the search must begin anew. */
public final class CursorExpiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CursorExpiredException(String message) {
    super(message);
  }
}
