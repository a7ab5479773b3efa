package vn.vanban.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.Citation;
import vn.vanban.law.Evidence;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;

/**
 * Collects relations: one for each type and target, with all provisions that it touches. A target
 * that something else is said of is not also merely referred to.
 */
final class Relations {
  private record Key(RelationType type, String target) {}

  private record Entry(
      Citation.Target target,
      Set<ProvisionPath> provisions,
      Optional<LocalDate> date,
      Evidence evidence) {}

  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final Set<String> related = new LinkedHashSet<>();

  /**
   * Adds what is said of a target. Where the whole document is meant once, no provision limits it.
   */
  void add(
      RelationType type,
      Citation.Target target,
      Optional<ProvisionPath> provision,
      Optional<LocalDate> date,
      Evidence evidence) {
    if (target instanceof Citation.Self) {
      return;
    }
    String label = label(target);
    if (type == RelationType.REFERS_TO && related.contains(label)) {
      return;
    }
    if (type != RelationType.REFERS_TO) {
      related.add(label);
    }
    Entry entry =
        entries.computeIfAbsent(
            new Key(type, label), key -> new Entry(target, new LinkedHashSet<>(), date, evidence));
    provision.ifPresent(entry.provisions()::add);
  }

  private static String label(Citation.Target target) {
    return target instanceof Citation.ByNumber(var number)
        ? number.key()
        : target.label().toLowerCase(Locale.ROOT);
  }

  List<Relation> list() {
    List<Relation> relations = new ArrayList<>();
    entries.forEach((key, entry) ->
        relations.add(
            new Relation(
                key.type(),
                entry.target(),
                List.copyOf(entry.provisions()),
                entry.date(),
                entry.evidence())));
    return relations;
  }
}
