package vn.vanban.search;

import java.util.List;

/** What every engine offers. Safe for use by many threads; one thread applies changes. */
public interface SearchEngine extends Searcher {

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

  /** Forgets everything at once. */
  void clear();

  /**
   * Stops answering from what there is, because it is another registry's: {@link #mark()} is empty
   * and searches throw {@link IndexUnavailableException} until a successor is finished.
   */
  void withhold();

  /**
   * Begins an index from nothing beside the present one, which goes on answering. One at a time.
   */
  Successor successor();

  /** An index in the making. */
  interface Successor extends AutoCloseable {

    /**
     * Takes in changes, as {@link SearchEngine#apply}.
     *
     * @param changes in the order of the feed
     */
    void apply(List<IndexChange> changes);

    /**
     * Makes what was applied durable and puts it in the present index's place.
     *
     * @param mark the place in the registry's feed up to which nothing is missing
     */
    void finish(IndexMark mark);

    /** Gives it up, unless it is finished. */
    @Override
    void close();
  }
}
