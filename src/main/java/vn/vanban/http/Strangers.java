package vn.vanban.http;

import io.javalin.http.Context;
import java.util.List;

/**
 * What every request passes before its route: who asks, how often, and what other sites may see.
 */
final class Strangers {
  private final StrangerSettings settings;
  private final ServerAddress base;
  private final RateLimit rate;

  Strangers(StrangerSettings settings, Peers peers) {
    this.settings = settings;
    this.base = new ServerAddress(settings.baseUrl(), peers);
    this.rate = new RateLimit(settings.rate(), peers);
  }

  /**
   * Sets headers, and lets pass or not.
   *
   * @throws Problem 400 or 429
   */
  void meet(Context ctx) {
    if (base.secure()) {
      ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
    if (shared(ctx.path())) {
      ctx.header("Access-Control-Allow-Origin", "*")
          .header("Cross-Origin-Resource-Policy", "cross-origin")
          .header(
              "Access-Control-Expose-Headers",
              "ETag, Link, Location, Retry-After, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset");
    }
    ServerAddress.checkHost(ctx);
    PublicAddress.set(ctx, base.of(ctx));
    rate.pay(ctx);
  }

  /**
   * Takes what a request costs beyond its address.
   *
   * @throws Problem 429 if the client has not that much
   */
  void charge(Context ctx, int cost) {
    rate.take(ctx, cost);
  }

  /** Tells which methods an address has (RFC 9110, 9.3.7), and a preflight that reading is open. */
  void options(Context ctx, List<String> methods) {
    ctx.status(204).header("Allow", String.join(", ", methods));
    if (shared(ctx.path())) {
      ctx.header("Access-Control-Allow-Methods", "GET, HEAD")
          .header("Access-Control-Allow-Headers", "Accept, If-None-Match, Range")
          .header("Access-Control-Max-Age", "86400");
    }
  }

  private boolean shared(String path) {
    return settings.cors()
        && (path.startsWith("/api/") || path.startsWith("/openapi") || path.endsWith(".atom"));
  }
}
