package vn.vanban.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.vanban.law.EffectInterval.DateSource;
import vn.vanban.law.EffectInterval.Step;
import vn.vanban.law.EffectSource.Detailed;
import vn.vanban.law.EffectSource.Incoming;

/** The rules of {@link EffectTimeline}. */
final class EffectDerivation {
  private static final Comparator<Incoming> ORDER =
      Comparator.comparing((Incoming i) -> i.day().orElse(LocalDate.MAX))
          .thenComparing(i -> i.citing().kind()) // what a copy repeats, its original says
          .thenComparing(i -> name(i.citing()))
          .thenComparing(i -> i.relation().toString())
          .thenComparing(Incoming::documentId);

  /** Below it the parser itself doubts the day that it read: several are stated. */
  private static final double SURE = 0.7;

  private final LegalDocument document;
  private final List<Incoming> incoming;
  private final List<Incoming> possible;
  private final List<Detailed> detailed;
  private final Optional<Reading<LocalDate>> start;
  private final Optional<Reading<LocalDate>> end;
  private final TouchedProvisions touched;

  EffectDerivation(LegalDocument document, Collection<? extends EffectSource> sources) {
    this.document = document;
    this.incoming = acting(EffectSource.incoming(sources));
    this.possible =
        acting(
            sources.stream()
                .filter(EffectSource.Possible.class::isInstance)
                .map(source -> ((EffectSource.Possible) source).incoming())
                .toList());
    this.detailed =
        sources.stream()
            .filter(Detailed.class::isInstance)
            .map(Detailed.class::cast)
            .distinct()
            .sorted(
                Comparator.comparing((Detailed d) -> name(d.detailed()))
                    .thenComparing(Detailed::documentId))
            .toList();
    this.start = document.effect().effective();
    this.end = document.effect().expires();
    this.touched = new TouchedProvisions(document);
  }

  /** What tells documents apart, whatever the order in which they came. */
  private static String name(LegalDocument document) {
    return document.number().map(number -> number.value().canonical()).orElse("")
        + ' '
        + document.title()
        + ' '
        + document.issuerNames()
        + document.issued().map(Reading::value);
  }

  private List<Incoming> acting(List<Incoming> all) {
    return all.stream()
        .distinct()
        .filter(i -> i.mayAct() && !i.neverInForce() && !older(i))
        .sorted(ORDER)
        .toList();
  }

  /** Nobody ends or changes what is issued later: such a relation means another document. */
  private boolean older(Incoming source) {
    Optional<LocalDate> citing = source.citing().issued().map(Reading::value);
    Optional<LocalDate> own = document.issued().map(Reading::value);
    return citing.isPresent() && own.isPresent() && citing.get().isBefore(own.get());
  }

  List<EffectInterval> whole() {
    return intervals(Optional.empty());
  }

  List<EffectInterval> provision(ProvisionPath path) {
    return intervals(Optional.of(path));
  }

  private List<EffectInterval> intervals(Optional<ProvisionPath> path) {
    TreeSet<LocalDate> days = new TreeSet<>();
    start.ifPresent(s -> days.add(s.value()));
    end.ifPresent(e -> days.add(e.value()));
    document.issued().ifPresent(i -> days.add(i.value()));
    document.panel().expires().ifPresent(e -> days.add(e.value()));
    document.effect().parts().forEach(p -> days.add(p.value().effective()));
    for (Incoming source : Stream.concat(incoming.stream(), possible.stream()).toList()) {
      source.day().ifPresent(days::add);
      source.citing().issued().ifPresent(i -> days.add(i.value()));
      source.citing().effect().expires().ifPresent(e -> days.add(e.value()));
    }
    List<EffectTimeline> above =
        detailed.stream().map(d -> EffectTimeline.of(d.detailed(), d.onDetailed())).toList();
    above.forEach(t -> t.whole().forEach(i -> i.from().ifPresent(days::add)));
    List<EffectInterval> all = new ArrayList<>();
    Optional<LocalDate> from = Optional.empty();
    for (LocalDate day : days) {
      add(all, on(from, Optional.of(day), path, above));
      from = Optional.of(day);
    }
    add(all, on(from, Optional.empty(), path, above));
    return all;
  }

  private static void add(List<EffectInterval> all, EffectInterval next) {
    if (!all.isEmpty()) {
      EffectInterval last = all.getLast();
      EffectInterval longer =
          new EffectInterval(
              last.from(), next.until(), next.status(), next.proof(), next.reason(), next.doubts());
      if (last.status() == next.status()
          && last.proof().equals(next.proof())
          && last.reason().equals(next.reason())
          && last.doubts().equals(next.doubts())) {
        all.set(all.size() - 1, longer);
        return;
      }
    }
    all.add(next);
  }

  private EffectInterval on(
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Optional<ProvisionPath> path,
      List<EffectTimeline> above) {
    LocalDate day = from.orElse(LocalDate.MIN);
    EffectFinding finding = new EffectFinding();
    judge(finding, day, path, above);
    new PanelDoubts(document).check(finding, day);
    return finding.interval(from, until);
  }

  private void judge(
      EffectFinding finding,
      LocalDate day,
      Optional<ProvisionPath> path,
      List<EffectTimeline> above) {
    if (!standsForItself(finding)) {
      return;
    }
    List<Incoming> endings = incoming.stream().filter(i -> ends(i, path)).toList();
    Optional<Incoming> ended =
        endings.stream().filter(i -> begun(i, day) && competent(i)).findFirst();
    if (ended.isPresent()) {
      ended(finding, ended.get(), endings, day);
      return;
    }
    Optional<LocalDate> own = path.flatMap(touched::start).or(() -> start.map(Reading::value));
    if (own.isEmpty() && end.isPresent() && !day.isBefore(end.get().value())) {
      // Whenever it began, its stated time is over.
      running(finding, day, path, endings);
      return;
    }
    if (own.isEmpty()) {
      if (document.issued().map(i -> day.isBefore(i.value())).orElse(false)) {
        finding.unknown("Trước ngày ban hành, và văn bản không nêu ngày có hiệu lực");
      } else {
        finding.unknown("Văn bản không nêu ngày có hiệu lực, hoặc không đọc được ngày đó");
      }
      return;
    }
    start.ifPresent(s -> finding.own(s, "có hiệu lực từ " + s.value()));
    if (day.isBefore(own.get())) {
      boolean early = path.isEmpty() && touched.anyBegun(day);
      finding.status(early ? EffectStatus.PARTLY : EffectStatus.NOT_YET);
    } else {
      running(finding, day, path, endings);
      hangingOn(finding, day, above);
      possiblyEnded(finding, day, path);
    }
    boolean sure = start.map(s -> s.evidence().confidence() >= SURE).orElse(true);
    if (!sure && finding.status() != EffectStatus.EXPIRED) {
      finding.unknown("Ngày có hiệu lực đọc được còn có chỗ ngờ: " + own.get());
    }
  }

  /** What carries no act of its own has no effect of its own. */
  private boolean standsForItself(EffectFinding finding) {
    switch (document.kind()) {
      case ORIGINAL, COPY -> {
        return true;
      }
      case CONSOLIDATION ->
          finding.unknown(
              "Văn bản hợp nhất không có hiệu lực riêng; xem các văn bản được hợp nhất");
      case ATTACHMENT -> finding.unknown("Hiệu lực theo văn bản ban hành kèm theo");
      case DRAFT, FORM, ANNOUNCEMENT, OTHER ->
          finding.unknown(document.kind().vietnamese() + ": không phải văn bản được ban hành");
    }
    return false;
  }

  private boolean ends(Incoming source, Optional<ProvisionPath> path) {
    boolean ending =
        source.relation().type() == RelationType.REPLACES
            || source.relation().type() == RelationType.REPEALS;
    return ending && (source.endsWhole() || path.map(p -> covers(source, p)).orElse(false));
  }

  private boolean covers(Incoming source, ProvisionPath path) {
    return source.relation().provisions().stream().anyMatch(cited -> touched.covers(cited, path));
  }

  private static boolean begun(Incoming source, LocalDate day) {
    return source.day().map(d -> !day.isBefore(d)).orElse(false);
  }

  /** Only the same body or a higher one ends a document: Điều 12 khoản 1 of 80/2015/QH13. */
  private boolean competent(Incoming source) {
    LegalForce own = LegalForce.of(document);
    LegalForce other = LegalForce.of(source.citing());
    return own == LegalForce.UNKNOWN || other == LegalForce.UNKNOWN || other.rank() >= own.rank();
  }

  private static void ended(
      EffectFinding finding, Incoming first, List<Incoming> endings, LocalDate day) {
    finding.relation(first);
    finding.status(EffectStatus.EXPIRED);
    for (Incoming other : endings) {
      if (other.day().isEmpty() || first.day().equals(other.day())) {
        continue;
      }
      if (other.documentId().equals(first.documentId()) && !begun(other, day)) {
        finding.relation(other);
        finding.unknown(label(first) + " nêu hai ngày khác nhau cho việc làm hết hiệu lực");
      } else {
        finding.doubt(label(other) + " nêu ngày hết hiệu lực khác: " + other.day().get());
      }
    }
  }

  private void running(
      EffectFinding finding, LocalDate day, Optional<ProvisionPath> path, List<Incoming> endings) {
    finding.status(EffectStatus.IN_FORCE);
    if (path.isEmpty() && touched.anyNotBegun(day)) {
      finding.status(EffectStatus.PARTLY);
    }
    for (Incoming source : incoming) {
      if (begun(source, day)) {
        touch(finding, source, day, path);
      }
    }
    if (end.isPresent() && !day.isBefore(end.get().value())) {
      finding.own(end.get(), "hết hiệu lực từ " + end.get().value());
      finding.status(EffectStatus.EXPIRED);
      incoming.stream()
          .filter(i -> touched.mayExtend(i, end.get()))
          .findFirst()
          .ifPresent(i ->
              finding.unknown("Thời hạn tự nêu đã hết, nhưng có thể đã được gia hạn: " + label(i)));
    }
    for (Incoming source : endings) {
      if (finding.status() == EffectStatus.EXPIRED || !out(source, day)) {
        continue;
      }
      if (source.day().isEmpty()) {
        finding.relation(source);
        finding.unknown("Bị " + label(source) + " làm hết hiệu lực, mà không rõ từ ngày nào");
      } else if (begun(source, day)) {
        finding.relation(source);
        finding.unknown(
            "Bị "
                + label(source)
                + " làm hết hiệu lực, nhưng văn bản đó có hiệu lực pháp lý thấp hơn");
      }
    }
  }

  private void touch(
      EffectFinding finding, Incoming source, LocalDate day, Optional<ProvisionPath> path) {
    Relation relation = source.relation();
    boolean part = !relation.provisions().isEmpty();
    boolean here = !part || path.map(p -> covers(source, p)).orElse(true);
    boolean within =
        path.isPresent()
            && relation.provisions().stream().anyMatch(c -> touched.covers(path.get(), c));
    if (!here && !within) {
      return;
    }
    switch (relation.type()) {
      case AMENDS, SUPPLEMENTS, CORRECTS -> finding.relation(source);
      case REPEALS, REPLACES -> {
        if (part) {
          finding.relation(source);
          finding.status(EffectStatus.PARTLY);
        }
      }
      case SUSPENDS -> {
        finding.relation(source);
        boolean over =
            source.citing().effect().expires().map(e -> !day.isBefore(e.value())).orElse(false);
        if (over) {
          finding.unknown("Văn bản làm ngưng hiệu lực đã hết thời hạn: " + label(source));
        } else {
          boolean whole = path.isPresent() ? here : !part;
          finding.status(whole ? EffectStatus.SUSPENDED : EffectStatus.PARTLY);
        }
      }
      default -> {
        // What only cites, details or guides leaves the document as it is.
      }
    }
  }

  /** Điều 154 khoản 4 of 80/2015/QH13 ends what details an ended law, but for what is kept. */
  private void hangingOn(EffectFinding finding, LocalDate day, List<EffectTimeline> above) {
    if (finding.status() == EffectStatus.EXPIRED) {
      return;
    }
    for (int i = 0; i < above.size(); i++) {
      if (above.get(i).statusOn(day).status() == EffectStatus.EXPIRED) {
        finding.add(
            new Step(
                Optional.of(detailed.get(i).documentId()),
                Optional.of(detailed.get(i).relation().type()),
                List.of(),
                Optional.empty(),
                DateSource.NONE,
                detailed.get(i).relation().evidence(),
                "văn bản được quy định chi tiết đã hết hiệu lực"));
        finding.unknown(
            "Văn bản mà nó quy định chi tiết đã hết hiệu lực; không rõ có được giữ lại không: "
                + detailed.get(i).relation().target().label());
      }
    }
  }

  /** A number that several bear may be meant of another document. */
  private void possiblyEnded(EffectFinding finding, LocalDate day, Optional<ProvisionPath> path) {
    for (Incoming source : possible) {
      boolean ending = source.relation().type() == RelationType.SUSPENDS || ends(source, path);
      boolean out = source.day().map(d -> !day.isBefore(d)).orElseGet(() -> out(source, day));
      if (ending && out && finding.status() != EffectStatus.EXPIRED) {
        finding.relation(source);
        finding.unknown(
            "%s làm hết hoặc ngưng hiệu lực %s, mà nhiều văn bản mang số hoặc tên ấy, không rõ là văn bản nào"
                .formatted(label(source), source.relation().target().label()));
      }
    }
  }

  private static boolean out(Incoming source, LocalDate day) {
    return source.citing().issued().map(i -> !day.isBefore(i.value())).orElse(true);
  }

  static String label(Incoming source) {
    return source
        .citing()
        .number()
        .map(n -> n.value().canonical())
        .orElse("văn bản " + source.documentId());
  }
}
