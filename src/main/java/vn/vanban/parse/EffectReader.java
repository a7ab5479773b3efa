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

  /** {@code Nghị định này có hiệu lực thi hành kể từ ngày …} (folded). */
  private static final Pattern EFFECT =
      Pattern.compile(
          "(?:luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh|chỉ thị|quy định|quy chế|thông tư liên tịch|kế hoạch|văn bản) này\\s+"
              + "(?:có hiệu lực|có giá trị|được thi hành)(?:\\s+thi hành)?\\s*,?\\s*(?:kể\\s+)?từ\\s+(?:(?<signing>ngày\\s+(?:ký|ban hành|được ký))|(?=ngày))");

  static Optional<Reading<LocalDate>> read(String folded, Optional<Reading<LocalDate>> issued) {
    Matcher m = EFFECT.matcher(folded);
    while (m.find()) {
      if (m.group("signing") != null) {
        if (issued.isEmpty()) {
          continue;
        }
        Span span = new Span(m.start(), m.end());
        return Optional.of(
            new Reading<>(issued.get().value(), new Evidence(span, "effect-from-signing", 0.93)));
      }
      String after = folded.substring(m.end(), Math.min(folded.length(), m.end() + 60));
      for (Dates.Found found : Dates.find(after)) {
        if (found.start() == 0 && found.date().isPresent()) {
          Span span = new Span(m.start(), m.end() + found.end());
          return Optional.of(
              new Reading<>(found.date().get(), new Evidence(span, "effect-date", 0.95)));
        }
        break;
      }
    }
    return Optional.empty();
  }
}
