package vn.vanban.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/**
 * Remembers what was answered from the newest view of the index: guests ask much the same, and the
 * same question of the same view has the same answer. All goes with the first answer from a newer
 * view.
 */
final class AnswersKept {
  /** Of some twenty kilobytes. */
  private static final int MOST = 1_024;

  /** Larger answers are few, and a thousand of them would be too much. */
  private static final int MOST_HITS = 20;

  private static final int MOST_NUMBERS = 50;

  private final Map<SearchRequest, SearchResult> answers =
      new LinkedHashMap<>(MOST, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SearchRequest, SearchResult> eldest) {
          return size() > MOST;
        }
      };

  /** The version of the view that all of them are from. */
  private long view = -1;

  /**
   * What was answered before.
   *
   * @param from the version of the view from which it is to be answered
   * @param request with the day that is meant
   */
  synchronized Optional<SearchResult> of(long from, SearchRequest request) {
    return from == view ? Optional.ofNullable(answers.get(request)) : Optional.empty();
  }

  /** Remembers an answer, unless a newer view was answered from before. */
  synchronized void keep(long from, SearchRequest request, SearchResult answer) {
    if (from > view) {
      forget(from);
    }
    if (from == view
        && request.cursor().isEmpty()
        && !request.explain()
        && answer.hits().size() <= MOST_HITS
        && answer.numbers().size() <= MOST_NUMBERS) {
      answers.put(request, answer);
    }
  }

  /**
   * Forgets all.
   *
   * @param before answers of views before this one are kept no more
   */
  synchronized void forget(long before) {
    answers.clear();
    view = Math.max(view, before);
  }
}
