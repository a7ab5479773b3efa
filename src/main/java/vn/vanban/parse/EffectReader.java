package vn.vanban.parse;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Evidence;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/** Reads the date of effect as the document states it of itself (điều khoản thi hành). */
final class EffectReader {
  private EffectReader() {}

  /**
   * {@code Nghị định này có hiệu lực thi hành kể từ ngày …}; {@code Nghị quyết này được … thông qua
   * … và có hiệu lực từ ngày …} (folded).
   */
  private static final Pattern EFFECT =
      Pattern.compile(
          "(?:luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh|chỉ thị|quy định|quy chế|thông tư liên tịch|kế hoạch|văn bản) này\\s+"
              + "(?:(?:đã\\s+)?được[^.;]{3,220}?thông qua[^.;]{0,60}?\\s+và\\s+)?"
              + "có\\s+hiệu lực(?:\\s+thi hành)?\\s*,?\\s*(?:kể\\s+)?từ\\s+(?:(?<signing>ngày\\s+(?:ký|ban hành|được ký))|(?=ngày))");

  /** Regular expressions are tried only around this word. */
  private static final String ANCHOR = "hiệu lực";

  private static final int BEFORE = 320;
  private static final int AFTER = 80;

  static Optional<Reading<LocalDate>> read(String folded, Optional<Reading<LocalDate>> issued) {
    Matcher m = EFFECT.matcher(folded);
    for (int at = folded.indexOf(ANCHOR); at >= 0; at = folded.indexOf(ANCHOR, at + 1)) {
      m.region(Math.max(0, at - BEFORE), Math.min(folded.length(), at + AFTER));
      if (!m.find()) {
        continue;
      }
      if (m.group("signing") != null) {
        if (issued.isPresent()) {
          Evidence evidence =
              new Evidence(new Span(m.start(), m.end()), "effect-from-signing", 0.93);
          return Optional.of(new Reading<>(issued.get().value(), evidence));
        }
        continue;
      }
      String after = folded.substring(m.end(), Math.min(folded.length(), m.end() + AFTER));
      for (Dates.Found found : Dates.find(after)) {
        if (found.start() <= "ngày ".length() && found.date().isPresent()) {
          Span span = new Span(m.start(), m.end() + found.end());
          Evidence evidence = new Evidence(span, "effect-date", 0.95);
          return Optional.of(new Reading<>(found.date().get(), evidence));
        }
        break;
      }
    }
    return Optional.empty();
  }
}
