package vn.vanban.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asks: the peer itself, or whom a trusted proxy names. */
final class Peers {
  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP");

  private final List<AddressRange> trusted;

  Peers(List<AddressRange> trusted) {
    this.trusted = trusted;
  }

  /** Whether a proxy, trusted or not, says that it forwards. */
  static boolean forwarded(Context ctx) {
    return FORWARDING.stream().anyMatch(name -> ctx.header(name) != null);
  }

  /** Whether the peer's forwarding headers are believed. */
  boolean fromTrusted(Context ctx) {
    return trusts(peer(ctx));
  }

  /** Whether this machine itself asks, for itself. */
  static boolean local(Context ctx) {
    return !forwarded(ctx) && isLoopback(ctx);
  }

  /** Whether the connection comes from this machine, for whomever. */
  static boolean isLoopback(Context ctx) {
    return peer(ctx).isLoopbackAddress();
  }

  /**
   * The right-most address of {@code X-Forwarded-For} that is no trusted proxy: all to the left of
   * it may be invented. Addresses of IPv6 count by /64, which is what one subscriber has.
   */
  String client(Context ctx) {
    InetAddress client = peer(ctx);
    List<String> hops =
        Stream.of(
                String.join(
                        ",", java.util.Collections.list(ctx.req().getHeaders("X-Forwarded-For")))
                    .split(","))
            .map(String::strip)
            .filter(hop -> !hop.isEmpty())
            .toList()
            .reversed();
    for (String hop : hops) {
      Optional<InetAddress> named = literal(hop);
      if (!trusts(client) || named.isEmpty()) {
        break;
      }
      client = named.get();
    }
    return client instanceof Inet6Address six
        ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
        : client.getHostAddress();
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static InetAddress peer(Context ctx) {
    return InetAddress.ofLiteral(ctx.req().getRemoteAddr());
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // "unknown", or invented
    }
  }
}
