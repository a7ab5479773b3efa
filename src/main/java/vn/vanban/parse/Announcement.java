package vn.vanban.parse;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.NumberFinder;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/**
 * A page that reports a document in prose: {@code UBND tỉnh … vừa ban hành kế hoạch số: 383/KH-UBND
 * ngày 26/2/2020 triển khai …}.
 *
 * @param number the reported number
 * @param type its type
 * @param issuer who issued it
 * @param issued when
 * @param subject what about
 */
record Announcement(
    Reading<DocumentNumber> number,
    Optional<Reading<String>> type,
    Optional<Reading<IssuingBody>> issuer,
    Optional<Reading<LocalDate>> issued,
    Optional<Reading<String>> subject) {

  /** The announcing sentence (folded). */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<body>(?:ủy ban|ubnd|hội đồng|hđnd|bộ|sở|chính phủ|thủ tướng chính phủ|quốc hội|chủ tịch|cục|tổng cục|ban|tỉnh ủy|thành ủy|huyện ủy|văn phòng|ngân hàng|bảo hiểm|thanh tra|tòa án|viện kiểm sát)[^.;:\\n]{0,90}?)"
              + "\\s*,?\\s*(?:(?:vừa qua|vừa|đã|mới đây|mới|gần đây|có|chính thức|cũng|tiếp tục|ngày [\\d/. thángnăm]+)\\s*,?\\s*){0,3}"
              + "(?:ban hành|ký ban hành|ký|có|ra|phát hành|công bố)\\s+(?:các\\s+)?(?<type>\\p{L}+(?:\\s\\p{L}+){0,4}?)\\s+(?:số|:)\\s*:?\\s*(?=\\d)");

  private static final Pattern DATE_NEXT = Pattern.compile("^[\\s,(]*(?:ban hành |ký )?");
  private static final Pattern DATE_OPENS =
      Pattern.compile("(?:.*[.]\\s+)?(?:vào |trong )?(?:ngày )?");
  private static final Pattern ABOUT =
      Pattern.compile("^[\\s,)]*(?:của [^,;]{3,80}?\\s+)?(?:về việc |về |v/v )?");

  /** A report names what it reports at its beginning; further down other documents are cited. */
  private static final int OPENING = 2_500;

  /** Finds the announcing sentence near the top of a page. */
  static Optional<Announcement> of(String text) {
    String opening = text.substring(0, Math.min(text.length(), OPENING));
    String folded = Folding.canonical(opening);
    Matcher sentence = SENTENCE.matcher(folded);
    while (sentence.find()) {
      int at = sentence.end();
      int lineEnd = opening.indexOf('\n', at);
      String rest = opening.substring(at, lineEnd < 0 ? opening.length() : lineEnd);
      Optional<NumberFinder.Found> number =
          NumberFinder.find(rest).stream().filter(f -> f.span().start() == 0).findFirst();
      Optional<DocumentType> type = DocumentType.named(sentence.group("type"));
      boolean named = sentence.group("body").strip().contains(" ");
      if (number.isPresent() && type.isPresent() && named) {
        return Optional.of(read(opening, sentence, number.get(), type.get(), rest));
      }
    }
    return Optional.empty();
  }

  private static Announcement read(
      String text, Matcher sentence, NumberFinder.Found number, DocumentType type, String rest) {
    int at = sentence.end();
    Reading<DocumentNumber> read =
        new Reading<>(
            number.number(),
            evidence(
                at + number.span().start(), at + number.span().end(), "announced-number", 0.93));
    int from = number.span().end();
    Matcher skip = DATE_NEXT.matcher(rest.substring(from));
    int dateAt = skip.find() ? from + skip.end() : from;
    Optional<Reading<LocalDate>> issued = Optional.empty();
    for (Dates.Found found : Dates.find(Folding.canonical(rest.substring(dateAt)))) {
      boolean next = found.start() <= "ngày ".length() && found.date().isPresent();
      if (next) {
        int start = at + dateAt + found.start();
        int end = at + dateAt + found.end();
        issued =
            Optional.of(
                new Reading<>(found.date().get(), evidence(start, end, "announced-date", 0.93)));
        from = dateAt + found.end();
      }
      break;
    }
    int bodyStart = sentence.start("body");
    if (issued.isEmpty()) {
      issued = dateBefore(text, bodyStart);
    }
    String body = text.substring(bodyStart, sentence.end("body"));
    return new Announcement(
        read,
        Optional.of(
            new Reading<>(
                type.name(),
                evidence(sentence.start("type"), sentence.end("type"), "announced-type", 0.93))),
        Optional.of(
            new Reading<>(
                IssuingBody.named(body.strip()),
                evidence(bodyStart, sentence.end("body"), "announced-body", 0.9))),
        issued,
        subject(rest, from, at));
  }

  /** {@code Ngày 15/3/2021, UBND tỉnh … ban hành}: the day opens the sentence. */
  private static Optional<Reading<LocalDate>> dateBefore(String text, int bodyStart) {
    int from = text.lastIndexOf('\n', bodyStart) + 1;
    String before = Folding.canonical(text.substring(from, bodyStart));
    return Dates.find(before).stream()
        .filter(found -> found.date().isPresent())
        .filter(found -> DATE_OPENS.matcher(before.substring(0, found.start())).matches())
        .filter(found -> before.substring(found.end()).matches("\\s*,?\\s*"))
        .findFirst()
        .map(found ->
            new Reading<>(
                found.date().orElseThrow(),
                evidence(from + found.start(), from + found.end(), "announced-date", 0.9)));
  }

  private static Optional<Reading<String>> subject(String rest, int from, int at) {
    String tail = rest.substring(from);
    Matcher about = ABOUT.matcher(Folding.canonical(tail));
    int start = about.find() ? about.end() : 0;
    String words = tail.substring(start);
    // A sentence ends at a full stop before a space and a capital, or at the line's end.
    Matcher stop = Pattern.compile("\\.(?=\\s+\\p{Lu}|\\s*$)").matcher(words);
    int end = stop.find() ? stop.start() : words.length();
    String subject = words.substring(0, end).strip().replaceAll("[,;:\\s]+$", "");
    if (subject.length() < 5) {
      return Optional.empty();
    }
    int first = at + from + start + words.indexOf(subject);
    return Optional.of(
        new Reading<>(
            subject, evidence(first, first + subject.length(), "announced-subject", 0.85)));
  }

  private static Evidence evidence(int start, int end, String rule, double confidence) {
    return new Evidence(new Span(start, end), rule, confidence);
  }
}
