package vn.vanban.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.law.EffectTimeline;
import vn.vanban.registry.Change;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;

/**
 * Keeps an engine level with a registry: walks the change feed from the engine's mark, and starts
 * from nothing if that mark is not of this registry. Closing it closes neither of them.
 */
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /** Changes whose documents are in memory at a time. */
  private static final int BATCH = 64;

  /** Changes between two commits of a long walk: what a crash can cost in repeated work. */
  private static final int COMMIT_EVERY = 5_000;

  private final Registry registry;
  private final SearchEngine engine;
  private final ReentrantLock walking = new ReentrantLock();
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread background;
  private Registry.@Nullable Subscription subscription;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException failure;

  /** Does nothing until told. */
  public IndexFollower(Registry registry, SearchEngine engine) {
    this.registry = registry;
    this.engine = engine;
  }

  /**
   * Brings the engine level with the registry; when this returns, all that was registered before
   * the call is searchable.
   *
   * @return the sequence number that the engine has reached
   */
  public long catchUp() {
    walking.lock();
    try {
      FeedPosition position = registry.position();
      long reached = start(position);
      long committed = reached;
      while (true) {
        List<Change> changes = registry.changesAfter(reached, BATCH);
        if (changes.isEmpty()) {
          break;
        }
        engine.apply(indexChanges(changes));
        reached = changes.getLast().sequence();
        if (reached - committed >= COMMIT_EVERY) {
          commit(position, reached);
          committed = reached;
        }
      }
      if (reached > committed || engine.mark().isEmpty()) {
        commit(position, reached);
      }
      return reached;
    } finally {
      walking.unlock();
    }
  }

  /** Follows the registry in a thread of its own, from now until {@link #close}. */
  public void start() {
    if (background != null) {
      throw new IllegalStateException("already following");
    }
    subscription = registry.onChange(wake::release);
    wake.release();
    background = Thread.ofPlatform().name("index-follower").daemon().start(this::follow);
  }

  /**
   * Why the engine is not level with the registry, if the last attempt in the background failed.
   */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Ends the following in the background, after the walk under way. */
  @Override
  public void close() {
    Thread thread = background;
    Registry.Subscription subscribed = subscription;
    if (thread == null || subscribed == null) {
      return;
    }
    subscribed.close();
    // Woken, not interrupted: an interrupt closes the files that the engine has open.
    closing = true;
    wake.release();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    while (true) {
      wake.acquireUninterruptibly();
      wake.drainPermits();
      if (closing) {
        return;
      }
      try {
        catchUp();
        failure = null;
      } catch (RuntimeException e) {
        // The next change brings the next attempt.
        LOG.error("the index cannot follow the registry", e);
        failure = e;
      }
    }
  }

  /** The number to go on from; clears an engine that followed something else. */
  private long start(FeedPosition position) {
    Optional<IndexMark> mark = engine.mark();
    boolean follows =
        mark.filter(m ->
                m.registryId().equals(position.registryId())
                    && m.epoch().equals(position.epoch())
                    && m.sequence() <= position.sequence())
            .isPresent();
    if (follows) {
      return mark.orElseThrow().sequence();
    }
    if (mark.isPresent() || engine.documentCount() > 0) {
      LOG.info("the index does not belong to this registry: rebuilding it");
    }
    engine.clear();
    return 0;
  }

  private void commit(FeedPosition position, long sequence) {
    engine.commit(new IndexMark(position.registryId(), position.epoch(), sequence));
  }

  /** Several changes of one document are one: what counts is how it is now. */
  private List<IndexChange> indexChanges(List<Change> changes) {
    Map<String, Change> last = new LinkedHashMap<>();
    for (Change change : changes) {
      last.put(change.documentId(), change);
    }
    Map<String, RegisteredDocument> documents = registry.documents(last.keySet());
    // What is withheld from guests is in no index: no count, suggestion or spelling can tell of it.
    documents.values().removeIf(document -> !document.isPublic());
    Map<String, EffectTimeline> effects = registry.effects(documents.keySet());
    List<IndexChange> result = new ArrayList<>(last.size());
    for (String id : last.keySet()) {
      RegisteredDocument document = documents.get(id);
      EffectTimeline effect = effects.get(id);
      // A document that went between the two reads is removed again by the change that says so.
      result.add(
          document == null || effect == null
              ? new IndexChange.Remove(id)
              : new IndexChange.Put(
                  id,
                  document.document(),
                  document.copies().stream().map(RegisteredDocument.Copy::text).toList(),
                  effect.whole()));
    }
    return result;
  }
}
