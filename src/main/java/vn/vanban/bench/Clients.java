package vn.vanban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Ask a contender, each its next query as soon as its last one is answered. */
final class Clients {
  private Clients() {}

  static Latencies ask(Contender contender, List<BenchQuery> queries, int clients)
      throws IOException, InterruptedException {
    long[] nanos = new long[queries.size()];
    long[] cpuNanos = new long[queries.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger found = new AtomicInteger();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            pool.submit(() -> {
              try (Contender.Client client = contender.client()) {
                for (int at = next.getAndIncrement();
                    at < queries.size();
                    at = next.getAndIncrement()) {
                  long cpu = threads.getCurrentThreadCpuTime();
                  long begun = System.nanoTime();
                  if (client.finds(queries.get(at))) {
                    found.incrementAndGet();
                  }
                  nanos[at] = System.nanoTime() - begun;
                  cpuNanos[at] = threads.getCurrentThreadCpuTime() - cpu;
                }
                return null;
              }
            }));
      }
      for (Future<?> client : running) {
        client.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(contender.name() + ": " + e.getCause(), e.getCause());
    }
    return Latencies.of(nanos, cpuNanos, System.nanoTime() - start, found.get());
  }
}
