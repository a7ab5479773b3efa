package vn.vanban.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vanban.http.pages.DocumentPage;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Span;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Action;
import vn.vanban.registry.FieldDifference;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Revision;

/**
 * What the registry knows of a document beside its text, as its page tells it.
 *
 * @param effect through time; empty if nothing is known
 * @param history the oldest first
 * @param kin other documents that belong to it, as guests may see them
 * @param ties what ties it to others by words, as guests may see them
 */
record DocumentRecord(
    Optional<EffectTimeline> effect, List<Revision> history, Kinship kin, Registry.Ties ties) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).withZone(VietnamTime.ZONE);

  DocumentRecord {
    history = List.copyOf(history);
  }

  /**
   * The status on a day with the steps that prove it.
   *
   * @param id of the document
   */
  Optional<DocumentPage.Status> status(String id, LocalDate day, Wording wording) {
    return effect.map(timeline -> {
      EffectInterval now = timeline.statusOn(day);
      return new DocumentPage.Status(
          now.status().name().toLowerCase(Locale.ROOT),
          wording.status(now.status()),
          wording.said(now.reason().orElse("")),
          now.proof().stream().map(step -> step(id, step, wording)).toList(),
          now.doubts().stream().map(wording::said).toList(),
          through(timeline.whole(), wording),
          provisions(id, timeline, now, day, wording));
    });
  }

  /** What was in force when, where that is more than one thing. */
  private static List<String> through(List<EffectInterval> intervals, Wording wording) {
    return intervals.size() < 2
        ? List.of()
        : intervals.stream()
            .map(interval -> span(interval, wording) + ": " + wording.status(interval.status()))
            .toList();
  }

  private static String span(EffectInterval interval, Wording wording) {
    String from =
        interval.from().map(day -> wording.say("từ ", "from ") + wording.date(day)).orElse("");
    String until =
        interval
            .until()
            .map(day -> wording.say("trước ", "before ") + wording.date(day))
            .orElse("");
    return from.isEmpty() || until.isEmpty() ? from + until : from + ", " + until;
  }

  /** Provisions whose status is another than that of the whole. */
  private static List<DocumentPage.ProvisionStatus> provisions(
      String id, EffectTimeline timeline, EffectInterval whole, LocalDate day, Wording wording) {
    return timeline.provisions().keySet().stream()
        .sorted(Comparator.comparing(ProvisionPath::toString))
        .flatMap(path ->
            timeline.provisionStatusOn(path, day).stream()
                .filter(part -> part.status() != whole.status())
                .map(part ->
                    new DocumentPage.ProvisionStatus(
                        fromArticle(path.toString()),
                        part.status().name().toLowerCase(Locale.ROOT),
                        wording.status(part.status()),
                        new DocumentPage.Step(
                            wording.named(
                                CitationText.of(path), ": " + wording.status(part.status())),
                            part.proof().stream().findFirst().flatMap(step -> words(id, step))))))
        .toList();
  }

  /** Who acts on a Điều need not name its Chương. */
  static String fromArticle(String path) {
    int article = path.indexOf("dieu-");
    return article < 0 ? path : path.substring(article);
  }

  private static DocumentPage.Step step(String id, EffectInterval.Step step, Wording wording) {
    return new DocumentPage.Step(wording.said(step.note()), words(id, step));
  }

  /** Where the words stand that a step rests on. */
  private static Optional<String> words(String id, EffectInterval.Step step) {
    Span words = step.evidence().span();
    return words.length() == 0
        ? step.documentId().map(Links::page)
        : Optional.of(Links.passage(step.documentId().orElse(id), 0, words));
  }

  /** What happened to the document, the latest first; not what happened to others. */
  List<DocumentPage.Event> events(Wording wording) {
    return history.reversed().stream()
        .filter(revision -> revision.action() != Action.EFFECT_CHANGED)
        .map(revision ->
            new DocumentPage.Event(
                TIME.format(revision.at()),
                wording.action(revision.action()),
                revision.act().reason(),
                revision.differences().stream().map(d -> difference(d, wording)).toList()))
        .toList();
  }

  private static String difference(FieldDifference difference, Wording wording) {
    return "%s: %s → %s"
        .formatted(
            wording.field(difference.field()),
            difference.before().orElse("–"),
            difference.after().orElse("–"));
  }
}
