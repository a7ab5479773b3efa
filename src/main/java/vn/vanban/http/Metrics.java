package vn.vanban.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What is counted and timed, in the text format of Prometheus. */
final class Metrics implements AutoCloseable {
  /** Bounds of the histogram of latencies; a p99 of 100 ms is what is promised. */
  private static final Duration[] BOUNDS =
      List.of(5, 10, 25, 50, 75, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics() {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    collections.bindTo(meters);
  }

  /** Counts and times an answer under the template of its route, never under its address. */
  void answered(Context ctx, String route, Duration took) {
    Timer.builder("vanban.http.requests")
        .description("Requests answered, with their latency")
        .tag("method", ctx.method().toString())
        .tag("route", route)
        .tag("status", ctx.statusCode() / 100 + "xx")
        .serviceLevelObjectives(BOUNDS)
        .register(meters)
        .record(took);
  }

  /** Shows a lane: what runs, what waits, and what was refused. */
  void lane(Lane lane) {
    Gauge.builder("vanban.lane.running", lane, Lane::running)
        .description("Work under way")
        .tag("lane", lane.name())
        .register(meters);
    Gauge.builder("vanban.lane.waiting", lane, Lane::waiting)
        .description("Work that waits for a thread")
        .tag("lane", lane.name())
        .register(meters);
    FunctionCounter.builder("vanban.lane.refused", lane, Lane::refused)
        .description("Work refused because the lane was full or too slow")
        .tag("lane", lane.name())
        .register(meters);
  }

  /** Shows a number as it is when asked for; NaN where it cannot be had. */
  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).strongReference(true).register(meters);
  }

  /** All of it. */
  String scrape() {
    return meters.scrape();
  }

  @Override
  public void close() {
    collections.close();
    meters.close();
  }
}
