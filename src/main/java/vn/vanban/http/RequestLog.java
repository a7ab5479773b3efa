package vn.vanban.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Gives each request an id and tells of each answer: in the metrics, and as a JSON object a line.
 * Neither tells what was asked, who asked, or by which token.
 */
final class RequestLog {
  static final String HEADER = "X-Request-Id";

  /** A route that nobody declared; the address itself may say anything. */
  private static final String NO_ROUTE = "none";

  private static final String ATTRIBUTE = "vanban.request-id";

  /** What a proxy may have given, if it can be written anywhere as it is. */
  private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final Metrics metrics;
  private final Optional<PrintStream> out;

  RequestLog(Metrics metrics, Optional<PrintStream> out) {
    this.metrics = metrics;
    this.out = out;
  }

  /** Before all else: the id that the answer, its problem and the logs bear. */
  static void begin(Context ctx) {
    String id =
        Optional.ofNullable(ctx.header(HEADER))
            .filter(given -> GIVEN.matcher(given).matches())
            .orElseGet(() -> "%016x".formatted(new SplittableRandom().nextLong()));
    ctx.attribute(ATTRIBUTE, id);
    ctx.header(HEADER, id);
  }

  /** The id of a request; empty before it has one. */
  static Optional<String> id(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  /** Logs of a request: what is logged meanwhile has its id beside it. */
  static void tell(Context ctx, Runnable logging) {
    tell(id(ctx), logging);
  }

  /** As above, by the id. */
  static void tell(Optional<String> id, Runnable logging) {
    id.ifPresent(known -> MDC.put("request", known));
    try {
      logging.run();
    } finally {
      MDC.remove("request");
    }
  }

  /** After the answer. */
  void end(Context ctx, float millis) {
    String route =
        Optional.ofNullable(ctx.endpoints().lastHttpEndpoint())
            .map((Endpoint endpoint) -> endpoint.path)
            .filter(path -> !path.equals("*") && !path.isEmpty())
            .orElse(NO_ROUTE);
    Duration took = Duration.ofNanos((long) (millis * 1e6));
    metrics.answered(ctx, route, took);
    out.ifPresent(log -> log.println(line(ctx, route, millis)));
  }

  private static String line(Context ctx, String route, float millis) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("request", id(ctx).orElse(null));
    line.put("method", ctx.method().toString());
    line.put("route", route);
    line.put("status", ctx.statusCode());
    line.put("millis", Math.round(millis * 1000) / 1000.0);
    return line.toString();
  }
}
