package vn.vanban.registry;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes all {@link DerivedRows} anew from the records, some hundreds of documents a transaction.
 */
final class DerivedRepair {
  private static final Logger LOG = LoggerFactory.getLogger(DerivedRepair.class);
  private static final int BATCH = 500;

  private final Jdbi writing;
  private final Reads reads;
  private final RecordCodec codec;
  private final Lock lock;

  /**
   * A repair.
   *
   * @param lock held for each transaction, so that others may write in between
   */
  DerivedRepair(Jdbi writing, Reads reads, RecordCodec codec, Lock lock) {
    this.writing = writing;
    this.lock = lock;
    this.reads = reads;
    this.codec = codec;
  }

  void run() {
    long last = 0;
    while (true) {
      long after = last;
      List<Long> ordinals = writing.withHandle(handle -> next(handle, after));
      if (ordinals.isEmpty()) {
        break;
      }
      locked(() -> {
        try {
          make(ordinals);
        } catch (RegistryException some) {
          each(ordinals);
        }
        return true;
      });
      last = ordinals.getLast();
      LOG.info("derived rows are made up to document {}", last);
    }
    withheldBy();
    locked(() ->
        writing.withHandle(handle ->
            handle.execute(
                """
                INSERT INTO meta (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                Registry.DERIVED,
                DerivedRows.VERSION)));
  }

  /** Deletes what follows from documents that are shown no more; gives how many rows. */
  int clearStray() {
    return locked(() ->
        writing.inTransaction(handle -> {
          int rows = 0;
          for (String table : List.of("cited_as", "reference", "band")) {
            rows +=
                handle.execute(
                    "DELETE FROM "
                        + table
                        + " WHERE document IN (SELECT ordinal FROM document WHERE state <> 'LIVE')");
          }
          return rows;
        }));
  }

  /**
   * Finds in the past of documents that are withheld by which change guests lost them, where that
   * is not written down: before schema 8, and in exports.
   */
  private void withheldBy() {
    List<String> withheld =
        writing.withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM document d
                    WHERE withheld = 1 AND withheld_by IS NULL AND state <> 'ERASED'
                      AND (SELECT count(*) FROM change c WHERE c.document_id = d.id) > 1
                    ORDER BY ordinal
                    """)
                .mapTo(String.class)
                .list());
    for (String id : withheld) {
      try {
        locked(() ->
            writing.inTransaction(handle ->
                handle.execute(
                    "UPDATE document SET withheld_by = ? WHERE id = ? AND withheld = 1",
                    withheldBy(handle, id),
                    id)));
      } catch (RegistryException e) {
        LOG.warn("the past of document {} cannot be read: {}", id, e.getMessage());
      }
    }
  }

  /**
   * The last change that made a public document a withheld one; null where none did after the
   * commit that registered it.
   */
  private @Nullable Long withheldBy(Handle handle, String id) {
    // Of one commit nobody saw but the end.
    List<Long> changes =
        handle
            .createQuery(
                """
                SELECT max(sequence) FROM change
                WHERE document_id = :id AND action <> 'EFFECT_CHANGED'
                GROUP BY at ORDER BY 1 DESC
                """)
            .bind("id", id)
            .mapTo(Long.class)
            .list();
    Long after = null;
    for (Long change : changes) {
      if (reads.document(handle, id, change).filter(RegisteredDocument::isPublic).isPresent()) {
        return after;
      }
      after = change;
    }
    return null;
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void make(List<Long> ordinals) {
    writing.useTransaction(handle -> {
      countDoubts(handle, ordinals);
      DerivedRows derived = new DerivedRows(handle);
      for (Reads.Placed placed : reads.byOrdinals(handle, ordinals)) {
        derived.replace(placed);
      }
      derived.write();
    });
  }

  /** One by one: a record that is damaged costs its own document only. */
  private void each(List<Long> ordinals) {
    for (long ordinal : ordinals) {
      try {
        make(List.of(ordinal));
      } catch (RegistryException e) {
        LOG.warn(
            "the rows of document {} stay as they are; verify tells of it: {}",
            ordinal,
            e.getMessage());
      }
    }
  }

  /** The next live documents, in order of registration. */
  static List<Long> next(Handle handle, long after) {
    return handle
        .createQuery(
            """
            SELECT ordinal FROM document WHERE state = 'LIVE' AND ordinal > :after
            ORDER BY ordinal LIMIT :limit
            """)
        .bind("after", after)
        .bind("limit", BATCH)
        .mapTo(Long.class)
        .list();
  }

  /** The first version of the schema did not count the warnings of a copy. */
  private void countDoubts(Handle handle, List<Long> documents) {
    record Copy(long ordinal, int doubts) {}
    List<Copy> copies =
        handle
            .createQuery("SELECT ordinal, record FROM copy WHERE document IN (<documents>)")
            .bindList("documents", documents)
            .map((row, context) ->
                new Copy(
                    row.getLong(1),
                    codec.decode(PackedText.unpack(row.getBytes(2))).warnings().size()))
            .list();
    var batch = handle.prepareBatch("UPDATE copy SET doubts = :doubts WHERE ordinal = :ordinal");
    copies.forEach(
        copy -> batch.bind("doubts", copy.doubts()).bind("ordinal", copy.ordinal()).add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
