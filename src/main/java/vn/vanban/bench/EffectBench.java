package vn.vanban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.PortalPanel;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Submission;

/**
 * Registers documents without the panels of their pages, and compares the legal effect that the
 * registry derives from them with a known status.
 */
public final class EffectBench {
  private final Registry registry;
  private final Map<String, String> ids = new TreeMap<>();

  /**
   * Measures on what is {@linkplain #add added}.
   *
   * @param registry an empty one
   */
  public EffectBench(Registry registry) {
    this.registry = registry;
  }

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
  public void add(String source, Submission read) {
    LegalDocument bare = read.document().draft().panel(PortalPanel.NONE).build();
    Submission submission =
        new Submission(
            read.source(),
            read.mediaType(),
            read.original(),
            read.extractedText(),
            read.repairedText(),
            bare);
    ids.put(source, registry.register(List.of(submission)).getFirst().documentId());
  }

  /**
   * Derives the status on a day of every document with a known one.
   *
   * @param known the status by file as added
   */
  public List<Row> run(Map<String, EffectStatus> known, LocalDate day) {
    Map<String, EffectTimeline> effects = registry.effects(Set.copyOf(ids.values()));
    List<Row> rows = new ArrayList<>();
    ids.forEach((source, id) ->
        Optional.ofNullable(known.get(source))
            .ifPresent(expected -> {
              EffectInterval derived = Objects.requireNonNull(effects.get(id), id).statusOn(day);
              rows.add(new Row(source, expected, derived, derived.status() == expected));
            }));
    return rows;
  }
}
