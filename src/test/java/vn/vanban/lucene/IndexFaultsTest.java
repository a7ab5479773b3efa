package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.DocumentKind;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.IndexUnavailableException;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/** Wrong bytes and a full disk: right answers, a rebuild or a clear error, never another answer. */
class IndexFaultsTest {
  private static final List<String> QUERIES =
      List.of("giữ xe chợ mẫu", "ben do", "7/TB-UBND", "số nhà", "\"lịch trực\"");
  private static final int DOCUMENTS = 24;

  @TempDir Path folder;
  private int asked;
  private final Random random = new Random();
  private final long seed = System.nanoTime();

  @BeforeEach
  void seed() {
    System.out.println("IndexFaultsTest seed " + seed);
    random.setSeed(seed);
  }

  @Test
  @Tag("slow")
  void damagedFilesNeverGiveAnotherAnswer() throws IOException {
    Path sound = folder.resolve("sound");
    List<List<String>> right;
    try (LuceneEngine engine = LuceneEngine.open(sound)) {
      // Two commits with a replaced document between: two segments, one with deletions.
      engine.apply(documents(0, DOCUMENTS));
      engine.commit(mark(DOCUMENTS));
      engine.apply(documents(0, 3));
      engine.commit(mark(DOCUMENTS + 3));
      right = answers(engine);
    }
    assertThat(right).allMatch(ids -> !ids.isEmpty());
    Path generation = Generations.readable(sound).orElseThrow();
    List<Path> files;
    try (Stream<Path> all = Files.list(generation)) {
      files =
          all.filter(f -> !f.endsWith("write.lock")).map(generation::relativize).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(3);
    int found = 0;
    int cases = 0;
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(generation.resolve(file));
      for (int round = 0; round < 12; round++) {
        boolean cut = round % 3 == 0;
        int place = random.nextInt(whole.length);
        byte[] bytes = Arrays.copyOf(whole, cut ? place : whole.length);
        if (!cut) {
          bytes[place] ^= (byte) (1 + random.nextInt(255));
        }
        String as = "seed %d: %s %s at %d".formatted(seed, file, cut ? "cut" : "flipped", place);
        Path copy = folder.resolve("copy-" + cases++);
        copy(sound, copy);
        Files.write(Generations.readable(copy).orElseThrow().resolve(file), bytes);
        found += endsInRightAnswers(copy, right, as) ? 1 : 0;
      }
    }
    // A byte that no checksum covers is rare; a test that damages nothing would find none.
    assertThat(found).isGreaterThan(cases * 9 / 10);
  }

  /** Whether the damage was found. */
  private boolean endsInRightAnswers(Path copy, List<List<String>> right, String as) {
    try (LuceneEngine engine = LuceneEngine.open(copy)) {
      boolean found = engine.mark().isEmpty();
      if (found) {
        assertThatThrownBy(() -> answers(engine))
            .as(as)
            .isInstanceOf(IndexUnavailableException.class);
        try (SearchEngine.Successor next = engine.successor()) {
          next.apply(documents(0, DOCUMENTS));
          next.finish(mark(DOCUMENTS + 3));
        }
        // The order of equals is that of arrival, which is another one in a new index.
        assertThat(sorted(answers(engine))).as(as).isEqualTo(sorted(right));
      } else {
        assertThat(answers(engine)).as(as).isEqualTo(right);
      }
      return found;
    }
  }

  @Test
  void damageThatShowsWhileServingStopsTheAnswersUntilASuccessorIsThere() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      engine.apply(documents(0, DOCUMENTS));
      engine.commit(mark(DOCUMENTS));
      List<List<String>> right = answers(engine);
      Path generation = Generations.readable(folder).orElseThrow();
      try (Stream<Path> all = Files.list(generation)) {
        for (Path file : all.filter(f -> f.toString().endsWith(".cfs")).toList()) {
          // In place: the engine has these very bytes mapped.
          byte[] bytes = Files.readAllBytes(file);
          Arrays.fill(bytes, 100, bytes.length, (byte) 0x7f);
          try (java.io.RandomAccessFile open = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            open.write(bytes);
          }
        }
      }
      assertThatThrownBy(() -> answers(engine)).isInstanceOf(IndexUnavailableException.class);
      assertThat(engine.mark()).isEmpty();
      try (SearchEngine.Successor next = engine.successor()) {
        next.apply(documents(0, DOCUMENTS));
        next.finish(mark(DOCUMENTS));
      }
      assertThat(sorted(answers(engine))).isEqualTo(sorted(right));
    }
  }

  @Test
  @Tag("slow")
  void aFullDiskAtAnyStepLosesNothingThatWasCommitted() {
    AtomicLong space = new AtomicLong(Long.MAX_VALUE);
    int failures = 0;
    try (LuceneEngine engine =
        LuceneEngine.open(folder, RankingWeights.DEFAULT, d -> new Limited(d, space))) {
      engine.apply(documents(0, 8));
      engine.commit(mark(8));
      List<List<String>> before = answers(engine);
      for (int round = 0; round < 30; round++) {
        space.set(random.nextInt(40_000));
        try {
          engine.apply(documents(8, DOCUMENTS));
          engine.commit(mark(DOCUMENTS));
        } catch (RuntimeException e) {
          failures++;
          assertThat(engine.mark()).as("seed %d", seed).hasValue(mark(8));
          assertThat(answers(engine)).as("seed %d", seed).isEqualTo(before);
        }
        space.set(Long.MAX_VALUE);
        // What failed may have to be told once more before the engine is itself again.
        for (int attempt = 0; attempt < 2 && !mark(8).equals(engine.mark().orElseThrow()); ) {
          attempt++;
          removeTheLater(engine);
        }
      }
      recover(engine);
      assertThat(engine.documentCount()).isEqualTo(DOCUMENTS);
      assertThat(engine.mark()).hasValue(mark(DOCUMENTS));
    }
    assertThat(failures).as("seed %d", seed).isGreaterThan(5);
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.documentCount()).isEqualTo(DOCUMENTS);
    }
  }

  private static void removeTheLater(LuceneEngine engine) {
    engine.apply(
        IntStream.range(8, DOCUMENTS)
            .<IndexChange>mapToObj(i -> new IndexChange.Remove("d" + i))
            .toList());
    engine.commit(mark(8));
  }

  private static void recover(LuceneEngine engine) {
    for (int attempt = 0; ; attempt++) {
      try {
        engine.apply(documents(0, DOCUMENTS));
        engine.commit(mark(DOCUMENTS));
        return;
      } catch (RuntimeException e) {
        if (attempt == 2) {
          throw e;
        }
      }
    }
  }

  @Test
  void aRebuildThatFindsTheDiskFullLeavesThePresentIndex() throws IOException {
    AtomicLong space = new AtomicLong(Long.MAX_VALUE);
    try (LuceneEngine engine =
        LuceneEngine.open(folder, RankingWeights.DEFAULT, d -> new Limited(d, space))) {
      engine.apply(documents(0, DOCUMENTS));
      engine.commit(mark(DOCUMENTS));
      List<List<String>> before = answers(engine);
      space.set(2_000);
      assertThatThrownBy(
              () -> {
                try (SearchEngine.Successor next = engine.successor()) {
                  next.apply(documents(0, DOCUMENTS));
                  next.finish(mark(DOCUMENTS));
                }
              })
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("No space left on device");
      assertThat(engine.mark()).hasValue(mark(DOCUMENTS));
      assertThat(answers(engine)).isEqualTo(before);
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.filter(f -> Files.isDirectory(f))).hasSize(1);
    }
  }

  /** A disk with so many bytes left. */
  private static final class Limited extends FilterDirectory {
    private final AtomicLong space;

    Limited(Directory in, AtomicLong space) {
      super(in);
      this.space = space;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      take(1);
      return new LimitedOutput(super.createOutput(name, context));
    }

    private void take(long bytes) throws IOException {
      if (space.addAndGet(-bytes) < 0) {
        throw new IOException("No space left on device");
      }
    }

    private final class LimitedOutput extends FilterIndexOutput {
      LimitedOutput(IndexOutput out) {
        super("limited " + out.getName(), out.getName(), out);
      }

      @Override
      public void writeByte(byte b) throws IOException {
        take(1);
        super.writeByte(b);
      }

      @Override
      public void writeBytes(byte[] b, int offset, int length) throws IOException {
        take(length);
        super.writeBytes(b, offset, length);
      }
    }
  }

  /** Asks for more each time, for what was answered before is kept. */
  private List<List<String>> answers(LuceneEngine engine) {
    asked++;
    return QUERIES.stream()
        .map(query ->
            engine.search(SearchRequest.of(query, 50 + asked)).hits().stream()
                .map(SearchResult.Hit::documentId)
                .toList())
        .toList();
  }

  private static List<List<String>> sorted(List<List<String>> answers) {
    return answers.stream().map(ids -> ids.stream().sorted().toList()).toList();
  }

  private static List<IndexChange> documents(int from, int to) {
    return IntStream.range(from, to)
        .<IndexChange>mapToObj(i ->
            Samples.put(
                "d" + i,
                DocumentKind.ORIGINAL,
                i + "/TB-UBND",
                "Thông báo",
                "Ủy ban nhân dân xã Cầu Mẫu",
                "2023-02-%02d".formatted(1 + i),
                "Lịch trực bến đò " + i,
                "Bãi giữ xe của chợ mẫu số nhà %d, lịch trực tuần %d.".formatted(i * 7, i)))
        .toList();
  }

  private static IndexMark mark(long sequence) {
    return new IndexMark("registry", "epoch", sequence);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
