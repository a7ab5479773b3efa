package vn.vanban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectSource;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.TargetChoice.Candidate;
import vn.vanban.law.TargetKeys;

/**
 * Derives the legal effect of documents from each other, without the panels of their pages, and
 * compares it with a known status.
 */
public final class EffectBench {
  private final Map<String, Candidate> documents = new TreeMap<>();

  /**
   * One document beside its known status.
   *
   * @param source its file
   * @param expected the known status
   * @param derived what was derived for the day
   * @param agrees whether they agree
   */
  public record Row(String source, EffectStatus expected, EffectInterval derived, boolean agrees) {
    /** Whether a status was derived. */
    public boolean decided() {
      return derived.status() != EffectStatus.UNKNOWN;
    }

    /** Whether a relation of a held document bears on it. */
    public boolean fromOthers() {
      return derived.proof().stream().anyMatch(step -> step.documentId().isPresent());
    }

    /** Known as ended, wholly or in part, while no held document bears on it. */
    public boolean endedFromOutside() {
      boolean ended = expected == EffectStatus.EXPIRED || expected == EffectStatus.PARTLY;
      return ended && !fromOthers() && !agrees;
    }

    /** In part only by days of its own provisions, of which a portal's status knows nothing. */
    public boolean partsOfItsOwn() {
      return derived.status() == EffectStatus.PARTLY && !fromOthers() && !agrees;
    }
  }

  /** Adds a document; its panel is left out. */
  public void add(String source, LegalDocument d) {
    LegalDocument bare = d.draft().panel(PortalPanel.NONE).build();
    documents.put(source, new Candidate(source, bare));
  }

  /**
   * Derives the status on a day of every document with a known one.
   *
   * @param known the status by file as added
   */
  public List<Row> run(Map<String, EffectStatus> known, LocalDate day) {
    Map<String, List<Candidate>> byKey = new HashMap<>();
    documents
        .values()
        .forEach(c ->
            TargetKeys.keys(c.document())
                .forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(c)));
    Map<String, List<EffectSource.Incoming>> incoming = new HashMap<>();
    Map<String, Map<Candidate, Relation>> details = new HashMap<>();
    for (Candidate citing : documents.values()) {
      for (Relation relation : citing.document().relations()) {
        Optional<Candidate> target = target(citing, relation, byKey);
        if (target.isEmpty() || target.get().id().equals(citing.id())) {
          continue;
        }
        incoming
            .computeIfAbsent(target.get().id(), k -> new ArrayList<>())
            .add(new EffectSource.Incoming(citing.id(), citing.document(), relation));
        if (relation.type() == RelationType.DETAILS || relation.type() == RelationType.GUIDES) {
          details
              .computeIfAbsent(citing.id(), k -> new HashMap<>())
              .putIfAbsent(target.get(), relation);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Candidate candidate : documents.values()) {
      Optional<EffectStatus> expected = Optional.ofNullable(known.get(candidate.id()));
      if (expected.isPresent()) {
        List<EffectSource> sources = new ArrayList<>();
        incoming
            .getOrDefault(candidate.id(), List.of())
            .forEach(i ->
                sources.add(
                    new EffectSource.Incoming(
                        i.documentId(),
                        i.citing(),
                        i.relation(),
                        incoming.getOrDefault(i.documentId(), List.of()))));
        details
            .getOrDefault(candidate.id(), Map.of())
            .forEach((law, relation) ->
                sources.add(
                    new EffectSource.Detailed(
                        law.id(),
                        law.document(),
                        relation,
                        incoming.getOrDefault(law.id(), List.of()))));
        EffectInterval derived = EffectTimeline.of(candidate.document(), sources).statusOn(day);
        rows.add(
            new Row(candidate.id(), expected.get(), derived, derived.status() == expected.get()));
      }
    }
    return rows;
  }

  private static Optional<Candidate> target(
      Candidate citing, Relation relation, Map<String, List<Candidate>> byKey) {
    List<Candidate> candidates =
        TargetKeys.key(relation.target())
            .map(key -> byKey.getOrDefault(key, List.of()))
            .orElse(List.of());
    return TargetChoice.choose(citing.document(), relation.target(), candidates)
            instanceof TargetChoice.Resolved resolved
        ? Optional.of(resolved.candidate())
        : Optional.empty();
  }
}
