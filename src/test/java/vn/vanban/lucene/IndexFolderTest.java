package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.DocumentKind;
import vn.vanban.search.IndexMark;
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
    try (FSDirectory directory = FSDirectory.open(folder);
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
      Files.createDirectory(folder.resolve("pending_segments_2"));
      assertThatThrownBy(() -> engine.commit(next)).isInstanceOf(UncheckedIOException.class);
      assertThat(engine.mark()).hasValue(MARK);
      engine.commit(next);
      assertThat(engine.mark()).hasValue(next);
      engine.clear();
      assertThat(engine.mark()).isEmpty();
    }
  }

  private void isNewAndWorks() {
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      assertThat(engine.mark()).isEmpty();
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
    try (Stream<Path> all = Files.list(folder)) {
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
