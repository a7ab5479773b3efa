package vn.vanban.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.law.LegalDocument;

/** Changes of documents that are registered already, within one transaction. */
final class Editing {
  private static final Logger LOG = LoggerFactory.getLogger(Editing.class);
  private static final String NO_CONTENT = "x''";

  /** A document's place and whether it is shown. */
  private record Known(long ordinal, State state) {}

  private enum State {
    LIVE,
    REMOVED,
    ERASED,
    MERGED
  }

  private final Handle handle;
  private final Reads reads;
  private final Act act;
  private final ChangeLog log;

  Editing(Handle handle, Reads reads, Instant now, Act act) {
    this.handle = handle;
    this.reads = reads;
    this.act = act;
    this.log = new ChangeLog(handle, now);
  }

  /**
   * Overrules a field.
   *
   * @param value in canonical form; empty to say that the document has none
   * @return the correction's number
   */
  long correct(String id, String field, Optional<String> value) {
    Known known = live(id);
    return changed(
        id, known, Action.CORRECTED, sequence -> insert(known, field, false, value, sequence));
  }

  /** Says that what was read of a field is right. */
  long accept(String id, String field) {
    Known known = live(id);
    Optional<String> value = Corrections.accepted(record(known), field);
    return changed(
        id, known, Action.ACCEPTED, sequence -> insert(known, field, true, value, sequence));
  }

  /** Takes a correction or acceptance back. */
  void withdraw(String id, long number) {
    Known known = live(id);
    changed(
        id,
        known,
        Action.CORRECTION_WITHDRAWN,
        sequence -> {
          int rows =
              handle
                  .createUpdate(
                      """
                      UPDATE correction SET withdrawn = :sequence
                      WHERE number = :number AND document = :document AND withdrawn IS NULL
                      """)
                  .bind("sequence", sequence)
                  .bind("number", number)
                  .bind("document", known.ordinal())
                  .execute();
          if (rows == 0) {
            throw new IllegalArgumentException(
                "Văn bản %s không có đính chính số %d nào đang có hiệu lực.".formatted(id, number));
          }
          return number;
        });
  }

  /** Takes a document out of sight. */
  void remove(String id) {
    Known known = live(id);
    Set<String> touched = DerivedRows.boreOn(handle, List.of(known.ordinal()));
    Set<Long> twins = twins(known);
    state(known, State.REMOVED);
    log.add(id, Action.REMOVED, act);
    new DerivedRows(handle).clear(known.ordinal());
    recount(twins);
    finish(touched);
  }

  /** Other live documents of the same identity: each has a warning that names the others. */
  private Set<Long> twins(Known known) {
    return new TreeSet<>(
        handle
            .createQuery(
                """
                SELECT b.ordinal FROM document a JOIN document b
                  ON b.number_key = a.number_key AND b.issuer_key = a.issuer_key
                    AND b.year = a.year AND b.kind = a.kind
                WHERE a.ordinal = :document AND b.ordinal <> a.ordinal AND b.state = 'LIVE'
                """)
            .bind("document", known.ordinal())
            .mapTo(Long.class)
            .list());
  }

  /** Counts the doubts of documents again, whose twin came or went. */
  private void recount(Set<Long> documents) {
    for (long ordinal : documents) {
      try {
        for (Reads.Placed placed : reads.byOrdinals(handle, List.of(ordinal))) {
          handle.execute(
              "UPDATE document SET doubts = ? WHERE ordinal = ?",
              placed.document().document().warnings().size(),
              ordinal);
        }
      } catch (RegistryException damaged) {
        // Another document's damage is told by verify, and counted again when it is mended.
        LOG.warn("document {} cannot be read: {}", ordinal, damaged.getMessage());
      }
    }
  }

  /** Brings a removed document back. */
  void restore(String id) {
    Known known = known(id);
    if (known.state() != State.REMOVED) {
      throw new IllegalArgumentException(
          known.state() == State.LIVE
              ? "Văn bản " + id + " không bị gỡ."
              : "Nội dung của văn bản " + id + " đã bị xóa, không khôi phục được.");
    }
    state(known, State.LIVE);
    changed(id, known, Action.RESTORED, sequence -> sequence);
  }

  /** Moves what belongs to one document to another, which answers for it from now on. */
  void merge(String id, String into) {
    Known gone = live(id);
    Known kept = live(into);
    if (gone.ordinal() == kept.ordinal()) {
      throw new IllegalArgumentException("Không thể gộp văn bản " + id + " vào chính nó.");
    }
    if (read(id).handling().isPublic() != read(into).handling().isPublic()) {
      throw new IllegalArgumentException(
          "Không thể gộp một văn bản công khai với một văn bản không công khai; hãy đính chính"
              + " secrecy hoặc visibility trước.");
    }
    List<Long> both = List.of(gone.ordinal(), kept.ordinal());
    Set<String> touched = new TreeSet<>(DerivedRows.boreOn(handle, both));
    long until = log.add(id, Action.MERGED_INTO, act);
    long sequence = log.add(into, Action.MERGED, act);
    log.write();
    handle.execute(
        "UPDATE correction SET withdrawn = ? WHERE document = ? AND withdrawn IS NULL",
        sequence,
        gone.ordinal());
    Set<Long> twins = twins(gone);
    twins.addAll(twins(kept));
    // From now on only, so that the past of both stays as it was.
    handle.execute(
        """
        INSERT INTO moved (copy, document, sequence, merged, until)
        SELECT ordinal, document, sequence, merged, ? FROM copy WHERE document = ?
        """,
        until,
        gone.ordinal());
    handle.execute(
        "UPDATE copy SET document = ?, sequence = ?, merged = 1 WHERE document = ?",
        kept.ordinal(),
        sequence,
        gone.ordinal());
    handle.execute(
        "UPDATE document SET merged = ? WHERE ? IN (ordinal, merged)",
        kept.ordinal(),
        gone.ordinal());
    state(gone, State.MERGED);
    DerivedRows derived = new DerivedRows(handle);
    derived.clear(gone.ordinal());
    derived.replace(placed(kept));
    derived.write();
    twins.addAll(twins(kept));
    twins.add(kept.ordinal());
    recount(twins);
    touched.addAll(DerivedRows.boreOn(handle, List.of(kept.ordinal())));
    touched.removeAll(Set.of(id, into));
    finish(touched);
  }

  /** Its content would live on in the mail or portfolio that it came in. */
  private void refuseIfEnclosed(long document) {
    List<String> containers =
        handle
            .createQuery(
                """
                SELECT DISTINCT d.id FROM copy c JOIN enclosure e ON e.copy = c.ordinal
                JOIN copy o ON o.sha256 = e.container JOIN document d ON d.ordinal = o.document
                WHERE c.document = :document AND d.ordinal <> :document AND d.state <> 'ERASED'
                ORDER BY d.ordinal
                """)
            .bind("document", document)
            .mapTo(String.class)
            .list();
    if (!containers.isEmpty()) {
      throw new IllegalArgumentException(
          "Nội dung của văn bản này còn nằm trong tệp gốc của văn bản %s, mà nó đi kèm. Hãy xóa văn bản ấy trước."
              .formatted(String.join(", ", containers)));
    }
  }

  /**
   * Destroys a document's content in the database; a trace stays: its id, the hashes of its
   * originals, when, by whom and why.
   *
   * @return the hashes of its originals, whose files are to be deleted once this is committed
   */
  List<String> erase(String id) {
    Known known = known(id);
    if (known.state() == State.ERASED) {
      throw new IllegalArgumentException("Nội dung của văn bản " + id + " đã bị xóa trước đó.");
    }
    long ordinal = known.ordinal();
    refuseIfEnclosed(ordinal);
    Set<String> touched = DerivedRows.boreOn(handle, List.of(ordinal));
    List<String> hashes =
        handle
            .createQuery("SELECT sha256 FROM copy WHERE document = :document ORDER BY ordinal")
            .bind("document", ordinal)
            .mapTo(String.class)
            .list();
    Set<Long> twins = twins(known);
    state(known, State.ERASED);
    new DerivedRows(handle).clear(ordinal);
    handle.execute(
        """
        UPDATE document SET kind = 'OTHER', number_key = NULL, issuer_key = NULL, year = NULL,
            doubts = 0
        WHERE ordinal = ? OR merged = ?
        """,
        ordinal,
        ordinal);
    handle.execute(
        "DELETE FROM reading WHERE copy IN (SELECT ordinal FROM copy WHERE document = ?)", ordinal);
    handle.execute(
        """
        DELETE FROM correction
        WHERE document IN (SELECT ordinal FROM document WHERE ordinal = ? OR merged = ?)
        """,
        ordinal,
        ordinal);
    handle.execute(
        "DELETE FROM moved WHERE copy IN (SELECT ordinal FROM copy WHERE document = ?)", ordinal);
    handle.execute(
        """
        DELETE FROM enclosure
        WHERE copy IN (SELECT ordinal FROM copy WHERE document = ?)
          OR container IN (SELECT sha256 FROM copy WHERE document = ?)
        """,
        ordinal,
        ordinal);
    handle.execute(
        "DELETE FROM original WHERE sha256 IN (SELECT sha256 FROM copy WHERE document = ?)",
        ordinal);
    handle.execute(
        "UPDATE copy SET source = '', record = %1$s, repaired = %1$s, extracted = NULL, text_sha256 = ''"
                .formatted(NO_CONTENT)
            + " WHERE document = ?",
        ordinal);
    recount(twins);
    log.add(id, Action.ERASED, act);
    finish(touched);
    return hashes;
  }

  /**
   * Keeps what a later parser read from originals of a document.
   *
   * @param recorded whether it is kept; else the transaction is taken back
   * @return how the fields differ; a difference that no field shows is told as one of evidence
   */
  List<FieldDifference> reparse(String id, List<PreparedSubmission> readings, boolean recorded) {
    LegalDocument before = read(id);
    boolean changed = false;
    for (PreparedSubmission reading : readings) {
      changed |= reparse(reading);
    }
    if (!changed) {
      return List.of();
    }
    List<FieldDifference> differences = Corrections.differences(before, read(id));
    if (!recorded) {
      handle.rollback();
    }
    return differences.isEmpty()
        ? List.of(new FieldDifference("evidence", Optional.empty(), Optional.empty()))
        : differences;
  }

  private LegalDocument read(String id) {
    return reads
        .document(handle, id, Reads.NOW)
        .orElseThrow(() -> new IllegalArgumentException("Không có văn bản nào mang mã " + id + "."))
        .document();
  }

  /** Whether a reading differs from what was read before of the same bytes; then it is kept. */
  private boolean reparse(PreparedSubmission reading) {
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Before(long copy, String id, boolean live, byte[] record, String textSha256) {}
    Before before =
        handle
            .createQuery(
                """
                SELECT c.ordinal, d.id, d.state = 'LIVE', coalesce(r.record, c.record),
                    coalesce(r.text_sha256, c.text_sha256)
                """
                    + Reads.COPIES
                    + "WHERE c.sha256 = :sha256")
            .bind("sha256", reading.sha256())
            .map((row, context) ->
                new Before(
                    row.getLong(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBytes(4),
                    row.getString(5)))
            .one();
    boolean same =
        !before.live()
            || (before.textSha256().equals(reading.textSha256())
                && PackedText.unpack(before.record()).equals(PackedText.unpack(reading.record())));
    if (same) {
      return false;
    }
    Known known = live(before.id());
    changed(
        before.id(),
        known,
        Action.REPARSED,
        sequence ->
            handle
                .createUpdate(
                    """
                    INSERT INTO reading (copy, sequence, text_sha256, doubts, record, repaired,
                        extracted)
                    VALUES (:copy, :sequence, :textSha256, :doubts, :record, :repaired, :extracted)
                    """)
                .bind("copy", before.copy())
                .bind("sequence", sequence)
                .bind("textSha256", reading.textSha256())
                .bind("doubts", reading.document().warnings().size())
                .bind("record", reading.record())
                .bind("repaired", reading.repaired())
                .bind("extracted", reading.extracted().orElse(null))
                .execute());
    return true;
  }

  /** Puts a reading in the place of a damaged one; others of the document may stay damaged. */
  void replaceDamaged(StoredReading place, PreparedSubmission reading) {
    Known known = known(place.documentId());
    changed(
        place.documentId(),
        known,
        Action.REPARSED,
        sequence ->
            handle
                .createUpdate(place.sequence() == 0 ? REPLACE_FIRST : REPLACE_LATER)
                .bind("sha256", reading.sha256())
                .bind("sequence", place.sequence())
                .bind("textSha256", reading.textSha256())
                .bind("doubts", reading.document().warnings().size())
                .bind("record", reading.record())
                .bind("repaired", reading.repaired())
                .bind("extracted", reading.extracted().orElse(null))
                .execute(),
        () -> {
          try {
            if (known.state() == State.LIVE) {
              derive(known);
            }
          } catch (RegistryException stillDamaged) {
            LOG.warn(
                "document {} is not mended yet: {}", place.documentId(), stillDamaged.getMessage());
          }
        });
  }

  private static final String REPLACE =
      """
      SET text_sha256 = :textSha256, doubts = :doubts, record = :record, repaired = :repaired,
          extracted = :extracted
      """;
  private static final String REPLACE_FIRST =
      "UPDATE copy " + REPLACE + " WHERE sha256 = :sha256 AND :sequence = 0";
  private static final String REPLACE_LATER =
      "UPDATE reading "
          + REPLACE
          + " WHERE sequence = :sequence AND copy = (SELECT ordinal FROM copy WHERE sha256 = :sha256)";

  private interface Step {
    long at(long sequence);
  }

  private long changed(String id, Known known, Action action, Step step) {
    return changed(id, known, action, step, () -> derive(known));
  }

  /**
   * Does one step of a document's history, and tells the documents that it bears on.
   *
   * @param derive makes anew what follows from the document
   */
  private long changed(String id, Known known, Action action, Step step, Runnable derive) {
    Set<String> touched = new TreeSet<>(DerivedRows.boreOn(handle, List.of(known.ordinal())));
    Set<Long> twins = twins(known);
    long sequence = log.add(id, action, act);
    log.write();
    long result = step.at(sequence);
    derive.run();
    twins.addAll(twins(known));
    twins.add(known.ordinal()); // its own identity may have changed
    recount(twins);
    touched.addAll(DerivedRows.boreOn(handle, List.of(known.ordinal())));
    finish(touched);
    return result;
  }

  private void derive(Known known) {
    DerivedRows derived = new DerivedRows(handle);
    derived.replace(placed(known));
    derived.write();
  }

  private void finish(Set<String> touched) {
    touched.forEach(other -> log.add(other, Action.EFFECT_CHANGED, act));
    log.write();
  }

  private long insert(
      Known known, String field, boolean accepted, Optional<String> value, long sequence) {
    long number =
        handle
            .createQuery("SELECT coalesce(max(number), 0) + 1 FROM correction")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            INSERT INTO correction (number, document, field, accepted, value, made)
            VALUES (:number, :document, :field, :accepted, :value, :sequence)
            """)
        .bind("number", number)
        .bind("document", known.ordinal())
        .bind("field", field)
        .bind("accepted", accepted ? 1 : 0)
        .bind("value", value.orElse(null))
        .bind("sequence", sequence)
        .execute();
    return number;
  }

  private LegalDocument record(Known known) {
    return placed(known).document().document();
  }

  private Reads.Placed placed(Known known) {
    return reads.byOrdinals(handle, List.of(known.ordinal())).getFirst();
  }

  private void state(Known known, State state) {
    handle.execute(
        "UPDATE document SET state = ? WHERE ordinal = ?", state.name(), known.ordinal());
  }

  private Known live(String id) {
    Known known = known(id);
    if (known.state() != State.LIVE) {
      throw new IllegalArgumentException("Văn bản " + id + " đã được gỡ khỏi sổ.");
    }
    return known;
  }

  private Known known(String id) {
    record Found(Known known, Optional<String> kept) {}
    Found found =
        handle
            .createQuery(
                """
                SELECT d.ordinal, d.state, kept.id FROM document d
                LEFT JOIN document kept ON kept.ordinal = d.merged WHERE d.id = :id
                """)
            .bind("id", id)
            .map((row, context) ->
                new Found(
                    new Known(row.getLong(1), State.valueOf(row.getString(2))),
                    Optional.ofNullable(row.getString(3))))
            .findOne()
            .orElseThrow(
                () -> new IllegalArgumentException("Không có văn bản nào mang mã " + id + "."));
    if (found.kept().isPresent()) {
      throw new IllegalArgumentException(
          "Văn bản %s đã được gộp vào văn bản %s.".formatted(id, found.kept().get()));
    }
    return found.known();
  }
}
