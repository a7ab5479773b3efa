package vn.vanban.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public address of this server, for whatever must be absolute. */
final class ServerAddress {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:[0-9]{1,5})?");
  private static final Pattern FORWARDED_HOST =
      Pattern.compile("(?i)[;,\\s]*host=\"?([^\";,]+)\"?");
  private static final Pattern FORWARDED_PROTO = Pattern.compile("(?i)proto=\"?(https?)\"?");

  private final Optional<URI> configured;
  private final Peers peers;

  ServerAddress(Optional<URI> configured, Peers peers) {
    this.configured = configured;
    this.peers = peers;
  }

  /**
   * Refuses a host that is none: it would end in links and caches.
   *
   * @throws Problem 400
   */
  static void checkHost(Context ctx) {
    String host = ctx.header("Host");
    if (host != null && !HOST.matcher(host).matches()) {
      throw Problem.badRequest("Đầu đề Host không phải là tên máy chủ.");
    }
  }

  /** As configured, else as asked, without a slash at the end. */
  String of(Context ctx) {
    return configured.map(URI::toString).orElseGet(() -> scheme(ctx) + "://" + host(ctx));
  }

  /** Whether the configured address is one of TLS. */
  boolean secure() {
    return configured.filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  private String scheme(Context ctx) {
    return told(ctx, "X-Forwarded-Proto", FORWARDED_PROTO)
        .filter(proto -> proto.equals("http") || proto.equals("https"))
        .orElse(ctx.scheme());
  }

  private String host(Context ctx) {
    return told(ctx, "X-Forwarded-Host", FORWARDED_HOST)
        .or(() -> Optional.ofNullable(ctx.header("Host")))
        .filter(host -> HOST.matcher(host).matches())
        .orElse("localhost");
  }

  private Optional<String> told(Context ctx, String header, Pattern inForwarded) {
    if (!peers.fromTrusted(ctx)) {
      return Optional.empty();
    }
    return Optional.ofNullable(ctx.header(header))
        .map(String::strip)
        .or(() ->
            Optional.ofNullable(ctx.header("Forwarded"))
                .map(inForwarded::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1)));
  }
}
