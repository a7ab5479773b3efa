package vn.vanban.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import vn.vanban.law.HeldBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.SeriesEntry;

/** Reads the numbers of one body in one year; in one transaction. */
final class BodyNumbers {
  /** Of a body alone, or of one whose name stands among those of a joint document. */
  private static final String OF_BODY =
      """
      ordinal IN (
          SELECT ordinal FROM document WHERE issuer_key = :key
          UNION ALL
          SELECT ordinal FROM document
          WHERE instr(issuer_key, '; ') > 0 AND instr('; ' || issuer_key || '; ', '; ' || :key || '; ') > 0)
      AND state = 'LIVE' AND withheld <= :withheld
      """;

  private static final int PART = 200;

  private final Handle handle;
  private final Reads reads;
  private final int withheld;

  /**
   * @param all also what is withheld from guests
   */
  BodyNumbers(Handle handle, Reads reads, boolean all) {
    this.handle = handle;
    this.reads = reads;
    this.withheld = all ? 1 : 0;
  }

  /** The body that a typed name means, under its name as printed on one of its documents. */
  HeldBody called(String typed) {
    Set<String> keys = new LinkedHashSet<>();
    HeldBody.candidates(typed).forEach(name -> keys.add(Identity.spelling(name)));
    keys.removeIf(key -> name(key).isEmpty());
    HeldBody found =
        keys.size() == 1
            ? new HeldBody.One(keys.iterator().next())
            : HeldBody.of(typed, keys.isEmpty() ? all() : keys);
    return switch (found) {
      case HeldBody.One(String key) -> new HeldBody.One(printed(key));
      case HeldBody.Several(List<String> several) -> new HeldBody.Several(printed(several));
      case HeldBody.None(List<String> nearest) -> new HeldBody.None(printed(nearest));
    };
  }

  /**
   * The numbered documents of a body: those of the year of issue, and those that carry the year in
   * their number. A joint document is numbered by the body that stands first (Nghị định
   * 30/2020/NĐ-CP, Phụ lục I, mục II.2: cơ quan chủ trì).
   *
   * @param body its name in any case and tone placement
   */
  List<SeriesEntry> in(String body, int year) {
    String key = Identity.spelling(body);
    List<Long> ordinals =
        handle
            .createQuery(
                "SELECT ordinal FROM document WHERE number_key IS NOT NULL"
                    + " AND (year = :year OR instr(number_key, '/' || :year || '/') > 0) AND "
                    + OF_BODY)
            .bind("year", year)
            .bind("key", key)
            .bind("withheld", withheld)
            .mapTo(Long.class)
            .list();
    List<SeriesEntry> entries = new ArrayList<>(ordinals.size());
    // In parts, so that the texts of all are never in memory at once.
    for (int from = 0; from < ordinals.size(); from += PART) {
      List<Long> part = ordinals.subList(from, Math.min(from + PART, ordinals.size()));
      for (Reads.Placed placed : reads.byOrdinals(handle, part)) {
        LegalDocument document = placed.document().document();
        if (isFirst(document, key)) {
          SeriesEntry.of(placed.document().id(), document).ifPresent(entries::add);
        }
      }
    }
    return entries;
  }

  private static boolean isFirst(LegalDocument document, String key) {
    return Identity.spelling(document.issuers().getFirst().value().name()).equals(key);
  }

  /** All bodies, in the spelling of their keys. */
  private Set<String> all() {
    Set<String> names = new TreeSet<>();
    handle
        .createQuery(
            """
            SELECT DISTINCT issuer_key FROM document
            WHERE issuer_key IS NOT NULL AND state = 'LIVE' AND withheld <= :withheld
            """)
        .bind("withheld", withheld)
        .mapTo(String.class)
        .forEach(key -> names.addAll(List.of(key.split("; ", -1))));
    return names;
  }

  private List<String> printed(List<String> keys) {
    return keys.stream().map(this::printed).toList();
  }

  private String printed(String key) {
    return name(key).orElse(key);
  }

  /** A body's name as its first registered document has it. */
  private Optional<String> name(String key) {
    List<Long> one =
        handle
            .createQuery(
                "SELECT ordinal FROM document WHERE " + OF_BODY + " ORDER BY ordinal LIMIT 1")
            .bind("key", key)
            .bind("withheld", withheld)
            .mapTo(Long.class)
            .list();
    return reads.byOrdinals(handle, one).stream()
        .flatMap(placed -> placed.document().document().issuers().stream())
        .map(issuer -> issuer.value().name())
        .filter(name -> Identity.spelling(name).equals(key))
        .findFirst();
  }
}
