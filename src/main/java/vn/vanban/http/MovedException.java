package vn.vanban.http;

/** A document was merged into another, which answers in its place. */
final class MovedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String from;
  private final String to;

  MovedException(String from, String to) {
    super(from + " is now " + to);
    this.from = from;
    this.to = to;
  }

  /** The id that answers. */
  String to() {
    return to;
  }

  /** The address asked for, with the id that answers. */
  String address(String path) {
    return path.replace("/" + from, "/" + to);
  }
}
