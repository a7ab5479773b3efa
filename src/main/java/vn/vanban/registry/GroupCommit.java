package vn.vanban.registry;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that register at the same time share a commit: whoever gets the lock writes for all
 * that wait. Disks force some hundreds of commits a second, whatever each holds.
 */
final class GroupCommit {

  /** Writes several groups in one transaction; all or nothing. */
  interface Writer {
    /**
     * Writes them.
     *
     * @param groups in order of arrival
     * @return the outcomes of each group, in the same order
     */
    List<List<Registration>> write(List<Group> groups) throws IOException;
  }

  /** One caller's submissions. */
  record Group(
      List<PreparedSubmission> items,
      Map<String, byte[]> bytes,
      List<Enclosure> enclosures,
      Act act) {}

  private static final class Waiting {
    private final Group group;
    private @Nullable List<Registration> outcome;
    private @Nullable Throwable failure;

    Waiting(Group group) {
      this.group = group;
    }

    boolean isDone() {
      return outcome != null || failure != null;
    }
  }

  private final ReentrantLock writing;
  private final Writer writer;
  private final Deque<Waiting> queue = new ArrayDeque<>();

  GroupCommit(ReentrantLock writing, Writer writer) {
    this.writing = writing;
    this.writer = writer;
  }

  /** Returns when the group is durable; throws what the writing of it, and of its peers, threw. */
  List<Registration> write(Group group) throws IOException {
    Waiting mine = new Waiting(group);
    synchronized (queue) {
      queue.add(mine);
    }
    writing.lock();
    try {
      if (!mine.isDone()) {
        writeAll();
      }
    } finally {
      writing.unlock();
    }
    Throwable failure = mine.failure;
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    List<Registration> outcome = mine.outcome;
    if (outcome == null) {
      throw new IllegalStateException("a group was neither written nor refused");
    }
    return outcome;
  }

  private void writeAll() {
    List<Waiting> all;
    synchronized (queue) {
      all = new ArrayList<>(queue);
      queue.clear();
    }
    try {
      List<List<Registration>> outcomes =
          writer.write(all.stream().map(waiting -> waiting.group).toList());
      for (int i = 0; i < all.size(); i++) {
        all.get(i).outcome = outcomes.get(i);
      }
    } catch (IOException | RuntimeException | Error e) {
      all.forEach(waiting -> waiting.failure = e);
    }
  }
}
