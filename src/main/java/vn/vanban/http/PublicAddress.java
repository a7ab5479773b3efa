package vn.vanban.http;

import io.javalin.http.Context;
import java.util.Objects;

/**
 * Where this server stands for those who ask it, for addresses that are read elsewhere.
 *
 * @param value scheme and authority without a slash at the end: {@code https://vanban.example}
 */
record PublicAddress(String value) {
  private static final String ATTRIBUTE = "vanban.public-address";

  /** Says it, before the route of a request. */
  static void set(Context ctx, String address) {
    ctx.attribute(ATTRIBUTE, address);
  }

  /** As it was said. */
  static PublicAddress of(Context ctx) {
    String address = ctx.attribute(ATTRIBUTE);
    return new PublicAddress(Objects.requireNonNull(address, "said before every route"));
  }

  /** Whether guests come by https, be it to a proxy. */
  boolean isSecure() {
    return value.startsWith("https://");
  }

  /** Host and port as guests name them. */
  String authority() {
    return value.substring(value.indexOf("//") + 2);
  }

  /**
   * An address of this server in full.
   *
   * @param path with its parameters, from the slash on
   */
  String absolute(String path) {
    return value + path;
  }
}
