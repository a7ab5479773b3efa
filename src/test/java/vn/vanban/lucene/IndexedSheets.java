package vn.vanban.lucene;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

/** A real index in a folder of its own, for tests that fill it with {@link Sheet}s. */
abstract class IndexedSheets {
  @TempDir Path folder;
  LuceneEngine engine;

  @BeforeEach
  final void openEngine() {
    engine = LuceneEngine.open(folder);
  }

  @AfterEach
  final void closeEngine() {
    engine.close();
  }

  /** Adds documents in one commit. */
  final void index(Sheet... sheets) {
    engine.apply(Stream.of(sheets).<IndexChange>map(Sheet::put).toList());
    engine.commit(new IndexMark("registry", "epoch", 1));
  }

  static List<String> ids(SearchResult result) {
    return result.hits().stream().map(Hit::documentId).toList();
  }
}
