package vn.vanban.registry;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (done, total) -> {};

  /**
   * Called by the thread that works, after each piece.
   *
   * @param done pieces (files, documents) that are done
   * @param total how many there are in all
   */
  void at(long done, long total);
}
