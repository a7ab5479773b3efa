package vn.vanban.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import vn.vanban.law.EffectSource;
import vn.vanban.law.EffectSource.Detailed;
import vn.vanban.law.EffectSource.Incoming;
import vn.vanban.law.EffectSource.Possible;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.TargetKeys;

/**
 * Derives the effect of documents from their own words and from what other registered documents do
 * to them. Relations are resolved when they are asked for, so that it does not matter which of two
 * documents came first.
 */
final class Effects {
  private final Handle handle;
  private final Targets targets;

  /** The documents that bear on the effect of what is cited by a key. */
  private final Map<String, Set<Long>> bearing = new HashMap<>();

  Effects(Handle handle, Reads reads) {
    this.handle = handle;
    this.targets = new Targets(handle, reads);
  }

  /** The effect through time of some documents, by their ids; without those that are not there. */
  Map<String, EffectTimeline> of(Collection<String> ids) {
    List<Long> ordinals = new ArrayList<>();
    Reads.each(
        ids,
        some ->
            handle
                .createQuery(
                    """
                    SELECT ordinal FROM document WHERE id IN (<ids>) AND state = 'LIVE'
                    ORDER BY ordinal
                    """)
                .bindList("ids", some)
                .mapTo(Long.class)
                .forEach(ordinals::add));
    Map<String, EffectTimeline> timelines = new HashMap<>();
    List<Reads.Known> documents = targets.load(ordinals);
    Set<String> keys = new HashSet<>();
    documents.forEach(document -> keys.addAll(TargetKeys.keys(document.record())));
    bearing(keys);
    for (Reads.Known document : documents) {
      timelines.put(document.id(), timeline(document));
    }
    return timelines;
  }

  private EffectTimeline timeline(Reads.Known document) {
    List<EffectSource> sources = new ArrayList<>(incoming(document, true));
    for (Relation relation : document.record().relations()) {
      if (relation.type() == RelationType.DETAILS || relation.type() == RelationType.GUIDES) {
        resolved(document.record(), relation)
            .filter(law -> law.ordinal() != document.ordinal())
            .ifPresent(law ->
                sources.add(
                    new Detailed(law.id(), law.record(), relation, certain(incoming(law, false)))));
      }
    }
    return EffectTimeline.of(document.record(), sources);
  }

  /** What points to a document, and with it what points to that if {@code deep}. */
  private List<EffectSource> incoming(Reads.Known document, boolean deep) {
    Set<String> keys = TargetKeys.keys(document.record());
    Set<Long> citing = bearing(keys);
    citing.remove(document.ordinal());
    List<EffectSource> sources = new ArrayList<>();
    for (Reads.Known other : targets.load(citing)) {
      List<Incoming> onOther = deep ? certain(incoming(other, false)) : List.of();
      for (Relation relation : other.record().relations()) {
        if (TargetKeys.key(relation.target()).filter(keys::contains).isEmpty()) {
          continue;
        }
        Incoming found = new Incoming(other.id(), other.record(), relation, onOther);
        switch (targets.choose(other.record(), relation.target())) {
          case TargetChoice.Resolved(TargetChoice.Candidate chosen)
              when chosen.id().equals(document.id()) ->
              sources.add(found);
          case TargetChoice.Ambiguous(List<TargetChoice.Candidate> several)
              when several.stream().anyMatch(c -> c.id().equals(document.id())) ->
              sources.add(new Possible(found));
          default -> {
            // Another document is meant.
          }
        }
      }
    }
    return sources;
  }

  /** The documents that bear on what is cited by any of these keys; asks only for new ones. */
  private Set<Long> bearing(Set<String> keys) {
    List<String> unknown = keys.stream().filter(key -> !bearing.containsKey(key)).toList();
    unknown.forEach(key -> bearing.put(key, new TreeSet<>()));
    Reads.each(
        unknown,
        some ->
            handle
                .createQuery(
                    "SELECT key, document FROM reference WHERE key IN (<keys>) AND acts & 1")
                .bindList("keys", some)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(found ->
                    bearing
                        .computeIfAbsent(found.getKey(), key -> new TreeSet<>())
                        .add(found.getValue())));
    Set<Long> all = new TreeSet<>();
    keys.forEach(key -> all.addAll(bearing.getOrDefault(key, Set.of())));
    return all;
  }

  private static List<Incoming> certain(List<EffectSource> sources) {
    return EffectSource.incoming(sources);
  }

  private Optional<Reads.Known> resolved(LegalDocument citing, Relation relation) {
    return targets.choose(citing, relation.target())
            instanceof TargetChoice.Resolved(TargetChoice.Candidate chosen)
        ? targets.loaded(chosen.id())
        : Optional.empty();
  }
}
