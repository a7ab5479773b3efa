package vn.vanban.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Suggestion;

/**
 * Keeps what it is fed with and what it is told to do; forgets at {@link #crash} what an engine
 * would.
 */
final class RecordingEngine implements SearchEngine {
  final List<String> told = new ArrayList<>();
  private Map<String, IndexChange.Put> applied = new LinkedHashMap<>();
  private Map<String, IndexChange.Put> committed = new LinkedHashMap<>();
  private Optional<IndexMark> mark = Optional.empty();
  private boolean broken;

  @Override
  public synchronized void apply(List<IndexChange> changes) {
    apply(changes, applied);
  }

  private synchronized void apply(List<IndexChange> changes, Map<String, IndexChange.Put> applied) {
    if (broken) {
      throw new IllegalStateException("đĩa đầy");
    }
    told.add("apply " + changes.size());
    for (IndexChange change : changes) {
      switch (change) {
        case IndexChange.Put put -> applied.put(put.documentId(), put);
        case IndexChange.Remove remove -> applied.remove(remove.documentId());
      }
    }
  }

  @Override
  public synchronized void commit(IndexMark next) {
    told.add("commit " + next.sequence());
    committed = new LinkedHashMap<>(applied);
    mark = Optional.of(next);
    notifyAll();
  }

  @Override
  public synchronized Optional<IndexMark> mark() {
    return mark;
  }

  @Override
  public synchronized void clear() {
    told.add("clear");
    applied = new LinkedHashMap<>();
  }

  @Override
  public synchronized void withhold() {
    told.add("withhold");
    mark = Optional.empty();
  }

  @Override
  public synchronized Successor successor() {
    told.add("successor");
    return new Next();
  }

  private final class Next implements Successor {
    private final Map<String, IndexChange.Put> next = new LinkedHashMap<>();
    private boolean finished;

    @Override
    public void apply(List<IndexChange> changes) {
      RecordingEngine.this.apply(changes, next);
    }

    @Override
    public void finish(IndexMark reached) {
      synchronized (RecordingEngine.this) {
        applied = next;
        commit(reached);
        finished = true;
      }
    }

    @Override
    public void close() {
      if (!finished) {
        told.add("given up");
      }
    }
  }

  @Override
  public synchronized long documentCount() {
    return committed.size();
  }

  synchronized Map<String, IndexChange.Put> documents() {
    return Map.copyOf(committed);
  }

  synchronized List<String> texts(String id) {
    IndexChange.Put put = committed.get(id);
    return put == null ? List.of() : put.texts();
  }

  synchronized void crash() {
    applied = new LinkedHashMap<>(committed);
  }

  synchronized void markAs(IndexMark other) {
    mark = Optional.of(other);
  }

  synchronized void breakDown(boolean now) {
    broken = now;
  }

  synchronized void awaitCommit(long sequence) throws InterruptedException {
    while (mark.isEmpty() || mark.get().sequence() < sequence) {
      wait();
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    throw new UnsupportedOperationException("nothing here searches");
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) {
    throw new UnsupportedOperationException("nothing here suggests");
  }

  @Override
  public SearchResult similar(String documentId, int limit) {
    throw new UnsupportedOperationException("nothing here searches");
  }

  @Override
  public SearchResult citing(String documentId, int offset, int limit) {
    throw new UnsupportedOperationException("nothing here searches");
  }

  @Override
  public void close() {}
}
