package vn.vanban.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.vanban.search.IndexChange;

/** Feeds a corpus to a contender from one thread, and measures what that costs. */
final class Indexing {
  /** As many as the follower of the registry's feed hands over at once. */
  private static final int BATCH = 64;

  private static final int WARM_UP_DOCUMENTS = 256;
  private static final int PROGRESS_EVERY_DOCUMENTS = 4_096;

  private final CorpusMaker corpus;
  private final Consumer<String> progress;
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  Indexing(CorpusMaker corpus, Consumer<String> progress) {
    this.corpus = corpus;
    this.progress = progress;
  }

  /** Lets code be compiled: takes in some documents and forgets them. */
  void warmUp(Contender contender) throws IOException {
    for (int from = 0; from < Math.min(WARM_UP_DOCUMENTS, corpus.documents()); from += BATCH) {
      contender.add(batch(from));
    }
    contender.finish();
    contender.clear();
  }

  private List<IndexChange.Put> batch(int from) {
    return IntStream.range(from, Math.min(from + BATCH, corpus.documents()))
        .mapToObj(corpus::document)
        .toList();
  }

  IndexingCost into(Contender contender) throws IOException {
    long cpuStart = process.getProcessCpuTime();
    long wallStart = System.nanoTime();
    long makingCpu = 0;
    long makingWall = 0;
    long bytes = 0;
    for (int from = 0; from < corpus.documents(); from += BATCH) {
      long cpu = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      List<IndexChange.Put> batch = batch(from);
      for (IndexChange.Put put : batch) {
        bytes += put.texts().getFirst().getBytes(StandardCharsets.UTF_8).length;
      }
      makingCpu += threads.getCurrentThreadCpuTime() - cpu;
      makingWall += System.nanoTime() - wall;
      contender.add(batch);
      if (from > 0 && from % PROGRESS_EVERY_DOCUMENTS == 0) {
        progress.accept(
            "%s: %d/%d văn bản, %.1f MB"
                .formatted(contender.name(), from, corpus.documents(), bytes / 1e6));
      }
    }
    contender.finish();
    return new IndexingCost(
        corpus.name(),
        bytes,
        process.getProcessCpuTime() - cpuStart - makingCpu,
        System.nanoTime() - wallStart - makingWall);
  }
}
