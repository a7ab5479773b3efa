package vn.vanban.parse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Provision;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/**
 * Reads when a document has effect, as it states of itself (điều khoản thi hành): {@code Nghị định
 * này có hiệu lực thi hành kể từ ngày …}. What it quotes, what it says of other documents and what
 * its appendices' forms say is not its own.
 */
final class EffectReader {
  private static final String FIELD = "effective";
  private static final String ENDS = "expires";

  /** How far behind the verb its subject may stand: the formula of adoption is long. */
  private static final int BEFORE = 320;

  private static final Pattern VERB_BEFORE =
      Pattern.compile("(?:(?:sẽ|bắt đầu|chính thức|đều)\\s+)*(?<verb>có|hết|chấm dứt|được|)\\s*$");

  private static final Pattern UNTIL =
      Pattern.compile(
          "[^.;:]{0,40}?(?<!\\p{L})(?:(?:cho\\s+)?đến\\s+)(?:hết\\s+)?(?=ngày\\s*\\d|\\d{1,2}[/.-])");

  private static final Pattern EXPIRES_LEAD =
      Pattern.compile(
          "(?:\\s*thi hành)?\\s*,?\\s*(?:(?:kể\\s+)?từ|vào|sau)\\s+(?:hết\\s+|sau\\s+)?(?=ngày\\s*\\d|\\d{1,2}[/.-])");

  private static final Pattern GAZETTE =
      Pattern.compile("công báo\\s*(?:số\\s*[\\d+ /-]{1,20})?\\s*,?\\s*\\(?(?=ngày)");

  private final String folded;
  private final List<Piece> lines;
  private final Quotes quotes;
  private final Optional<String> type;
  private final Optional<Reading<LocalDate>> issued;
  private final Warnings warnings;
  private final List<Reading<LocalDate>> starts = new ArrayList<>();
  private final List<Reading<LocalDate>> ends = new ArrayList<>();
  private Optional<Span> unknown = Optional.empty();
  private String why = "";

  private EffectReader(
      String folded,
      List<Piece> lines,
      Quotes quotes,
      Optional<Reading<String>> type,
      Optional<Reading<LocalDate>> issued,
      Warnings warnings) {
    this.folded = folded;
    this.lines = lines;
    this.quotes = quotes;
    this.type = type.map(t -> Folding.canonical(t.value()));
    this.issued = issued;
    this.warnings = warnings;
  }

  /**
   * Reads the statements of effect between the head and the first appendix.
   *
   * @param bodyStart where the text proper begins
   */
  static Effect read(
      String folded,
      List<Piece> lines,
      Quotes quotes,
      int bodyStart,
      DocumentKind kind,
      Optional<Reading<String>> type,
      Optional<Reading<LocalDate>> issued,
      List<Provision> provisions,
      Warnings warnings) {
    // A consolidated text speaks with the words of what it consolidates.
    Optional<Reading<String>> own = kind == DocumentKind.CONSOLIDATION ? Optional.empty() : type;
    EffectReader reader = new EffectReader(folded, lines, quotes, own, issued, warnings);
    int end = reader.bodyEnd(bodyStart);
    reader.statements(bodyStart, end);
    EffectParts parts = new EffectParts(folded, provisions);
    return new Effect(reader.effective(kind), reader.expires(), parts.read(bodyStart, end, quotes));
  }

  /** Forms in appendices speak of themselves: the text proper ends before the first. */
  private int bodyEnd(int bodyStart) {
    for (Piece line : lines) {
      if (line.start() <= bodyStart) {
        continue;
      }
      boolean motto = line.folded().startsWith("cộng h") && Pieces.motto(line).isPresent();
      boolean appendix =
          line.folded().startsWith("phụ lục") && Title.APPENDIX.matcher(line.folded()).matches();
      if (motto || appendix) {
        return line.start();
      }
    }
    return folded.length();
  }

  private void statements(int from, int to) {
    for (String anchor : List.of("hiệu lực", "thi hành", "áp dụng")) {
      for (int at = folded.indexOf(anchor, from);
          at >= 0 && at < to;
          at = folded.indexOf(anchor, at + 1)) {
        statement(at, at + anchor.length(), anchor.equals("hiệu lực"));
      }
    }
  }

  private void statement(int at, int end, boolean effect) {
    String before = folded.substring(Math.max(0, at - BEFORE), at);
    Matcher verb = VERB_BEFORE.matcher(before);
    verb.region(Math.max(0, before.length() - 40), before.length());
    if (!verb.find()) {
      return;
    }
    String word = verb.group("verb");
    boolean ending = word.equals("hết") || word.equals("chấm dứt");
    // "có hiệu lực", but "thi hành từ", "được áp dụng từ".
    if (effect ? word.isEmpty() || word.equals("được") : word.equals("có") || ending) {
      return;
    }
    boolean dated =
        EffectMoment.at(folded, end).isPresent()
            || follows(UNTIL, end)
            || follows(EXPIRES_LEAD, end);
    int subject = dated ? EffectSubject.find(before.substring(0, verb.start()), type) : -1;
    if (subject < 0) {
      return;
    }
    int start = at - before.length() + subject;
    if (quotes.covers(start)) {
      return;
    }
    if (ending) {
      expiry(start, end, EXPIRES_LEAD);
      return;
    }
    EffectMoment.at(folded, end).ifPresent(moment -> begin(start, moment));
    expiry(start, end, UNTIL);
  }

  private boolean follows(Pattern words, int from) {
    Matcher m = words.matcher(folded);
    return m.region(from, Math.min(folded.length(), from + 160)).lookingAt();
  }

  private void begin(int start, EffectMoment moment) {
    Span span = new Span(start, moment.end());
    Optional<LocalDate> event =
        switch (moment.event()) {
          case DATE -> moment.date();
          case SIGNING -> issued.map(Reading::value);
          case ADOPTION -> adopted(start).or(() -> issued.map(Reading::value));
          case GAZETTE -> gazette();
          case PROMULGATION, BLANK, OTHER -> Optional.empty();
        };
    if (event.isEmpty()) {
      if (unknown.isEmpty()) {
        unknown = Optional.of(span);
        why = reason(moment.event());
      }
      return;
    }
    // The day of the event itself is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2).
    LocalDate date = event.get().plusDays(moment.days());
    starts.add(new Reading<>(date, new Evidence(span, rule(moment), confidence(moment))));
  }

  private static String rule(EffectMoment moment) {
    String event =
        switch (moment.event()) {
          case DATE -> "date";
          case SIGNING -> "signing";
          case ADOPTION -> "adoption";
          case GAZETTE -> "gazette";
          case PROMULGATION, BLANK, OTHER -> "other";
        };
    return "effect-" + (moment.days() > 0 ? "after-" : "from-") + event;
  }

  private static double confidence(EffectMoment moment) {
    return switch (moment.event()) {
      case DATE -> 0.98;
      case SIGNING, ADOPTION -> moment.days() > 0 ? 0.9 : 0.95;
      case GAZETTE, PROMULGATION, BLANK, OTHER -> 0.8;
    };
  }

  private static String reason(EffectMoment.Event event) {
    return switch (event) {
      case BLANK -> "Ngày có hiệu lực còn để trống hoặc không có trong lịch";
      case SIGNING, ADOPTION ->
          "Hiệu lực tính từ ngày ký hoặc thông qua nhưng không đọc được ngày đó";
      case GAZETTE -> "Hiệu lực tính từ ngày đăng Công báo, mà văn bản không nêu ngày đó";
      case PROMULGATION -> "Hiệu lực tính từ ngày công bố, mà văn bản không nêu ngày đó";
      case DATE, OTHER -> "Ngày có hiệu lực được nêu theo cách không tính ra ngày được";
    };
  }

  /** {@code thông qua ngày 10 tháng 12 năm 2024 và có hiệu lực từ ngày thông qua}. */
  private Optional<LocalDate> adopted(int start) {
    String sentence = folded.substring(start, Math.min(folded.length(), start + BEFORE));
    int at = sentence.indexOf("thông qua");
    return Dates.find(sentence).stream()
        .filter(found -> at >= 0 && found.start() > at && found.start() < at + 40)
        .flatMap(found -> found.date().stream())
        .findFirst();
  }

  /** The day of the gazette, where the page prints one: {@code Công báo số 12 ngày 05/3/2006}. */
  private Optional<LocalDate> gazette() {
    Set<LocalDate> days = new LinkedHashSet<>();
    Matcher printed = GAZETTE.matcher(folded);
    for (int at = folded.indexOf("công báo"); at >= 0; at = folded.indexOf("công báo", at + 1)) {
      printed.region(at, Math.min(folded.length(), at + 60)).useTransparentBounds(true);
      if (printed.lookingAt()) {
        int from = printed.end();
        EffectMoment.leadingDate(folded.substring(from, Math.min(folded.length(), from + 40)))
            .flatMap(Dates.Found::date)
            .ifPresent(days::add);
      }
    }
    return days.size() == 1 ? days.stream().findFirst() : Optional.empty();
  }

  private void expiry(int start, int end, Pattern lead) {
    String after = folded.substring(end, Math.min(folded.length(), end + 160));
    Matcher m = lead.matcher(after);
    // "từ ngày … đến hết ngày …": the first date may stand before the second's lead.
    int from = 0;
    if (lead.equals(UNTIL)) {
      from = EffectMoment.at(folded, end).map(moment -> moment.end() - end).orElse(0);
      from = Math.min(from, after.length());
    }
    if (!m.region(from, after.length()).lookingAt()) {
      return;
    }
    Optional<Dates.Found> found = EffectMoment.leadingDate(after.substring(m.end()));
    if (found.isPresent() && found.get().date().isPresent()) {
      LocalDate printed = found.get().date().get();
      boolean lastDay =
          lead.equals(UNTIL) || m.group().contains("hết") || m.group().contains("sau");
      Span span = new Span(start, end + m.end() + found.get().end());
      Evidence evidence = new Evidence(span, lastDay ? "effect-until" : "expires-from", 0.93);
      ends.add(new Reading<>(lastDay ? printed.plusDays(1) : printed, evidence));
    }
  }

  private Optional<Reading<LocalDate>> effective(DocumentKind kind) {
    Optional<Reading<LocalDate>> first =
        starts.stream().min(Comparator.comparingInt(r -> r.evidence().span().start()));
    if (first.isEmpty()) {
      unknown.ifPresent(span -> warnings.add(FIELD, why, span));
      return first;
    }
    Reading<LocalDate> read = first.get();
    Span span = read.evidence().span();
    List<LocalDate> others =
        starts.stream().map(Reading::value).filter(d -> !d.equals(read.value())).toList();
    boolean early =
        issued.map(i -> ChronoUnit.DAYS.between(i.value(), read.value()) < 0).orElse(false);
    if (kind == DocumentKind.CONSOLIDATION) {
      warnings.add(FIELD, "Ngày có hiệu lực là của văn bản được hợp nhất", span);
    } else if (early) {
      warnings.add(FIELD, "Ngày có hiệu lực sớm hơn ngày ban hành", span);
    } else if (!others.isEmpty()) {
      warnings.add(FIELD, "Văn bản còn nêu ngày có hiệu lực khác: " + others.getFirst(), span);
    } else {
      return first;
    }
    return Optional.of(
        new Reading<>(read.value(), new Evidence(span, read.evidence().rule(), 0.6)));
  }

  private Optional<Reading<LocalDate>> expires() {
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    Reading<LocalDate> first = ends.getFirst();
    if (ends.stream().anyMatch(end -> !end.value().equals(first.value()))) {
      warnings.add(ENDS, "Văn bản nêu nhiều ngày hết hiệu lực", first.evidence().span());
    }
    return Optional.of(first);
  }
}
