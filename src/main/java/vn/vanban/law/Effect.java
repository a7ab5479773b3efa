package vn.vanban.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a document has effect, as its own words state it (hiệu lực; Luật Ban hành văn bản quy phạm
 * pháp luật 2025, Chương V).
 *
 * @param effective ngày có hiệu lực of the whole, or of all but the parts
 * @param expires ngày hết hiệu lực, where stated: the first day without effect, which is the day
 *     after {@code đến hết ngày …}
 * @param parts provisions with a date of their own, in reading order
 */
public record Effect(
    Optional<Reading<LocalDate>> effective,
    Optional<Reading<LocalDate>> expires,
    List<Reading<Part>> parts) {
  /** Nothing stated. */
  public static final Effect UNSTATED = new Effect(Optional.empty(), Optional.empty(), List.of());

  public Effect {
    parts = List.copyOf(parts);
  }

  /** The whole document from one day on. */
  public static Effect from(Optional<Reading<LocalDate>> effective) {
    return new Effect(effective, Optional.empty(), List.of());
  }

  /**
   * A provision with a date of effect of its own.
   *
   * @param provision as cited: {@code dieu-5.khoan-2}
   * @param effective its day
   */
  public record Part(ProvisionPath provision, LocalDate effective) {}
}
