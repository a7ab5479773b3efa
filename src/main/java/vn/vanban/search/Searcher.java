package vn.vanban.search;

import java.util.Optional;

/** The reading side of an engine. Safe for use by many threads. */
public interface Searcher extends AutoCloseable {

  /** Answers a request from what was last committed. */
  SearchResult search(SearchRequest request);

  /**
   * The mark of the last commit; empty for a new index or one made by another version of schema or
   * analysis.
   */
  Optional<IndexMark> mark();

  /** How many documents are searchable. */
  long documentCount();

  @Override
  void close();
}
