package vn.vanban.search;

import java.util.List;
import java.util.Optional;

/** What every engine offers. Safe for use by many threads; one thread applies changes. */
public interface SearchEngine extends AutoCloseable {

  /** Answers a request from what was last committed. */
  SearchResult search(SearchRequest request);

  /**
   * Takes in changes; they are searched after the next {@link #commit}.
   *
   * @param changes in the order of the feed
   */
  void apply(List<IndexChange> changes);

  /**
   * Makes all that was applied durable and visible.
   *
   * @param mark the place in the registry's feed up to which nothing is missing
   */
  void commit(IndexMark mark);

  /**
   * The mark of the last commit; empty for a new index or one made by another version of schema or
   * analysis.
   */
  Optional<IndexMark> mark();

  /** Forgets everything, for a rebuild from the first change. */
  void clear();

  /** How many documents are searchable. */
  long documentCount();

  @Override
  void close();
}
