package vn.vanban.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A body of the authority list (danh mục cơ quan) under one of its names. A name is true only for a
 * time: after it the {@linkplain #successors() successors} carry on.
 *
 * @param name full name in reading form: {@code Ủy ban nhân dân tỉnh Bình Định}
 * @param level where it stands
 * @param abbreviations what stands for it in symbols: {@code UBND}
 * @param from its first day, where it is known
 * @param to its last day; absent while it exists, or where it is not known
 * @param successors the names of those that took over, some or all
 */
public record Authority(
    String name,
    Level level,
    List<String> abbreviations,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    List<String> successors) {
  public Authority {
    abbreviations = List.copyOf(abbreviations);
    successors = List.copyOf(successors);
  }

  /** Levels of government; districts ended on 30 June 2025. */
  public enum Level {
    CENTRAL("Trung ương"),
    PROVINCE("Cấp tỉnh"),
    DISTRICT("Cấp huyện"),
    COMMUNE("Cấp xã"),
    /** A symbol alone: {@code UBND} is that of a province, a district or a commune. */
    LOCAL("Địa phương");

    private final String vietnamese;

    Level(String vietnamese) {
      this.vietnamese = vietnamese;
    }

    /** What a reader calls it. */
    public String vietnamese() {
      return vietnamese;
    }
  }

  /** Whether the body has this name on a day, as far as is known. */
  public boolean existedOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
