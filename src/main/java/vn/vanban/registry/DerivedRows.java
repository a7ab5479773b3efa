package vn.vanban.registry;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKeys;
import vn.vanban.law.LegalDocument;

/**
 * The rows that follow from a document's record: its identity, whether it is for guests, its
 * doubts, how it can be cited and what it cites. They can be thrown away and made anew.
 */
final class DerivedRows {
  /** To be raised when a rule changes by which rows are derived; they are then made anew. */
  static final String VERSION = "1";

  /** SQLite takes 32,766 parameters; short lists keep statements small. */
  private static final int LIST = 500;

  private final Handle handle;
  private final PreparedBatch documents;
  private final PreparedBatch names;
  private final PreparedBatch references;

  DerivedRows(Handle handle) {
    this.handle = handle;
    documents =
        handle.prepareBatch(
            """
            UPDATE document SET kind = :kind, number_key = :number, issuer_key = :issuer,
                year = :year, withheld = :withheld, doubts = :doubts
            WHERE ordinal = :ordinal
            """);
    names = handle.prepareBatch("INSERT INTO cited_as (key, document) VALUES (:key, :document)");
    references =
        handle.prepareBatch(
            """
            INSERT INTO reference (document, key, label, times, acts)
            VALUES (:document, :key, :label, :times, :acts)
            """);
  }

  /** Adds the rows of a document that has none yet; {@link #write} writes them. */
  void add(long ordinal, LegalDocument record) {
    names(ordinal, record);
    Map<String, Reference> cited = new TreeMap<>();
    record.citations().forEach(citation -> count(cited, citation.target(), false));
    record.relations().forEach(relation -> count(cited, relation.target(), true));
    cited.forEach((key, reference) ->
        references
            .bind("document", ordinal)
            .bind("key", key)
            .bind("label", reference.label)
            .bind("times", reference.times)
            .bind("acts", reference.acts ? 1 : 0)
            .add());
  }

  /** Replaces the rows of a document. */
  void replace(long ordinal, LegalDocument record) {
    handle.execute("DELETE FROM cited_as WHERE document = ?", ordinal);
    handle.execute("DELETE FROM reference WHERE document = ?", ordinal);
    documents
        .bind("ordinal", ordinal)
        .bind("kind", record.kind().name())
        .bind("number", Identity.numberKey(record).orElse(null))
        .bind("issuer", Identity.issuerKey(record).orElse(null))
        .bind("year", Identity.year(record).orElse(null))
        .bind("withheld", record.handling().isPublic() ? 0 : 1)
        .bind("doubts", record.warnings().size())
        .add();
    add(ordinal, record);
  }

  /** Takes away what a document that is gone did to others. */
  void clear(long ordinal) {
    handle.execute("DELETE FROM cited_as WHERE document = ?", ordinal);
    handle.execute("DELETE FROM reference WHERE document = ?", ordinal);
  }

  void write() {
    for (PreparedBatch batch : List.of(documents, names, references)) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /**
   * The documents on whose effect some documents bear, or once bore: those that they act on, and
   * those that share a name with them, for a name that two bear is no longer sure.
   *
   * @param ordinals of the documents that changed
   * @return ids without those of the documents themselves, in order of registration
   */
  static Set<String> boreOn(Handle handle, Collection<Long> ordinals) {
    Map<Long, String> found = new TreeMap<>();
    List<Long> all = List.copyOf(ordinals);
    for (int from = 0; from < all.size(); from += LIST) {
      handle
          .createQuery(
              """
              SELECT t.ordinal, t.id FROM reference r
                JOIN cited_as n ON n.key = r.key JOIN document t ON t.ordinal = n.document
              WHERE r.acts = 1 AND r.document IN (<documents>) AND t.state = 'LIVE'
              UNION
              SELECT t.ordinal, t.id FROM cited_as m
                JOIN cited_as n ON n.key = m.key JOIN document t ON t.ordinal = n.document
              WHERE m.document IN (<documents>) AND n.document <> m.document AND t.state = 'LIVE'
                AND EXISTS (SELECT 1 FROM reference r WHERE r.key = m.key AND r.acts = 1)
              """)
          .bindList("documents", all.subList(from, Math.min(from + LIST, all.size())))
          .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    found.keySet().removeAll(new TreeSet<>(all));
    return new LinkedHashSet<>(found.values());
  }

  private void names(long ordinal, LegalDocument record) {
    for (String key : DocumentKeys.keys(record)) {
      names.bind("key", key).bind("document", ordinal).add();
    }
  }

  private static void count(Map<String, Reference> cited, Citation.Target target, boolean acts) {
    DocumentKeys.key(target)
        .ifPresent(key -> {
          Reference reference = cited.computeIfAbsent(key, k -> new Reference(target.label()));
          reference.times += acts ? 0 : 1;
          reference.acts |= acts;
        });
  }

  /** How a document cites another. */
  private static final class Reference {
    private final String label;
    private int times;
    private boolean acts;

    Reference(String label) {
      this.label = label;
    }
  }
}
