package vn.vanban.http.pages;

/**
 * What a page tells to machines beside people.
 *
 * @param feed address of the Atom feed with the same content, or empty
 * @param data JSON-LD without any {@code <}, or empty
 */
public record Head(String feed, String data) {
  /** Nothing. */
  public static final Head NONE = new Head("", "");

  public Head {
    if (data.indexOf('<') >= 0) {
      throw new IllegalArgumentException("data that could end its element");
    }
  }

  /** A feed with the same content. */
  public static Head ofFeed(String address) {
    return new Head(address, "");
  }

  /** JSON-LD; signs that could end its element are escaped as JSON allows it. */
  public static Head ofData(String json) {
    return new Head("", json.replace("<", "\\u003c").replace(">", "\\u003e"));
  }
}
