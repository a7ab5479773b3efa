package vn.vanban.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.vanban.law.Citation;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Relation;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.TargetKeys;

/** What registered documents are to one by their own words, as guests may know it. */
final class Relatives {
  private final Handle handle;
  private final Targets targets;

  Relatives(Handle handle, Reads reads) {
    this.handle = handle;
    this.targets = new Targets(handle, reads);
  }

  /** The candidates that guests may see, chosen among as {@link TargetChoice} does. */
  TargetChoice cited(LegalDocument citing, Citation.Target target) {
    return switch (targets.choose(citing, target)) {
      case TargetChoice.Resolved(TargetChoice.Candidate chosen)
          when !chosen.document().handling().isPublic() ->
          new TargetChoice.None();
      case TargetChoice.Ambiguous(List<TargetChoice.Candidate> several) -> {
        List<TargetChoice.Candidate> shown =
            several.stream().filter(c -> c.document().handling().isPublic()).toList();
        yield shown.isEmpty() ? new TargetChoice.None() : new TargetChoice.Ambiguous(shown);
      }
      case TargetChoice choice -> choice;
    };
  }

  /** Those of some keys that a document which guests may see bears. */
  Set<String> held(Collection<String> keys) {
    Set<String> found = new HashSet<>();
    Reads.each(
        keys,
        some ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT n.key FROM cited_as n JOIN document d ON d.ordinal = n.document
                    WHERE n.key IN (<keys>) AND d.state = 'LIVE' AND d.withheld = 0
                    """)
                .bindList("keys", some)
                .mapTo(String.class)
                .forEach(found::add));
    return found;
  }

  /** Documents that change, detail or guide one, in order of registration. */
  List<Registry.Acting> acting(String id, LegalDocument document, int limit) {
    Set<String> keys = TargetKeys.keys(document);
    Set<Long> citing = new TreeSet<>();
    Reads.each(
        keys,
        some ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT r.document FROM reference r
                      JOIN document d ON d.ordinal = r.document
                    WHERE r.key IN (<keys>) AND r.acts > 0 AND d.state = 'LIVE' AND d.withheld = 0
                      AND d.id <> :id
                    ORDER BY r.document LIMIT :limit
                    """)
                .bindList("keys", some)
                .bind("id", id)
                .bind("limit", limit)
                .mapTo(Long.class)
                .forEach(citing::add));
    List<Registry.Acting> acting = new ArrayList<>();
    for (Reads.Known other : targets.load(citing)) {
      List<Relation> relations =
          other.record().relations().stream()
              .filter(relation -> DerivedRows.acts(relation.type()) > 0)
              .filter(relation -> means(other.record(), relation, id))
              .toList();
      if (!relations.isEmpty()) {
        acting.add(new Registry.Acting(other.id(), other.record(), relations));
      }
    }
    return acting;
  }

  private boolean means(LegalDocument citing, Relation relation, String id) {
    return switch (targets.choose(citing, relation.target())) {
      case TargetChoice.Resolved(TargetChoice.Candidate chosen) -> chosen.id().equals(id);
      case TargetChoice.Ambiguous ignored -> false;
      case TargetChoice.None ignored -> false;
    };
  }

  /** The keys of all that a document names. */
  static Set<String> keys(LegalDocument document) {
    Set<String> keys = new TreeSet<>();
    Stream.concat(
            document.citations().stream().map(Citation::target),
            document.relations().stream().map(Relation::target))
        .forEach(target -> TargetKeys.key(target).ifPresent(keys::add));
    return keys;
  }
}
