package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * The cookie of who is signed in. Where guests come by https, be it to a proxy, its name binds it
 * to this host and to https (RFC 6265bis, 4.1.3.2); Strict would sign out who follows a link from a
 * letter, and forms have keys.
 */
final class SessionCookie {
  private static final String PLAIN = "phien";
  private static final String SECURE = "__Host-phien";

  private SessionCookie() {}

  static Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name(ctx)))
        .filter(secret -> secret.matches("[\\w-]{43}"));
  }

  /** Lives as long as the browser, or shorter. */
  static void set(Context ctx, String secret) {
    send(ctx, secret, -1);
  }

  static void clear(Context ctx) {
    send(ctx, "", 0);
  }

  private static void send(Context ctx, String secret, int maxAgeSeconds) {
    Cookie cookie = new Cookie(name(ctx), secret);
    cookie.setPath("/");
    cookie.setMaxAge(maxAgeSeconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(PublicAddress.of(ctx).isSecure());
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
  }

  private static String name(Context ctx) {
    return PublicAddress.of(ctx).isSecure() ? SECURE : PLAIN;
  }
}
