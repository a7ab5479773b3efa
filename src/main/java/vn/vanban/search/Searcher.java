package vn.vanban.search;

import java.util.List;
import java.util.Optional;

/**
 * The reading side of an engine. Safe for use by many threads. Where nothing can be answered before
 * the index is rebuilt, searching throws {@link IndexUnavailableException}.
 */
public interface Searcher extends AutoCloseable {

  /**
   * Answers a request from what was last committed.
   *
   * @throws CursorExpiredException if the request's cursor is too old
   */
  SearchResult search(SearchRequest request);

  /**
   * What a person may be about to type: numbers, titles, bodies, frequent subjects.
   *
   * @param typed the beginning, with or without marks
   * @param limit how many at most
   */
  List<Suggestion> suggest(String typed, int limit);

  /**
   * Documents like this one.
   *
   * @param documentId its id; an unknown one has none
   * @param limit how many at most
   */
  SearchResult similar(String documentId, int limit);

  /**
   * Documents that cite this one, newest first.
   *
   * @param documentId its id; an unknown one has none
   * @param offset how many to pass over
   * @param limit how many at most
   */
  SearchResult citing(String documentId, int offset, int limit);

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
