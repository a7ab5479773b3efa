package vn.vanban.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vanban.law.LegalDocument;

/**
 * Decides what each submission of a group is, and writes the group's rows, within one transaction.
 */
final class Registrar {
  private static final String SAME_IDENTITY =
      """
      SELECT d.ordinal, d.id, c.repaired
      FROM document d JOIN copy c ON c.document = d.ordinal
      WHERE d.number_key = :number AND d.issuer_key = :issuer AND d.year = :year AND d.kind = :kind
        AND d.state <> 'ERASED'
      ORDER BY d.ordinal, c.ordinal
      """;

  /** A document that a submission may be a copy of, with the text of each of its copies. */
  private record Candidate(long ordinal, String id, List<String> texts) {}

  /** Where a submission belongs. */
  private record Place(
      long document,
      String id,
      boolean added,
      Optional<Candidate> conflict,
      Optional<Similarity> alike) {}

  private final Handle handle;
  private final Reads reads;
  private final DocumentIds ids;
  private final Instant now;
  private final Act act;
  private final ChangeLog log;
  private final DerivedRows derived;
  private final Map<Identity, List<Candidate>> candidates = new HashMap<>();
  private final PreparedBatch documents;
  private final PreparedBatch copies;
  private long lastDocument;
  private long lastCopy;

  Registrar(Handle handle, Reads reads, DocumentIds ids, Instant now, Act act) {
    this.handle = handle;
    this.reads = reads;
    this.ids = ids;
    this.now = now;
    this.act = act;
    log = new ChangeLog(handle, now);
    derived = new DerivedRows(handle);
    lastDocument = last("SELECT coalesce(max(ordinal), 0) FROM document");
    lastCopy = last("SELECT coalesce(max(ordinal), 0) FROM copy");
    documents =
        handle.prepareBatch(
            """
            INSERT INTO document (ordinal, id, registered, kind, number_key, issuer_key, year,
                withheld, doubts)
            VALUES (:ordinal, :id, :registered, :kind, :number, :issuer, :year, :withheld, :doubts)
            """);
    copies =
        handle.prepareBatch(
            """
            INSERT INTO copy (ordinal, document, sha256, bytes, source, media_type, registered,
                sequence, doubts, text_sha256, record, repaired, extracted)
            VALUES (:ordinal, :document, :sha256, :bytes, :source, :mediaType, :registered,
                :sequence, :doubts, :textSha256, :record, :repaired, :extracted)
            """);
  }

  /**
   * Registers what is not registered yet.
   *
   * @param group in order; several may have the same bytes
   * @param registered documents by the SHA-256 of originals registered before
   */
  List<Registration> register(List<PreparedSubmission> group, Map<String, Reads.Owner> registered) {
    Map<String, Registration> known = new HashMap<>();
    registered.forEach((sha256, owner) -> known.put(sha256, Registration.again(owner)));
    List<Registration> outcomes = new ArrayList<>(group.size());
    Map<Long, PreparedSubmission> alone = new LinkedHashMap<>();
    Set<Long> joined = new TreeSet<>();
    for (PreparedSubmission item : group) {
      Registration before = known.get(item.sha256());
      if (before != null) {
        outcomes.add(before);
        continue;
      }
      Place place = place(item);
      long sequence = log.add(place.id(), action(place), act);
      if (place.added()) {
        addDocument(place, item.document());
        alone.put(place.document(), item);
      } else {
        joined.add(place.document());
      }
      addCopy(place, item, sequence);
      known.put(
          item.sha256(),
          new Registration(Registration.Outcome.UNCHANGED, place.id(), Optional.empty()));
      outcomes.add(
          new Registration(
              place.added() ? Registration.Outcome.ADDED : Registration.Outcome.NEW_COPY,
              place.id(),
              place.conflict().map(Candidate::id)));
    }
    write(alone, joined);
    return outcomes;
  }

  /** Writes down which registered files came within which; after they are registered. */
  static void enclose(Handle handle, List<Enclosure> enclosures) {
    if (enclosures.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT OR IGNORE INTO enclosure (copy, container)
            SELECT c.ordinal, :container FROM copy c JOIN document d ON d.ordinal = c.document
            WHERE c.sha256 = :member AND d.state <> 'ERASED' AND NOT EXISTS (
              SELECT 1 FROM copy o JOIN document gone ON gone.ordinal = o.document
              WHERE o.sha256 = :container AND gone.state = 'ERASED')
            """);
    for (Enclosure enclosure : enclosures) {
      rows.bind("member", enclosure.member()).bind("container", enclosure.container()).add();
    }
    rows.execute();
  }

  private Action action(Place place) {
    if (place.added()) {
      return Action.REGISTERED;
    }
    return place.alike().orElseThrow().sameContent() ? Action.COPY_ADDED : Action.REVISION_ADDED;
  }

  private void write(Map<Long, PreparedSubmission> alone, Set<Long> joined) {
    if (copies.size() == 0) {
      return;
    }
    if (documents.size() > 0) {
      documents.execute();
    }
    copies.execute();
    alone.keySet().removeAll(joined);
    alone.forEach((ordinal, item) -> derived.add(ordinal, item.document(), item.bands()));
    derived.write();
    Set<Long> changed = new TreeSet<>(alone.keySet());
    changed.addAll(joined);
    // Before and after: a copy that becomes the primary one may cite other documents.
    Set<String> touched = new TreeSet<>();
    if (!joined.isEmpty()) {
      log.write();
      touched.addAll(DerivedRows.boreOn(handle, joined));
      DerivedRows again = new DerivedRows(handle);
      for (Reads.Placed document : reads.byOrdinals(handle, joined)) {
        again.replace(document);
      }
      again.write();
    }
    touched.addAll(DerivedRows.boreOn(handle, changed));
    touched.forEach(id -> log.add(id, Action.EFFECT_CHANGED, act));
    log.write();
  }

  private Place place(PreparedSubmission item) {
    Optional<Identity> identity = Identity.of(item.document());
    Optional<Candidate> conflict = Optional.empty();
    if (identity.isPresent()) {
      Optional<Candidate> closest = Optional.empty();
      Optional<Similarity> best = Optional.empty();
      for (Candidate candidate : candidates(identity.get())) {
        for (String text : candidate.texts()) {
          Similarity similarity = Similarity.of(text, item.repairedText());
          if (similarity.sameDocument()
              && best.map(b -> similarity.containment() > b.containment()).orElse(true)) {
            best = Optional.of(similarity);
            closest = Optional.of(candidate);
          }
        }
      }
      if (closest.isPresent()) {
        Candidate found = closest.get();
        found.texts().add(item.repairedText());
        return new Place(found.ordinal(), found.id(), false, Optional.empty(), best);
      }
      conflict = candidates(identity.get()).stream().findFirst();
      conflict.ifPresent(other ->
          handle.execute(
              "UPDATE document SET doubts = doubts + 1 WHERE ordinal = ?", other.ordinal()));
    }
    Place place = new Place(++lastDocument, ids.next(now), true, conflict, Optional.empty());
    identity.ifPresent(i ->
        candidates(i)
            .add(
                new Candidate(
                    place.document(), place.id(), new ArrayList<>(List.of(item.repairedText())))));
    return place;
  }

  private List<Candidate> candidates(Identity identity) {
    return candidates.computeIfAbsent(
        identity,
        i -> {
          Map<Long, Candidate> found = new LinkedHashMap<>();
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
                      List.of(PackedText.unpack(row.getBytes("repaired")))))
              .forEach(c ->
                  found
                      .computeIfAbsent(
                          c.ordinal(), o -> new Candidate(o, c.id(), new ArrayList<>()))
                      .texts()
                      .addAll(c.texts()));
          return new ArrayList<>(found.values());
        });
  }

  private void addDocument(Place place, LegalDocument document) {
    documents
        .bind("ordinal", place.document())
        .bind("id", place.id())
        .bind("registered", now.toString())
        .bind("kind", document.kind().name())
        .bind("number", Identity.numberKey(document).orElse(null))
        .bind("issuer", Identity.issuerKey(document).orElse(null))
        .bind("year", Identity.year(document).orElse(null))
        .bind("withheld", document.handling().isPublic() ? 0 : 1)
        .bind("doubts", document.warnings().size() + place.conflict().stream().count())
        .add();
  }

  private void addCopy(Place place, PreparedSubmission item, long sequence) {
    copies
        .bind("ordinal", ++lastCopy)
        .bind("document", place.document())
        .bind("sha256", item.sha256())
        .bind("bytes", item.bytes())
        .bind("source", item.source())
        .bind("mediaType", item.mediaType())
        .bind("registered", now.toString())
        .bind("sequence", sequence)
        .bind("doubts", item.document().warnings().size())
        .bind("textSha256", item.textSha256())
        .bind("record", item.record())
        .bind("repaired", item.repaired())
        .bind("extracted", item.extracted().orElse(null))
        .add();
  }

  private long last(String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }
}
