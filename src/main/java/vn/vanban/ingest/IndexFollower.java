package vn.vanban.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.law.EffectTimeline;
import vn.vanban.registry.Change;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Tombstone;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexChange.Reason;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;

/**
 * Keeps an engine level with a registry: walks the change feed from the engine's mark, and has a
 * successor built from the first change if the engine has no mark of this registry. Closing it
 * closes neither of them.
 */
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /** Changes whose documents are in memory at a time. */
  private static final int BATCH = 64;

  /** Changes between two commits of a long walk: what a crash can cost in repeated work. */
  private static final int COMMIT_EVERY = 5_000;

  /** How soon an index that shows itself to be damaged while nothing arrives is rebuilt. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** After a failure: the first wait, doubled each time up to the longest. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private static final Duration LAST_RETRY = Duration.ofMinutes(1);

  /**
   * How far a rebuild is.
   *
   * @param done the last change that the successor has
   * @param total the last change when this was told
   */
  public record Rebuild(long done, long total) {}

  /** Is told how far a rebuild is. */
  @FunctionalInterface
  public interface Progress {
    void reached(Rebuild rebuild);
  }

  /**
   * What the follower is at.
   *
   * @param rebuild how far a rebuild is; empty if none is under way
   * @param failure why the engine is not level, if the last attempt in the background failed
   */
  public record State(Optional<Rebuild> rebuild, Optional<RuntimeException> failure) {
    /** Nothing is under way, nothing failed. */
    public static final State QUIET = new State(Optional.empty(), Optional.empty());
  }

  private final Registry registry;
  private final SearchEngine engine;
  private final ReentrantLock walking = new ReentrantLock();
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread background;
  private Registry.@Nullable Subscription subscription;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException failure;
  private volatile @Nullable Rebuild rebuild;

  private final Duration firstRetry;

  /** Does nothing until told. */
  public IndexFollower(Registry registry, SearchEngine engine) {
    this(registry, engine, FIRST_RETRY);
  }

  IndexFollower(Registry registry, SearchEngine engine, Duration firstRetry) {
    this.registry = registry;
    this.engine = engine;
    this.firstRetry = firstRetry;
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
      return follows(position) ? walk(position) : build(position, told -> {});
    } finally {
      walking.unlock();
    }
  }

  /**
   * Builds the index anew from the first change. The present one, if it is this registry's, answers
   * and stays level until its successor takes its place.
   *
   * @param progress is told after each batch
   * @return the sequence number that the engine has reached
   */
  public long rebuild(Progress progress) {
    walking.lock();
    try {
      return build(registry.position(), progress);
    } finally {
      walking.unlock();
    }
  }

  /**
   * Whether an index was made from a registry, in its present epoch.
   *
   * @param mark of the index
   * @param position of the registry
   */
  public static boolean isOf(Optional<IndexMark> mark, FeedPosition position) {
    return mark.filter(
            m -> m.registryId().equals(position.registryId()) && m.epoch().equals(position.epoch()))
        .isPresent();
  }

  /**
   * Whether an index {@linkplain #isOf is of} a registry and knows nothing that the registry does
   * not have: only then may it answer.
   */
  public static boolean follows(Optional<IndexMark> mark, FeedPosition position) {
    return isOf(mark, position) && mark.orElseThrow().sequence() <= position.sequence();
  }

  private boolean follows(FeedPosition position) {
    return follows(engine.mark(), position);
  }

  /** Whether the engine may answer: what this registry does not have must not be answered. */
  private boolean answersOrIsWithheld(FeedPosition position) {
    if (follows(position)) {
      return true;
    }
    if (engine.mark().isPresent()) {
      LOG.info("the index does not belong to this registry: rebuilding it");
    }
    engine.withhold();
    return false;
  }

  private long walk(FeedPosition position) {
    long reached = engine.mark().orElseThrow().sequence();
    long committed = reached;
    while (true) {
      List<Change> changes = registry.changesAfter(reached, BATCH);
      if (changes.isEmpty()) {
        break;
      }
      engine.apply(indexChanges(changes));
      reached = changes.getLast().sequence();
      if (reached - committed >= COMMIT_EVERY) {
        engine.commit(mark(position, reached));
        committed = reached;
      }
    }
    if (reached > committed) {
      engine.commit(mark(position, reached));
    }
    return reached;
  }

  private long build(FeedPosition position, Progress progress) {
    boolean answering = answersOrIsWithheld(position);
    long reached = 0;
    rebuild = new Rebuild(reached, position.sequence());
    try (SearchEngine.Successor next = engine.successor()) {
      while (!closing) {
        List<Change> changes =
            // While nothing answers, what arrives meanwhile can wait for the next walk.
            !answering && reached >= position.sequence()
                ? List.of()
                : registry.changesAfter(reached, BATCH);
        if (changes.isEmpty()) {
          next.finish(mark(position, reached));
          return reached;
        }
        next.apply(indexChanges(changes));
        reached = changes.getLast().sequence();
        FeedPosition now = registry.position();
        Rebuild told = new Rebuild(reached, now.sequence());
        rebuild = told;
        progress.reached(told);
        if (follows(now)) {
          walk(now);
        }
      }
      return engine.mark().map(IndexMark::sequence).orElse(0L);
    } finally {
      rebuild = null;
    }
  }

  /**
   * Follows the registry in a thread of its own, from now until {@link #close}. When this returns,
   * the engine answers nothing that is not of this registry; if the registry is empty, it answers
   * so.
   */
  public void start() {
    if (background != null) {
      throw new IllegalStateException("already following");
    }
    FeedPosition position = registry.position();
    if (!answersOrIsWithheld(position) && position.sequence() == 0) {
      catchUp();
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

  /** What is under way, and what failed. */
  public State state() {
    return new State(Optional.ofNullable(rebuild), failure());
  }

  /** Ends the following in the background, after the walk under way; a rebuild is given up. */
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
    Duration wait = firstRetry;
    while (true) {
      boolean changed = awaitChange(failure == null ? LOOK_EVERY : wait);
      if (closing) {
        return;
      }
      if (!changed && failure == null && engine.mark().isPresent()) {
        continue;
      }
      try {
        catchUp();
        failure = null;
        wait = firstRetry;
      } catch (RuntimeException e) {
        wait = failure == null ? firstRetry : longer(wait);
        LOG.error("the index cannot follow the registry; next attempt in {}", wait, e);
        failure = e;
      }
    }
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LAST_RETRY) < 0 ? twice : LAST_RETRY;
  }

  /** Whether something changed within that time. */
  private boolean awaitChange(Duration most) {
    try {
      boolean changed = wake.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
      wake.drainPermits();
      return changed;
    } catch (InterruptedException e) {
      // Nobody but close() ends this thread, and it does so otherwise.
      LOG.debug("not to be interrupted", e);
      return true;
    }
  }

  private static IndexMark mark(FeedPosition position, long sequence) {
    return new IndexMark(position.registryId(), position.epoch(), sequence);
  }

  /** Several changes of one document are one: what counts is how it is now. */
  private List<IndexChange> indexChanges(List<Change> changes) {
    Map<String, Change> last = new LinkedHashMap<>();
    for (Change change : changes) {
      last.put(change.documentId(), change);
    }
    Map<String, RegisteredDocument> documents = registry.documents(last.keySet());
    // What is withheld from guests is in no index: no count, suggestion or spelling can tell of it.
    Set<String> withheld =
        documents.values().stream()
            .filter(document -> !document.isPublic())
            .map(RegisteredDocument::id)
            .collect(Collectors.toSet());
    documents.keySet().removeAll(withheld);
    Map<String, EffectTimeline> effects = registry.effects(documents.keySet());
    List<IndexChange> result = new ArrayList<>(last.size());
    for (String id : last.keySet()) {
      RegisteredDocument document = documents.get(id);
      EffectTimeline effect = effects.get(id);
      // A document that went between the two reads is removed again by the change that says so.
      result.add(
          document == null || effect == null
              ? new IndexChange.Remove(id, withheld.contains(id) ? Reason.WITHHELD : gone(id))
              : new IndexChange.Put(
                  id,
                  document.document(),
                  document.copies().stream().map(RegisteredDocument.Copy::text).toList(),
                  effect.whole(),
                  document.primary().source()));
    }
    return result;
  }

  private Reason gone(String id) {
    return registry.tombstone(id).filter(Tombstone::erased).isPresent()
        ? Reason.ERASED
        : Reason.REMOVED;
  }
}
