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

  /** Forgets everything, for a rebuild from the first change. */
  void clear();
}
