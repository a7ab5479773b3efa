package vn.vanban.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The time by which days of Vietnamese law begin and end. */
public final class VietnamTime {
  /** Indochina Time, without summer time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private VietnamTime() {}

  /** A day as it is written: {@code 05/03/2020}. */
  public static String written(LocalDate day) {
    return WRITTEN.format(day);
  }

  /** The present day in Việt Nam. */
  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
