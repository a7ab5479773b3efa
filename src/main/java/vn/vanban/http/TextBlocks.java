package vn.vanban.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanban.http.pages.Block;
import vn.vanban.http.pages.Block.Run;
import vn.vanban.http.pages.DocumentPage;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Span;

/**
 * Cuts a stretch of text into nested provisions and paragraphs, with marks where fields were read.
 * Every character but line ends comes out once and in order, whatever the spans claim.
 */
final class TextBlocks {
  /** Longer ones are text that was taken for a heading. */
  private static final int MAX_TITLE = 250;

  /** What may stand between label and heading. */
  private static final String LABEL_STOPS = " \t\n.:-–";

  /** A printed line this long that ends without a stop was broken by the printer. */
  private static final int FULL_LINE = 60;

  /** The second line of the national motto (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1). */
  private static final Pattern MOTTO =
      Pattern.compile("(?iU)\\s*độc lập\\s*[-–]\\s*tự do\\s*[-–]\\s*hạnh phúc\\s*");

  private static final Pattern ITEM = Pattern.compile("(?U)\\s*([-–+*•]|\\(?\\w{1,4}[.)/]\\s).*");
  private static final Pattern DIGITS_GO_ON = Pattern.compile("(?U)\\d+ \\p{Ll}.*");

  private final String id;
  private final String text;
  private final int from;
  private final int to;
  private final List<Provision> provisions;
  private final Marks marks;
  private final boolean printedLines;
  private final Map<String, DocumentPage.ProvisionStatus> effects = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();
  private int next;
  private boolean foundBegun;

  /** A stretch that leads somewhere. */
  record Link(Span span, String url) {}

  /**
   * Places of the text that are marked.
   *
   * @param sources where fields were read
   * @param links citations and where they lead, in order and without overlap
   * @param found the passage asked for
   * @param asked path of the provision asked for
   * @param effects provisions that have another status than the whole
   */
  record Marks(
      List<Span> sources,
      List<Link> links,
      Optional<Span> found,
      Optional<String> asked,
      List<DocumentPage.ProvisionStatus> effects) {
    Marks {
      sources = List.copyOf(sources);
      links = List.copyOf(links);
      effects = List.copyOf(effects);
    }
  }

  /**
   * @param printedLines whether a line of the text is a printed line and not a paragraph
   */
  TextBlocks(
      String id,
      String text,
      List<Provision> provisions,
      Span part,
      Marks marks,
      boolean printedLines) {
    this.printedLines = printedLines;
    this.id = id;
    this.text = text;
    this.from = Math.min(part.start(), text.length());
    this.to = Math.min(part.end(), text.length());
    this.marks = marks;
    for (DocumentPage.ProvisionStatus effect : marks.effects()) {
      provisions.stream()
          .map(provision -> provision.path().toString())
          .filter(path -> DocumentRecord.fromArticle(path).equals(effect.path()))
          .findFirst() // that of the document itself stands before those of what is attached
          .ifPresent(path -> effects.put(path, effect));
    }
    // Provisions that began in an earlier part have their heading there.
    this.provisions =
        provisions.stream()
            .filter(p -> p.span().start() >= from && p.span().start() < to)
            .sorted(
                Comparator.comparingInt((Provision p) -> p.span().start())
                    .thenComparingInt(p -> -p.span().end()))
            .toList();
  }

  List<Block> build() {
    next = 0;
    return blocks(from, to, 2);
  }

  private List<Block> blocks(int start, int end, int rank) {
    List<Block> blocks = new ArrayList<>();
    int cursor = start;
    while (next < provisions.size() && provisions.get(next).span().start() < end) {
      Provision provision = provisions.get(next++);
      int begin = Math.max(cursor, provision.span().start());
      int finish = Math.clamp(provision.span().end(), begin, end);
      paragraphs(cursor, begin, blocks);
      boolean headed = isHeaded(provision) && begin == provision.span().start();
      int bodyStart = headed ? headingEnd(provision, begin, finish) : begin;
      List<Run> heading = headed ? runs(begin, bodyStart, '\n') : List.of();
      String path = provision.path().toString();
      blocks.add(
          new Block.Section(
              usedIds.add(path) ? path : "",
              Links.provision(id, path),
              CitationText.of(provision.path()),
              marks.asked().filter(path::equals).isPresent(),
              Optional.ofNullable(effects.get(path)),
              provision.path().last().level().name().toLowerCase(Locale.ROOT),
              headed ? Math.min(rank, 6) : 0,
              heading,
              blocks(bodyStart, finish, headed ? rank + 1 : rank)));
      cursor = finish;
    }
    paragraphs(cursor, end, blocks);
    return blocks;
  }

  /** Khoản and Điểm are running text, as are numbered paragraphs; other levels bear headings. */
  private boolean isHeaded(Provision provision) {
    Level level = provision.path().last().level();
    return switch (level) {
      case KHOAN, DIEM -> false;
      case SECTION -> isTitle(provision);
      default -> true;
    };
  }

  /** Whether the heading stands on a line of its own and is not simply the first sentence. */
  private boolean isTitle(Provision provision) {
    String heading = provision.heading().strip();
    if (heading.isEmpty()
        || heading.length() > MAX_TITLE
        || ".;:,/".indexOf(heading.charAt(heading.length() - 1)) >= 0) {
      return false;
    }
    int finish = Math.min(provision.span().end(), to);
    int labelEnd = match(provision.label(), provision.span().start(), finish);
    int end = match(heading, skip(labelEnd, finish, LABEL_STOPS), finish);
    int after = skip(end, finish, " \t:");
    return end >= 0
        && after < finish
        && text.charAt(after) == '\n'
        && !Character.isLowerCase(text.codePointAt(Math.min(after + 1, finish - 1)));
  }

  /** The end of label and heading as printed, with the stop after them. */
  private int headingEnd(Provision provision, int begin, int finish) {
    int limit =
        next < provisions.size() ? Math.min(finish, provisions.get(next).span().start()) : finish;
    int labelEnd = match(provision.label(), begin, limit);
    int end =
        isTitle(provision)
            ? match(provision.heading(), skip(labelEnd, limit, LABEL_STOPS), limit)
            : labelEnd;
    end = Math.max(end, labelEnd);
    return end < 0 ? begin : skip(end, limit, ".:");
  }

  /** Where words end that are printed here, whatever the spaces between them; -1 if they differ. */
  private int match(String words, int begin, int limit) {
    int at = begin;
    for (int i = 0; i < words.length() && at >= 0; i++) {
      char wanted = words.charAt(i);
      if (!Character.isWhitespace(wanted)) {
        at = skip(at, limit, " \t\n");
        at = at < limit && text.charAt(at) == wanted ? at + 1 : -1;
      }
    }
    return at;
  }

  private int skip(int begin, int limit, String characters) {
    int at = begin;
    while (at >= 0 && at < limit && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private void paragraphs(int start, int end, List<Block> blocks) {
    int cursor = skip(start, end, " \t");
    while (cursor < end) {
      int lineEnd = text.indexOf('\n', cursor);
      int stop = lineEnd < 0 || lineEnd > end ? end : lineEnd;
      while (stop < end && runsOn(cursor, stop, end)) {
        int following = text.indexOf('\n', stop + 1);
        stop = following < 0 || following > end ? end : following;
      }
      String line = text.substring(cursor, stop);
      if (!line.isBlank()) {
        blocks.add(new Block.Paragraph(runs(cursor, stop, ' '), isBanner(line)));
      }
      cursor = stop + 1;
    }
  }

  /** Whether a line goes on in the next one: no stop at its end, no beginning after it. */
  private boolean runsOn(int lineStart, int stop, int end) {
    String line = text.substring(Math.max(lineStart, text.lastIndexOf('\n', stop - 1) + 1), stop);
    int nextEnd = text.indexOf('\n', stop + 1);
    String following =
        text.substring(stop + 1, nextEnd < 0 || nextEnd > end ? end : nextEnd).strip();
    String words = line.strip();
    if (words.isEmpty()
        || following.isEmpty()
        || ".;:!?".indexOf(words.charAt(words.length() - 1)) >= 0
        || isBanner(words)
        || ITEM.matcher(following).matches()) {
      return false;
    }
    if (Character.isLowerCase(following.codePointAt(0))
        || DIGITS_GO_ON.matcher(following).matches()) {
      return true;
    }
    return printedLines && words.length() >= FULL_LINE && !isBanner(following);
  }

  /** Short and all in capitals, a rule, or the motto: what is printed in the middle. */
  private static boolean isBanner(String line) {
    return line.length() <= 120
        && line.indexOf('\t') < 0
        && (MOTTO.matcher(line).matches() || line.codePoints().noneMatch(Character::isLowerCase))
        && (line.codePoints().anyMatch(Character::isUpperCase)
            || line.codePoints().noneMatch(Character::isLetterOrDigit)
            || MOTTO.matcher(line).matches());
  }

  /** A stretch with its marks; line ends within become {@code lineEnd}. */
  private List<Run> runs(int start, int end, char lineEnd) {
    List<Link> links =
        marks.links().stream()
            .filter(link -> start <= link.span().start() && link.span().end() <= end)
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
    Stream.concat(
            Stream.concat(marks.sources().stream(), marks.found().stream())
                .filter(span -> overlap(span, start, end))
                .flatMap(span -> Stream.of(span.start(), span.end()))
                .filter(place -> links.stream().noneMatch(link -> inside(place, link.span()))),
            links.stream().flatMap(link -> Stream.of(link.span().start(), link.span().end())))
        .filter(place -> start < place && place < end)
        .forEach(cuts::add);
    List<Run> runs = new ArrayList<>();
    Integer[] places = cuts.toArray(Integer[]::new);
    for (int i = 0; i + 1 < places.length; i++) {
      int a = places[i];
      int b = places[i + 1];
      boolean found = marks.found().filter(span -> overlap(span, a, b)).isPresent();
      runs.add(
          new Run(
              text.substring(a, b).replace('\n', lineEnd),
              a,
              marks.sources().stream().anyMatch(span -> overlap(span, a, b)),
              found,
              found && firstFound(),
              links.stream()
                  .filter(link -> link.span().start() <= a && a < link.span().end())
                  .findFirst()
                  .map(Link::url)));
    }
    return runs;
  }

  /** True once: an id may stand in a page but once. */
  private boolean firstFound() {
    boolean first = !foundBegun;
    foundBegun = true;
    return first;
  }

  /** A link is not cut in two. */
  private static boolean inside(int place, Span link) {
    return link.start() < place && place < link.end();
  }

  private static boolean overlap(Span span, int start, int end) {
    return span.start() < end && start < span.end();
  }
}
