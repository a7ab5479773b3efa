package vn.vanban.registry;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import vn.vanban.law.Citation;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.RelationType;
import vn.vanban.law.TargetKeys;

/**
 * The rows that follow from a document's record: its identity, whether it is for guests, its
 * doubts, how it can be cited, what it cites, and by what its text is like others. They can be
 * thrown away and made anew.
 */
final class DerivedRows {
  /** To be raised when a rule changes by which rows are derived; they are then made anew. */
  static final String VERSION = "3";

  private final Handle handle;
  private final PreparedBatch documents;
  private final PreparedBatch names;
  private final PreparedBatch references;
  private final PreparedBatch bands;

  DerivedRows(Handle handle) {
    this.handle = handle;
    documents =
        handle.prepareBatch(
            """
            UPDATE document SET kind = :kind, number_key = :number, issuer_key = :issuer,
                year = :year, withheld = :withheld, doubts = :doubts,
                withheld_by = CASE
                  WHEN :withheld = 0 THEN NULL
                  WHEN withheld = 1 THEN withheld_by
                  ELSE (
                    -- What was registered in the same commit nobody saw before.
                    SELECT CASE WHEN at = document.registered THEN NULL ELSE sequence END
                    FROM change WHERE document_id = document.id ORDER BY sequence DESC LIMIT 1)
                  END
            WHERE ordinal = :ordinal
            """);
    names = handle.prepareBatch("INSERT INTO cited_as (key, document) VALUES (:key, :document)");
    references =
        handle.prepareBatch(
            """
            INSERT INTO reference (document, key, label, times, acts)
            VALUES (:document, :key, :label, :times, :acts)
            """);
    bands =
        handle.prepareBatch(
            "INSERT OR IGNORE INTO band (hash, document) VALUES (:hash, :document)");
  }

  /** The columns of a document's own row that follow from its record. */
  record Columns(
      String kind,
      @Nullable String number,
      @Nullable String issuer,
      @Nullable Integer year,
      boolean withheld,
      int doubts) {}

  /**
   * How a document cites another.
   *
   * @param key under which it is cited
   * @param label as cited
   * @param times how often
   * @param acts bits: see {@link #acts}
   */
  record Reference(String key, String label, int times, int acts) {}

  /**
   * All that follows from one record.
   *
   * @param names the keys under which the document can be cited
   * @param bands {@link TextBands} of its text
   */
  record Rows(Columns columns, Set<String> names, Set<Reference> references, Set<Long> bands) {
    static Rows of(Reads.Placed placed) {
      return of(placed.document().document(), TextBands.of(placed.document().primary().text()));
    }

    static Rows of(LegalDocument record, long[] text) {
      Columns columns =
          new Columns(
              record.kind().name(),
              Identity.numberKey(record).orElse(null),
              Identity.issuerKey(record).orElse(null),
              Identity.year(record).orElse(null),
              !record.handling().isPublic(),
              record.warnings().size());
      Map<String, Reference> cited = new TreeMap<>();
      record.citations().forEach(citation -> count(cited, citation.target(), 1, 0));
      record
          .relations()
          .forEach(relation -> count(cited, relation.target(), 0, acts(relation.type())));
      return new Rows(
          columns,
          TargetKeys.keys(record),
          Set.copyOf(cited.values()),
          LongStream.of(text).boxed().collect(Collectors.toUnmodifiableSet()));
    }
  }

  /**
   * Adds the rows of a document that has none yet; {@link #write} writes them.
   *
   * @param text {@link TextBands} of its text
   */
  void add(long ordinal, LegalDocument record, long[] text) {
    add(ordinal, Rows.of(record, text));
  }

  private void add(long ordinal, Rows rows) {
    for (long hash : rows.bands()) {
      bands.bind("hash", hash).bind("document", ordinal).add();
    }
    for (String key : rows.names()) {
      names.bind("key", key).bind("document", ordinal).add();
    }
    for (Reference reference : rows.references()) {
      references
          .bind("document", ordinal)
          .bind("key", reference.key())
          .bind("label", reference.label())
          .bind("times", reference.times())
          .bind("acts", reference.acts())
          .add();
    }
  }

  /** Replaces the rows of a document, after its change is written. */
  void replace(Reads.Placed placed) {
    long ordinal = placed.ordinal();
    Rows rows = Rows.of(placed);
    Columns columns = rows.columns();
    clear(ordinal);
    documents
        .bind("ordinal", ordinal)
        .bind("kind", columns.kind())
        .bind("number", columns.number())
        .bind("issuer", columns.issuer())
        .bind("year", columns.year())
        .bind("withheld", columns.withheld() ? 1 : 0)
        .bind("doubts", columns.doubts())
        .add();
    add(ordinal, rows);
  }

  /** The rows that a document has. */
  static Rows found(Handle handle, long ordinal) {
    Columns columns =
        handle
            .createQuery(
                """
                SELECT kind, number_key, issuer_key, year, withheld, doubts FROM document
                WHERE ordinal = :document
                """)
            .bind("document", ordinal)
            .map((row, context) ->
                new Columns(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4) == null ? null : row.getInt(4),
                    row.getBoolean(5),
                    row.getInt(6)))
            .one();
    return new Rows(
        columns,
        handle
            .createQuery("SELECT key FROM cited_as WHERE document = :document")
            .bind("document", ordinal)
            .mapTo(String.class)
            .set(),
        handle
            .createQuery("SELECT key, label, times, acts FROM reference WHERE document = :document")
            .bind("document", ordinal)
            .map((row, context) ->
                new Reference(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
            .set(),
        handle
            .createQuery("SELECT hash FROM band WHERE document = :document")
            .bind("document", ordinal)
            .mapTo(Long.class)
            .set());
  }

  /** Takes away what a document that is gone did to others. */
  void clear(long ordinal) {
    handle.execute("DELETE FROM cited_as WHERE document = ?", ordinal);
    handle.execute("DELETE FROM reference WHERE document = ?", ordinal);
    handle.execute("DELETE FROM band WHERE document = ?", ordinal);
  }

  void write() {
    for (PreparedBatch batch : List.of(documents, names, references, bands)) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /** The documents that some documents act on. */
  private static final String TARGETS =
      """
      SELECT DISTINCT n.document FROM reference r JOIN cited_as n ON n.key = r.key
      WHERE r.acts & 1 AND r.document IN (<documents>)
      """;

  /** Those that share a name with them: a name that two bear is no longer sure. */
  private static final String NAMESAKES =
      """
      SELECT DISTINCT n.document FROM cited_as m JOIN cited_as n ON n.key = m.key
      WHERE m.document IN (<documents>) AND n.document <> m.document
        AND EXISTS (SELECT 1 FROM reference r WHERE r.key = m.key AND r.acts > 0)
      """;

  /** Those that detail or guide them. */
  private static final String HANGING =
      """
      SELECT DISTINCT r.document FROM cited_as n JOIN reference r ON r.key = n.key
      WHERE r.acts & 2 AND n.document IN (<documents>)
      """;

  /**
   * The documents on whose effect some documents bear: those that they act on, their namesakes,
   * what hangs on any of these, and what those acted on that they ended before its day.
   *
   * @param ordinals of the documents that change, or are about to
   * @return ids without those of the documents themselves, in order of registration
   */
  static Set<String> boreOn(Handle handle, Collection<Long> ordinals) {
    Set<Long> near = new TreeSet<>(ask(handle, TARGETS, ordinals));
    near.addAll(ask(handle, NAMESAKES, ordinals));
    Set<Long> all = new TreeSet<>(near);
    all.addAll(ask(handle, TARGETS, near));
    near.addAll(ordinals);
    all.addAll(ask(handle, HANGING, near));
    all.removeAll(new TreeSet<>(ordinals));
    Set<String> ids = new LinkedHashSet<>();
    Reads.each(
        all,
        some ->
            handle
                .createQuery(
                    """
                    SELECT id FROM document WHERE ordinal IN (<documents>) AND state = 'LIVE'
                    ORDER BY ordinal
                    """)
                .bindList("documents", some)
                .mapTo(String.class)
                .forEach(ids::add));
    return ids;
  }

  private static Set<Long> ask(Handle handle, String query, Collection<Long> documents) {
    Set<Long> found = new TreeSet<>();
    Reads.each(
        documents,
        some ->
            handle
                .createQuery(query)
                .bindList("documents", some)
                .mapTo(Long.class)
                .forEach(found::add));
    return found;
  }

  private static void count(
      Map<String, Reference> cited, Citation.Target target, int times, int acts) {
    TargetKeys.key(target)
        .ifPresent(key ->
            cited.merge(
                key,
                new Reference(key, target.label(), times, acts),
                (one, other) ->
                    new Reference(
                        key, one.label(), one.times() + other.times(), one.acts() | other.acts())));
  }

  /** 1: it bears on the target's effect; 2: its own effect hangs on the target's. */
  static int acts(RelationType type) {
    return switch (type) {
      case REPLACES, REPEALS, SUSPENDS, AMENDS, SUPPLEMENTS, CORRECTS -> 1;
      case DETAILS, GUIDES -> 2;
      default -> 0;
    };
  }
}
