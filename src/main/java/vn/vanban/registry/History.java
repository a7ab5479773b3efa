package vn.vanban.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What happened to documents, and what they were at any time. */
final class History {
  /** Actions after which a document answers with a tombstone. */
  private static final Set<Action> GONE = EnumSet.of(Action.REMOVED, Action.ERASED);

  private static final Set<Action> HIDDEN =
      EnumSet.of(Action.REMOVED, Action.ERASED, Action.MERGED_INTO);

  /** A row of the change feed. */
  private record Row(String documentId, long sequence, Instant at, Action action, Act act) {}

  private final Handle handle;
  private final Reads reads;

  History(Handle handle, Reads reads) {
    this.handle = handle;
    this.reads = reads;
  }

  /**
   * All revisions of a document and of those merged into it, the oldest first; empty if there is no
   * such document.
   */
  List<Revision> of(String id) {
    List<Row> rows =
        rows(
            """
            document_id = :id OR document_id IN (SELECT gone.id
                FROM document kept JOIN document gone ON gone.merged = kept.ordinal
                WHERE kept.id = :id)
            """,
            id);
    boolean erased = rows.stream().anyMatch(row -> row.action() == Action.ERASED);
    List<Revision> revisions = new ArrayList<>();
    Map<String, Optional<RegisteredDocument>> before = new HashMap<>();
    for (Row row : rows) {
      if (row.action() == Action.EFFECT_CHANGED) {
        // Another document changed; this one is as it was.
        revisions.add(new Revision(row.sequence(), row.at(), row.action(), row.act(), List.of()));
        continue;
      }
      Optional<RegisteredDocument> after =
          erased ? Optional.empty() : reads.document(handle, row.documentId(), row.sequence());
      Optional<RegisteredDocument> earlier =
          before.getOrDefault(row.documentId(), Optional.empty());
      List<FieldDifference> differences =
          earlier.isEmpty() || after.isEmpty()
              ? List.of()
              : Corrections.differences(earlier.get().document(), after.get().document());
      revisions.add(
          new Revision(
              row.sequence(),
              row.at(),
              row.action(),
              row.act(),
              row.action() == Action.MERGED_INTO
                  ? List.of(
                      new FieldDifference(
                          "id",
                          Optional.of(row.documentId()),
                          tookCopies(row.documentId(), row.sequence()).or(() -> Optional.of(id))))
                  : differences));
      before.put(row.documentId(), after);
    }
    return revisions;
  }

  /** A document as it was at a time; empty if it was not there, or was not shown, or is erased. */
  Optional<RegisteredDocument> at(String id, Instant time) {
    List<Row> rows = rows(id);
    if (rows.stream().anyMatch(row -> row.action() == Action.ERASED)) {
      return Optional.empty();
    }
    List<Row> until = rows.stream().filter(row -> !row.at().isAfter(time)).toList();
    boolean shown =
        !until.isEmpty()
            && until.stream()
                .filter(row -> HIDDEN.contains(row.action()) || row.action() == Action.RESTORED)
                .reduce((first, second) -> second)
                .map(row -> row.action() == Action.RESTORED)
                .orElse(true);
    return shown ? reads.document(handle, id, until.getLast().sequence()) : Optional.empty();
  }

  /**
   * The document that answered for a merged one at a time: the one that it was merged into, or what
   * that one had been merged into by then.
   *
   * @return empty if it was not merged yet, or its merge left no trace (schemas before 5)
   */
  Optional<String> keptAt(String id, Instant time) {
    String kept = id;
    while (true) {
      String gone = kept;
      Optional<String> next =
          rows(gone).stream()
              .filter(row -> row.action() == Action.MERGED_INTO && !row.at().isAfter(time))
              .findFirst()
              .flatMap(merge -> tookCopies(gone, merge.sequence()));
      if (next.isEmpty()) {
        return kept.equals(id) ? Optional.empty() : Optional.of(kept);
      }
      kept = next.get();
    }
  }

  /** The document to which the copies of another went; the change that took them in comes next. */
  private Optional<String> tookCopies(String gone, long until) {
    return handle
        .createQuery(
            """
            WITH taken AS (SELECT m.copy FROM moved m JOIN document d ON d.ordinal = m.document
              WHERE d.id = :gone AND m.until = :until)
            SELECT id FROM document WHERE ordinal IN (
              SELECT document FROM copy WHERE ordinal IN (SELECT copy FROM taken)
                AND sequence = :until + 1
              UNION SELECT document FROM moved WHERE copy IN (SELECT copy FROM taken)
                AND sequence = :until + 1)
            """)
        .bind("gone", gone)
        .bind("until", until)
        .mapTo(String.class)
        .findOne();
  }

  /** What is told of a document that is gone; empty for one that is shown, and for no document. */
  Optional<Tombstone> tombstone(String id) {
    return rows(id).reversed().stream()
        .filter(row -> row.action() != Action.EFFECT_CHANGED)
        .findFirst()
        .filter(row -> GONE.contains(row.action()))
        .map(row -> new Tombstone(id, row.action() == Action.ERASED, row.at(), row.act()));
  }

  private List<Row> rows(String id) {
    return rows("document_id = :id", id);
  }

  private List<Row> rows(String condition, String id) {
    return handle
        .createQuery(
            "SELECT document_id, sequence, at, action, actor, reason FROM change WHERE "
                + condition
                + " ORDER BY sequence")
        .bind("id", id)
        .map((row, context) ->
            new Row(
                row.getString(1),
                row.getLong(2),
                Instant.parse(row.getString(3)),
                Action.valueOf(row.getString(4)),
                new Act(
                    row.getString(5).isEmpty() ? "vanban" : row.getString(5), row.getString(6))))
        .list();
  }
}
