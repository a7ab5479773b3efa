package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.search.IndexMark;
import vn.vanban.search.IndexUnavailableException;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;

class IndexFolderTest {
  private static final IndexMark MARK = new IndexMark("registry", "epoch", 3);

  @TempDir Path folder;

  @BeforeEach
  void index() {
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      fill(engine);
    }
  }

  private Path generation() throws IOException {
    return Generations.readable(folder).orElseThrow();
  }

  private static void fill(LuceneEngine engine) {
    engine.apply(
        List.of(
            Samples.put("a", DocumentKind.OTHER, "", "", "", "", "", "Bãi giữ xe của chợ mẫu.")));
    engine.commit(MARK);
  }

  @Test
  void aTruncatedFileMeansStartingAnew() throws IOException {
    truncate(".cfs", ".fdt", ".tim");
    isNewAndWorks();
  }

  @Test
  void aLostFileMeansStartingAnew() throws IOException {
    for (Path file : files(".cfs", ".fdt", ".tim")) {
      Files.delete(file);
    }
    isNewAndWorks();
  }

  @Test
  void aBrokenCommitMeansStartingAnew() throws IOException {
    for (Path file : files("segments")) {
      Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
    }
    isNewAndWorks();
  }

  @Test
  void anotherSchemaHasNoMarkUntilItIsRebuilt() throws IOException {
    Map<String, String> data = new HashMap<>(CommitData.of(MARK));
    data.put("schema", "of another version");
    try (FSDirectory directory = FSDirectory.open(generation());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).isEmpty();
      engine.clear();
      fill(engine);
      assertThat(engine.mark()).hasValue(MARK);
    }
  }

  @Test
  void theMarkIsThatOfWhatIsCommittedWhenTheNextCommitFails() throws IOException {
    IndexMark next = new IndexMark("registry", "epoch", 4);
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      // Where Lucene writes its next commit; it removes the folder when it fails.
      Files.createDirectory(generation().resolve("pending_segments_2"));
      assertThatThrownBy(() -> engine.commit(next)).isInstanceOf(UncheckedIOException.class);
      assertThat(engine.mark()).hasValue(MARK);
      engine.commit(next);
      assertThat(engine.mark()).hasValue(next);
      engine.clear();
      assertThat(engine.mark()).isEmpty();
    }
  }

  @Test
  void anIndexOfTheFormerLayoutIsTakenOverAlsoAfterACrashAmidst() throws IOException {
    Path first = generation();
    for (Path file : files("_", "segments")) {
      Files.move(file, folder.resolve(file.getFileName()));
    }
    Files.delete(folder.resolve("current"));
    try (LuceneSearcher searcher = LuceneSearcher.open(folder).orElseThrow()) {
      assertThat(searcher.search(SearchRequest.of("giữ xe", 3)).hits()).hasSize(1);
    }
    // Where a crash ended the move: one file is there, no pointer.
    Path moved;
    try (Stream<Path> all = Files.list(folder)) {
      moved = all.filter(f -> f.getFileName().toString().startsWith("_")).findFirst().orElseThrow();
    }
    Files.move(moved, first.resolve(moved.getFileName()));
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).hasValue(MARK);
      assertThat(engine.search(SearchRequest.of("giữ xe", 3)).hits()).hasSize(1);
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("current", "g-000001", "write.lock");
    }
  }

  @Test
  void anIndexOfTheFormerLayoutOfWhichOnlyThePointerLackedIsKept() throws IOException {
    Files.delete(folder.resolve("current"));
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).hasValue(MARK);
    }
  }

  @Test
  void aDamagedPointerIsToldOfAndMended() throws IOException {
    Files.writeString(folder.resolve("current"), "g-00??01");
    assertThatThrownBy(() -> LuceneSearcher.open(folder)).isInstanceOf(DamagedIndexException.class);
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).hasValue(MARK);
    }
    try (LuceneSearcher searcher = LuceneSearcher.open(folder).orElseThrow()) {
      assertThat(searcher.mark()).hasValue(MARK);
    }
  }

  @Test
  void aDamagedPointerToALaterGenerationMeansStartingAnew() throws IOException {
    Files.move(generation(), folder.resolve("g-000003"));
    Files.writeString(folder.resolve("current"), "g-00??03");
    isNewAndWorks();
  }

  static Stream<Exception> failures() {
    return Stream.of(
        new AccessDeniedException("_0.cfs"),
        new IOException("Input/output error"),
        new FileSystemException("_0.cfs", null, "Too many open files"),
        new IllegalStateException("a defect"),
        new IllegalArgumentException("a defect"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureThatSaysNothingOfTheFilesIsToldAndTheIndexStays(Exception failure) {
    assertThatThrownBy(
            () -> LuceneEngine.open(folder, RankingWeights.DEFAULT, d -> new Failing(d, failure)))
        .satisfiesAnyOf(
            e -> assertThat(e).isSameAs(failure),
            e -> assertThat(e).isInstanceOf(UncheckedIOException.class).hasCause(failure));
    // It let go of the folder.
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).hasValue(MARK);
      assertThat(engine.search(SearchRequest.of("giữ xe", 3)).hits()).hasSize(1);
    }
  }

  @Test
  void anIndexOfAnUnknownCodecMeansStartingAnew() {
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> PostingsFormat.forName("Lucene7"));
    try (LuceneEngine engine =
        LuceneEngine.open(folder, RankingWeights.DEFAULT, d -> new Failing(d, unknown))) {
      assertThat(engine.mark()).isEmpty();
    }
  }

  /** Fails at the reading of segments. */
  private static final class Failing extends FilterDirectory {
    private final Exception failure;

    Failing(Directory in, Exception failure) {
      super(in);
      this.failure = failure;
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      if (name.endsWith(".cfs")) {
        switch (failure) {
          case IOException e -> throw e;
          case RuntimeException e -> throw e;
          default -> throw new AssertionError(failure);
        }
      }
      return super.openInput(name, context);
    }
  }

  @Test
  void aSuccessorTakesThePlaceOfAnIndexThatAnswersUntilThen() throws IOException {
    Path former = generation();
    SearchRequest wanted = SearchRequest.of("giữ xe", 3);
    try (LuceneEngine engine = LuceneEngine.open(folder);
        LuceneSearcher beside = LuceneSearcher.open(folder).orElseThrow()) {
      try (SearchEngine.Successor next = engine.successor()) {
        next.apply(
            List.of(
                Samples.put("b", DocumentKind.OTHER, "", "", "", "", "", "Bến đò của chợ mẫu.")));
        assertThat(engine.search(wanted).hits()).hasSize(1);
        next.finish(new IndexMark("registry", "epoch", 7));
      }
      assertThat(engine.mark().orElseThrow().sequence()).isEqualTo(7);
      assertThat(engine.search(wanted).hits()).isEmpty();
      assertThat(engine.search(SearchRequest.of("bến đò", 3)).hits()).hasSize(1);
      assertThat(former).doesNotExist();
      assertThat(beside.search(wanted).hits()).hasSize(1);
      try (LuceneSearcher now = LuceneSearcher.open(folder).orElseThrow()) {
        assertThat(now.search(SearchRequest.of("bến đò", 3)).hits()).hasSize(1);
      }
    }
  }

  @Test
  void aSuccessorThatIsGivenUpOrLeftBehindLeavesNothing() throws IOException {
    Path used = generation();
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      engine.successor().close();
      assertThat(folder.resolve("g-000002")).doesNotExist();
      assertThat(engine.mark()).hasValue(MARK);
    }
    Files.createDirectory(folder.resolve("g-000007"));
    Files.writeString(folder.resolve("g-000007").resolve("_0.cfs"), "dở dang");
    Files.writeString(folder.resolve("current.next"), "g-0000");
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).hasValue(MARK);
    }
    assertThat(folder.resolve("g-000007")).doesNotExist();
    assertThat(folder.resolve("current.next")).doesNotExist();
    assertThat(used).exists();
  }

  @Test
  void whatIsAnotherRegistrysIsNotAnswered() {
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      engine.withhold();
      assertThat(engine.mark()).isEmpty();
      assertThatThrownBy(() -> engine.search(SearchRequest.of("giữ xe", 3)))
          .isInstanceOf(IndexUnavailableException.class);
      assertThatThrownBy(() -> engine.suggest("giữ", 3))
          .isInstanceOf(IndexUnavailableException.class);
    }
  }

  private void isNewAndWorks() {
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).isEmpty();
      assertThatThrownBy(() -> engine.search(SearchRequest.of("giữ xe", 3)))
          .isInstanceOf(IndexUnavailableException.class);
      assertThat(engine.documentCount()).isZero();
      fill(engine);
      assertThat(engine.search(SearchRequest.of("giữ xe", 3)).hits()).hasSize(1);
    }
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).hasValue(MARK);
    }
  }

  private void truncate(String... suffixes) throws IOException {
    for (Path file : files(suffixes)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(
          file,
          java.util.Arrays.copyOf(bytes, bytes.length / 2),
          StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  private List<Path> files(String... kinds) throws IOException {
    try (Stream<Path> all = Files.list(generation())) {
      List<Path> found =
          all.filter(file ->
                  Stream.of(kinds)
                      .anyMatch(kind ->
                          file.getFileName().toString().endsWith(kind)
                              || file.getFileName().toString().startsWith(kind)))
              .toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
