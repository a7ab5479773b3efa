package vn.vanban.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/**
 * Remembers what was answered from the newest view of the index: guests ask much the same, and the
 * same question of the same view has the same answer. All goes with the view.
 */
final class AnswersKept {
  /** Some twenty kilobytes each. */
  private static final int MOST = 1_024;

  private final Map<SearchRequest, SearchResult> answers =
      new LinkedHashMap<>(MOST, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SearchRequest, SearchResult> eldest) {
          return size() > MOST;
        }
      };

  /** The version of the view that all of them are from. */
  private long version = -1;

  /**
   * What was answered before.
   *
   * @param view from which it is to be answered
   * @param request with the day that is meant
   */
  synchronized Optional<SearchResult> of(IndexSearcher view, SearchRequest request) {
    return version(view) == version ? Optional.ofNullable(answers.get(request)) : Optional.empty();
  }

  /** Remembers an answer, unless a newer view was answered from before. */
  synchronized void keep(IndexSearcher view, SearchRequest request, SearchResult answer) {
    long of = version(view);
    if (of > version) {
      answers.clear();
      version = of;
    }
    if (of == version) {
      answers.put(request, answer);
    }
  }

  /** Forgets them all. */
  synchronized void clear() {
    answers.clear();
  }

  private static long version(IndexSearcher view) {
    return ((DirectoryReader) view.getIndexReader()).getVersion();
  }
}
