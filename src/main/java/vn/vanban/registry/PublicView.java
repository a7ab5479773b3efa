package vn.vanban.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import vn.vanban.law.EffectTimeline;

/**
 * All documents together as guests may see them: what is withheld is in no list and no count, and
 * of changes only in the one by which guests lost it.
 */
public final class PublicView {
  private static final String PUBLIC = "d.state = 'LIVE' AND d.withheld = 0";

  /** When a document itself last changed; that others bear on its effect is no change of it. */
  private static final String CHANGED =
      """
      (SELECT at FROM change c WHERE c.document_id = d.id AND c.action <> 'EFFECT_CHANGED'
          ORDER BY c.sequence DESC LIMIT 1)
      """;

  private final Jdbi jdbi;
  private final Reads reads;
  private final Failures failures;

  PublicView(Jdbi jdbi, Reads reads, Failures failures) {
    this.jdbi = jdbi;
    this.reads = reads;
    this.failures = failures;
  }

  /**
   * A document in a list.
   *
   * @param ordinal its place in the order of registration
   * @param id of it
   * @param changed when it last changed
   */
  public record Listed(long ordinal, String id, Instant changed) {}

  /**
   * In how many documents the fields were read that tell one from another.
   *
   * @param documents all
   * @param numbers with a number
   * @param issuers with an issuer
   * @param years with a year, of issue or within the number
   * @param doubtful with warnings that wait for review
   */
  public record Coverage(long documents, long numbers, long issuers, long years, long doubtful) {}

  /**
   * The change feed, oldest first. Of a document that became withheld nothing is told but that
   * guests lost it.
   *
   * @param sequence changes after this number
   * @param limit how many at most
   */
  public List<PublicChange> changesAfter(long sequence, int limit) {
    return changes("c.sequence > :sequence ORDER BY c.sequence", sequence, limit);
  }

  /**
   * The same, the latest first, without what others did to a document's effect, and of documents
   * that are gone only that they went.
   *
   * @param sequence changes before this number
   * @param limit how many at most
   */
  public List<PublicChange> changesBefore(long sequence, int limit) {
    return changes(
        """
        c.sequence < :sequence AND c.action <> 'EFFECT_CHANGED'
          AND (d.state = 'LIVE' OR c.removed OR d.withheld)
        ORDER BY c.sequence DESC
        """,
        sequence,
        limit);
  }

  private List<PublicChange> changes(String which, long sequence, int limit) {
    return ask(handle ->
        handle
            .createQuery(
                """
                SELECT c.sequence, c.at, c.document_id, c.action, c.removed, c.reason, d.withheld
                FROM change c JOIN document d ON d.id = c.document_id
                WHERE (d.withheld = 0 OR d.withheld_by = c.sequence) AND
                """
                    + which
                    + " LIMIT :limit")
            .bind("sequence", sequence)
            .bind("limit", limit)
            .map((row, context) -> {
              boolean withheld = row.getBoolean(7);
              return new PublicChange(
                  row.getLong(1),
                  Instant.parse(row.getString(2)),
                  row.getString(3),
                  withheld ? Optional.empty() : Optional.of(Action.valueOf(row.getString(4))),
                  withheld || row.getBoolean(5),
                  withheld ? "" : row.getString(6));
            })
            .list());
  }

  /**
   * The effect of documents through time, as {@link Registry#effects}, without the names of
   * withheld documents that bear on it.
   *
   * @param ids of the documents
   * @return by id; without those that are not there
   */
  public Map<String, EffectTimeline> effects(Collection<String> ids) {
    return ask(handle -> {
      Map<String, EffectTimeline> effects = new Effects(handle, reads).of(ids);
      Set<String> hidden = new HashSet<>();
      effects.values().forEach(effect -> hidden.addAll(effect.documents()));
      hidden.removeAll(Reads.publicAmong(handle, hidden));
      effects.replaceAll((id, effect) -> effect.concealing(hidden));
      return effects;
    });
  }

  /** When documents last changed, by id; without those that are not there. */
  public Map<String, Instant> changed(Collection<String> ids) {
    Map<String, Instant> changed = new HashMap<>();
    ask(handle -> {
      Reads.each(
          ids,
          some ->
              handle
                  .createQuery(
                      "SELECT d.id, "
                          + CHANGED
                          + " FROM document d WHERE d.id IN (<ids>) AND "
                          + PUBLIC)
                  .bindList("ids", some)
                  .map((row, context) ->
                      Map.entry(row.getString(1), Instant.parse(row.getString(2))))
                  .forEach(entry -> changed.put(entry.getKey(), entry.getValue())));
      return changed;
    });
    return changed;
  }

  /** When anything last changed; empty for a new registry. */
  public Optional<Instant> lastChange() {
    return ask(handle ->
        handle
            .createQuery("SELECT at FROM change ORDER BY sequence DESC LIMIT 1")
            .mapTo(String.class)
            .findOne()
            .map(Instant::parse));
  }

  /**
   * Stretches of the order of registration that hold documents, each with its latest change: the
   * n-th, from 0, has the ordinals from n × length + 1 on. Reads every document's row.
   *
   * @param length of a stretch
   */
  public SortedMap<Integer, Instant> stretches(int length) {
    SortedMap<Integer, Instant> stretches = new TreeMap<>();
    ask(handle -> {
      handle
          .createQuery(
              "SELECT (d.ordinal - 1) / :length AS stretch, max("
                  + CHANGED
                  + ") FROM document d WHERE "
                  + PUBLIC
                  + " GROUP BY stretch")
          .bind("length", length)
          .map((row, context) -> Map.entry(row.getInt(1), Instant.parse(row.getString(2))))
          .forEach(entry -> stretches.put(entry.getKey(), entry.getValue()));
      return stretches;
    });
    return stretches;
  }

  /**
   * Documents in order of registration.
   *
   * @param after the ordinal to begin behind
   * @param until the last ordinal that may come
   * @param limit how many at most
   */
  public List<Listed> listed(long after, long until, int limit) {
    return ask(handle ->
        handle
            .createQuery(
                "SELECT d.ordinal, d.id, "
                    + CHANGED
                    + " FROM document d WHERE d.ordinal > :after AND d.ordinal <= :until AND "
                    + PUBLIC
                    + " ORDER BY d.ordinal LIMIT :limit")
            .bind("after", after)
            .bind("until", until)
            .bind("limit", limit)
            .map((row, context) ->
                new Listed(row.getLong(1), row.getString(2), Instant.parse(row.getString(3))))
            .list());
  }

  /** How many documents have which fields. */
  public Coverage coverage() {
    return ask(handle ->
        handle
            .createQuery(
                """
                SELECT count(*), count(number_key), count(issuer_key), count(year),
                    coalesce(sum(doubts > 0), 0)
                FROM document d WHERE
                """
                    + PUBLIC)
            .map((row, context) ->
                new Coverage(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
            .one());
  }

  /**
   * What public documents cite and no public document is, the most cited first: what is withheld is
   * as what is not there.
   *
   * @param limit how many at most
   */
  public List<MissingDocument> missing(int limit) {
    return ask(handle ->
        handle
            .createQuery(
                """
                SELECT min(r.label), count(*) AS documents, sum(r.times)
                FROM reference r JOIN document d ON d.ordinal = r.document
                WHERE d.state = 'LIVE' AND d.withheld = 0 AND NOT EXISTS (
                    SELECT 1 FROM cited_as n JOIN document held ON held.ordinal = n.document
                    WHERE n.key = r.key AND held.state = 'LIVE' AND held.withheld = 0)
                GROUP BY r.key ORDER BY documents DESC, sum(r.times) DESC, r.key LIMIT :limit
                """)
            .bind("limit", limit)
            .map((row, context) ->
                new MissingDocument(row.getString(1), row.getLong(2), row.getLong(3)))
            .list());
  }

  private <T> T ask(Function<Handle, T> question) {
    try {
      return jdbi.inTransaction(question::apply);
    } catch (JdbiException e) {
      throw failures.of("đọc", e);
    }
  }
}
