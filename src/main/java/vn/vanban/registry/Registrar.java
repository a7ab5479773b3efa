package vn.vanban.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Warning;

/**
 * Decides what each submission of a group is, and writes the group's rows, within one transaction.
 */
final class Registrar {
  private static final String SAME_IDENTITY =
      """
      SELECT d.ordinal, d.id,
          (SELECT c.repaired FROM copy c WHERE c.document = d.ordinal ORDER BY c.ordinal LIMIT 1)
              AS repaired
      FROM document d
      WHERE d.number_key = :number AND d.issuer_key = :issuer AND d.year = :year AND d.kind = :kind
      ORDER BY d.ordinal
      """;

  /** A document that a submission may be a copy of. */
  private record Candidate(long ordinal, String id, String text) {}

  /** Where a submission belongs. */
  private record Place(long document, String id, boolean added, Optional<Candidate> conflict) {}

  private final Handle handle;
  private final RecordCodec codec;
  private final DocumentIds ids;
  private final Instant now;
  private final Map<Identity, List<Candidate>> candidates = new HashMap<>();
  private long lastDocument;
  private long lastCopy;
  private long lastChange;

  Registrar(Handle handle, RecordCodec codec, DocumentIds ids, Instant now) {
    this.handle = handle;
    this.codec = codec;
    this.ids = ids;
    this.now = now;
    lastDocument = last("SELECT coalesce(max(ordinal), 0) FROM document");
    lastCopy = last("SELECT coalesce(max(ordinal), 0) FROM copy");
    lastChange = last("SELECT coalesce(max(sequence), 0) FROM change");
  }

  /**
   * Registers what is not registered yet.
   *
   * @param group in order; several may have the same bytes
   * @param registered documents by the SHA-256 of originals registered before
   */
  List<Registration> register(List<PreparedSubmission> group, Map<String, String> registered) {
    Map<String, String> known = new HashMap<>(registered);
    List<Registration> outcomes = new ArrayList<>(group.size());
    PreparedBatch documents =
        handle.prepareBatch(
            """
            INSERT INTO document (ordinal, id, registered, kind, number_key, issuer_key, year)
            VALUES (:ordinal, :id, :registered, :kind, :number, :issuer, :year)
            """);
    PreparedBatch copies =
        handle.prepareBatch(
            """
            INSERT INTO copy (ordinal, document, sha256, bytes, source, media_type, registered,
                text_sha256, record, repaired, extracted)
            VALUES (:ordinal, :document, :sha256, :bytes, :source, :mediaType, :registered,
                :textSha256, :record, :repaired, :extracted)
            """);
    PreparedBatch changes =
        handle.prepareBatch(
            """
            INSERT INTO change (sequence, document_id, removed, at)
            VALUES (:sequence, :document, 0, :at)
            """);
    for (PreparedSubmission item : group) {
      String before = known.get(item.sha256());
      if (before != null) {
        outcomes.add(new Registration(Registration.Outcome.UNCHANGED, before, Optional.empty()));
        continue;
      }
      Place place = place(item);
      if (place.added()) {
        addDocument(documents, place, item.document());
      }
      addCopy(copies, place, item);
      changes
          .bind("sequence", ++lastChange)
          .bind("document", place.id())
          .bind("at", now.toString())
          .add();
      known.put(item.sha256(), place.id());
      outcomes.add(
          new Registration(
              place.added() ? Registration.Outcome.ADDED : Registration.Outcome.NEW_COPY,
              place.id(),
              place.conflict().map(Candidate::id)));
    }
    if (copies.size() > 0) {
      if (documents.size() > 0) {
        documents.execute();
      }
      copies.execute();
      changes.execute();
    }
    return outcomes;
  }

  private Place place(PreparedSubmission item) {
    Optional<Identity> identity = Identity.of(item.document());
    Optional<Candidate> closest = Optional.empty();
    if (identity.isPresent()) {
      double best = -1;
      for (Candidate candidate : candidates(identity.get())) {
        Similarity similarity = Similarity.of(candidate.text(), item.repairedText());
        if (similarity.sameDocument() && similarity.containment() > best) {
          best = similarity.containment();
          closest = Optional.of(candidate);
        }
      }
      if (closest.isPresent()) {
        return new Place(closest.get().ordinal(), closest.get().id(), false, Optional.empty());
      }
      closest = candidates(identity.get()).stream().findFirst();
    }
    Place place = new Place(++lastDocument, ids.next(now), true, closest);
    identity.ifPresent(
        i -> candidates(i).add(new Candidate(place.document(), place.id(), item.repairedText())));
    return place;
  }

  private List<Candidate> candidates(Identity identity) {
    return candidates.computeIfAbsent(
        identity,
        i ->
            new ArrayList<>(
                handle
                    .createQuery(SAME_IDENTITY)
                    .bind("number", i.numberKey())
                    .bind("issuer", i.issuerKey())
                    .bind("year", i.year())
                    .bind("kind", i.kind().name())
                    .map((row, context) ->
                        new Candidate(
                            row.getLong("ordinal"),
                            row.getString("id"),
                            PackedText.unpack(row.getBytes("repaired"))))
                    .list()));
  }

  private void addDocument(PreparedBatch documents, Place place, LegalDocument document) {
    documents
        .bind("ordinal", place.document())
        .bind("id", place.id())
        .bind("registered", now.toString())
        .bind("kind", document.kind().name())
        .bind("number", Identity.numberKey(document).orElse(null))
        .bind("issuer", Identity.issuerKey(document).orElse(null))
        .bind("year", Identity.year(document).orElse(null))
        .add();
  }

  private void addCopy(PreparedBatch copies, Place place, PreparedSubmission item) {
    byte[] record =
        place
            .conflict()
            .map(other -> PackedText.pack(codec.encode(withConflict(item.document(), other))))
            .orElse(item.record());
    copies
        .bind("ordinal", ++lastCopy)
        .bind("document", place.document())
        .bind("sha256", item.sha256())
        .bind("bytes", item.bytes())
        .bind("source", item.source())
        .bind("mediaType", item.mediaType())
        .bind("registered", now.toString())
        .bind("textSha256", item.textSha256())
        .bind("record", record)
        .bind("repaired", item.repaired())
        .bind("extracted", item.extracted().orElse(null))
        .add();
  }

  private static LegalDocument withConflict(LegalDocument document, Candidate other) {
    return document.withWarnings(
        List.of(
            new Warning(
                "number",
                "Trùng cơ quan ban hành, số, ký hiệu và năm với văn bản "
                    + other.id()
                    + " nhưng nội dung khác; được giữ thành văn bản riêng.",
                document.number().map(r -> r.evidence().span()))));
  }

  private long last(String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }
}
