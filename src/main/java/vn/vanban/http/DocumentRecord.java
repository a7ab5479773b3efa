package vn.vanban.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vanban.http.pages.DocumentPage;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Action;
import vn.vanban.registry.FieldDifference;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.Revision;

/**
 * What the registry knows of a document beside its text, as its page tells it.
 *
 * @param effect through time; empty if nothing is known
 * @param history the oldest first
 * @param kin other documents that belong to it, as guests may see them
 */
record DocumentRecord(Optional<EffectTimeline> effect, List<Revision> history, Kinship kin) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).withZone(VietnamTime.ZONE);

  DocumentRecord {
    history = List.copyOf(history);
  }

  /** The status on a day with the steps that prove it. */
  Optional<DocumentPage.Status> status(LocalDate day) {
    return effect
        .map(timeline -> timeline.statusOn(day))
        .map(now ->
            new DocumentPage.Status(
                now.status().vietnamese(),
                now.reason().orElse(""),
                now.proof().stream().map(DocumentRecord::step).toList(),
                now.doubts()));
  }

  private static DocumentPage.Step step(EffectInterval.Step step) {
    return new DocumentPage.Step(step.note(), step.documentId().map(Links::page));
  }

  /** What happened to the document, the latest first; not what happened to others. */
  List<DocumentPage.Event> events() {
    return history.reversed().stream()
        .filter(revision -> revision.action() != Action.EFFECT_CHANGED)
        .map(revision ->
            new DocumentPage.Event(
                TIME.format(revision.at()),
                revision.action().vietnamese(),
                revision.act().reason(),
                revision.differences().stream().map(DocumentRecord::difference).toList()))
        .toList();
  }

  private static String difference(FieldDifference difference) {
    return "%s: %s → %s"
        .formatted(
            Wording.field(difference.field()),
            difference.before().orElse("–"),
            difference.after().orElse("–"));
  }
}
