package vn.vanban.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A bucket of tokens for each client, from which requests are paid by what they cost. This machine
 * itself pays nothing. Headers as in draft-ietf-httpapi-ratelimit-headers-03.
 */
final class RateLimit {
  private static final Pattern WHOLE = Pattern.compile("/api/v1/(export|search\\.csv)");
  private static final Pattern HEAVY =
      Pattern.compile(".*/(similar|citing|tuong-tu|dan-chieu|resolve|thong-ke|so-sanh)");

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The client that was longest away is forgotten first, and would have a full bucket again. */
  private static final int MAX_CLIENTS = 20_000;

  private final int rate;
  private final Peers peers;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_CLIENTS;
        }
      };

  /**
   * A limit for all clients alike.
   *
   * @param rate tokens a minute, and the most that a client can save; 0 for no limit
   */
  RateLimit(int rate, Peers peers) {
    this.rate = rate;
    this.peers = peers;
  }

  /**
   * Takes what a request costs.
   *
   * @throws Problem 429 if the client has not that much
   */
  void pay(Context ctx) {
    take(ctx, cost(ctx.path(), ctx.queryString() == null ? "" : ctx.queryString()));
  }

  /**
   * Takes some tokens; never more than a client can save.
   *
   * @throws Problem 429 if the client has not that much
   */
  void take(Context ctx, int tokens) {
    if (rate == 0 || tokens == 0 || Peers.local(ctx)) {
      return;
    }
    int cost = Math.min(rate, tokens);
    ConsumptionProbe probe = bucket(peers.client(ctx)).tryConsumeAndReturnRemaining(cost);
    ctx.header("RateLimit-Limit", String.valueOf(rate))
        .header("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()))
        .header("RateLimit-Reset", String.valueOf(seconds(probe.getNanosToWaitForReset())));
    if (!probe.isConsumed()) {
      long wait = seconds(probe.getNanosToWaitForRefill());
      ctx.header("Retry-After", String.valueOf(wait));
      throw Problem.tooMany(wait);
    }
  }

  /** Tokens that a request costs: about how long it keeps a core busy beside a plain search. */
  static int cost(String path, String query) {
    if (path.startsWith("/tinh/") || path.equals("/health") || path.equals("/ready")) {
      return 0;
    }
    if (WHOLE.matcher(path).matches()) {
      return 20;
    }
    if (HEAVY.matcher(path).matches()) {
      return 5;
    }
    int cost = path.equals("/tim-kiem") || query.contains("facets=true") ? 2 : 1;
    return query.contains("explain=true") || query.contains("giai-thich=1") ? cost + 3 : cost;
  }

  private Bucket bucket(String client) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          client,
          c ->
              Bucket.builder()
                  .addLimit(Bandwidth.builder().capacity(rate).refillGreedy(rate, MINUTE).build())
                  .build());
    }
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, 1_000_000_000L);
  }
}
