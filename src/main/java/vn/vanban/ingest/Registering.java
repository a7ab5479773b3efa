package vn.vanban.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanban.registry.Act;
import vn.vanban.registry.Enclosure;
import vn.vanban.registry.Registration;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Submission;
import vn.vanban.registry.Tombstone;

/** Puts what was read into the registry, tells of each file and counts. */
final class Registering {
  private final Registry registry;
  private final Ingester.Progress progress;
  private final Act act;
  private final Map<FileOutcome.Result, Integer> counts = new EnumMap<>(FileOutcome.Result.class);
  private final List<FileOutcome> rejected = new ArrayList<>();
  private final List<FileOutcome> keptApart = new ArrayList<>();
  private int known;

  Registering(Registry registry, Ingester.Progress progress, int files, Act act) {
    this.registry = registry;
    this.act = act;
    this.progress = progress;
    this.known = files;
    progress.found(files);
  }

  /**
   * Registers files in one commit. A file and its members are never parted: once a mail is
   * registered, a second run need not look into it again.
   */
  void register(List<FileReading> group) {
    List<Submission> submissions = new ArrayList<>();
    List<Enclosure> enclosures = new ArrayList<>();
    int files = 0;
    for (FileReading reading : group) {
      files += reading.items().size();
      enclosures.addAll(reading.enclosures());
      for (FileReading.Item item : reading.items()) {
        if (item instanceof FileReading.Fresh fresh) {
          submissions.add(fresh.submission());
        }
      }
    }
    if (files > group.size()) {
      known += files - group.size();
      progress.found(known);
    }
    Iterator<Registration> registrations =
        registry.register(submissions, enclosures, act).iterator();
    for (FileReading reading : group) {
      for (FileReading.Item item : reading.items()) {
        switch (item) {
          case FileReading.Fresh fresh -> done(fresh.source(), registrations.next());
          case FileReading.Known unchanged ->
              done(
                  new FileOutcome(
                      unchanged.source(),
                      FileOutcome.Result.UNCHANGED,
                      Optional.of(unchanged.documentId()),
                      Optional.empty()));
          case FileReading.Rejected refused -> {
            refused
                .bytes()
                .ifPresent(b -> registry.quarantine(refused.source(), b, refused.reason()));
            reject(refused.source(), refused.reason());
          }
        }
      }
    }
  }

  void reject(String source, String reason) {
    FileOutcome outcome =
        new FileOutcome(source, FileOutcome.Result.REJECTED, Optional.empty(), Optional.of(reason));
    rejected.add(outcome);
    done(outcome);
  }

  IngestReport report() {
    return new IngestReport(
        counts.getOrDefault(FileOutcome.Result.ADDED, 0),
        counts.getOrDefault(FileOutcome.Result.UNCHANGED, 0),
        counts.getOrDefault(FileOutcome.Result.NEW_COPY, 0),
        rejected,
        keptApart);
  }

  private void done(String source, Registration registration) {
    if (registration.outcome() == Registration.Outcome.GONE) {
      boolean erased =
          registry.tombstone(registration.documentId()).map(Tombstone::erased).orElse(false);
      reject(
          source,
          (erased
                  ? "Tệp này thuộc văn bản %s mà nội dung đã bị xóa theo yêu cầu; sổ không nhận lại."
                  : "Tệp này thuộc văn bản %s đã được gỡ khỏi sổ. Muốn có lại, hãy khôi phục văn bản đó.")
              .formatted(registration.documentId()));
      return;
    }
    FileOutcome outcome =
        new FileOutcome(
            source,
            switch (registration.outcome()) {
              case ADDED -> FileOutcome.Result.ADDED;
              case UNCHANGED -> FileOutcome.Result.UNCHANGED;
              case NEW_COPY -> FileOutcome.Result.NEW_COPY;
              case GONE -> FileOutcome.Result.REJECTED;
            },
            Optional.of(registration.documentId()),
            registration
                .conflictsWith()
                .map(id ->
                    "Trùng cơ quan ban hành, số và năm với văn bản "
                        + id
                        + " nhưng nội dung khác."));
    if (registration.conflictsWith().isPresent()) {
      keptApart.add(outcome);
    }
    done(outcome);
  }

  private void done(FileOutcome outcome) {
    counts.merge(outcome.result(), 1, Integer::sum);
    progress.done(outcome);
  }
}
