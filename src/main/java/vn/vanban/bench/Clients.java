package vn.vanban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ask a contender, each its next query as soon as its last one is answered, as long as the
 * contender has patience.
 */
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
    long patience = contender.patience().toNanos();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            pool.submit(() -> {
              try (Contender.Client client = contender.client()) {
                while (System.nanoTime() - start < patience) {
                  int at = next.getAndIncrement();
                  if (at >= queries.size()) {
                    break;
                  }
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
      if (e.getCause() instanceof DatabaseFailedException database) {
        throw database;
      }
      throw new IllegalStateException(contender.name() + ": " + e.getCause(), e.getCause());
    }
    long took = System.nanoTime() - start;
    int asked = Math.min(next.get(), nanos.length);
    return Latencies.of(
        Arrays.copyOf(nanos, asked), Arrays.copyOf(cpuNanos, asked), took, found.get());
  }
}
