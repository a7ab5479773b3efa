package vn.vanban.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/**
 * Provisions with a day of effect of their own: {@code Khoản 2 Điều 5 và Điều 7 của Luật này có
 * hiệu lực từ ngày …}; {@code các quy định sau đây có hiệu lực từ ngày …: a) Điều 5; …}.
 */
final class EffectParts {
  private static final String VERB = "có hiệu lực";
  private static final int BEFORE = 240;

  /** Lists of points under one sentence are no longer than this. */
  private static final int LIST = 1_500;

  private static final String NUMBER =
      "(?:\\d{1,3}\\p{L}{0,2}|[ivx]{1,5}|[a-zđ]{1,2}\\d?)(?!\\p{L})";

  /** {@code điểm a, điểm b khoản 1}, {@code các điều 5, 6 và 7}, {@code từ điều 5 đến điều 8}. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?<!\\p{L})(?<level>điểm|khoản|điều|chương|phụ lục)\\s+(?<numbers>(?:này|"
              + NUMBER
              + ")(?:\\s*(?:,|và|đến)\\s+(?:đến\\s+)?(?!điểm|khoản|điều|chương)"
              + NUMBER
              + ")*)");

  /** What may stand between the last provision and the verb: {@code của Luật này}. */
  private static final Pattern OF_THIS =
      Pattern.compile(
          "\\s*(?:(?:của\\s+)?(?:ban hành kèm theo\\s+)?(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư(?: liên tịch)?|quyết định|quy định|quy chế) này)?\\s*,?\\s*(?:thì\\s+)?");

  /** {@code Điều 40 của Luật Thủy sản số …}: a provision of another document. */
  private static final Pattern OF_OTHER =
      Pattern.compile(
          "(?:luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định)\\s+(?!này)(?:số\\s+\\d|[^,;]{0,60}số\\s+\\d|năm\\s+\\d)");

  private static final Pattern FOLLOWING = Pattern.compile("sau(?: đây)?\\s*$");
  private static final Pattern ITEM = Pattern.compile("\\n\\s*(?:[a-zđ]{1,2}\\)|-)([^\\n]*)");
  private static final Pattern SENTENCE = Pattern.compile("\\.\\s|[;:\\n]|trừ|riêng");
  private static final Pattern SPLIT = Pattern.compile("\\s*(?:,|và)\\s+");
  private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

  private final String folded;
  private final List<Provision> provisions;

  EffectParts(String folded, List<Provision> provisions) {
    this.folded = folded;
    this.provisions = provisions;
  }

  List<Reading<Effect.Part>> read(int from, int to, Quotes quotes) {
    List<Reading<Effect.Part>> parts = new ArrayList<>();
    for (int at = folded.indexOf(VERB, from);
        at >= 0 && at < to;
        at = folded.indexOf(VERB, at + 1)) {
      Optional<EffectMoment> moment = EffectMoment.at(folded, at + VERB.length());
      Optional<LocalDate> date = moment.flatMap(EffectMoment::date);
      if (date.isPresent() && !quotes.covers(at)) {
        sentence(parts, at, moment.get().end(), date.get());
      }
    }
    // "Điều 1 có hiệu lực từ …, Điều 3 có hiệu lực từ …": the nearest day is a provision's own.
    Map<ProvisionPath, Reading<Effect.Part>> own = new LinkedHashMap<>();
    parts.forEach(part -> own.putIfAbsent(part.value().provision(), part));
    return List.copyOf(own.values());
  }

  private void sentence(List<Reading<Effect.Part>> parts, int at, int end, LocalDate date) {
    int start = Math.max(0, at - BEFORE);
    Matcher stop = SENTENCE.matcher(folded).region(start, at);
    while (stop.find()) {
      start = stop.end();
    }
    String subject = folded.substring(start, at);
    if (FOLLOWING.matcher(subject).find() && folded.startsWith(":", end)) {
      String list = folded.substring(end + 1, Math.min(folded.length(), end + LIST));
      Matcher item = ITEM.matcher(list);
      int next = 0;
      while (item.find() && item.start() == next) {
        String words = item.group(1).replaceAll("[.;,\\s]+$", "");
        Span span = new Span(end + 1 + item.start(1), end + 1 + item.end(1));
        add(parts, words, at, span, date);
        next = item.end();
      }
      return;
    }
    add(parts, subject, at, new Span(start, end), date);
  }

  private void add(
      List<Reading<Effect.Part>> parts, String subject, int at, Span span, LocalDate date) {
    Matcher step = STEP.matcher(subject);
    int last = 0;
    List<ProvisionPath> paths = new ArrayList<>();
    List<Step> points = List.of();
    List<List<Step>> below = new ArrayList<>();
    int before = 0;
    while (step.find()) {
      Level level = level(step.group("level"));
      String between = subject.substring(before, step.start());
      boolean range = between.strip().equals("đến");
      if (before > 0 && OF_OTHER.matcher(between).find()) {
        paths.clear();
        below.clear();
        points = List.of();
      }
      before = step.end();
      last = step.end();
      List<Step> steps = steps(level, step.group("numbers"), at);
      switch (level) {
        case DIEM ->
            points = points.isEmpty() || !range ? join(points, steps) : upTo(points, steps);
        case KHOAN -> {
          for (Step clause : range && !below.isEmpty() ? after(below, steps) : steps) {
            below.addAll(under(clause, points));
          }
          points = List.of();
        }
        default -> {
          if (below.isEmpty() && !points.isEmpty()) {
            points.forEach(point -> below.add(List.of(point)));
          }
          for (Step article : range && !paths.isEmpty() ? after(paths.getLast(), steps) : steps) {
            paths.addAll(paths(article, below));
          }
          below.clear();
          points = List.of();
        }
      }
    }
    boolean own = last > 0 && OF_THIS.matcher(subject.substring(last)).matches();
    if (own) {
      Evidence evidence = new Evidence(span, "partial-effect", 0.85);
      paths.forEach(path -> parts.add(new Reading<>(new Effect.Part(path, date), evidence)));
    }
  }

  private static List<List<Step>> under(Step clause, List<Step> points) {
    return points.isEmpty()
        ? List.of(List.of(clause))
        : points.stream().map(point -> List.of(clause, point)).toList();
  }

  private static List<ProvisionPath> paths(Step article, List<List<Step>> below) {
    if (below.isEmpty()) {
      return List.of(new ProvisionPath(List.of(article)));
    }
    return below.stream()
        .map(steps -> {
          List<Step> all = new ArrayList<>(List.of(article));
          all.addAll(steps);
          return new ProvisionPath(all);
        })
        .toList();
  }

  private static Level level(String word) {
    return switch (word) {
      case "điểm" -> Level.DIEM;
      case "khoản" -> Level.KHOAN;
      case "chương" -> Level.CHUONG;
      case "phụ lục" -> Level.PHU_LUC;
      default -> Level.DIEU;
    };
  }

  private List<Step> steps(Level level, String numbers, int at) {
    List<Step> steps = new ArrayList<>();
    for (String number : SPLIT.split(numbers, -1)) {
      String[] ends = number.split("\\s*đến\\s+", -1);
      if (ends[0].equals("này")) {
        enclosing(level, at).ifPresent(steps::add);
      } else if (ends.length > 1 && !ends[0].isEmpty()) {
        Step first = new Step(level, ends[0]);
        steps.add(first);
        steps.addAll(between(first, new Step(level, ends[1])));
      } else {
        steps.add(new Step(level, ends[ends.length - 1]));
      }
    }
    return steps;
  }

  /** {@code Điều này}: the provision of that level that the words stand in. */
  private Optional<Step> enclosing(Level level, int at) {
    Span here = new Span(at, at);
    return provisions.stream()
        .filter(p -> p.path().last().level() == level && p.span().contains(here))
        .map(p -> p.path().last())
        .reduce((a, b) -> b);
  }

  private static List<Step> join(List<Step> before, List<Step> more) {
    List<Step> all = new ArrayList<>(before);
    all.addAll(more);
    return all;
  }

  private static List<Step> upTo(List<Step> before, List<Step> end) {
    return join(before, between(before.getLast(), end.getFirst()));
  }

  private static List<Step> after(List<List<Step>> below, List<Step> end) {
    return between(below.getLast().getFirst(), end.getFirst());
  }

  private static List<Step> after(ProvisionPath last, List<Step> end) {
    return end.isEmpty()
        ? List.of()
        : join(between(last.steps().getFirst(), end.getFirst()), end.subList(1, end.size()));
  }

  /** The steps after one up to another, by number or by the letters of points. */
  private static List<Step> between(Step from, Step to) {
    String a = from.number();
    String b = to.number();
    List<Step> steps = new ArrayList<>();
    if (a.matches("\\d{1,3}") && b.matches("\\d{1,3}")) {
      for (int i = Integer.parseInt(a) + 1; i <= Integer.parseInt(b); i++) {
        steps.add(new Step(to.level(), String.valueOf(i)));
      }
    } else if (a.length() == 1 && b.length() == 1) {
      for (int i = LETTERS.indexOf(a) + 1; i <= LETTERS.indexOf(b); i++) {
        steps.add(new Step(to.level(), LETTERS.substring(i, i + 1)));
      }
    } else {
      steps.add(to);
    }
    return steps;
  }
}
