package vn.vanban.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where this server stands for those who ask it, for addresses that are read elsewhere.
 *
 * @param value scheme and authority without a slash at the end: {@code https://vanban.example}
 */
record PublicAddress(String value) {
  /** A name or an address with its port; nothing that could lead elsewhere or end an attribute. */
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  /** As the request has it. */
  static PublicAddress of(Context ctx) {
    String host =
        Optional.ofNullable(ctx.host())
            .filter(name -> HOST.matcher(name).matches())
            .orElseThrow(() -> Problem.badRequest("Tên máy chủ (Host) không hợp lệ."));
    return new PublicAddress(ctx.scheme() + "://" + host);
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
