package vn.vanban.parse;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When effect begins, in the words behind {@code có hiệu lực}:
 *
 * <pre>
 * moment := from (date | event) | "sau" days "ngày" from event
 * from   := ["kể" | "bắt đầu"] "từ" ["ngày" | "khi"]         kể từ ngày 01 tháng 7 năm 2025
 * event  := signing | adoption | promulgation | gazette      sau 45 ngày, kể từ ngày ký ban hành
 * </pre>
 *
 * @param event what the days are counted from
 * @param days how many; 0 for the day of the event itself
 * @param date the date, where one is printed
 * @param end offset after it in the text
 */
record EffectMoment(Event event, int days, Optional<LocalDate> date, int end) {

  /** What days of effect are counted from. */
  enum Event {
    /** A printed date. */
    DATE,
    /** A printed date with day or month left open: a draft's. */
    BLANK,
    SIGNING,
    /** {@code ngày được Quốc hội thông qua}. */
    ADOPTION,
    /** {@code ngày công bố}. */
    PROMULGATION,
    /** {@code ngày đăng Công báo}. */
    GAZETTE,
    /** {@code từ năm học 2025-2026}, {@code từ ngày Luật Dược có hiệu lực}. */
    OTHER
  }

  private static final int WINDOW = 200;

  /** {@code thi hành, kể từ 0 giờ ngày}; {@code sau 15 (mười lăm) ngày, kể từ ngày} (folded). */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:\\s*(?:thi hành|áp dụng|pháp lý|pháp luật))?\\s*,?\\s*(?:ngay\\s*,?\\s*)?(?:"
              + "sau\\s+(?:thời hạn\\s+)?(?<days>\\d{1,3}|\\p{L}+(?: \\p{L}+){0,2}?)\\s*(?:\\([^)\\n]{1,30}\\)\\s*)?ngày\\s*,?\\s*(?:(?:kể|tính)\\s+)*từ\\s+(?:sau\\s+)?(?:ngày|khi)?"
              + "|(?:(?:kể|tính|bắt đầu)\\s+)*(?:từ|vào|sau)\\s+(?:khi\\s+|lúc\\s+|thời điểm\\s+)?(?:\\d{1,2}\\s*(?:giờ|h)(?:\\s*\\d{2}(?:\\s*phút)?)?\\s*,?\\s*)?(?:ngày(?!\\s*[\\d._…]|\\s+tháng))?"
              + ")\\s*:?\\s*");

  private static final Pattern EVENT =
      Pattern.compile(
          "(?<gazette>[^.,;]{0,60}?công báo)"
              + "|(?<adoption>(?:được\\s+)?(?:[^.,;]{0,80}?\\s)?thông qua)"
              + "|(?<signing>(?:được\\s+)?(?:(?:bộ trưởng|chủ tịch|thủ tướng|thủ trưởng|tổng|người)[^.,;]{0,60}?\\s)?(?:ký|ban hành)(?!\\p{L}))"
              + "|(?<promulgation>(?:được\\s+)?(?:[^.,;]{0,60}?\\s)?công bố)");

  /** Days in words (Thông tư cũ: {@code sau mười lăm ngày}). */
  private static final Map<String, Integer> WORDS =
      Map.of(
          "ba",
          3,
          "năm",
          5,
          "bảy",
          7,
          "mười",
          10,
          "mười lăm",
          15,
          "hai mươi",
          20,
          "ba mươi",
          30,
          "bốn mươi lăm",
          45,
          "sáu mươi",
          60);

  /**
   * The moment that begins at an offset.
   *
   * @param folded the folded text
   * @param from the offset behind the verb
   */
  static Optional<EffectMoment> at(String folded, int from) {
    String after = folded.substring(from, Math.min(folded.length(), from + WINDOW));
    Matcher lead = LEAD.matcher(after);
    if (!lead.lookingAt()) {
      return Optional.empty();
    }
    Optional<Integer> days =
        lead.group("days") == null ? Optional.of(0) : number(lead.group("days"));
    if (days.isEmpty()) {
      return Optional.empty();
    }
    int at = lead.end();
    if (lead.group("days") == null) {
      Optional<Dates.Found> found = leadingDate(after.substring(at));
      if (found.isPresent()) {
        Optional<LocalDate> date = found.get().date();
        Event event = date.isPresent() ? Event.DATE : Event.BLANK;
        return Optional.of(new EffectMoment(event, 0, date, from + at + found.get().end()));
      }
    }
    Matcher event = EVENT.matcher(after).region(at, after.length());
    if (!event.lookingAt()) {
      return Optional.of(new EffectMoment(Event.OTHER, days.get(), Optional.empty(), from + at));
    }
    return Optional.of(
        new EffectMoment(event(event), days.get(), Optional.empty(), from + event.end()));
  }

  /** The date that a folded text begins with, {@code ngày} before it or not. */
  static Optional<Dates.Found> leadingDate(String text) {
    return Dates.find(text).stream()
        .findFirst()
        .filter(found -> text.substring(0, found.start()).matches("(?:ngày\\s*)?"));
  }

  private static Event event(Matcher m) {
    if (m.group("gazette") != null) {
      return Event.GAZETTE;
    }
    if (m.group("adoption") != null) {
      return Event.ADOPTION;
    }
    return m.group("signing") != null ? Event.SIGNING : Event.PROMULGATION;
  }

  private static Optional<Integer> number(String days) {
    return Character.isDigit(days.charAt(0))
        ? Optional.of(Integer.valueOf(days))
        : Optional.ofNullable(WORDS.get(days));
  }
}
