package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Citation;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/**
 * Reads căn cứ: the paragraphs before the first provision that begin with "Căn cứ" (NĐ 30/2020, Phụ
 * lục I, mục II.6). The basis is what such a paragraph, or a part of it behind a semicolon, begins
 * with; documents that amend it or that it details are none.
 */
final class LegalBasisReader {
  private LegalBasisReader() {}

  /** {@code - Căn cứ}, {@code Căn cứ:}, in old decrees {@code Chiểu theo} (folded). */
  private static final Pattern BASIS =
      Pattern.compile(
          "(?m)^[ \\t\\u00A0]*(?:[-+*–] ?)?(?:căn cứ(?: vào)?|chiểu(?: theo)?)[ :\\u00A0]+");

  /** A line that opens the next paragraph (folded). */
  private static final Pattern NEXT =
      Pattern.compile(
          "(?m)^[ \\t\\u00A0]*(?:[-+*–] ?)?(?<first>căn cứ|chiểu|theo|xét|thực hiện|quyết|điều|trên cơ sở|sau khi|\\p{L}+ (?:trưởng|phủ|hội|ban).{0,60}ban hành)");

  private static final Pattern END =
      Pattern.compile(
          "(?m)^\\s*(?:điều (?:\\d|thứ)|chương |phần |quyết định\\s*:|quyết nghị\\s*:|i\\. )");

  /** Words that stand before a basis within its paragraph. */
  private static final Set<String> LEADING =
      Set.of("căn", "cứ", "và", "các", "vào", "theo", "quy", "định", "tại", "i", "ii", "iii", "iv");

  private static final Pattern DATED =
      Pattern.compile("[ ,]*(?:ngày \\d.*|\\(.*)$", Pattern.DOTALL);

  private static final int OPENING = 15_000;
  private static final int MAX_LEAD = 40;

  /**
   * The bases in order, each once: a number, or a name without its date.
   *
   * @param citations all of the text
   * @param bodyStart where the text proper begins
   */
  static List<Reading<String>> read(Words words, List<Citation> citations, int bodyStart) {
    String folded = words.folded();
    int from = Math.min(bodyStart, folded.length());
    int limit = Math.min(folded.length(), from + OPENING);
    Matcher end = END.matcher(folded).useAnchoringBounds(false).region(from, limit);
    int stop = end.find() ? end.start() : limit;
    List<Reading<String>> bases = new ArrayList<>();
    Matcher basis = BASIS.matcher(folded).useAnchoringBounds(false).region(from, stop);
    int at = 0;
    while (basis.find()) {
      int close = next(words, basis.end(), stop);
      boolean opens = true;
      int last = basis.end();
      for (; at < citations.size(); at++) {
        Citation citation = citations.get(at);
        Span span = citation.evidence().span();
        if (span.start() >= close) {
          break;
        }
        if (span.start() < last) {
          continue;
        }
        boolean joined = !opens && isJoined(words, last, span.start());
        if (joined || isLed(words, last, span.start(), opens)) {
          add(words, bases, citation);
          last = span.end();
          opens = false;
        }
      }
    }
    return bases;
  }

  /** Where the next paragraph begins; a wrapped line goes on with a small letter. */
  private static int next(Words words, int from, int stop) {
    Matcher next = NEXT.matcher(words.folded()).useAnchoringBounds(false).region(from, stop);
    while (next.find()) {
      if (words.isUpper(next.start("first"))) {
        return next.start();
      }
    }
    return stop;
  }

  private static boolean isJoined(Words words, int from, int to) {
    Joint joint = Joint.of(words, from, to);
    return joint == Joint.AND || joint == Joint.COMMA;
  }

  /** Whether nothing but leading words stand before it, from the beginning or a semicolon on. */
  private static boolean isLed(Words words, int from, int at, boolean opens) {
    int start = words.folded().lastIndexOf(';', at) + 1;
    if (start <= from) {
      if (!opens) {
        return false;
      }
      start = from;
    }
    if (at - start > MAX_LEAD) {
      return false;
    }
    int first = words.blanks(start);
    if (words.isUpper(first) && !endsPart(words, first, at)) {
      // A type that no law knows: "Căn cứ Giấy phép khai thác số …".
      return true;
    }
    for (int i = start; i < at; i++) {
      if (words.startsWord(i) && !LEADING.contains(words.word(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsPart(Words words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (",.:()".indexOf(words.at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void add(Words words, List<Reading<String>> bases, Citation citation) {
    Span span = citation.evidence().span();
    switch (citation.target()) {
      case Citation.ByNumber(var number) ->
          add(bases, number.canonical(), new Evidence(span, "basis-number", 0.95));
      case Citation.ByName name -> {
        // A provision in front of the law's name is no part of it.
        int start = nameStart(words, span, name.name());
        String printed = words.printed(start, span.end());
        add(
            bases,
            DATED.matcher(printed).replaceFirst(""),
            new Evidence(new Span(start, span.end()), "basis-name", 0.85));
      }
      case Citation.Self() -> {
        // "Căn cứ Điều 5 Luật này" is no basis of its own.
      }
    }
  }

  private static int nameStart(Words words, Span span, String name) {
    String type = Folding.canonical(name.split(" ", 2)[0]);
    int at = words.folded().substring(span.start(), span.end()).indexOf(type);
    return span.start() + Math.max(0, at);
  }

  private static void add(List<Reading<String>> bases, String value, Evidence evidence) {
    if (bases.stream().noneMatch(basis -> basis.value().equals(value))) {
      bases.add(new Reading<>(value, evidence));
    }
  }
}
