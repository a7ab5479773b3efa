package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.NumberFinder;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/**
 * Reads căn cứ: the paragraphs before the first provision that begin with "Căn cứ" (NĐ 30/2020, Phụ
 * lục I, mục II.6).
 */
final class LegalBasisReader {
  private LegalBasisReader() {}

  private static final Pattern BASIS =
      Pattern.compile(
          "(?m)^\\s*(?:-\\s*)?căn cứ\\s+(?<what>[^;]{3,1500}?)(?=;|\\n\\s*(?:-\\s*)?(?:căn cứ|theo|xét|thực hiện|quyết|điều|\\p{L}+ (?:trưởng|phủ|hội|ban).{0,60}ban hành)|\\.\\s*\\n|\\z)");

  private static final Pattern END =
      Pattern.compile(
          "(?m)^\\s*(?:điều (?:\\d|thứ)|chương |phần |quyết định\\s*:|quyết nghị\\s*:|i\\. )");

  /** A law by its name: what follows is date, amendment or number. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^(?<name>(?:luật|bộ luật|hiến pháp|pháp lệnh)\\b.*?)(?=,? số \\d|,? ngày \\d|,? được |,? đã được|;|,? đã sửa|$)",
          Pattern.DOTALL);

  private static final int OPENING = 15_000;

  static List<Reading<String>> read(String text, String folded, int bodyStart) {
    int limit = Math.min(text.length(), bodyStart + OPENING);
    Matcher end = END.matcher(folded);
    end.region(Math.min(bodyStart, limit), limit);
    int stop = end.find() ? end.start() : limit;
    List<Reading<String>> bases = new ArrayList<>();
    Matcher basis = BASIS.matcher(folded);
    basis.region(Math.min(bodyStart, stop), stop);
    while (basis.find()) {
      int from = basis.start("what");
      String printed = text.substring(from, basis.end("what"));
      List<NumberFinder.Found> numbers = NumberFinder.find(printed);
      if (!numbers.isEmpty()) {
        NumberFinder.Found first = numbers.getFirst();
        Span span = new Span(from + first.span().start(), from + first.span().end());
        bases.add(
            new Reading<>(first.number().canonical(), new Evidence(span, "basis-number", 0.95)));
        continue;
      }
      Matcher named = NAMED.matcher(basis.group("what"));
      if (named.find()) {
        String name = printed.substring(0, named.end("name")).replaceAll("\\s+", " ").strip();
        Span span = new Span(from, from + named.end("name"));
        bases.add(new Reading<>(name, new Evidence(span, "basis-name", 0.85)));
      }
    }
    return bases;
  }
}
