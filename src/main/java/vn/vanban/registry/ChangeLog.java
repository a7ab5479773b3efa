package vn.vanban.registry;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the change feed within one transaction; numbers run without gaps, in commit order. */
final class ChangeLog {
  private static final Set<Action> GONE =
      EnumSet.of(Action.REMOVED, Action.ERASED, Action.MERGED_INTO);

  private final Instant at;
  private final PreparedBatch rows;
  private long last;

  ChangeLog(Handle handle, Instant at) {
    this.at = at;
    last =
        handle.createQuery("SELECT coalesce(max(sequence), 0) FROM change").mapTo(Long.class).one();
    rows =
        handle.prepareBatch(
            """
            INSERT INTO change (sequence, document_id, removed, at, action, actor, reason)
            VALUES (:sequence, :document, :removed, :at, :action, :actor, :reason)
            """);
  }

  /** Adds a change; {@link #write} writes it. */
  long add(String documentId, Action action, Act act) {
    rows.bind("sequence", ++last)
        .bind("document", documentId)
        .bind("removed", GONE.contains(action) ? 1 : 0)
        .bind("at", at.toString())
        .bind("action", action.name())
        .bind("actor", act.actor())
        .bind("reason", act.reason())
        .add();
    return last;
  }

  void write() {
    if (rows.size() > 0) {
      rows.execute();
    }
  }
}
