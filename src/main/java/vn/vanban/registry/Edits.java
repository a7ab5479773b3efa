package vn.vanban.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vanban.law.LegalDocument;

/**
 * Changes to registered documents, each durable when its method returns, each a revision in the
 * document's history. Every method throws {@link IllegalArgumentException}, in Vietnamese, if there
 * is no such document or what is asked for cannot be done to it, and {@link RegistryException} when
 * disk or database fail; then nothing is changed.
 */
public final class Edits {

  /** What the registry does for its edits. */
  interface Transactions {
    /** Runs work in one durable transaction. */
    <T> T run(Act act, Function<Editing, T> work);

    /** Destroys original files, and what the database's log still holds of erased content. */
    void destroy(List<String> sha256s);
  }

  /**
   * The value of a field that can be corrected, as an official would write it.
   *
   * @param field its JSON name
   */
  public static Optional<String> value(LegalDocument document, String field) {
    return Corrections.Field.named(field).flatMap(known -> known.of(document));
  }

  /** The JSON names of the fields that can be corrected. */
  public static List<String> fields() {
    return Corrections.Field.names();
  }

  private final Transactions transactions;
  private final RecordCodec codec;
  private final Act act;

  Edits(Transactions transactions, RecordCodec codec, Act act) {
    this.transactions = transactions;
    this.codec = codec;
    this.act = act;
  }

  /**
   * Overrules a field (đính chính), and an earlier correction of it. Needs a reason.
   *
   * @param id of the document
   * @param field the field's JSON name
   * @param value as an official writes it; empty to say that the document has none
   * @return the correction's number, by which it can be withdrawn
   */
  public long correct(String id, String field, Optional<String> value) {
    needReason();
    Optional<String> canonical = Corrections.canonical(field, value);
    return transactions.run(act, editing -> editing.correct(id, field, canonical));
  }

  /**
   * Says that what was read of a field is right: its warnings end, as long as the same is read.
   *
   * @param id of the document
   * @param field the field's JSON name, or another that warnings are about: {@code text}
   * @return the number by which this can be withdrawn
   */
  public long accept(String id, String field) {
    return transactions.run(act, editing -> editing.accept(id, field));
  }

  /**
   * Withdraws a correction or acceptance by its number: the one before it holds again or, if there
   * is none, what was read.
   */
  public void withdraw(String id, long number) {
    transactions.run(
        act,
        editing -> {
          editing.withdraw(id, number);
          return true;
        });
  }

  /** Takes a document out of sight everywhere; it is kept, and can be restored. Needs a reason. */
  public void remove(String id) {
    needReason();
    transactions.run(
        act,
        editing -> {
          editing.remove(id);
          return true;
        });
  }

  /** Brings a removed document back as it was. */
  public void restore(String id) {
    transactions.run(
        act,
        editing -> {
          editing.restore(id);
          return true;
        });
  }

  /**
   * Says that two documents are one: the copies of the first go to the other, which keeps its
   * fields and answers for the first one's id from now on; corrections of the first end. Both are
   * for guests, or neither is. Needs a reason.
   *
   * @param id of the document that goes
   * @param into the id of the one that is kept
   */
  public void merge(String id, String into) {
    needReason();
    transactions.run(
        act,
        editing -> {
          editing.merge(id, into);
          return true;
        });
  }

  /**
   * Destroys a document's content for good: originals, texts, fields and corrections. What stays is
   * its id, the hashes of its originals (the same bytes are not taken again), and who erased it
   * when and why. Needs a reason. Backups and exports made before still hold it.
   */
  public void erase(String id) {
    needReason();
    transactions.destroy(transactions.run(act, editing -> editing.erase(id)));
  }

  /**
   * Keeps what a later parser read from originals of a document. Corrections stay.
   *
   * @param id of the document
   * @param readings what was read from the very same bytes
   * @param recorded whether it is kept; else only what would differ is told
   * @return how the document's fields differ from before; empty if the same was read, and then
   *     nothing is changed
   */
  public List<FieldDifference> reparse(String id, List<Submission> readings, boolean recorded) {
    List<PreparedSubmission> prepared =
        readings.stream()
            .map(r -> PreparedSubmission.of(r, Sha256.of(r.original()), codec))
            .toList();
    return transactions.run(act, editing -> editing.reparse(id, prepared, recorded));
  }

  /**
   * Puts a reading of the very same original in the place of a damaged one, which nobody can read
   * any more; the history tells of it.
   *
   * @param damaged as {@link Registry#damagedReadings} names it
   * @param reading what the present program reads from its original
   */
  public void replaceDamaged(StoredReading damaged, Submission reading) {
    PreparedSubmission prepared =
        PreparedSubmission.of(reading, Sha256.of(reading.original()), codec);
    if (!prepared.sha256().equals(damaged.sha256())) {
      throw new IllegalArgumentException("Đây không phải bản gốc " + damaged.sha256() + ".");
    }
    transactions.run(
        act,
        editing -> {
          editing.replaceDamaged(damaged, prepared);
          return true;
        });
  }

  private void needReason() {
    if (act.reason().isBlank()) {
      throw new IllegalArgumentException("Cần nêu lý do (--reason).");
    }
  }
}
