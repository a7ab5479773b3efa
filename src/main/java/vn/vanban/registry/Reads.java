package vn.vanban.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.vanban.registry.RegisteredDocument.Copy;

/** The queries that answer readers. */
final class Reads {
  private static final String DOCUMENTS =
      """
      SELECT d.id, d.registered, c.sha256, c.source, c.media_type, c.bytes, c.record, c.repaired,
          c.ordinal = (SELECT min(f.ordinal) FROM copy f WHERE f.document = d.ordinal) AS is_first
      FROM document d JOIN copy c ON c.document = d.ordinal
      """;

  /** SQLite takes 32,766 parameters; short lists keep statements small. */
  private static final int LIST = 500;

  /** One row: a copy with its document. */
  private record Row(String id, Instant registered, Optional<String> record, Copy copy) {}

  private final Jdbi jdbi;
  private final RecordCodec codec;

  Reads(Jdbi jdbi, RecordCodec codec) {
    this.jdbi = jdbi;
    this.codec = codec;
  }

  Optional<RegisteredDocument> document(String id) {
    return select("WHERE d.id = :id ORDER BY c.ordinal", q -> q.bind("id", id)).stream()
        .findFirst();
  }

  List<RegisteredDocument> byNumber(String numberKey) {
    return select(
        "WHERE d.number_key = :key ORDER BY d.ordinal, c.ordinal", q -> q.bind("key", numberKey));
  }

  List<RegisteredDocument> newest(int offset, int limit) {
    return select(
        """
        WHERE d.ordinal IN
            (SELECT ordinal FROM document ORDER BY ordinal DESC LIMIT :limit OFFSET :offset)
        ORDER BY d.ordinal DESC, c.ordinal
        """,
        q -> q.bind("limit", limit).bind("offset", offset));
  }

  Map<String, RegisteredDocument> byIds(Collection<String> ids) {
    Map<String, RegisteredDocument> found = new LinkedHashMap<>();
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += LIST) {
      List<String> some = all.subList(from, Math.min(from + LIST, all.size()));
      for (RegisteredDocument document :
          select(
              "WHERE d.id IN (<ids>) ORDER BY d.ordinal, c.ordinal",
              q -> q.bindList("ids", some))) {
        found.put(document.id(), document);
      }
    }
    return found;
  }

  /** The documents of those originals that are registered. */
  static Map<String, String> ofOriginals(Handle handle, Collection<String> sha256s) {
    Map<String, String> found = new HashMap<>();
    List<String> all = List.copyOf(sha256s);
    for (int from = 0; from < all.size(); from += LIST) {
      handle
          .createQuery(
              """
              SELECT c.sha256, d.id FROM copy c JOIN document d ON d.ordinal = c.document
              WHERE c.sha256 IN (<hashes>)
              """)
          .bindList("hashes", all.subList(from, Math.min(from + LIST, all.size())))
          .map((row, context) -> Map.entry(row.getString("sha256"), row.getString("id")))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  Optional<String> extractedText(String sha256) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT coalesce(extracted, repaired) FROM copy WHERE sha256 = :sha256")
            .bind("sha256", sha256)
            .map((row, context) -> PackedText.unpack(row.getBytes(1)))
            .findOne());
  }

  List<Change> changesAfter(long sequence, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT sequence, document_id, removed FROM change
                WHERE sequence > :sequence ORDER BY sequence LIMIT :limit
                """)
            .bind("sequence", sequence)
            .bind("limit", limit)
            .map((row, context) -> new Change(row.getLong(1), row.getString(2), row.getBoolean(3)))
            .list());
  }

  long lastSequence() {
    return number("SELECT coalesce(max(sequence), 0) FROM change");
  }

  long documentCount() {
    return number("SELECT count(*) FROM document");
  }

  String meta(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT value FROM meta WHERE name = :name")
            .bind("name", name)
            .mapTo(String.class)
            .one());
  }

  private long number(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private List<RegisteredDocument> select(String condition, UnaryOperator<Query> bind) {
    Map<String, List<Row>> rows =
        jdbi.withHandle(handle -> {
          Map<String, List<Row>> byId = new LinkedHashMap<>();
          bind.apply(handle.createQuery(DOCUMENTS + condition))
              .map((row, context) -> row(row))
              .forEach(r -> byId.computeIfAbsent(r.id(), id -> new ArrayList<>()).add(r));
          return byId;
        });
    return rows.values().stream().map(this::document).toList();
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getString("id"),
        Instant.parse(row.getString("registered")),
        row.getBoolean("is_first")
            ? Optional.of(PackedText.unpack(row.getBytes("record")))
            : Optional.empty(),
        new Copy(
            row.getString("sha256"),
            row.getString("source"),
            row.getString("media_type"),
            row.getLong("bytes"),
            PackedText.unpack(row.getBytes("repaired"))));
  }

  private RegisteredDocument document(List<Row> rows) {
    Row first = rows.getFirst();
    return new RegisteredDocument(
        first.id(),
        first.registered(),
        codec.decode(first.record().orElseThrow()),
        rows.stream().map(Row::copy).toList());
  }
}
