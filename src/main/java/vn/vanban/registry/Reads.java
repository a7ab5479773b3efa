package vn.vanban.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Warning;

/** The queries that answer readers. */
final class Reads {
  /** The state after the last change. */
  static final long NOW = Long.MAX_VALUE;

  private static final String ROWS =
      """
      SELECT d.ordinal, d.id, d.registered, c.ordinal AS copy, c.sha256, c.source, c.media_type,
          c.bytes, %1$s.merged, coalesce(r.doubts, c.doubts) AS doubts, coalesce(r.record, c.record) AS record,
          coalesce(r.repaired, c.repaired) AS repaired
      FROM document d
      %2$s
      LEFT JOIN reading r ON r.copy = c.ordinal AND r.sequence =
          (SELECT max(l.sequence) FROM reading l WHERE l.copy = c.ordinal AND l.sequence <= :until)
      WHERE %1$s.sequence <= :until AND
      """;

  private static final String DOCUMENTS =
      ROWS.formatted("c", "JOIN copy c ON c.document = d.ordinal");

  /** One document with the copies that it had then: a merge may have taken them elsewhere since. */
  private static final String PAST =
      ROWS.formatted(
              "p",
              """
              JOIN (SELECT ordinal AS copy, document, sequence, merged FROM copy
                      WHERE document = (SELECT ordinal FROM document WHERE id = :id)
                  UNION ALL SELECT copy, document, sequence, merged FROM moved
                      WHERE until > :until
                        AND document = (SELECT ordinal FROM document WHERE id = :id)) p
                ON p.document = d.ordinal
              JOIN copy c ON c.ordinal = p.copy
              """)
          + "d.id = :id ORDER BY c.ordinal";

  /**
   * Copies {@code c} with their documents {@code d} and the latest readings {@code r}, which are
   * absent where nothing was read again.
   */
  static final String COPIES =
      """
      FROM copy c JOIN document d ON d.ordinal = c.document
      LEFT JOIN reading r ON r.copy = c.ordinal AND r.sequence =
          (SELECT max(l.sequence) FROM reading l WHERE l.copy = c.ordinal)
      """;

  /** SQLite takes 32,766 parameters; short lists keep statements small. */
  private static final int LIST = 500;

  /** One row: a copy with its document. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Row(
      long document,
      String id,
      Instant registered,
      long copy,
      String sha256,
      String source,
      String mediaType,
      long bytes,
      boolean merged,
      int doubts,
      byte[] record,
      byte[] repaired)
      implements ReadCopy {

    RegisteredDocument.Copy asCopy() {
      return new RegisteredDocument.Copy(
          sha256, source, mediaType, bytes, PackedText.unpack(repaired));
    }
  }

  /** A copy, as far as it matters to which one gives the fields. */
  private interface ReadCopy {
    /** Whether it came by a merge. */
    boolean merged();

    int doubts();

    String sha256();
  }

  /**
   * The primary copy first: by content, not by arrival; what a merge brought last, for the fields
   * are those of the document that was kept.
   */
  private static final Comparator<ReadCopy> PRIMARY_FIRST =
      Comparator.comparing(ReadCopy::merged)
          .thenComparingInt(ReadCopy::doubts)
          .thenComparing(ReadCopy::sha256);

  /** A document with its place in the database. */
  record Placed(long ordinal, RegisteredDocument document) {}

  /** The document of an original, and whether it is shown. */
  record Owner(String documentId, boolean live) {}

  private final Jdbi jdbi;
  private final RecordCodec codec;

  Reads(Jdbi jdbi, RecordCodec codec) {
    this.jdbi = jdbi;
    this.codec = codec;
  }

  Optional<RegisteredDocument> document(String id) {
    return select("d.state = 'LIVE' AND d.id = :id", q -> q.bind("id", id)).stream().findFirst();
  }

  /** The id of the document that another was merged into. */
  Optional<String> mergedInto(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT kept.id FROM document gone JOIN document kept ON kept.ordinal = gone.merged
                WHERE gone.id = :id
                """)
            .bind("id", id)
            .mapTo(String.class)
            .findOne());
  }

  List<RegisteredDocument> byNumber(String numberKey) {
    return select(
        "d.state = 'LIVE' AND d.number_key = :key ORDER BY d.ordinal, c.ordinal",
        q -> q.bind("key", numberKey));
  }

  List<String> removedByNumber(String numberKey) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT id FROM document WHERE state = 'REMOVED' AND number_key = :key
                ORDER BY ordinal
                """)
            .bind("key", numberKey)
            .mapTo(String.class)
            .list());
  }

  List<RegisteredDocument> newest(int offset, int limit) {
    return select(
        """
        d.ordinal IN (SELECT ordinal FROM document WHERE state = 'LIVE'
            ORDER BY ordinal DESC LIMIT :limit OFFSET :offset)
        ORDER BY d.ordinal DESC, c.ordinal
        """,
        q -> q.bind("limit", limit).bind("offset", offset));
  }

  /** Those registered after a place, in order of registration. */
  Registry.Page from(long after, int limit) {
    return jdbi.inTransaction(handle -> {
      List<Placed> found =
          select(
              handle,
              """
              d.ordinal IN (SELECT ordinal FROM document WHERE state = 'LIVE' AND ordinal > :after
                  ORDER BY ordinal LIMIT :limit)
              ORDER BY d.ordinal, c.ordinal
              """,
              q -> q.bind("after", after).bind("limit", limit));
      return new Registry.Page(
          found.stream().map(Placed::document).toList(),
          found.isEmpty() ? after : found.getLast().ordinal());
    });
  }

  /**
   * Documents with warnings, the latest registered first.
   *
   * @param before those registered before this place
   */
  List<Placed> doubtful(long before, int limit) {
    return jdbi.inTransaction(handle ->
        select(
            handle,
            """
            d.ordinal IN (SELECT ordinal FROM document
                WHERE doubts > 0 AND state = 'LIVE' AND ordinal < :before
                ORDER BY ordinal DESC LIMIT :limit)
            ORDER BY d.ordinal DESC, c.ordinal
            """,
            q -> q.bind("limit", limit).bind("before", before)));
  }

  /** The ids of those whose text shares a band with another's, in order of registration. */
  List<String> perhapsDuplicate() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT id FROM document WHERE state = 'LIVE' AND ordinal IN (
                    SELECT document FROM band WHERE hash IN (
                        SELECT hash FROM band GROUP BY hash HAVING count(*) > 1))
                ORDER BY ordinal
                """)
            .mapTo(String.class)
            .list());
  }

  /** What is cited and not there, the most cited first. */
  List<MissingDocument> missing(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT min(label), count(*) AS documents, sum(times) FROM reference r
                WHERE NOT EXISTS (SELECT 1 FROM cited_as n WHERE n.key = r.key)
                GROUP BY key ORDER BY documents DESC, sum(times) DESC, key LIMIT :limit
                """)
            .bind("limit", limit)
            .map((row, context) ->
                new MissingDocument(row.getString(1), row.getLong(2), row.getLong(3)))
            .list());
  }

  Map<String, RegisteredDocument> byIds(Collection<String> ids) {
    Map<String, RegisteredDocument> found = new LinkedHashMap<>();
    each(
        ids,
        some ->
            select(
                    "d.state = 'LIVE' AND d.id IN (<ids>) ORDER BY d.ordinal, c.ordinal",
                    q -> q.bindList("ids", some))
                .forEach(document -> found.put(document.id(), document)));
    return found;
  }

  /** A document as it was after a change, whatever became of it since; in one transaction. */
  Optional<RegisteredDocument> document(Handle handle, String id, long until) {
    return rows(handle, PAST, until, q -> q.bind("id", id)).stream()
        .map(Placed::document)
        .findFirst();
  }

  /** Live documents by their ordinals. */
  List<Placed> byOrdinals(Handle handle, Collection<Long> ordinals) {
    List<Placed> found = new ArrayList<>();
    each(
        ordinals,
        some ->
            found.addAll(
                select(
                    handle,
                    "d.state = 'LIVE' AND d.ordinal IN (<ordinals>) ORDER BY d.ordinal, c.ordinal",
                    q -> q.bindList("ordinals", some))));
    return found;
  }

  /** The documents of those originals that are registered. */
  static Map<String, Owner> ofOriginals(Handle handle, Collection<String> sha256s) {
    Map<String, Owner> found = new HashMap<>();
    each(
        sha256s,
        some ->
            handle
                .createQuery(
                    """
                    SELECT c.sha256, d.id, d.state = 'LIVE' FROM copy c
                      JOIN document d ON d.ordinal = c.document
                    WHERE c.sha256 IN (<hashes>)
                    """)
                .bindList("hashes", some)
                .map((row, context) ->
                    Map.entry(row.getString(1), new Owner(row.getString(2), row.getBoolean(3))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
    return found;
  }

  Optional<String> extractedText(String sha256) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT CASE WHEN r.copy IS NULL THEN coalesce(c.extracted, c.repaired)
                    ELSE coalesce(r.extracted, r.repaired) END
                """
                    + COPIES
                    + "WHERE c.sha256 = :sha256 AND d.state = 'LIVE'")
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

  Optional<Long> publicPlace(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT ordinal FROM document
                WHERE id = :id AND (withheld = 0 OR withheld_by IS NOT NULL)
                """)
            .bind("id", id)
            .mapTo(Long.class)
            .findOne());
  }

  long lastSequence() {
    return number("SELECT coalesce(max(sequence), 0) FROM change");
  }

  long documentCount() {
    return number("SELECT count(*) FROM document WHERE state = 'LIVE'");
  }

  Set<String> publicAmong(Collection<String> ids) {
    return jdbi.withHandle(handle -> publicAmong(handle, ids));
  }

  static Set<String> publicAmong(Handle handle, Collection<String> ids) {
    Set<String> found = new HashSet<>();
    each(
        ids,
        some ->
            handle
                .createQuery(
                    """
                    SELECT id FROM document
                    WHERE state = 'LIVE' AND withheld = 0 AND id IN (<ids>)
                    """)
                .bindList("ids", some)
                .mapTo(String.class)
                .forEach(found::add));
    return found;
  }

  long publicCount() {
    return number("SELECT count(*) FROM document WHERE state = 'LIVE' AND withheld = 0");
  }

  String meta(String name) {
    return findMeta(name)
        .orElseThrow(
            () -> new RegistryException("Sổ đăng ký thiếu mục “" + name + "” của chính nó."));
  }

  Optional<String> findMeta(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT value FROM meta WHERE name = :name")
            .bind("name", name)
            .mapTo(String.class)
            .findOne());
  }

  private long number(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private List<RegisteredDocument> select(String condition, UnaryOperator<Query> bind) {
    return jdbi.inTransaction(
        handle -> select(handle, condition, bind).stream().map(Placed::document).toList());
  }

  private List<Placed> select(Handle handle, String condition, UnaryOperator<Query> bind) {
    return rows(handle, DOCUMENTS + condition, NOW, bind);
  }

  private List<Placed> rows(Handle handle, String query, long until, UnaryOperator<Query> bind) {
    Map<Long, List<Row>> rows = new LinkedHashMap<>();
    bind.apply(handle.createQuery(query).bind("until", until))
        .map((row, context) -> row(row))
        .forEach(r -> rows.computeIfAbsent(r.document(), id -> new ArrayList<>()).add(r));
    Map<Long, List<Correction>> corrections = corrections(handle, rows.keySet(), until);
    Map<Long, List<String>> twins = twins(handle, rows.keySet());
    List<Placed> documents = new ArrayList<>(rows.size());
    rows.forEach((ordinal, copies) ->
        documents.add(
            new Placed(
                ordinal,
                document(
                    copies,
                    corrections.getOrDefault(ordinal, List.of()),
                    twins.getOrDefault(ordinal, List.of())))));
    return documents;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("ordinal"),
        row.getString("id"),
        Instant.parse(row.getString("registered")),
        row.getLong("copy"),
        row.getString("sha256"),
        row.getString("source"),
        row.getString("media_type"),
        row.getLong("bytes"),
        row.getBoolean("merged"),
        row.getInt("doubts"),
        row.getBytes("record"),
        row.getBytes("repaired"));
  }

  private RegisteredDocument document(
      List<Row> rows, List<Correction> corrections, List<String> twins) {
    Row primary = rows.stream().min(PRIMARY_FIRST).orElseThrow();
    List<RegisteredDocument.Copy> copies = new ArrayList<>();
    copies.add(primary.asCopy());
    rows.stream()
        .filter(row -> row.copy() != primary.copy())
        .forEach(row -> copies.add(row.asCopy()));
    LegalDocument read = codec.decode(PackedText.unpack(primary.record()));
    return new RegisteredDocument(
        primary.id(),
        primary.registered(),
        Corrections.over(withTwins(read, twins), corrections),
        copies,
        corrections);
  }

  /** Two documents of one identity: both say so, whichever came first. */
  private static LegalDocument withTwins(LegalDocument read, List<String> twins) {
    return twins.isEmpty()
        ? read
        : read.withWarnings(
            List.of(
                new Warning(
                    "number",
                    "Trùng cơ quan ban hành, số, ký hiệu và năm với văn bản "
                        + String.join(", ", twins)
                        + " nhưng nội dung khác; được giữ thành văn bản riêng.",
                    read.number().map(r -> r.evidence().span()))));
  }

  /** A document's place, id and record, without its texts. */
  record Known(long ordinal, String id, LegalDocument record) {}

  /** The records of live documents, in order of registration. */
  List<Known> records(Handle handle, Collection<Long> ordinals) {
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Read(long document, String id, String sha256, boolean merged, int doubts, byte[] record)
        implements ReadCopy {}
    Map<Long, Read> primary = new TreeMap<>();
    each(
        ordinals,
        some ->
            handle
                .createQuery(
                    """
                    SELECT d.ordinal, d.id, c.sha256, c.merged, coalesce(r.doubts, c.doubts),
                        coalesce(r.record, c.record)
                    """
                        + COPIES
                        + "WHERE d.state = 'LIVE' AND d.ordinal IN (<documents>)")
                .bindList("documents", some)
                .map((row, context) ->
                    new Read(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getBytes(6)))
                .forEach(read ->
                    primary.merge(read.document(), read, BinaryOperator.minBy(PRIMARY_FIRST))));
    Map<Long, List<Correction>> corrections = corrections(handle, primary.keySet(), NOW);
    return primary.values().stream()
        .map(read ->
            new Known(
                read.document(),
                read.id(),
                Corrections.over(
                    codec.decode(PackedText.unpack(read.record())),
                    corrections.getOrDefault(read.document(), List.of()))))
        .toList();
  }

  private static Map<Long, List<String>> twins(Handle handle, Collection<Long> documents) {
    Map<Long, List<String>> found = new HashMap<>();
    each(
        documents,
        some ->
            handle
                .createQuery(
                    """
                    SELECT a.ordinal, b.id FROM document a JOIN document b ON b.number_key = a.number_key
                    WHERE a.ordinal IN (<documents>) AND b.ordinal <> a.ordinal
                      AND b.issuer_key = a.issuer_key AND b.year = a.year AND b.kind = a.kind
                      AND b.state = 'LIVE' AND a.kind IN (<numbered>)
                    ORDER BY b.ordinal
                    """)
                .bindList("documents", some)
                .bindList("numbered", Identity.numberedKinds())
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(e ->
                    found.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue())));
    return found;
  }

  /** The last correction of each field that was not withdrawn. */
  private static Map<Long, List<Correction>> corrections(
      Handle handle, Collection<Long> documents, long until) {
    Map<Long, List<Correction>> found = new HashMap<>();
    each(
        documents,
        some ->
            handle
                .createQuery(
                    """
                    SELECT k.document, k.number, k.field, k.accepted, k.value, m.at, m.actor, m.reason
                    FROM correction k JOIN change m ON m.sequence = k.made
                    WHERE k.document IN (<documents>) AND k.made <= :until
                      AND (k.withdrawn IS NULL OR k.withdrawn > :until)
                    ORDER BY k.number
                    """)
                .bindList("documents", some)
                .bind("until", until)
                .map((row, context) -> Map.entry(row.getLong(1), correction(row)))
                .forEach(e -> {
                  List<Correction> held = found.computeIfAbsent(e.getKey(), k -> new ArrayList<>());
                  held.removeIf(earlier -> earlier.field().equals(e.getValue().field()));
                  held.add(e.getValue());
                }));
    return found;
  }

  private static Correction correction(ResultSet row) throws SQLException {
    return new Correction(
        row.getLong("number"),
        row.getString("field"),
        row.getBoolean("accepted"),
        Optional.ofNullable(row.getString("value")),
        Instant.parse(row.getString("at")),
        new Act(row.getString("actor"), row.getString("reason")));
  }

  static <T> void each(Collection<T> all, Consumer<List<T>> some) {
    List<T> list = List.copyOf(all);
    for (int from = 0; from < list.size(); from += LIST) {
      some.accept(list.subList(from, Math.min(from + LIST, list.size())));
    }
  }
}
