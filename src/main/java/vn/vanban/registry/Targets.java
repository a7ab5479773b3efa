package vn.vanban.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vanban.law.Citation;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.TargetKeys;

/** Finds which registered document is cited; what it has read of them it keeps. */
final class Targets {
  private final Handle handle;
  private final Reads reads;
  private final Map<Long, Reads.Known> loaded = new HashMap<>();
  private final Map<String, Reads.Known> byId = new HashMap<>();
  private final Map<String, List<Long>> bearers = new HashMap<>();

  Targets(Handle handle, Reads reads) {
    this.handle = handle;
    this.reads = reads;
  }

  TargetChoice choose(LegalDocument citing, Citation.Target target) {
    List<Long> bearing =
        TargetKeys.key(target)
            .map(key -> bearers.computeIfAbsent(key, this::bearers))
            .orElse(List.of());
    return TargetChoice.choose(
        citing,
        target,
        load(bearing).stream()
            .map(known -> new TargetChoice.Candidate(known.id(), known.record()))
            .toList());
  }

  private List<Long> bearers(String key) {
    return handle
        .createQuery("SELECT document FROM cited_as WHERE key = :key ORDER BY document")
        .bind("key", key)
        .mapTo(Long.class)
        .list();
  }

  List<Reads.Known> load(Collection<Long> ordinals) {
    List<Long> unknown = ordinals.stream().filter(o -> !loaded.containsKey(o)).toList();
    if (!unknown.isEmpty()) {
      for (Reads.Known known : reads.records(handle, unknown)) {
        loaded.put(known.ordinal(), known);
        byId.put(known.id(), known);
      }
    }
    return ordinals.stream().filter(loaded::containsKey).map(loaded::get).toList();
  }

  /** What was loaded under an id. */
  Optional<Reads.Known> loaded(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
